/**
 * Plain text of one line as Markdown that renders as that text: what CommonMark, its tables,
 * footnotes and strikethrough would take for markup is escaped, and nothing else.
 */
export function escapeMarkdown(line: string): string {
  return escapeStart(escapeInline(line.replace(/\s+/g, ' ').trim()));
}

/** A part of a line, its spaces kept. */
export function escapeInline(part: string): string {
  return part
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*_`]/g, '\\$&')
    .replace(/~(?=~)/g, '\\~')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/\](?=[([:])/g, '\\]')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/\^(?=\[)/g, '\\^')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** What makes a block at the start of a line: headings, quotes, lists, rules. */
export function escapeStart(text: string): string {
  if (/^(?:#{1,6}(?: |$)|>|[-+](?: |$)|(?:-\s*){3,}$|=+$|\|)/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
}
