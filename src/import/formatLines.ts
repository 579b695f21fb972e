import { printable } from '../diagnostics/format.ts';

/**
 * Lines of a report for people, each on a line of its own: a title with a line break in it makes no second
 * one, and raw material does not steer the terminal.
 */
export function formatLines(lines: readonly string[]): string {
  return lines.map(formatLine).join('\n');
}

/** One line, whatever breaks of lines and signs of control are in it. */
export function formatLine(text: string): string {
  return printable(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trimEnd());
}
