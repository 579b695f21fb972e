import type { Site, Timeline } from '../model/site.ts';
import { termPath, termsPath, termYearPath, type TermKind } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { fillWords } from '../words/forms.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { toPageView, type PageView } from './page.ts';
import type { PagePlan } from './plan.ts';
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

export function planTermYears(site: Site, context: ViewContext): readonly PagePlan[] {
  const plans: PagePlan[] = [];
  const { topics, actors, sources } = context.words.pages;
  for (const [id, { topic, timeline, narrower }] of site.topics) {
    // An item of a narrower topic says nothing of this one's name.
    const isTold = narrower.length === 0;
    const term = { kind: 'topics', kindText: topics, id, name: topic.name, isTold } as const;
    plans.push(...planYears(term, timeline, context));
  }
  for (const [id, { actor, timeline }] of site.actors) {
    const term = { kind: 'actors', kindText: actors, id, name: actor.name, isTold: true } as const;
    plans.push(...planYears(term, timeline, context));
  }
  for (const [id, { name, timeline }] of site.sources) {
    // The name is the most frequent of all years.
    const term = { kind: 'sources', kindText: sources, id, name, isTold: false } as const;
    plans.push(...planYears(term, timeline, context));
  }
  return plans;
}

interface Term {
  readonly kind: TermKind;
  readonly kindText: string;
  readonly id: Slug;
  readonly name: string;
  /** Whether the keys of its items change with its name and address. */
  readonly isTold: boolean;
}

function planYears(
  { kind, kindText, id, name, isTold }: Term,
  { years }: Timeline,
  context: ViewContext,
): readonly PagePlan[] {
  const indexPath = termsPath(kind);
  const term = { href: context.href(termPath(kind, id)), text: name };
  const toLink = (year: Timeline['years'][number] | undefined): LinkView | null =>
    year === undefined
      ? null
      : {
          href: context.href(termYearPath(kind, id, year.year)),
          text: context.dates.year(year.year),
        };
  return years.map((entry, index) => {
    const { year, places } = entry;
    const path = termYearPath(kind, id, year);
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
    // The key of the newer one stands for all years before it too. Where there is none, one may have gone.
    return newer === undefined || !isTold ? plan : { ...plan, year: newer.year };
  });
}
