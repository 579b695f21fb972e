import { toPlainText } from '../search/plainText.ts';
import { wrapText } from './wrapText.ts';

const blockEnd = /<\/(?:p|li|h[1-6]|tr|blockquote|pre)>|<hr/;

/** An editor's note in plain text, a block a paragraph: what our own Markdown gives, no other HTML. */
export function formatNote(html: string): string {
  return html
    .replace(/<sup class="footnote-ref"><a [^>]*>(.*?)<\/a><\/sup>/gs, '$1')
    .replace(/<a [^>]*#fnref[^>]*>.*?<\/a>/gs, '')
    .replace(/<a [^>]*href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 &lt;$1&gt;')
    .split(blockEnd)
    .map((block) => ({ text: toPlainText(block), mark: markOf(block) }))
    .filter(({ text }) => text !== '')
    .map(({ text, mark }) => wrapText(text, mark))
    .join('\n\n');
}

/** What stands before an entry of a list, or a footnote. */
function markOf(block: string): string {
  const note = /<li id="fn(\d+)"/.exec(block)?.[1];
  if (note !== undefined) return `[${note}] `;
  return /<li\b/.test(block) ? '* ' : '';
}
