import { XMLParser } from 'fast-xml-parser';
import { parseDay } from '../dates/day.ts';
import { dayOfInstant, parseInstant } from '../dates/instant.ts';
import { parseSitePath } from '../urls/paths.ts';
import { parseSlug, toSlug } from '../urls/slug.ts';
import { ImportError } from './decodeRaw.ts';
import { parseAddress } from './parseAddress.ts';
import { textOfHtml } from './dom.ts';
import { findTags } from './findTags.ts';
import { toMarkdown } from './htmlToText.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { hashRaw } from './hashRaw.ts';
import type { Reference } from './parseRawText.ts';
import { languageOf, webAddress } from './webValues.ts';
import { identifyItems, type WxrIdentity } from './wxrIdentity.ts';
import { lineIn, nodesIn, textIn, type WxrNode } from './wxrNodes.ts';
import { parsePostDate } from './postDates.ts';
import type { RawItem } from './rawItem.ts';

/** An export of WordPress, read. */
export interface WxrContent {
  readonly items: readonly RawItem[];
  /** What was not taken, by what it is: attachments, comments, … */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Titles of what was not taken, by what it is. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  readonly attachments: readonly string[];
  readonly problems: readonly { readonly input: string; readonly message: string }[];
}

export function isWxr(text: string): boolean {
  return /xmlns:wp=["']https?:\/\/wordpress\.org\/export\//.test(text.slice(0, 10_000));
}

/**
 * Reads an export of WordPress (WXR).
 * @throws ImportError
 */
export function parseWxr(text: string, reference: Reference): WxrContent {
  const start = text.search(/<rss\b/);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, Math.max(start, 0)))) {
    throw new ImportError('it declares a document type or entities, which no export needs');
  }
  const channel = readChannel(text);
  const authors = new Map(
    nodesIn(channel, 'wp:author').map((author) => [
      textIn(author, 'wp:author_login'),
      lineIn(author, 'wp:author_display_name'),
    ]),
  );
  const base = webAddress(textIn(channel, 'wp:base_blog_url') ?? textIn(channel, 'link'), null);
  const language = languageOf(textIn(channel, 'language'));
  const leftOut = new Map<string, number>();
  const count = (what: string, number: number): void => {
    if (number > 0) leftOut.set(what, (leftOut.get(what) ?? 0) + number);
  };
  const titles = new Map<string, string[]>();
  const leave = (what: string, node: WxrNode): void => {
    count(what, 1);
    const title = lineIn(node, 'title');
    if (title !== null) titles.set(what, [...(titles.get(what) ?? []), title]);
  };
  const items: RawItem[] = [];
  const attachments: string[] = [];
  const problems: { input: string; message: string }[] = [];
  const nodes = nodesIn(channel, 'item');
  const identities = identifyItems(nodes);
  for (const node of nodes) {
    const type = textIn(node, 'wp:post_type') ?? 'post';
    const status = textIn(node, 'wp:status') ?? 'publish';
    count('comments', nodesIn(node, 'wp:comment').length);
    if (type === 'attachment') attachments.push(textIn(node, 'wp:attachment_url') ?? '');
    if (type === 'attachment') count('items of type attachment', 1);
    else if (type !== 'post' && type !== 'page') leave(`items of type ${type}`, node);
    else if (/^(?:trash|auto-draft|inherit)$/.test(status)) leave(`items in state ${status}`, node);
    else {
      try {
        const identity = identities.get(node) ?? null;
        items.push(toItem(node, { type, status, authors, base, language, identity }, reference));
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        problems.push({ input: lineIn(node, 'title') ?? 'an item', message: error.message });
      }
    }
  }
  return {
    ...{ items, leftOut, titles, problems },
    attachments: attachments.filter((url) => url !== ''),
  };
}

/** Whether nothing but comments stands behind the end. */
function isWhole(text: string): boolean {
  const end = text.lastIndexOf('</rss>');
  return (
    end >= 0 &&
    text
      .slice(end + 6)
      .replace(/<!--[^]*?-->/g, '')
      .trim() === ''
  );
}

function readChannel(text: string): WxrNode {
  if (!isWhole(text)) throw new ImportError('it is cut off: its end is missing');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    maxNestedTags: 50,
    // References by number too, which are a part of XML.
    htmlEntities: true,
  });
  let root: WxrNode;
  try {
    root = parser.parse(text) as WxrNode;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new ImportError(`it is no XML that can be read (${message})`);
  }
  const [rss] = nodesIn(root, 'rss');
  const [channel] = rss === undefined ? [] : nodesIn(rss, 'channel');
  if (channel === undefined) throw new ImportError('it has no channel');
  return channel;
}

interface Setting {
  readonly type: string;
  readonly status: string;
  readonly authors: ReadonlyMap<string | null, string | null>;
  readonly base: string | null;
  readonly language: string | null;
  readonly identity: WxrIdentity | null;
}

function toItem(node: WxrNode, setting: Setting, reference: Reference): RawItem {
  const { type, status, authors, base, language, identity } = setting;
  const link = webAddress(textIn(node, 'link'), base);
  const url = identity?.sharesAddress === true ? null : link;
  const html = textIn(node, 'content:encoded') ?? '';
  const { body, flattened } = toMarkdown(addParagraphs(html), link ?? base);
  const login = textIn(node, 'dc:creator');
  const author = authors.get(login) ?? login;
  const written = textIn(node, 'wp:post_name');
  const name = written === null ? null : decodeName(written);
  // WordPress keeps a title as HTML, and older exports escape its signs once more.
  const title = lineIn(node, 'title');
  const doubts = [...findTags(html, 'wordpress'), ...lossesOf(html)];
  if (flattened > 0) doubts.push('a table became lines of text');
  if (type === 'page') doubts.push('it was a page: it may belong below content/pages');
  if (title === null) doubts.push('it has no title');
  if ((textIn(node, 'wp:post_password') ?? '') !== '') doubts.push('it had a password');
  const date = dateOf(node, reference);
  if (date.guess !== null) doubts.push(`its date is a guess: ${date.guess}`);
  const excerpt = textIn(node, 'excerpt:encoded');
  const summary = textOfHtml(excerpt ?? '');
  const addresses = addressOf(url);
  if (url !== null && addresses.length === 0 && hasPath(url))
    doubts.push(`its address can’t redirect here: ${url}`);
  const updated = gmtIn(node, 'wp:post_modified_gmt');
  return {
    title: title ?? name?.replaceAll('-', ' ') ?? 'Untitled',
    authors: author === null ? [] : [certain(author)],
    dateline: null,
    summary: summary === '' ? null : certain(summary),
    date,
    updated: updated !== null && updated !== date.value ? updated : null,
    sources: [],
    language: language === null ? null : certain(language),
    paragraphs: body.split(/\n{2,}/).map((part) => part.replace(/\s+/g, ' ').trim()),
    body,
    leftOut: [],
    notes: doubts,
    url,
    hash: hashRaw(identity?.key ?? `${written ?? ''}\n${body}`),
    extra: type === 'page' ? { wordpressType: type } : {},
    origin: null,
    post: {
      slug: name === null ? null : (parseSlug(name) ?? toSlug(name)),
      terms: termsOf(node),
      addresses,
      image: null,
      isPublished: status === 'publish',
      doubts,
      files: [],
    },
  };
}

/**
 * The moment of publication, and the day that the old site showed. A post that was never published has
 * zeros for the moment.
 */
function dateOf(node: WxrNode, reference: Reference): Marked<string> {
  const zone = reference.zone ?? 'UTC';
  const written = textIn(node, 'wp:post_date') ?? '';
  const local = parsePostDate(written, { zone, named: null });
  const gmt = gmtIn(node, 'wp:post_date_gmt');
  const instant = gmt === null ? null : parseInstant(gmt);
  if (instant === null) {
    return local ?? guessed(reference.day, 'the day of filing; the post names none');
  }
  const day = parseDay(written.slice(0, 10));
  const shown = dayOfInstant(instant, zone);
  if (day === null || day === shown) return certain(instant.iso);
  if (/ 00:00:00$/.test(written)) return certain(day);
  return guessed(day, `the old site’s day; ${instant.iso} is on ${shown} in the site’s zone`);
}

/** A moment in UTC, as text. */
function gmtIn(node: WxrNode, key: string): string | null {
  const text = textIn(node, key);
  return text === null ? null : (parseInstant(`${text.replace(' ', 'T')}Z`)?.iso ?? null);
}

function hasPath(url: string): boolean {
  const parsed = parseAddress(url, null);
  return parsed !== null && parsed.search === '' && parsed.pathname !== '/';
}

/** `/?p=12` is no path, and nothing can redirect from it. */
function addressOf(url: string | null): readonly string[] {
  const parsed = url === null ? null : parseAddress(url, null);
  if (parsed === null || parsed.search !== '') return [];
  const path = parseSitePath(parsed.pathname);
  if (path === null) return [];
  // Written without escapes where that means the same.
  return [parseSitePath(path) === path ? path : parsed.pathname];
}

function termsOf(node: WxrNode): readonly string[] {
  const names = nodesIn(node, 'category').flatMap((term) =>
    /^(?:category|post_tag)$/.test(textIn(term, '@domain') ?? '')
      ? (lineIn(term, '#text') ?? [])
      : [],
  );
  return [...new Set(names)].filter((name) => name !== '' && name !== 'Uncategorized');
}

function lossesOf(html: string): readonly string[] {
  const found = html.match(/<(?:iframe|video|audio|object|embed|form|script)\b/gi) ?? [];
  return [...new Set(found.map((tag) => tag.slice(1).toLowerCase()))].map(
    (tag) => `a ${tag} was left out`,
  );
}

/** Posts of the classic editor have blank lines where HTML has paragraphs. */
function addParagraphs(html: string): string {
  if (/<p[\s>]/i.test(html)) return html;
  const block = /^<(?:h[1-6]|ul|ol|li|table|blockquote|pre|figure|div|hr|!--)/i;
  return html
    .split(/\n\s*\n/)
    .map((part) => (block.test(part.trim()) ? part : `<p>${part.trim()}</p>`))
    .join('\n');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}
