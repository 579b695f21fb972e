import type { Problem } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/read/readContent.ts';
import type { SourceKind } from '../../src/read/places.ts';

/** A content file that was never on a disk. */
export function makeSource(kind: SourceKind, relative: string, text: string): SourceFile {
  return { kind, file: `content/${relative}`, relative, text };
}

export interface Collected<Result> {
  readonly result: Result;
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

/** Runs a stage and collects what it reports. */
export function collect<Result>(
  run: (report: (problem: Problem) => void) => Result,
): Collected<Result> {
  const problems: Problem[] = [];
  const result = run((problem) => problems.push(problem));
  return { result, problems, codes: problems.map((problem) => problem.code) };
}
