import type { default as MarkdownIt } from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/**
 * Puts the definition of a footnote that stands in another one's (`[^1]: > [^2]: text`) behind it: when
 * the plugin takes definitions out of the text, it ends the outer one where the inner one ends, and elements
 * of it that are still open would be closed in the text.
 */
export function partNestedNotes(markdown: MarkdownIt): void {
  markdown.core.ruler.before('footnote_tail', 'part_nested_notes', (state) => {
    if (hasNested(state.tokens)) state.tokens = partNotes(state.tokens);
  });
}

function hasNested(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { type } of tokens) {
    if (type === 'footnote_reference_open') depth++;
    if (type === 'footnote_reference_close') depth--;
    if (depth > 1) return true;
  }
  return false;
}

function partNotes(tokens: readonly Token[]): Token[] {
  const text: Token[] = [];
  /** The definitions that have not ended, the innermost last. */
  const open: Token[][] = [];
  const ended: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') open.push([]);
    (open.at(-1) ?? text).push(token);
    if (token.type !== 'footnote_reference_close') continue;
    const note = open.pop();
    if (note !== undefined) ended.push(note);
    // The inner ones ended first.
    if (open.length > 0) continue;
    for (const each of ended.splice(0).reverse()) for (const part of each) text.push(part);
  }
  return text;
}
