import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { Severity } from './codes.ts';
import type { Problem, Where } from './diagnostic.ts';
import { lineAt, lineStarts } from './lines.ts';

/** A problem with its place, ready to print. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  /** From 1; 1:1 where the problem is the file itself. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string | null;
  /** The line itself, without its end, or null where there is none to show. */
  readonly excerpt: string | null;
}

/** Finds places in one file's text. */
type Locator = (where: Where) => { readonly place: Place; readonly excerpt: string | null };

interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Problems come file by file, and a file may have thousands: its text is prepared once. */
let latest: { readonly text: string; readonly locate: Locator } | null = null;

/**
 * Finds line, column and line text of a problem. This parses the file's YAML a second time, with a
 * slow parser that keeps positions, so it is for files that failed only.
 * @param text the file's text, or null where it could not be read
 */
export function locateProblem(
  problem: Problem,
  severity: Severity,
  text: string | null,
): Diagnostic {
  const { code, file, message, hint, where } = problem;
  let place: Place = { line: 1, column: 1 };
  let excerpt: string | null = null;
  if (text !== null) {
    if (latest?.text !== text) latest = { text, locate: createLocator(text) };
    ({ place, excerpt } = latest.locate(where));
  }
  return { code, severity, file, ...place, message, hint, excerpt };
}

/** Longer lines are no text that somebody reads. */
const longestExcerpt = 20_000;

function createLocator(text: string): Locator {
  const lines = text.split('\n');
  const findKey = createKeyFinder(text);
  const findText = createTextFinder(lines);
  const findPlace = (where: Where): Place => {
    switch (where.kind) {
      case 'file':
        return { line: 1, column: 1 };
      case 'position':
        return { line: where.line, column: where.column };
      case 'text':
        return findText(where.text, where.fromLine);
      case 'front':
        return findKey(where);
    }
  };
  return (where) => {
    const place = findPlace(where);
    const line = where.kind === 'file' ? undefined : lines[place.line - 1];
    return { place, excerpt: line === undefined || line.length > longestExcerpt ? null : line };
  };
}

/** Letters through which one file's texts are looked for: many may be written in another way there. */
const mostSearched = 64 * 1024 * 1024;

function createTextFinder(lines: readonly string[]): (wanted: string, fromLine: number) => Place {
  let left = mostSearched;
  return (wanted, fromLine) => {
    const unescaped = unescapeAddress(wanted);
    for (let index = fromLine - 1; index < lines.length && left > 0; index++) {
      const line = lines[index] ?? '';
      left -= line.length + 1;
      let column = line.indexOf(wanted);
      if (column < 0 && unescaped !== wanted) column = line.indexOf(unescaped);
      if (column >= 0) return { line: index + 1, column: column + 1 };
    }
    return { line: Math.min(fromLine, lines.length), column: 1 };
  };
}

/** CommonMark escapes an address that people write in letters of any script. */
function unescapeAddress(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** Finds key paths; where a path leaves the document, its deepest part that is there. */
function createKeyFinder(text: string): (where: Extract<Where, { kind: 'front' }>) => Place {
  const starts = lineStarts(text);
  const isFrontMatter = text.startsWith('---');
  let root: ParsedNode | null | undefined;
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    let known = pairs.get(map);
    if (known === undefined) {
      known = new Map(
        map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item]] : [])),
      );
      pairs.set(map, known);
    }
    return known.get(key);
  };
  return ({ path, on, part }) => {
    root ??= parseFront(text, isFrontMatter);
    let offset = isFrontMatter ? 4 : 0;
    let node: unknown = root;
    for (const [depth, step] of path.entries()) {
      const isLast = depth === path.length - 1;
      if (isMap(node)) {
        const pair = pairOf(node, String(step));
        if (pair === undefined) break;
        const target = isLast && on === 'key' ? pair.key : (pair.value ?? pair.key);
        offset = startOf(target) ?? startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step];
        offset = startOf(node) ?? offset;
      } else break;
    }
    if (part !== undefined) offset = findPart(part, node, text) ?? offset;
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function findPart(part: string, node: unknown, text: string): number | null {
  if (!isNode(node) || !node.range) return null;
  const [start, end] = node.range;
  const at = text.slice(start, end).indexOf(part);
  return at < 0 ? null : start + at;
}

function parseFront(text: string, isFrontMatter: boolean): ParsedNode | null {
  const end = isFrontMatter ? text.search(/\n---[ \t\r]*(\n|$)/) : text.length;
  const yaml = end < 0 ? text : text.slice(0, end + 1);
  return parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' }).contents;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) && node.range ? node.range[0] : undefined;
}
