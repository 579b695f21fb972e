import type { Words } from './en.ts';

/**
 * Around a text in the words' language, on a site whose language has none. Noncharacters, which Unicode
 * keeps for use within a program (23.7), so that no text of anybody's has them by right.
 */
export const spokenFrom = '\ufdd0';
export const spokenTo = '\ufdd1';

/**
 * Words of which each text says where it begins and ends: when a page is rendered, its elements tell
 * which of its texts are in the words' language. Punctuation, and places alone, are in any language.
 */
export function markWords(words: Words): Words {
  return mapTexts(words, markText);
}

/** The same plain data without the marks: for what has no elements. */
export function withoutMarks<Data>(data: Data): Data {
  return mapTexts(data, unmark);
}

/** A text without the marks. */
export function unmark(text: string): string {
  return text.replace(/[\ufdd0\ufdd1]/g, '');
}

function markText(text: string): string {
  if (!/\p{L}/u.test(text.replace(/\{\w*\}/g, ''))) return text;
  const [, before = '', said = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return before + spokenFrom + said + spokenTo + after;
}

function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  return map(data) as Data;

  function map(value: unknown): unknown {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each)]));
  }
}

/** A part of a text. */
export interface SpokenPart {
  readonly part: string;
  /** Whether it is in the words' language. */
  readonly isSpoken: boolean;
}

/** A text, without its marks, by language. A phrase that was put into another is a part of that. */
export function* splitSpoken(text: string): Generator<SpokenPart> {
  let depth = 0;
  let part = '';
  for (const piece of text.split(/([\ufdd0\ufdd1])/)) {
    const was = depth;
    if (piece === spokenFrom) depth++;
    else if (piece === spokenTo) depth = Math.max(0, depth - 1);
    else part += piece;
    if ((was === 0) === (depth === 0)) continue;
    if (part !== '') yield { part, isSpoken: was > 0 };
    part = '';
  }
  if (part !== '') yield { part, isSpoken: depth > 0 };
}
