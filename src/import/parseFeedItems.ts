import { parseFeed, parseOpml } from 'feedsmith';
import { ImportError } from './decodeRaw.ts';
import { textOfHtml } from './dom.ts';
import { findToldDay } from './findReportDay.ts';
import { findDatedTitle } from './findTitle.ts';
import { hashRaw } from './hashRaw.ts';
import { readHtmlText } from './htmlToText.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { isAuthorName } from './page/readByline.ts';
import { placeOf } from './parsePage.ts';
import type { Reference } from './parseRawText.ts';
import type { RawItem } from './rawItem.ts';
import { dateIn, languageOf, webAddress } from './webValues.ts';

/** An entry of a feed in any format. */
interface Entry {
  readonly title: string | null;
  readonly url: string | null;
  readonly id: string | null;
  readonly html: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  /** That of the entry, or else of the feed. */
  readonly language: string | null;
}

/** The newest entries that are taken of one feed. */
const mostEntries = 200;

/** The entries of a feed in RSS, Atom, RDF or JSON Feed. */
export async function parseFeedItems(
  text: string,
  address: string | null,
  reference: Reference,
): Promise<readonly RawItem[]> {
  if (/<!ENTITY/i.test(text)) throw new ImportError('it declares entities, which no feed needs');
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    throw new ImportError(
      `it is no feed that can be read (${error instanceof Error ? error.message : ''})`,
    );
  }
  const { name, home, entries } = entriesOf(parsed);
  const base = home ?? address;
  const items = entries
    .slice(0, mostEntries)
    .map((entry) => toItem(entry, { name, base }, reference));
  return (await Promise.all(items)).filter((item) => item !== null);
}

/** The addresses of the feeds that an OPML list names. */
export function parseFeedList(text: string): readonly string[] {
  if (/<!ENTITY/i.test(text)) throw new ImportError('it declares entities, which no list needs');
  // The parser takes no list that is empty, and it need not be asked.
  if (/<opml[\s>/]/i.test(text) && !/xmlUrl/i.test(text)) return [];
  const found: string[] = [];
  const visit = (outlines: readonly Outline[], depth: number): void => {
    for (const { xmlUrl, outlines: inner } of outlines) {
      if (xmlUrl !== undefined && xmlUrl.trim() !== '') found.push(xmlUrl.trim());
      if (depth < 20) visit(inner ?? [], depth + 1);
    }
  };
  try {
    visit(parseOpml(text).body?.outlines ?? [], 0);
  } catch (error) {
    throw new ImportError(
      `it is no list of feeds (${error instanceof Error ? error.message : ''})`,
    );
  }
  return [...new Set(found)];
}

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

interface FeedEntries {
  readonly name: string | null;
  readonly home: string | null;
  readonly entries: readonly Entry[];
}

function entriesOf(parsed: ReturnType<typeof parseFeed>): FeedEntries {
  switch (parsed.format) {
    case 'rss': {
      const { feed } = parsed;
      return {
        name: feed.title ?? null,
        home: feed.link ?? null,
        entries: (feed.items ?? []).map((item) => ({
          title: item.title ?? null,
          url: item.link ?? (item.guid?.isPermaLink === false ? null : (item.guid?.value ?? null)),
          id: item.guid?.value ?? null,
          html: item.content?.encoded ?? item.description ?? '',
          published: textOf(item.pubDate) ?? textOf(item.dc?.dates?.[0]),
          updated: null,
          authors: [...(item.dc?.creators ?? [])],
          language: firstLanguage(
            [item.dc?.languages?.[0], item.xml?.lang, feed.language],
            [feed.dc?.languages?.[0], feed.xml?.lang],
          ),
        })),
      };
    }
    case 'atom': {
      const { feed } = parsed;
      const linkOf = (
        links: readonly { href?: string; rel?: string }[] | undefined,
      ): string | null =>
        links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? null;
      return {
        name: feed.title?.value ?? null,
        home: linkOf(feed.links),
        entries: (feed.entries ?? []).map((entry) => ({
          title: entry.title?.value ?? null,
          url: linkOf(entry.links),
          id: entry.id ?? null,
          html: entry.content?.value ?? entry.summary?.value ?? '',
          published: textOf(entry.published),
          updated: textOf(entry.updated),
          authors: (entry.authors ?? []).flatMap(({ name }) => name ?? []),
          language: firstLanguage(
            [entry.content?.xml?.lang, entry.xml?.lang, entry.title?.xml?.lang],
            [entry.dc?.languages?.[0], feed.xml?.lang],
          ),
        })),
      };
    }
    case 'rdf': {
      const { feed } = parsed;
      return {
        name: feed.title ?? null,
        home: feed.link ?? null,
        entries: (feed.items ?? []).map((item) => ({
          title: item.title ?? null,
          url: item.link ?? null,
          id: item.link ?? null,
          html: item.content?.encoded ?? item.description ?? '',
          published: textOf(item.dc?.dates?.[0]),
          updated: null,
          authors: [...(item.dc?.creators ?? [])],
          language: firstLanguage([item.dc?.languages?.[0], feed.dc?.languages?.[0]]),
        })),
      };
    }
    case 'json': {
      const { feed } = parsed;
      return {
        name: feed.title ?? null,
        home: feed.home_page_url ?? null,
        entries: (feed.items ?? []).map((item) => ({
          title: item.title ?? null,
          url: item.url ?? null,
          id: item.id ?? null,
          html: item.content_html ?? escapeHtml(item.content_text ?? item.summary ?? ''),
          published: textOf(item.date_published),
          updated: textOf(item.date_modified),
          authors: (item.authors ?? []).flatMap(({ name }) => name ?? []),
          language: firstLanguage([item.language, feed.language]),
        })),
      };
    }
  }
}

async function toItem(
  entry: Entry,
  feed: {
    readonly name: string | null;
    readonly base: string | null;
  },
  reference: Reference,
): Promise<RawItem | null> {
  const url = webAddress(entry.url, feed.base);
  const text = await readHtmlText(entry.html, url ?? feed.base, {
    day: reference.day,
    language: entry.language,
  });
  const title = textOfHtml(entry.title ?? '') || (text.paragraphs[0] ?? '').slice(0, 100);
  if (title === '') return null;
  const context = { day: reference.day, language: text.language?.value ?? null };
  const read = (stamp: string | null): Marked<string> | null =>
    dateIn(stamp, context.language, context.day);
  const date = read(entry.published);
  const published = date?.value ?? null;
  const updated = read(entry.updated)?.value ?? null;
  const titled = findDatedTitle(title, context);
  const told = findToldDay(text.opening, titled, text.paragraphs, { ...reference, ...context });
  const unnamed = entry.authors.filter((author) => !isAuthorName(author));
  const name = textOfHtml(feed.name ?? '');
  const credits = [...text.sources, text.opening?.agency ?? null].filter((each) => each !== null);
  return {
    title,
    authors: entry.authors.filter(isAuthorName).map((author) => certain(author)),
    dateline: placeOf(text.opening),
    summary: null,
    date:
      date ??
      (told?.guess === null ? told : null) ??
      asChanged(read(entry.updated)) ??
      told ??
      guessed(
        reference.day,
        entry.published === null
          ? 'the day of filing; the entry names none'
          : `the day of filing; "${entry.published.trim()}" can’t be read`,
      ),
    updated: published !== null && updated !== published && isMoment(updated) ? updated : null,
    sources: [
      ...(name === '' ? [] : [{ name, url, published, guess: 'the title of the feed' }]),
      ...[...new Set(credits)].map((each) => ({
        name: each,
        url: null,
        published: null,
        guess: null,
      })),
    ],
    language: text.language,
    paragraphs: text.paragraphs,
    body: text.body,
    leftOut: [...unnamed.map((author) => `author: ${author}`), ...text.leftOut],
    notes: text.paragraphs.length === 0 ? ['the feed has no text of it'] : [],
    url,
    hash: hashRaw(url ?? entry.id ?? `${title}\n${text.paragraphs.join('\n')}`),
    extra: {},
    origin: null,
  };
}

function isMoment(date: string | null): boolean {
  return date !== null && date.includes('T');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function escapeHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}

/** Atom wants the moment of the last change of every entry, and that of publication of none (RFC 4287, section 4.2.15). */
function asChanged(updated: Marked<string> | null): Marked<string> | null {
  return updated === null
    ? null
    : guessed(updated.value, 'when it was last changed; the entry does not say when it came out');
}

/** The first tag that is one of a language. */
function firstLanguage(...tags: readonly (readonly (string | undefined)[])[]): string | null {
  return (
    tags
      .flat()
      .map((tag) => languageOf(tag ?? null))
      .find((tag) => tag !== null) ?? null
  );
}
