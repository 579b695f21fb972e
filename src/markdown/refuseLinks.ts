import type { default as MarkdownIt } from 'markdown-it';
import Token from 'markdown-it/lib/token.mjs';
import { balanceDirections } from '../parse/characters.ts';
import { isAllowedLink } from './resolveLink.ts';

/** A link or picture whose address may not be published: the body has its text without it. */
export interface RefusedLink {
  /** The address as CommonMark reads it. */
  readonly href: string;
  /** The line of the body, from 0, of the block that holds it. */
  readonly line: number;
}

/** Letters from which on an address is told once, however often a body refers to it. */
const long = 200;

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
    const longTold = new Set<string>();
    const isAllowed = judgeOnce();
    let rowLine = 0;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'tr_open') rowLine = token.map?.[0] ?? rowLine;
      if (token.children === null) continue;
      // A cell has no line of its own, and neither has a footnote that is written within a sentence.
      const isCell = /^t[hd]_open$/.test(tokens[index - 1]?.type ?? '');
      const line = token.map?.[0] ?? (isCell ? rowLine : 0);
      const found = findRefused(token.children, isAllowed);
      if (found.size === 0) continue;
      for (const href of found) {
        if (!longTold.has(href)) refused.push({ href, line });
        if (href.length > long) longTold.add(href);
      }
      // Signs that turn the direction may stand in what an alternative text passes over.
      const textOf = (image: Token): string =>
        balanceDirections(
          markdown.renderer.renderInlineAsText(image.children ?? [], markdown.options, env),
        );
      token.children = withoutRefused(token.children, isAllowed, textOf);
    }
    if (refused.length > 0) (env as RefusalEnvironment).refused = refused;
  });
}

type Judge = (href: string) => boolean;

/** A long address may be referred to thousands of times. */
function judgeOnce(): Judge {
  const known = new Map<string, boolean>();
  return (href) => {
    const judged = known.get(href) ?? isAllowedLink(href);
    known.set(href, judged);
    return judged;
  };
}

function addressOf(token: Token): string | null {
  if (token.type === 'link_open') return token.attrGet('href') ?? '';
  return token.type === 'image' ? (token.attrGet('src') ?? '') : null;
}

/** The addresses in a block that may not be published, each once. */
function findRefused(tokens: readonly Token[], isAllowed: Judge): ReadonlySet<string> {
  const found = new Set<string>();
  for (const token of tokens) {
    const href = addressOf(token);
    if (href !== null && !isAllowed(href)) found.add(href);
  }
  return found;
}

function withoutRefused(
  tokens: readonly Token[],
  isAllowed: Judge,
  textOf: (image: Token) => string,
): Token[] {
  const kept: Token[] = [];
  /** For each link that is open, whether it is kept. */
  const open: boolean[] = [];
  for (const token of tokens) {
    const href = addressOf(token);
    const isKept =
      token.type === 'link_close' ? open.pop() === true : href === null || isAllowed(href);
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
