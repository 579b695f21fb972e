import type Token from 'markdown-it/lib/token.mjs';
import { limits } from '../read/limits.ts';
import type { SiteAddress } from '../urls/address.ts';
import type { SitePath } from '../urls/paths.ts';
import { findOwnPath } from '../urls/sitePaths.ts';
import { placeHeadings } from './headings.ts';
import { findActive } from './inertHtml.ts';
import { linkInlineMentions, type MentionFinder } from './linkMentions.ts';
import { markdown, type BodyEnvironment } from './markdown.ts';
import { holeMark, type PortableHtml } from './portableHtml.ts';
import type { RefusedLink } from './refuseLinks.ts';
import { resolveLink } from './resolveLink.ts';

/** A Markdown body, rendered. */
export interface Body {
  readonly html: PortableHtml;
  /** The text of the first paragraph, without markup; empty where there is none. */
  readonly firstParagraph: string;
  readonly words: number;
  /** Links into the site, to be held against its addresses. */
  readonly links: readonly BodyLink[];
}

/** What is told of a body while it is rendered. */
export interface BodyReport {
  /** Why the body is refused; it is empty then. */
  readonly refuse: (excess: BodyExcess) => void;
  /** A link of which the body has the text alone. */
  readonly refuseLink: (link: RefusedLink) => void;
}

const silent: BodyReport = { refuse: () => undefined, refuseLink: () => undefined };

export interface BodyLink {
  readonly path: SitePath;
  /** As written, or nearly so: CommonMark may have escaped it. */
  readonly href: string;
  /** The line of the body, from 0, of the block that holds it. */
  readonly line: number;
}

/** Why a body is not rendered: it would become more than a body may. */
export interface BodyExcess {
  readonly message: string;
  readonly hint: string;
  /** The line of the body, from 0. */
  readonly line: number;
}

export const emptyBody: Body = { html: [''], firstParagraph: '', words: 0, links: [] };

/**
 * Renders Markdown: CommonMark with tables, strikethrough and footnotes; raw HTML and links with
 * schemes other than http, https and mailto become text.
 * @param ownPath the page on which the body stands, against which links are resolved
 * @param findMentions finds names to be linked; null links none
 * @param site whose whole URLs count as links into the site
 */
export function renderBody(
  text: string,
  ownPath: SitePath,
  findMentions: MentionFinder | null,
  { refuse, refuseLink }: BodyReport = silent,
  site: SiteAddress | null = null,
): Body {
  if (text.trim() === '') return emptyBody;
  const environment: BodyEnvironment = {};
  const tokens = markdown.parse(text, environment);
  for (const link of environment.refused ?? []) refuseLink(link);
  placeHeadings(tokens);
  const longest = limits.html + limits.htmlRatio * text.length;
  const budget = { left: longest };
  let notes = 0;
  const links: BodyLink[] = [];
  let firstParagraph = '';
  let words = 0;
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type === 'footnote_open') notes++;
    if (notes > limits.notes || token.level > limits.nesting) {
      refuse(notes > limits.notes ? tooManyNotes(line) : tooDeep(line));
      return emptyBody;
    }
    if (token.type !== 'inline' || token.children === null) continue;
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    const isShallow = resolveInlineLinks(token, { ownPath, site }, links, budget);
    if (!isShallow || budget.left < 0) {
      refuse(isShallow ? tooMuchHtml(line, longest) : tooDeep(line));
      return emptyBody;
    }
    words += countWords(token.content);
    if (firstParagraph === '' && tokens[index - 1]?.type === 'paragraph_open') {
      firstParagraph = plainText(token.children);
    }
    if (findMentions !== null && !isHeading) {
      token.children = linkInlineMentions(token.children, findMentions);
    }
  }
  environment.ownPath = ownPath;
  const html = markdown.renderer.render(tokens, markdown.options, environment).trimEnd();
  if (html.length > longest) {
    refuse(tooMuchHtml(0, longest));
    return emptyBody;
  }
  const active = findActive(html);
  if (active !== null) throw new Error(`a body became ${active}, which no body may have`);
  return { html: html.split(holeMark), firstParagraph, words, links };
}

function tooManyNotes(line: number): BodyExcess {
  return {
    message: 'this body has too many footnotes',
    hint: `${limits.notes} at most; divide the text`,
    line,
  };
}

function tooDeep(line: number): BodyExcess {
  return {
    message: 'this stands in too many lists, quotations or emphasised texts, one in the other',
    hint: `${limits.nesting} levels at most, of which a list takes two`,
    line,
  };
}

function tooMuchHtml(line: number, longest: number): BodyExcess {
  return {
    message: `this body becomes more than ${longest} letters of HTML, far more than it has itself`,
    hint: 'shorten the addresses and titles that it uses again and again, and its empty cells',
    line,
  };
}

/**
 * Gives links their addresses. One definition may be used thousands of times: what is written for it is
 * taken from the budget before it is written, and the first link beyond it ends this.
 * @returns whether nothing stands too deep
 */
function resolveInlineLinks(
  inline: Token,
  { ownPath, site }: { readonly ownPath: SitePath; readonly site: SiteAddress | null },
  links: BodyLink[],
  budget: { left: number },
): boolean {
  const seen = new Set<string>();
  for (const token of inline.children ?? []) {
    if (token.level > limits.nesting) return false;
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : null;
    if (name === null) continue;
    const href = token.attrGet(name) ?? '';
    const target = resolveLink(href, ownPath);
    const path = target.path ?? (site && findOwnPath(href, site));
    if (path !== null && !seen.has(target.href))
      links.push({ path, href, line: inline.map?.[0] ?? 0 });
    seen.add(target.href);
    token.attrSet(name, target.href);
    budget.left -= target.href.length + (token.attrGet('title')?.length ?? 0);
    if (budget.left < 0) break;
  }
  return true;
}

function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += plainText(token.children ?? []);
  }
  return text.replace(/\s+/g, ' ').trim();
}

function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSpace = code === 32 || code === 10 || code === 9;
    // Scripts without spaces: two characters are read in about the time of a word.
    if (code >= 0x3040 && code <= 0x9fff) count += 0.5;
    else if (!isSpace && !inWord) count += 1;
    inWord = !isSpace;
  }
  return Math.round(count);
}
