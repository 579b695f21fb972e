import type { Diagnostic } from './locate.ts';

/**
 * Formats one diagnostic for people: `file:line:column severity code message; hint`, then the line
 * with a caret below it.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, hint, excerpt } = diagnostic;
  const head = `${file}:${line}:${column} ${severity} ${code} ${message}${hint === null ? '' : `; ${hint}`}`;
  if (excerpt === null || excerpt.trim() === '') return printable(head);
  const gutter = `${line} | `;
  // A tab in the line is kept in the pad, so that the caret stands below its character.
  const pad = excerpt.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return `${printable(head)}\n  ${gutter}${printable(excerpt)}\n  ${' '.repeat(gutter.length)}${pad}^`;
}

/** Formats one diagnostic as a line of JSON. */
export function formatDiagnosticJson(diagnostic: Diagnostic): string {
  const { code, severity, file, line, column, message, hint } = diagnostic;
  return JSON.stringify({ code, severity, file, line, column, message, hint });
}

/** Content must not steer the terminal: control and bidirectional characters are shown as escapes. */
function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
