import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Data, DataValue } from '../parse/cleanData.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { TextEdit } from './contentText.ts';
import { writeScalar, writeValue, type FrontText } from './frontText.ts';

/** Adds texts to a list of the front matter, in the way in which the list is written. */
export function addToList(
  source: SourceFile,
  front: FrontText,
  key: string,
  values: readonly string[],
): TextEdit {
  return addItems(
    source,
    front,
    key,
    values.map((value) => writeScalar(value)),
  );
}

/** @param written items, each as YAML on one line */
function addItems(
  { text }: SourceFile,
  front: FrontText,
  key: string,
  written: readonly string[],
): TextEdit {
  const list = findPair(front, key)?.value;
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isNode(last) || !last.range) {
    return addKey(front, key, `[${written.join(', ')}]`, findPair(front, key));
  }
  const [, end] = last.range;
  if (list.flow === true)
    return { start: end, end, text: written.map((item) => `, ${item}`).join('') };
  const lineStart = text.lastIndexOf('\n', last.range[0] - 1) + 1;
  const indent = /^ *- */.exec(text.slice(lineStart))?.[0] ?? '  - ';
  // The range of a mapping goes on to the next line.
  const lineEnd = endOfLine(text, text[end - 1] === '\n' ? end - 1 : end);
  return {
    start: lineEnd,
    end: lineEnd,
    text: written.map((item) => `\n${indent}${item}`).join(''),
  };
}

/**
 * Adds to the front matter: items to its lists, keys to its mappings, and fields that it has not. A field that
 * has a value keeps it.
 */
export function addFields(source: SourceFile, front: FrontText, fields: Data): readonly TextEdit[] {
  return Object.entries(fields).map(([key, value]) => {
    const pair = findPair(front, key);
    if (Array.isArray(value)) {
      return addItems(
        source,
        front,
        key,
        value.map((item) => writeValue(item as DataValue)),
      );
    }
    const first = isMap(pair?.value) ? pair.value.items[0]?.key : undefined;
    const isMapping = typeof value === 'object' && value !== null;
    if (!isMapping || !isMap(pair?.value) || !isNode(first) || !first.range) {
      return addKey(front, key, writeValue(value), pair);
    }
    // Before the first pair, in its line or above it.
    const [start] = first.range;
    const indent = ' '.repeat(start - lineStart(source.text, start));
    const next = pair.value.flow === true ? ', ' : `\n${indent}`;
    const pairs = Object.entries(value as Data).map(
      ([name, item]) => `${writeScalar(name)}: ${writeValue(item)}${next}`,
    );
    return { start, end: start, text: pairs.join('') };
  });
}

/** Adds a key with a value, as it is to be written, at the end of the front matter. */
export function addKey({ end }: FrontText, key: string, written: string, empty?: Pair): TextEdit {
  // A key without a value, or with an empty list, gets this one.
  if (empty !== undefined && isNode(empty.value) && empty.value.range) {
    const [start, valueEnd] = empty.value.range;
    const space = start === valueEnd ? ' ' : '';
    return { start, end: valueEnd, text: space + written };
  }
  return { start: end, end, text: `${key}: ${written}\n` };
}

/**
 * Takes an item out of a list, with the comma or the lines that were its own; null where a comment stands
 * in the way, or it is the only one.
 */
export function removeItem(
  { text }: SourceFile,
  front: FrontText,
  key: string,
  index: number,
): TextEdit | null {
  const list = findPair(front, key)?.value;
  if (!isSeq(list) || list.items.length < 2) return null;
  const edit = list.flow === true ? flowItem(list, index) : blockItem(list, index, text);
  return edit === null || /(?:^|\s)#/.test(text.slice(edit.start, edit.end)) ? null : edit;
}

function flowItem({ items }: YAMLSeq, index: number): TextEdit | null {
  const [item, next, before] = [items[index], items[index + 1], items[index - 1]].map(rangeOf);
  if (!item) return null;
  if (next) return { start: item.start, end: next.start, text: '' };
  return before ? { start: before.end, end: item.end, text: '' } : null;
}

function blockItem({ items }: YAMLSeq, index: number, text: string): TextEdit | null {
  const item = rangeOf(items[index]);
  if (!item) return null;
  const start = text.lastIndexOf('\n', item.start - 1) + 1;
  if (!/^ *- *$/.test(text.slice(start, item.start))) return null;
  const next = rangeOf(items[index + 1]);
  // A mapping's range ends at its last value, or after the line feed that follows.
  const end = next ? text.lastIndexOf('\n', next.start - 1) + 1 : lineAfter(text, item.end);
  return { start, end, text: '' };
}

/**
 * Takes texts out of a list, with the commas or lines that were theirs; with the last of them goes the key.
 * Null where something else stands in the way: a comment in a list of one line, or lists within lists.
 */
export function removeItems(
  { text }: SourceFile,
  front: FrontText,
  key: string,
  indexes: ReadonlySet<number>,
): readonly TextEdit[] | null {
  const pair = findPair(front, key);
  const list = pair?.value;
  if (!isSeq(list) || !isNode(pair?.key) || !isMap(front.root) || front.root.flow === true)
    return null;
  const keyLine = lineStart(text, pair.key.range?.[0] ?? 0);
  const isEmptied = indexes.size === list.items.length;
  if (list.flow === true) {
    if (!isEmptied) return flowItems(list, indexes, text);
    const { end } = rangeOf(list) ?? { end: keyLine };
    return [{ start: keyLine, end: lineAfter(text, end), text: '' }];
  }
  const lines = isEmptied ? [{ start: keyLine, end: lineAfter(text, keyLine + 1), text: '' }] : [];
  for (const index of indexes) {
    const item = rangeOf(list.items[index]);
    const start = item === null ? 0 : lineStart(text, item.start);
    if (item === null || !/^ *- *$/.test(text.slice(start, item.start))) return null;
    lines.push({ start, end: lineAfter(text, item.end), text: '' });
  }
  return lines;
}

function flowItems(
  { items }: YAMLSeq,
  indexes: ReadonlySet<number>,
  text: string,
): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (let index = 0; index < items.length; index++) {
    if (!indexes.has(index)) continue;
    let next = index;
    while (indexes.has(next)) next++;
    // Up to the next that stays; behind the last one only the comma before them goes.
    const [first, after] = [rangeOf(items[index]), rangeOf(items[next])];
    const [before, last] = [rangeOf(items[index - 1]), rangeOf(items[next - 1])];
    const start = after ? first?.start : before?.end;
    const end = after ? after.start : last?.end;
    if (start === undefined || end === undefined) return null;
    if (/(?:^|\s)#/.test(text.slice(start, end))) return null;
    edits.push({ start, end, text: '' });
    index = next;
  }
  return edits;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineAfter(text: string, offset: number): number {
  return text[offset - 1] === '\n' ? offset : endOfLine(text, offset) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } | null {
  return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : null;
}

function findPair({ root }: FrontText, key: string): Pair | undefined {
  if (!isMap(root)) return undefined;
  return (root as YAMLMap).items.find((item) => isScalar(item.key) && item.key.value === key);
}
