import { Readability } from '@mozilla/readability';
import { foldName } from '../names/fold.ts';
import { cleanTitle } from './cleanTitle.ts';
import { ImportError } from './decodeRaw.ts';
import { parseDocument, type PageDocument } from './dom.ts';
import { findToldDay, type Reference } from './findReportDay.ts';
import { findDatedTitle } from './findTitle.ts';
import { guessLanguage } from './guessLanguage.ts';
import { hashRaw } from './hashRaw.ts';
import { checkDepth, readHtmlText, type HtmlText } from './htmlToText.ts';
import { guessed, type Marked } from './marked.ts';
import { textOf } from './page/findHeadline.ts';
import { markedAuthors, metaAuthors, statedAuthors } from './page/pageAuthors.ts';
import { metaIn, namesIn, readPageData, textIn, type PageData } from './page/pageData.ts';
import { readPageDates, type PageDates } from './page/pageDates.ts';
import { readPageLanguage } from './page/pageLanguage.ts';
import { finishTitle, readPageTitle, siteNames } from './page/pageTitle.ts';
import { nameTest } from './page/siteName.ts';
import { readByline } from './page/readByline.ts';
import { takePageHeader } from './page/readPageHeader.ts';
import type { Opening } from './parseOpening.ts';
import type { RawItem, RawSource } from './rawItem.ts';
import { webAddress } from './webValues.ts';

/**
 * Reads a page of a report: what it says for programs (JSON-LD, `meta` elements, microdata), what it shows
 * around its headline, and the text as Readability finds it.
 * @param address where the page was found; null for a file
 * @throws ImportError where it has no headline or no text
 */
export async function parsePage(
  html: string,
  address: string | null,
  reference: Reference,
): Promise<RawItem> {
  checkDepth(html);
  const document = parseDocument(html);
  const data = readPageData(document);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  const url =
    webAddress(canonical ?? metaIn(data, 'og:url') ?? textIn(data.article, 'url'), address) ??
    address;
  const base = document.querySelector('base')?.getAttribute('href') ?? null;
  const headline = readPageTitle(document, data);
  const declared = readPageLanguage(document, data, headline.element);
  const language = declared ?? (await guessLanguage(wordsOf(document))).language?.value ?? null;
  const context = { day: reference.day, language };
  const header = takePageHeader(document, headline.element, context);
  const dates = readPageDates(document, data, header, context);
  const marked = markedAuthors(document);
  const seen = finishTitle(headline, hasStatedTitle(data), siteNames(data), url).title;
  if (foldName(headline.shown ?? '') === foldName(seen)) headline.element?.remove();
  const found = new Readability(document, { charThreshold: 100 }).parse();
  if (found === null || typeof found.content !== 'string' || headline.stated === '')
    throw new ImportError('no headline and text were found in the page');
  const text = await readHtmlText(found.content, webAddress(base, address) ?? address ?? url, {
    day: reference.day,
    language: declared,
  });
  if (text.paragraphs.length === 0) throw new ImportError('no text was found in the page');
  const names = [...siteNames(data), ...text.sources, text.opening?.agency ?? ''];
  const cut = finishTitle(headline, hasStatedTitle(data), names, url);
  const { title, sources: credits } = cleanTitle(cut.title.replace(/\s+/g, ' ').trim());
  const stated = statedAuthors(data);
  const removed = removedByline(found.byline ?? null, data);
  const authors = [stated.authors, header.authors, text.opening?.authors ?? []].flat();
  const others = [removed.authors, marked, metaAuthors(data), reportersOf(text)];
  const isSite = nameTest([...names, cut.name ?? '', ...cut.cut], url);
  const named = authors.length > 0 ? authors : (others.find((each) => each.length > 0) ?? []);
  const chosen = named.filter(({ value }) => !isSite(value));
  const date = dateOf(dates, title, text, { ...reference, ...context });
  return {
    title,
    authors: [
      ...new Map(chosen.toReversed().map((each) => [each.value, each])).values(),
    ].toReversed(),
    dateline: placeOf(text.opening) ?? header.place,
    summary: null,
    date,
    updated: dates.updated,
    sources: sourcesOf(
      publisherOf(data) ?? cut.name ?? named.find(({ value }) => isSite(value))?.value ?? null,
      [
        ...credits,
        ...stated.sources,
        ...header.sources,
        ...text.sources,
        text.opening?.agency ?? '',
      ],
      { url, published: dates.published?.value ?? null },
    ),
    language: text.language,
    paragraphs: text.paragraphs,
    body: text.body,
    leftOut: leftOutOf(
      [
        cut.cut,
        stated.leftOut,
        header.leftOut,
        dates.leftOut,
        removed.leftOut,
        text.leftOut,
      ].flat(),
      chosen,
      lostLines(header.left, text),
    ),
    notes:
      dates.updated === null && dates.changed !== null && dates.changed > date.value.slice(0, 10)
        ? [`updated on ${dates.changed}, without a time and zone that could be kept`]
        : [],
    url,
    hash: hashRaw(`${title}\n${text.paragraphs.join('\n')}`),
    extra: {},
    origin: null,
  };
}

export function placeOf(opening: Opening | null): Marked<string> | null {
  const place = opening?.place ?? null;
  return place === null ? null : { value: place, guess: opening?.doubt ?? null };
}

/** What tells the language of a page that names none. */
function wordsOf(document: PageDocument): string {
  return [...document.querySelectorAll('p')].slice(0, 40).map(textOf).join('\n');
}

function hasStatedTitle(data: PageData): boolean {
  return (textIn(data.article, 'headline') ?? metaIn(data, 'og:title', 'twitter:title')) !== null;
}

function publisherOf(data: PageData): string | null {
  const [publisher] = namesIn(data.article?.['publisher']);
  return publisher ?? metaIn(data, 'og:site_name', 'application-name', 'dc.publisher') ?? null;
}

function reportersOf({ reporters }: HtmlText): readonly Marked<string>[] {
  return reporters.map((name) => guessed(name, 'named at the end as reporting'));
}

/** The by-line that Readability took out of the text, where it is none of the page's `meta` elements. */
function removedByline(
  line: string | null,
  data: PageData,
): { readonly authors: readonly Marked<string>[]; readonly leftOut: readonly string[] } {
  const text = (line ?? '').replace(/\s+/g, ' ').trim();
  const isMeta =
    data.metas.some(({ content }) => foldName(content) === foldName(text)) ||
    namesIn(data.article?.['author']).join(', ') === text;
  if (text === '' || isMeta) return { authors: [], leftOut: [] };
  const authors = readByline(text)?.authors ?? [];
  const isWhole = authors.some(({ value }) => foldName(value) === foldName(text));
  return { authors, leftOut: isWhole ? [] : [text] };
}

/** When the report came out: as the page says, or else as reports without a page tell it. */
function dateOf(
  { published, changed }: PageDates,
  title: string,
  { opening, paragraphs }: HtmlText,
  filed: Reference & { readonly language: string | null },
): Marked<string> {
  if (published !== null) return published;
  // Nothing is reported after its last change.
  const day = changed !== null && changed < filed.day ? changed : filed.day;
  const told = findToldDay(opening, findDatedTitle(title, filed), paragraphs, { ...filed, day });
  if (told !== null) return told;
  if (changed !== null)
    return guessed(changed, 'the day of its last change; the page names no other');
  return guessed(filed.day, 'the day of filing; the page names none');
}

/** Lines between headline and text that Readability has not taken for text. */
function lostLines(lines: readonly string[], { body, leftOut }: HtmlText): readonly string[] {
  const all = foldName([body, ...leftOut].join(' '));
  return lines.filter((line) => /\p{L}/u.test(line) && !all.includes(foldName(line)));
}

/** Each line once, and none that is nothing but an author's name. */
function leftOutOf(
  lines: readonly string[],
  authors: readonly Marked<string>[],
  lost: readonly string[],
): readonly string[] {
  const names = new Set(authors.map(({ value }) => value));
  return [...new Set([...lines, ...lost])].filter((line) => !names.has(line));
}

/** Who published comes first, with the address; each name once. */
function sourcesOf(
  publisher: string | null,
  others: readonly string[],
  own: Pick<RawSource, 'url' | 'published'>,
): readonly RawSource[] {
  const names = [...new Set([publisher ?? '', ...others])].filter((name) => name !== '');
  return names.map((name, index) => ({
    name,
    url: index === 0 ? own.url : null,
    published: index === 0 ? own.published : null,
    guess: null,
  }));
}
