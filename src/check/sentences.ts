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

/** Words between quotation marks on one line; an apostrophe opens none. */
const quotation = /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|(?<![\p{L}\p{N}])‘[^’\n]*’(?![\p{L}\p{N}])/gu;

/** Splits prose into sentences. Slow, so callers look for their words first. */
export function splitSentences(prose: string): readonly Sentence[] {
  // A line of a paragraph ends no sentence.
  const joined = prose.replaceAll('\n', ' ');
  return Array.from(segmenter.segment(joined), ({ segment, index }) => {
    const text = segment.replace(quotation, (quoted) => ' '.repeat(quoted.length));
    return { text, start: index, hasQuotation: text !== segment };
  });
}

/** A text of an article in which the editor speaks, with the place of each offset. */
export interface OwnText {
  readonly prose: string;
  readonly where: (offset: number, word: string) => ReturnType<CheckedArticle['at']>;
}

/** The summary and the paragraphs, but no block quotations. */
export function ownTexts({ article, blocks, at }: CheckedArticle): readonly OwnText[] {
  const texts: OwnText[] = [];
  if (article.summary !== null) {
    texts.push({
      prose: article.summary,
      where: (_, part) => ({ kind: 'front', path: ['summary'], on: 'value', part }),
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
