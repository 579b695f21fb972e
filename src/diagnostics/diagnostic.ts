import type { DiagnosticCode } from './codes.ts';

/** One step into front matter: a key of a mapping or an index of a list. */
export type KeyPath = readonly (string | number)[];

/**
 * Where in a file a problem is. Stages name what they know; line and column are found at the edge
 * (`locate.ts`). Lines and columns count from 1.
 */
export type Where =
  | { readonly kind: 'file' }
  | { readonly kind: 'position'; readonly line: number; readonly column: number }
  /** A key, or the value below it, of the file's front matter (or of a YAML file). */
  | {
      readonly kind: 'front';
      readonly path: KeyPath;
      readonly on: 'key' | 'value';
      /** The part of the value that is meant, as it stands in the file. */
      readonly part?: string;
    }
  /** The first place of a text at or after a line. */
  | { readonly kind: 'text'; readonly text: string; readonly fromLine: number };

/** A problem as a stage reports it. `file` is the path as the user would type it. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly where: Where;
  /** What is wrong, one line, no full stop. */
  readonly message: string;
  /** What to write instead, or null where the message says all. */
  readonly hint: string | null;
}

/** Takes a problem and lets the stage go on, so that one run reports them all. */
export type Report = (problem: Problem) => void;

export const wholeFile: Where = { kind: 'file' };

export function atValue(...path: KeyPath): Where {
  return { kind: 'front', path, on: 'value' };
}

export function atKey(...path: KeyPath): Where {
  return { kind: 'front', path, on: 'key' };
}

/** A part of a value; the value's start where the file writes it in another way. */
export function atPart(part: string, ...path: KeyPath): Where {
  return { kind: 'front', path, on: 'value', part };
}
