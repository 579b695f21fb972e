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
  const shown = cutAround(excerpt, column - 1);
  // A tab in the line is kept in the pad, so that the caret stands below its character.
  const pad = printable(shown.text.slice(0, shown.offset)).replace(/[^\t]/g, ' ');
  return `${printable(head)}\n  ${gutter}${printable(shown.text)}\n  ${' '.repeat(gutter.length)}${pad}^`;
}

/** A paragraph may be one line: what is around the place is shown, so that no terminal wraps it. */
const longestLine = 100;

function cutAround(line: string, offset: number): { text: string; offset: number } {
  if (line.length <= longestLine) return { text: line, offset };
  const start = Math.max(0, Math.min(offset - longestLine / 2, line.length - longestLine));
  const end = start + longestLine;
  // No half of a character at either end.
  const cut = line.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ' ');
  return {
    text: `${start > 0 ? '…' : ''}${cut}${end < line.length ? '…' : ''}`,
    offset: offset - start + (start > 0 ? 1 : 0),
  };
}

/** Formats one diagnostic as a line of JSON. */
export function formatDiagnosticJson(diagnostic: Diagnostic): string {
  const { code, severity, file, line, column, message, hint } = diagnostic;
  return JSON.stringify({ code, severity, file, line, column, message, hint });
}

/** Content must not steer the terminal: control and bidirectional characters are shown as escapes. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
