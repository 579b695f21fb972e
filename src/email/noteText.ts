import { toPlainText } from '../search/plainText.ts';
import { wrapText } from './wrapText.ts';

const blockEnd = /<\/(?:p|li|h[1-6]|tr|blockquote|pre)>|<hr/;

/** An editor's note in plain text, a block a paragraph: what our own Markdown gives, no other HTML. */
export function formatNote(html: string): string {
  return html
    .replace(/<sup\b[^>]*>.*?<\/sup>|<a [^>]*footnote-backref[^>]*>.*?<\/a>/gs, '')
    .replace(/<a [^>]*href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 &lt;$1&gt;')
    .split(blockEnd)
    .map((block) => ({ text: toPlainText(block), isEntry: /<li\b/.test(block) }))
    .filter(({ text }) => text !== '')
    .map(({ text, isEntry }) => wrapText(text, isEntry ? '* ' : ''))
    .join('\n\n');
}
