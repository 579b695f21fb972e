import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { findFault } from '../parse/plainData.ts';
import {
  fromEditorItem,
  fromEditorValue,
  isRecord,
  isSameValue,
  toEditorValue,
  withoutEmpty,
} from './editorValue.ts';
import type { AdminData, FileShape, Shape } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;
type TopPair = Pair<Scalar, Node | null>;

const printing = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Front matter as the form has it; null where its YAML is broken. */
export function readFront(front: string, shape: FileShape, ids: AdminData['ids']): Values | null {
  const document = parseFront(front);
  const data: unknown = document.errors.length > 0 ? null : (document.toJS() ?? {});
  // Such a file is no content either: it is left for its editor to mend by hand.
  if (!isRecord(data) || findFault(data) !== null) return null;
  const values: Record<string, unknown> = { ...data };
  for (const [key, field] of Object.entries(shape.fields)) {
    const value = toEditorValue(data[key], field, ids) ?? shape.defaults[key];
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/**
 * Front matter in which the fields of the form that changed are changed, and everything else, with its
 * comments and its way of writing, is as it was.
 * @param before what the form was given, by `readFront`
 */
export function editFront(front: string, before: Values, after: Values, shape: FileShape): string {
  let text = front;
  const known = Object.keys(shape.fields);
  for (const [index, key] of known.entries()) {
    const field = shape.fields[key];
    const [old, value] = [withoutEmpty(before[key]), withoutEmpty(after[key])];
    if (field === undefined || isSameValue(old, value)) continue;
    text = editField(text, { key, field, value, before: before[key] }, known.slice(0, index));
  }
  return text;
}

/** The front matter of a new file. */
export function writeFront(values: Values, { fields, defaults }: FileShape): string {
  const entries = Object.entries(fields).flatMap(([key, field]) => {
    const value = withoutEmpty(values[key]);
    if (value === undefined || value === defaults[key]) return [];
    return [[key, fromEditorValue(value, field)] as const];
  });
  return entries.map(([key, value]) => printPair(key, value)).join('');
}

function parseFront(front: string): Document.Parsed {
  return parseDocument(front, { schema: 'core', logLevel: 'silent', prettyErrors: false });
}

interface FieldEdit {
  readonly key: string;
  readonly field: Shape;
  /** Undefined takes the key away. */
  readonly value: unknown;
  readonly before: unknown;
}

function editField(text: string, edit: FieldEdit, earlier: readonly string[]): string {
  const { key, field, value, before } = edit;
  const document = parseFront(text);
  const pairs = isMap(document.contents) ? (document.contents.items as unknown as TopPair[]) : [];
  const pair = pairs.find((each) => each.key.value === key);
  if (pair === undefined) {
    const above = pairs.filter((each) => earlier.includes(String(each.key.value))).at(-1);
    const place = above === undefined ? 0 : endOfLine(text, endOfPair(text, above));
    return text.slice(0, place) + printPair(key, fromEditorValue(value, field)) + text.slice(place);
  }
  const start = pair.key.range?.[0] ?? 0;
  const end = endOfPair(text, pair);
  if (value === undefined) return text.slice(0, start) + text.slice(endOfLine(text, end));
  const node = editNode(document, pair.value, { field, value, before });
  // What stands behind the value stays in the text.
  if (isScalar(node)) delete node.comment;
  const printed = printPair(key, node).replace(/\n$/, '');
  return text.slice(0, start) + printed + text.slice(end);
}

/** Where a pair ends, without the end of its line or a comment behind it. */
function endOfPair(text: string, { key, value }: TopPair): number {
  const end = value?.range?.[1] ?? key.range?.[2] ?? text.length;
  return text.slice(0, end).trimEnd().length;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function printPair(key: string, value: unknown): string {
  const document = new Document<Node>({}, { schema: 'core' });
  (document.contents as YAMLMap).items.push(document.createPair(key, value));
  return document.toString(printing);
}

type NodeEdit = Omit<FieldEdit, 'key' | 'field'> & { readonly field: Shape };

/** The node changed to say the value, keeping what stays: parts, quotes, comments, `[…]`. */
function editNode(document: Document, node: unknown, edit: NodeEdit): Node {
  const { field, value, before } = edit;
  if (field.kind === 'list' && isSeq(node) && Array.isArray(value) && Array.isArray(before)) {
    return editList(document, node, { field, value, before });
  }
  if (field.kind === 'fields' && isMap(node) && isRecord(value) && isRecord(before)) {
    for (const [key, inner] of Object.entries(field.fields)) {
      const [old, now] = [withoutEmpty(before[key]), withoutEmpty(value[key])];
      if (isSameValue(old, now)) continue;
      if (now === undefined) node.delete(key);
      else {
        const child = editNode(document, node.get(key, true), {
          field: inner,
          value: now,
          before: before[key],
        });
        node.set(key, child);
      }
    }
    return node;
  }
  const plain = fromEditorValue(value, field);
  if (
    isScalar(node) &&
    !isRecord(plain) &&
    !Array.isArray(plain) &&
    typeof node.value === typeof plain
  ) {
    node.value = plain;
    delete node.source;
    return node;
  }
  return document.createNode(plain);
}

interface ListEdit {
  readonly field: Shape & { kind: 'list' };
  readonly value: readonly unknown[];
  readonly before: readonly unknown[];
}

/** Items that were there before, wherever they stand now, keep their nodes. */
function editList(document: Document, list: YAMLSeq, { field, value, before }: ListEdit): Node {
  const olds = list.items.map((node, index) => ({
    node,
    before: before[index],
    value: withoutEmpty(before[index]),
    isUsed: false,
  }));
  const kept = value.map((item) => {
    const same = olds.find((old) => !old.isUsed && isSameValue(old.value, item));
    if (same !== undefined) same.isUsed = true;
    return same?.node;
  });
  list.items = value.map((item, index) => {
    if (kept[index] !== undefined) return kept[index];
    const old = olds[index];
    if (old !== undefined && !old.isUsed && isMap(old.node) && isRecord(item)) {
      old.isUsed = true;
      return editNode(document, old.node, {
        field: field.items,
        value: item,
        before: old.before,
      });
    }
    return document.createNode(fromEditorItem(item, field));
  });
  return list as Node;
}
