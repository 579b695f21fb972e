import { diagnosticSeverities, type DiagnosticCode, type Severity } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { locateProblem, type Diagnostic } from '../diagnostics/locate.ts';
import type { SourceFile } from '../read/readContent.ts';

/** Finds every problem's place, applies the site's severities, and sorts by file and place. */
export function locateAll(
  problems: readonly Problem[],
  sources: readonly SourceFile[],
  check: ReadonlyMap<DiagnosticCode, Severity | 'off'>,
): readonly Diagnostic[] {
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const hasErrors = problems.some((problem) => diagnosticSeverities[problem.code] === 'error');
  const diagnostics: Diagnostic[] = [];
  for (const problem of problems) {
    const severity = check.get(problem.code) ?? diagnosticSeverities[problem.code];
    // A page that failed makes links to it look dead.
    if (severity === 'off' || (hasErrors && problem.code === 'dead-link')) continue;
    diagnostics.push(locateProblem(problem, severity, texts.get(problem.file) ?? null));
  }
  return diagnostics.sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
