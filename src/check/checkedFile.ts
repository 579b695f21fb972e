import type { Where } from '../diagnostics/diagnostic.ts';
import { lineAt, lineStarts } from '../diagnostics/lines.ts';
import type { ReadArticle } from '../load/loadArticle.ts';
import { readTextBlocks, type TextBlock } from '../markdown/textBlocks.ts';
import type { Article } from '../parse/article.ts';
import type { Data } from '../parse/cleanData.ts';
import { parseFrontMatter, type FrontMatter } from '../parse/frontMatter.ts';
import type { SourceFile } from '../read/readContent.ts';

/** A content file as rules see it: as it is written, with places. */
export interface CheckedFile {
  readonly kind: SourceFile['kind'];
  readonly file: string;
  readonly text: string;
  readonly data: Data;
  readonly blocks: readonly TextBlock[];
  /** Where the body begins in the text, in code units. */
  readonly bodyStart: number;
  /** The place of something in the body, by its offset there. */
  readonly at: (bodyOffset: number) => Where;
}

/** An article, with names as written. */
export interface CheckedArticle extends CheckedFile {
  readonly article: Article;
  /** BCP 47. */
  readonly language: string;
}

/** Reads a file for the rules; null where it has errors, which other stages report. */
export function readChecked(source: SourceFile): CheckedFile | null {
  const front = parseFrontMatter(source.text, source.file, () => undefined);
  return front === null ? null : toChecked(source, front);
}

function toChecked({ kind, file, text }: SourceFile, front: FrontMatter): CheckedFile {
  const bodyStart = text.length - front.body.length;
  let starts: readonly number[] | null = null;
  const at = (bodyOffset: number): Where => {
    starts ??= lineStarts(text);
    const offset = bodyStart + bodyOffset;
    const line = lineAt(starts, offset);
    return { kind: 'position', line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const blocks = readTextBlocks(front.body);
  return { kind, file, text, data: front.data, blocks, bodyStart, at };
}

/** @param language the site's */
export function toCheckedArticle(
  { source, front, article }: ReadArticle,
  language: string,
): CheckedArticle {
  return { ...toChecked(source, front), article, language: article.lang ?? language };
}

/** Whether a rule that knows English words applies. */
export function isEnglish({ language }: CheckedArticle): boolean {
  return /^en\b/i.test(language);
}
