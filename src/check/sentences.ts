import { segmentsOf } from '../words/segments.ts';
import type { CheckedArticle } from './checkedFile.ts';

/** A sentence of the editor's own, without quoted words. */
export interface Sentence {
  /** Quoted words and what is no prose are spaces. */
  readonly text: string;
  /** In the block. */
  readonly start: number;
  readonly hasQuotation: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const closingMarks: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’' };
const openingMark = /["“«‘]/g;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * A text with spaces for the words between quotation marks, and the marks; an apostrophe opens none. Where
 * a closing mark comes next is looked for once, however many are opened before it.
 */
function blankQuotations(text: string): string {
  const nextClose = new Map<string, number>();
  let blanked = '';
  let position = 0;
  for (const { index, 0: mark } of text.matchAll(openingMark)) {
    if (index < position) continue;
    const close = closingMarks[mark] ?? mark;
    let end = nextClose.get(mark) ?? -1;
    if (end <= index) {
      end = text.indexOf(close, index + 1);
      nextClose.set(mark, end < 0 ? Infinity : end);
    }
    if (end < 0 || end === Infinity) continue;
    const isApostrophe =
      mark === '‘' &&
      [text.charAt(index - 1), text.charAt(end + 1)].some((each) => letterOrDigit.test(each));
    if (isApostrophe) continue;
    blanked += text.slice(position, index) + ' '.repeat(end + 1 - index);
    position = end + 1;
  }
  return blanked + text.slice(position);
}

/** Splits prose into sentences. Slow, so callers look for their words first. */
export function splitSentences(prose: string): readonly Sentence[] {
  // A line of a paragraph ends no sentence.
  const joined = prose.replaceAll('\n', ' ');
  return Array.from(segmentsOf(joined, segmenter), ({ segment, index }) => {
    const text = blankQuotations(segment);
    return { text, start: index, hasQuotation: text !== segment };
  });
}

/** A text of an article in which the editor speaks, with the place of each offset. */
export interface OwnText {
  readonly prose: string;
  readonly where: (offset: number, word: string) => ReturnType<CheckedArticle['at']>;
}

/** The summary, the judgement and the paragraphs, but no block quotations. */
export function ownTexts({ article, blocks, at }: CheckedArticle): readonly OwnText[] {
  const texts: OwnText[] = [];
  for (const field of ['summary', 'judgement'] as const) {
    const prose = article[field];
    if (prose === null) continue;
    texts.push({
      prose,
      where: (_, part) => ({ kind: 'front', path: [field], on: 'value', part }),
    });
  }
  for (const block of blocks) {
    if (block.kind === 'prose') {
      texts.push({ prose: block.prose, where: (offset) => at(block.toBody(offset)) });
    }
  }
  return texts;
}

/** A pattern of whole words and phrases, in any case; runs of space count as one. */
export function wordsPattern(phrases: readonly string[], flags = 'giu'): RegExp {
  const sorted = phrases.toSorted((a, b) => b.length - a.length);
  const words = sorted.map((phrase) => phrase.replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** Who says it: verbs of saying, and a quotation. */
export const attribution = wordsPattern(
  [
    'according to',
    'said|says|say|saying',
    'told|tells',
    'reported|reports|reporting',
    'announced|announces',
    'claimed|claims|claiming',
    'called|calls|calling',
    'described|describes|describing',
    'stated|states that',
    'argued|argues',
    'warned|warns',
    'wrote|writes',
    'cited|citing|quoted',
    'counted|estimated|estimates|found|finds|put',
    'in the words of|in its words|as seen by',
  ],
  'iu',
);
