import type { Diagnostic } from '../diagnostics/locate.ts';
import { formatDiagnostic, formatDiagnosticJson } from '../diagnostics/format.ts';
import { standardError, standardOutput } from './standardStreams.ts';

/** Diagnostics go to standard error, results to standard output. */
export interface Printer {
  readonly isJson: boolean;
  readonly result: (text: string, data: Readonly<Record<string, unknown>>) => void;
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly error: (message: string) => void;
  /** Something worth knowing that is no problem. */
  readonly note: (message: string) => void;
}

export function createPrinter(isJson: boolean): Printer {
  const write = (stream: { write: (text: string) => void }, text: string): void => {
    stream.write(`${text}\n`);
  };
  return {
    isJson,
    result: (text, data) => write(standardOutput, isJson ? JSON.stringify(data) : text),
    diagnostics: (diagnostics) => {
      const format = isJson ? formatDiagnosticJson : formatDiagnostic;
      for (const diagnostic of diagnostics) write(standardError, format(diagnostic));
    },
    note: (message) =>
      write(standardError, isJson ? JSON.stringify({ severity: 'note', message }) : message),
    error: (message) =>
      write(
        standardError,
        isJson ? JSON.stringify({ severity: 'error', message }) : `dateline: ${message}`,
      ),
  };
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCounts {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** `2 errors, 1 warning`; `no problems` */
export function formatCounts({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors > 0 ? formatNumber(errors, 'error') : '',
    warnings > 0 ? formatNumber(warnings, 'warning') : '',
  ].filter((part) => part !== '');
  return parts.join(', ') || 'no problems';
}

/** `1 article`, `2 articles`. */
export function formatNumber(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
