import { cleanText } from '../parse/cleanData.ts';
import { hashText } from '../read/hash.ts';

/** The text as it is looked at, and as its fingerprint counts: line ends, spaces and marks aside. */
export function normaliseRaw(text: string): string {
  return cleanText(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2028\u2029\f]/g, '\n')
    .replace(longBlank, (run) => run.slice(0, mostBlanks));
}

/** Blanks in a row: patterns look at all that are left for each one. */
const mostBlanks = 40;
const longBlank = /[^\S\n]{41,}/g;

/** The fingerprint of raw material: the same for texts that differ in space alone. */
export function hashRaw(text: string): string {
  return hashText(normaliseRaw(text).replace(/\s+/g, ' ').trim());
}
