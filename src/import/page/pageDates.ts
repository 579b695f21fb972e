import { parseInstant } from '../../dates/instant.ts';
import type { Day } from '../../dates/day.ts';
import type { DayContext } from '../findDays.ts';
import type { PageDocument, PageElement } from '../dom.ts';
import { isSentence } from '../headerLines.ts';
import { guessed, type Marked } from '../marked.ts';
import { dateIn } from '../webValues.ts';
import { textOf } from './findHeadline.ts';
import { stampAttributes } from './headerPieces.ts';
import { markOf } from './marks.ts';
import { textIn, type PageData } from './pageData.ts';
import type { PageHeader } from './readPageHeader.ts';
import { stampOf, type ShownDate } from './takeLine.ts';

/** When a page says that it came out and was changed. */
export interface PageDates {
  /** Null where it says neither for programs nor for readers. */
  readonly published: Marked<string> | null;
  /** A timestamp with an offset. */
  readonly updated: string | null;
  /** The day of the last change, where that is all that is known. */
  readonly changed: Day | null;
  /** Lines with dates that are in neither. */
  readonly leftOut: readonly string[];
}

/**
 * The first of these that gives a day is when a page was published:
 *
 * 1. `datePublished` of its JSON-LD;
 * 2. `meta` elements that name a publication, then those that name a date, then a creation;
 * 3. elements with `itemprop="datePublished"`;
 * 4. dates around the headline: `time`, elements that are marked as a stamp, lines such as `Published 5 January 2024`;
 *    of several days the first in time, as a guess;
 * 5. as a guess the one day that marked elements of the article have elsewhere;
 * 6. `dateCreated` of its JSON-LD, as a guess.
 *
 * Then follows what reports without a page have (`findReportDay`): the dateline, the headline, the first
 * paragraphs. What says that it is of a change is never the day of publication. Where programs are told another
 * day than readers, the day is a guess.
 */
export function readPageDates(
  document: PageDocument,
  data: PageData,
  header: PageHeader,
  context: DayContext,
): PageDates {
  const read = (text: string | null): Marked<string> | null =>
    dateIn(text, context.language, context.day);
  const said =
    read(textIn(data.article, 'datePublished')) ??
    firstOf(metaDates(data), read) ??
    firstOf(microdata(document, 'datePublished'), read);
  const shown = header.published;
  const published =
    (said === null ? null : withDoubt(said, shown)) ??
    earliest(shown) ??
    elsewhere(document, context) ??
    asCreated(read(textIn(data.article, 'dateCreated')));
  const changes = [
    read(textIn(data.article, 'dateModified')),
    ...metaChanges(data).map(read),
    ...microdata(document, 'dateModified').map(read),
    ...header.updated.map(({ value }) => value),
  ].filter((value) => value !== null);
  const moment = changes.find(({ value }) => parseInstant(value) !== null)?.value ?? null;
  const isLater =
    moment !== null && (published === null || timeOf(moment) > timeOf(published.value));
  const changed = changes[0]?.value.slice(0, 10) ?? null;
  const kept = [published?.value, isLater ? moment : null].map((value) => value?.slice(0, 10));
  return {
    published,
    updated: isLater ? moment : null,
    changed: changed as Day | null,
    leftOut: [...shown, ...header.updated]
      .filter(({ value }) => !kept.includes(value.value.slice(0, 10)))
      .map(({ line }) => line),
  };
}

function firstOf(
  texts: readonly string[],
  read: (text: string) => Marked<string> | null,
): Marked<string> | null {
  for (const text of texts) {
    const date = read(text);
    if (date !== null) return date;
  }
  return null;
}

const published = /(?:publi(?:sh|cation)|pubdate|pubtime|posted|issued)/;
const plain = /(?:^|[a-z])date(?:time)?$|^timestamp$|display(?:ed)?date/;
const created = /created|creation/;
/** What has a date and is not when the report came out. */
const otherwise =
  /publisher|unpubl|updat|modif|revis|expir|valid|embargo|start|end(?:date|time)|event|birth|copyright|retriev|crawl|generat|build|server|cache|review|due|next|last|accept|submit|available/;

/** Values of `meta` elements with a date, those that name a publication first. */
function metaDates({ metas }: PageData): readonly string[] {
  const named = metas
    .map(({ name, content }) => ({ name: name.replace(/[^a-z]/g, ''), content }))
    .filter(({ name }) => !otherwise.test(name));
  return [published, plain, created].flatMap((kind) =>
    named.filter(({ name }) => kind.test(name)).map(({ content }) => content),
  );
}

function metaChanges({ metas }: PageData): readonly string[] {
  return metas
    .filter(({ name }) => /modified|updated|revised/.test(name) && !/created|published/.test(name))
    .map(({ content }) => content);
}

function microdata(document: PageDocument, property: string): readonly string[] {
  const elements = [...document.querySelectorAll(`[itemprop~="${property}"]`)];
  return elements.map(
    (element) =>
      stampAttributes.map((name) => element.getAttribute(name) ?? '').find((text) => text !== '') ??
      (element.textContent ?? '').slice(0, longestStamp),
  );
}

const longestStamp = 100;

/** Programs and readers may live in two zones: a day between is no difference. */
const sameDay = 86_400_000;

function withDoubt(said: Marked<string>, shown: readonly ShownDate[]): Marked<string> {
  const isShown = shown.some(
    ({ value }) => Math.abs(timeOf(value.value) - timeOf(said.value)) <= 2 * sameDay,
  );
  const [first] = shown;
  if (said.guess !== null || first === undefined || isShown) return said;
  return guessed(said.value, `the page shows "${first.line}"`);
}

function timeOf(date: string): number {
  return Date.parse(date);
}

function earliest(shown: readonly ShownDate[]): Marked<string> | null {
  const [first] = shown.toSorted(
    (one, other) => timeOf(one.value.value) - timeOf(other.value.value),
  );
  if (first === undefined) return null;
  const days = new Set(shown.map(({ value }) => value.value.slice(0, 10)));
  const { value, guess } = first.value;
  return days.size > 1 && guess === null
    ? guessed(value, `the first of ${days.size} days around the headline`)
    : first.value;
}

function asCreated(date: Marked<string> | null): Marked<string> | null {
  return date === null
    ? null
    : guessed(date.value, 'the day on which the page says it was created');
}

/** Lists of other reports, comments, and what belongs to them. */
const others =
  'nav, aside, li, form, a[href], [class*="related"], [class*="comment"], [class*="recommend"], [class*="teaser"], [class*="latest"]';
/** How many elements are looked at. */
const most = 400;

/** Whether an element is a part of a sentence. */
function isWithinText(element: PageElement): boolean {
  const text = textOf(element.parentElement ?? element);
  return isSentence(text) && text.length > textOf(element).length + longestLabel;
}

const longestLabel = 30;

/** The one day that marked elements of the article have; null where they have none or several. */
function elsewhere(document: PageDocument, context: DayContext): Marked<string> | null {
  const root: PageElement = document.querySelector('article, main, [role="main"]') ?? document.body;
  const days = new Map<string, Marked<string>>();
  for (const element of [...root.querySelectorAll('time, abbr, [class], [id], [itemprop]')].slice(
    0,
    most,
  )) {
    const mark = markOf(element);
    const text = textOf(element);
    if (mark === null || mark === 'byline' || mark === 'updated' || text.length > longestStamp)
      continue;
    if (element.closest(others) !== null || isWithinText(element)) continue;
    const date = stampOf(element, text, context);
    if (date !== null) days.set(date.value.slice(0, 10), date);
  }
  const [only] = days.values();
  if (only === undefined || days.size > 1) return null;
  return guessed(only.value, 'an element of the page that is marked as its date');
}
