import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Severity } from './codes.ts';
import type { KeyPath, Problem, Where } from './diagnostic.ts';

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
  const { line, column } = text === null ? { line: 1, column: 1 } : findPlace(problem.where, text);
  const excerpt =
    text === null || problem.where.kind === 'file'
      ? null
      : (text.split('\n', line)[line - 1] ?? null);
  return {
    code: problem.code,
    severity,
    file: problem.file,
    line,
    column,
    message: problem.message,
    hint: problem.hint,
    excerpt: excerpt === null || excerpt.length > 400 ? null : excerpt.replace(/\r$/, ''),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function findPlace(where: Where, text: string): Place {
  switch (where.kind) {
    case 'file':
      return { line: 1, column: 1 };
    case 'position':
      return { line: where.line, column: where.column };
    case 'text':
      return findText(where.text, where.fromLine, text);
    case 'front':
      return findKey(where.path, where.on, text);
  }
}

function findText(wanted: string, fromLine: number, text: string): Place {
  const lines = text.split('\n');
  for (let index = fromLine - 1; index < lines.length; index++) {
    const column = lines[index]?.indexOf(wanted) ?? -1;
    if (column >= 0) return { line: index + 1, column: column + 1 };
  }
  return { line: Math.min(fromLine, lines.length), column: 1 };
}

/** The place of a key path; where the path leaves the document, its deepest part that is there. */
function findKey(path: KeyPath, on: 'key' | 'value', text: string): Place {
  const isFrontMatter = text.startsWith('---');
  const end = isFrontMatter ? text.search(/\n---[ \t\r]*(\n|$)/) : text.length;
  const yaml = end < 0 ? text : text.slice(0, end + 1);
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' });
  let offset = isFrontMatter ? 4 : 0;
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      const target = isLast && on === 'key' ? pair.key : (pair.value ?? pair.key);
      offset = startOf(target) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) && node.range ? node.range[0] : undefined;
}
