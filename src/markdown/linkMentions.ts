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
 * images are left alone. Names are looked for in the whole paragraph, so that in `South **China** Sea`
 * the words beside the emphasis are seen; a name that stands only partly in emphasis is not linked.
 */
export function linkInlineMentions(tokens: readonly Token[], find: MentionFinder): Token[] {
  const runs = readRuns(tokens);
  const mentions = find(runs.map(({ text }) => text).join(''));
  const linked = new Set<SitePath>();
  const result: Token[] = [];
  let next = 0;
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const inside: Mention[] = [];
    let mention = mentions[next];
    while (mention !== undefined && mention.start < end) {
      const isWhole = mention.start >= start && mention.end <= end;
      if (run.isOpen && isWhole && !linked.has(mention.path)) {
        linked.add(mention.path);
        const { path } = mention;
        inside.push({ start: mention.start - start, end: mention.end - start, path });
      }
      mention = mentions[++next];
    }
    // One by one: a paragraph may have more lines than a call takes arguments.
    for (const token of inside.length > 0 ? linkRun(run.text, inside) : run.tokens) {
      result.push(token);
    }
    start = end;
  }
  return result;
}

/** Tokens that stand side by side, and what a reader sees of them. */
interface Run {
  readonly tokens: Token[];
  text: string;
  /** Whether names in it are linked: a run of text and line breaks. */
  readonly isOpen: boolean;
}

function readRuns(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  let linkDepth = 0;
  for (const token of tokens) {
    if (token.type === 'link_open') linkDepth++;
    if (token.type === 'link_close') linkDepth--;
    const isOpen = linkDepth === 0 && (token.type === 'text' || token.type === 'softbreak');
    const last = runs.at(-1);
    if (isOpen && last?.isOpen === true) {
      last.tokens.push(token);
      last.text += textOf(token);
    } else runs.push({ tokens: [token], text: textOf(token), isOpen });
  }
  return runs;
}

function textOf({ type, content }: Token): string {
  if (type === 'softbreak') return '\n';
  if (type === 'text' || type === 'code_inline') return content;
  // A picture, a note or the end of a line parts words.
  return /_(?:open|close)$/.test(type) ? '' : '\ufffc';
}

/** A run of text and line breaks; a name may stand across a line break. */
function linkRun(text: string, mentions: readonly Mention[]): readonly Token[] {
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
