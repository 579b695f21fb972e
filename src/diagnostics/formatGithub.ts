import type { Diagnostic } from './locate.ts';

/** Formats one diagnostic as a workflow command of GitHub Actions, which annotates the line. */
export function formatGithub(diagnostic: Diagnostic): string {
  const { code, severity, file, line, column, message, hint } = diagnostic;
  const properties = { file, line: String(line), col: String(column), title: code };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const text = hint === null ? message : `${message}; ${hint}`;
  return `::${severity} ${list.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
