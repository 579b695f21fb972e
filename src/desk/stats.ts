import type { Site } from '../model/site.ts';
import { monthOf } from '../dates/day.ts';
import type { BarRow } from './bars.ts';

/** Figures of what is published. */
export interface Stats {
  readonly articles: number;
  readonly days: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly words: number;
  readonly topics: number;
  readonly actors: number;
  readonly stories: number;
  readonly sources: number;
  /** Of all citations: those with a link, and how many there are. */
  readonly citations: { readonly linked: number; readonly all: number };
  /** The last months up to the newest article, oldest first; a month without articles is one. */
  readonly months: readonly BarRow[];
  readonly topTopics: readonly BarRow[];
  readonly topActors: readonly BarRow[];
  readonly topSources: readonly BarRow[];
}

/** How many months and names are shown. */
const shownMonths = 24;
const shownNames = 10;

export function countStats(site: Site): Stats {
  const { articles, days } = site;
  const perMonth = new Map<string, number>();
  let words = 0;
  let linked = 0;
  let all = 0;
  for (const article of articles) {
    const month = monthOf(article.day);
    perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
    words += article.body.words;
    all += article.sources.length;
    linked += article.sources.filter(({ url, archived }) => url ?? archived).length;
  }
  const top = (rows: readonly BarRow[]): readonly BarRow[] =>
    rows
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, shownNames);
  const { topics, actors, sources } = site;
  return {
    articles: articles.length,
    days: days.length,
    firstDay: days[0]?.day ?? null,
    lastDay: days.at(-1)?.day ?? null,
    words,
    topics: topics.size,
    actors: actors.size,
    stories: site.stories.size,
    sources: sources.size,
    citations: { linked, all },
    months: lastMonths(perMonth),
    topTopics: top(
      Array.from(topics.values(), ({ topic, timeline }) => toRow(topic.name, timeline)),
    ),
    topActors: top(
      Array.from(actors.values(), ({ actor, timeline }) => toRow(actor.name, timeline)),
    ),
    topSources: top(Array.from(sources.values(), ({ name, timeline }) => toRow(name, timeline))),
  };
}

function toRow(label: string, timeline: { readonly articles: readonly unknown[] }): BarRow {
  return { label, count: timeline.articles.length };
}

function lastMonths(perMonth: ReadonlyMap<string, number>): readonly BarRow[] {
  const months = [...perMonth.keys()].sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const rows: BarRow[] = [];
  for (let month = last; month >= first && rows.length < shownMonths; month = monthBefore(month)) {
    rows.unshift({ label: month, count: perMonth.get(month) ?? 0 });
  }
  return rows;
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [before, of] = number === 1 ? [12, year - 1] : [number - 1, year];
  return `${String(of).padStart(4, '0')}-${String(before).padStart(2, '0')}`;
}
