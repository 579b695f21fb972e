import type { default as MarkdownIt } from 'markdown-it';
import Token from 'markdown-it/lib/token.mjs';
import {
  balanceDirections,
  DirectionMarks,
  hasDirectionMarks,
  withoutForbidden,
} from '../parse/characters.ts';

/**
 * Cleans what Markdown made of a text: character references are decoded after the text was cleaned, so
 * `&#12;` would bring back what the text may not hold. Marks that turn the direction end with their
 * paragraph.
 */
export function cleanDecoded(markdown: MarkdownIt): void {
  markdown.core.ruler.push('clean_decoded', ({ src, tokens }) => {
    // Nothing else can bring one of either.
    if (src.includes('&') || hasDirectionMarks(src)) cleanTokens(tokens);
  });
}

function cleanTokens(tokens: readonly Token[]): void {
  for (const token of tokens) {
    for (const attribute of token.attrs ?? []) {
      attribute[1] = balanceDirections(withoutForbidden(attribute[1]));
    }
    // The content of these is the text as it was written, of which nobody shows anything.
    if (token.children !== null) cleanParagraph(token.children);
    else token.content = balanceDirections(withoutForbidden(token.content));
  }
}

/** Cleans the pieces of one paragraph, heading, cell or alternative text. */
function cleanParagraph(tokens: Token[]): void {
  const marks = new DirectionMarks();
  for (const token of tokens) {
    if (token.children !== null) cleanTokens([token]);
    // In an alternative text markdown-it passes over decoded signs, so that they turn nothing.
    else if (token.type !== 'text_special')
      token.content = marks.take(withoutForbidden(token.content));
    for (const attribute of token.attrs ?? []) {
      attribute[1] = balanceDirections(withoutForbidden(attribute[1]));
    }
  }
  const end = marks.end();
  if (end === '') return;
  const last = new Token('text', '', 0);
  last.content = end;
  tokens.push(last);
}
