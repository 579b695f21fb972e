import { diagnosticSeverities, type DiagnosticCode, type Severity } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { locateProblem, type Diagnostic } from '../diagnostics/locate.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';

/** What a file that failed makes of others: links to it look dead, and its address lost. */
const followers: ReadonlySet<DiagnosticCode> = new Set(['dead-link', 'lost-address', 'lost-entry']);

/** Finds every problem's place, applies the site's severities, and sorts by file and place. */
export function locateAll(
  problems: readonly Problem[],
  entries: readonly SourceEntry[],
  check: ReadonlyMap<DiagnosticCode, Severity | 'off'>,
): readonly Diagnostic[] {
  if (problems.length === 0) return [];
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const texts = new Map<string, string | null>();
  // Files with problems are few, so they are read again rather than all kept.
  const textOf = (file: string): string | null => {
    let text = texts.get(file);
    if (text === undefined) {
      const entry = byFile.get(file);
      text = entry === undefined ? null : (readSource(entry, () => undefined)?.text ?? null);
      texts.set(file, text);
    }
    return text;
  };
  const hasErrors = problems.some(
    ({ code }) => diagnosticSeverities[code] === 'error' && !followers.has(code),
  );
  const diagnostics: Diagnostic[] = [];
  for (const problem of problems) {
    const severity = check.get(problem.code) ?? diagnosticSeverities[problem.code];
    if (severity === 'off' || (hasErrors && followers.has(problem.code))) continue;
    diagnostics.push(locateProblem(problem, severity, textOf(problem.file)));
  }
  return diagnostics.sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
