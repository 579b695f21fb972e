import Token from 'markdown-it/lib/token.mjs';
import { escapePath } from '../urls/address.ts';
import type { SitePath } from '../urls/paths.ts';
import { holeMark } from './portableHtml.ts';

/** A name found in running text: the half-open range of code units, and the page it links to. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly path: SitePath;
}

/** Finds names in a text, left to right, not overlapping. */
export type MentionFinder = (text: string) => readonly Mention[];

/**
 * Links the first mention of each name in one paragraph's tokens; texts within links, code and
 * images are left alone.
 */
export function linkInlineMentions(tokens: readonly Token[], find: MentionFinder): Token[] {
  const linked = new Set<SitePath>();
  const result: Token[] = [];
  let run: Token[] = [];
  let linkDepth = 0;
  const flush = (): void => {
    // One by one: a paragraph may have more lines than a call takes arguments.
    for (const token of run.length > 0 ? linkRun(run, find, linked) : []) result.push(token);
    run = [];
  };
  for (const token of tokens) {
    if (token.type === 'link_open') linkDepth++;
    if (token.type === 'link_close') linkDepth--;
    const isText = token.type === 'text' || token.type === 'softbreak';
    if (isText && linkDepth === 0) run.push(token);
    else {
      flush();
      result.push(token);
    }
  }
  flush();
  return result;
}

/** A run of text and line breaks; a name may stand across a line break. */
function linkRun(
  run: readonly Token[],
  find: MentionFinder,
  linked: Set<SitePath>,
): readonly Token[] {
  const text = run.map((token) => (token.type === 'softbreak' ? '\n' : token.content)).join('');
  const mentions = find(text).filter((mention) => {
    if (linked.has(mention.path)) return false;
    linked.add(mention.path);
    return true;
  });
  if (mentions.length === 0) return run;
  const result: Token[] = [];
  let position = 0;
  for (const { start, end, path } of mentions) {
    if (start > position) result.push(textToken(text.slice(position, start)));
    const open = new Token('link_open', 'a', 1);
    open.attrs = [['href', holeMark + escapePath(path)]];
    result.push(open, textToken(text.slice(start, end)), new Token('link_close', 'a', -1));
    position = end;
  }
  if (position < text.length) result.push(textToken(text.slice(position)));
  return result;
}

function textToken(text: string): Token {
  const token = new Token('text', '', 0);
  token.content = text;
  return token;
}
