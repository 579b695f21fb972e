import type { default as MarkdownIt } from 'markdown-it';
import Token from 'markdown-it/lib/token.mjs';
import { isAllowedLink } from './resolveLink.ts';

/** A link or picture whose address may not be published: the body has its text without it. */
export interface RefusedLink {
  /** The address as CommonMark reads it. */
  readonly href: string;
  /** The line of the body, from 0, of the block that holds it. */
  readonly line: number;
}

/** Where the rule leaves what it refused. */
export interface RefusalEnvironment {
  refused?: RefusedLink[];
}

/**
 * Takes links away whose address may not be published, and keeps their text. The parser must see them as
 * links nevertheless: to markdown-it's own `validateLink` a definition that is refused is a paragraph, which
 * takes the definitions below it along.
 */
export function refuseLinks(markdown: MarkdownIt): void {
  // Behind all others: what is judged is what is written.
  markdown.core.ruler.push('refuse_links', ({ tokens, env }) => {
    const refused: RefusedLink[] = [];
    let rowLine = 0;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'tr_open') rowLine = token.map?.[0] ?? rowLine;
      if (token.children === null) continue;
      // A cell has no line of its own, and neither has a footnote that is written within a sentence.
      const isCell = /^t[hd]_open$/.test(tokens[index - 1]?.type ?? '');
      const line = token.map?.[0] ?? (isCell ? rowLine : 0);
      const found = findRefused(token.children);
      if (found.size === 0) continue;
      for (const href of found) refused.push({ href, line });
      token.children = withoutRefused(token.children, (image) =>
        markdown.renderer.renderInlineAsText(image.children ?? [], markdown.options, env),
      );
    }
    if (refused.length > 0) (env as RefusalEnvironment).refused = refused;
  });
}

function addressOf(token: Token): string | null {
  if (token.type === 'link_open') return token.attrGet('href') ?? '';
  return token.type === 'image' ? (token.attrGet('src') ?? '') : null;
}

/** The addresses in a block that may not be published, each once. */
function findRefused(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const token of tokens) {
    const href = addressOf(token);
    if (href !== null && !isAllowedLink(href)) found.add(href);
  }
  return found;
}

function withoutRefused(tokens: readonly Token[], textOf: (image: Token) => string): Token[] {
  const kept: Token[] = [];
  /** For each link that is open, whether it is kept. */
  const open: boolean[] = [];
  for (const token of tokens) {
    const href = addressOf(token);
    const isKept =
      token.type === 'link_close' ? open.pop() === true : href === null || isAllowedLink(href);
    if (token.type === 'link_open') open.push(isKept);
    if (isKept) kept.push(token);
    else if (token.type === 'image') {
      const text = new Token('text', '', 0);
      text.content = textOf(token);
      kept.push(text);
    }
  }
  return kept;
}
