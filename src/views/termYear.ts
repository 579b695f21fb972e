import type { Year } from '../dates/day.ts';
import type { Site, Timeline } from '../model/site.ts';
import { termPath, termsPath, termYearPath, type SitePath, type TermKind } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { fillWords } from '../words/forms.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { toPageView, type PageView } from './page.ts';
import { groupPages, type PageGroup, type PagePlan } from './plan.ts';
import { hashParts } from './viewKey.ts';

/** All items of one topic, actor or source in one year. */
export interface TermYearView extends PageView {
  readonly layout: 'term-year';
  readonly term: LinkView;
  readonly year: string;
  /** `3 items, newest first` */
  readonly newestFirstText: string;
  /** Newest first. */
  readonly items: readonly RowView[];
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
}

export function planTermYears(site: Site, context: ViewContext): readonly PageGroup[] {
  const groups = new Map<Year | null, Entry[]>();
  const add = (term: Term, { years }: Timeline): void => {
    for (const [index, { year }] of years.entries()) {
      // The key of the newer one stands for all years before it too. Where there is none, one may have gone.
      const newer = term.isTold ? (years[index - 1]?.year ?? null) : null;
      const group = groups.get(newer);
      const entry = { term, years, index, path: termYearPath(term.kind, term.id, year) };
      if (group === undefined) groups.set(newer, [entry]);
      else group.push(entry);
    }
  };
  const { topics, actors, sources } = context.words.pages;
  for (const [id, { topic, timeline, narrower }] of site.topics) {
    // An item of a narrower topic says nothing of this one's name.
    const isTold = narrower.length === 0;
    add({ kind: 'topics', kindText: topics, id, name: topic.name, isTold }, timeline);
  }
  for (const [id, { actor, timeline }] of site.actors) {
    add({ kind: 'actors', kindText: actors, id, name: actor.name, isTold: true }, timeline);
  }
  for (const [id, { name, timeline }] of site.sources) {
    // The name is the most frequent of all years.
    add({ kind: 'sources', kindText: sources, id, name, isTold: false }, timeline);
  }
  return Array.from(groups, ([year, entries]) =>
    groupPages(
      {
        ...{ year, layout: 'term-year', size: entries.length },
        paths: () => entries.map(({ path }) => path),
      },
      () => entries.map((entry) => planYear(entry, year, context)),
    ),
  );
}

interface Term {
  readonly kind: TermKind;
  readonly kindText: string;
  readonly id: Slug;
  readonly name: string;
  /** Whether the keys of its items change with its name and address. */
  readonly isTold: boolean;
}

/** A year of a term. */
interface Entry {
  readonly term: Term;
  /** Those of the term, newest first. */
  readonly years: Timeline['years'];
  readonly index: number;
  readonly path: SitePath;
}

/** @param group the year whose key stands for the page, if any */
function planYear(
  { term: { kind, kindText, id, name }, years, index, path }: Entry,
  group: Year | null,
  context: ViewContext,
): PagePlan {
  const entry = years[index];
  if (entry === undefined) throw new Error(`no page of a year is at ${path}`);
  const { year, places } = entry;
  const indexPath = termsPath(kind);
  const term = { href: context.href(termPath(kind, id)), text: name };
  const toLink = (other: Timeline['years'][number] | undefined): LinkView | null =>
    other === undefined
      ? null
      : {
          href: context.href(termYearPath(kind, id, other.year)),
          text: context.dates.year(other.year),
        };
  const older = years[index + 1];
  const newer = years[index - 1];
  const inputs = (): string =>
    hashParts(term, context.rowsKeyAt(places), older?.year ?? null, newer?.year ?? null);
  const build = (): TermYearView => ({
    ...toPageView(
      {
        layout: 'term-year',
        path,
        title: name + context.words.joins.comma + context.dates.year(year),
        section: indexPath,
        breadcrumbs: [{ href: context.href(indexPath), text: kindText }, term],
      },
      context,
    ),
    layout: 'term-year',
    term,
    year,
    newestFirstText: fillWords(context.words.terms.newestFirst, {
      items: context.count(context.words.counted.items, places.length),
    }),
    items: entry.articles.map(context.row),
    previous: toLink(older),
    next: toLink(newer),
  });
  const plan: PagePlan = { layout: 'term-year', path, inputs, isLoose: false, build };
  return group === null ? plan : { ...plan, year: group };
}
