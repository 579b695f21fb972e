import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type ParsedNode } from 'yaml';
import type { KeyPath } from '../diagnostics/diagnostic.ts';
import type { Data, DataValue } from '../parse/cleanData.ts';
import { parseFrontMatter } from '../parse/frontMatter.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { TextEdit } from './contentText.ts';

/** A scalar in front matter (or site.yaml), as it is written. */
export interface FrontScalar {
  readonly path: KeyPath;
  readonly value: unknown;
  /** In the file's text, with its quotation marks. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Within `[…]` or `{…}`, where a comma would end plain text. */
  readonly isInFlow: boolean;
}

/** The front matter of a file that has no errors, with places. Slow: for files that are to change. */
export interface FrontText {
  readonly root: ParsedNode | null;
  /** Every scalar value, in the order of the file; keys are none. */
  readonly scalars: readonly FrontScalar[];
  /** Where a key could be added: after the last line of the front matter. */
  readonly end: number;
}

export function readFrontText({ kind, text }: SourceFile): FrontText {
  const isFront = kind !== 'site';
  const close = isFront ? text.search(/\n---[ \t]*(?:\n|$)/) + 1 : text.length;
  const root = parseDocument(text.slice(0, close), { schema: 'core', logLevel: 'silent' }).contents;
  const scalars: FrontScalar[] = [];
  const visit = (node: unknown, path: KeyPath, isInFlow: boolean): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key))
          visit(value, [...path, String(key.value)], isInFlow || node.flow === true);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        visit(item, [...path, index], isInFlow || node.flow === true);
      }
    } else if (isScalar(node) && node.range) {
      const [start, end] = node.range;
      const { value } = node;
      scalars.push({ path, value, start, end, written: text.slice(start, end), isInFlow });
    }
  };
  visit(root, [], false);
  return { root, scalars, end: close };
}

/** Replaces a scalar, quoted as it was, or so that YAML reads the text. */
export function replaceScalar(scalar: FrontScalar, value: string): TextEdit {
  const { start, end, written } = scalar;
  const quote = /^['"]/.exec(written)?.[0];
  return { start, end, text: writeScalar(value, quote ?? null) };
}

/** Whether front matter says what is meant and no more: YAML can be written in ways that edits by place break. */
export function isFrontOf({ text, file }: SourceFile, meant: Data): boolean {
  const front = parseFrontMatter(text, file, () => undefined);
  return front !== null && isDeepStrictEqual(front.data, meant);
}

/** Words that YAML would read as something else than text. */
const notPlain = /^(?:true|false|yes|no|on|off|null|~|[-+.\d].*)$/i;

/** Writes text as a YAML scalar of one line; plain where that is safe everywhere, in flow lists too. */
export function writeScalar(value: string, quote: string | null = null): string {
  const isPlain = /^[\p{L}_/][^:#,[\]{}"'`&*!|>%@\n\\]*$/u.test(value) && value === value.trim();
  if (quote === null && isPlain && !notPlain.test(value)) return value;
  if (quote === "'" && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  // JSON's texts are YAML's.
  return JSON.stringify(value);
}

/** Writes a value as YAML on one line: lists and mappings in flow style. */
export function writeValue(value: DataValue): string {
  if (typeof value === 'string') return writeScalar(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((item) => writeValue(item as DataValue)).join(', ')}]`;
  const pairs = Object.entries(value as Data).map(
    ([key, item]) => `${writeScalar(key)}: ${writeValue(item)}`,
  );
  return `{${pairs.join(', ')}}`;
}
