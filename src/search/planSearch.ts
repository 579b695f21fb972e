import { yearOf, type Year } from '../dates/day.ts';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { Site, SiteArticle, Timeline } from '../model/site.ts';
import { searchIndexPath, searchNamesPath, type SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { hashText } from '../read/hash.ts';
import { keyOfSearchRecord, toSearchRecord, type SearchRecord } from './searchRecord.ts';

/** The index of one year: made, kept and published as one. */
export interface SearchYear {
  readonly year: Year;
  /** The folder of its files. */
  readonly path: SitePath;
  /** The primary subtag, which is what Pagefind knows. */
  readonly language: string;
  /** Changes when anything in it may change. */
  readonly key: () => string;
  readonly count: number;
  /** Oldest first, so that a new item changes the end of an index. */
  readonly records: () => Iterable<SearchRecord>;
}

/** The indexes of a site, newest year first; none where it has no search. */
export function planSearchYears(site: Site): readonly SearchYear[] {
  if (!site.config.search) return [];
  const { base } = site.config.address;
  const { language } = new Intl.Locale(site.config.language);
  return groupByYear(site.articles).map(([year, articles]) => {
    let key: string | null = null;
    const makeKey = (): string =>
      hashText([language, base, ...articles.map((each) => keyOfSearchRecord(each, site))].join());
    return {
      year,
      path: searchIndexPath(year),
      language,
      key: () => (key ??= makeKey()),
      count: articles.length,
      *records() {
        for (const [place, article] of articles.toReversed().entries()) {
          yield toSearchRecord(article, place, site);
        }
      },
    };
  });
}

/** What the ids in the indexes are called, for the filters' lists. */
export function planSearchNames(site: Site): readonly SiteFile[] {
  if (!site.config.search) return [];
  const text = JSON.stringify({
    topic: Object.fromEntries(namesOf(site.topics, ({ topic }) => topic.name)),
    actor: Object.fromEntries(namesOf(site.actors, ({ actor }) => actor.name)),
    source: Object.fromEntries(namesOf(site.sources, ({ name }) => name)),
  });
  return [smallFile(searchNamesPath, `${text}\n`)];
}

function* namesOf<Term extends { readonly timeline: Timeline }>(
  terms: ReadonlyMap<Slug, Term>,
  nameOf: (term: Term) => string,
): Generator<readonly [Slug, string]> {
  for (const [id, term] of terms) {
    if (term.timeline.articles.length > 0) yield [id, nameOf(term)];
  }
}

function groupByYear(
  articles: readonly SiteArticle[],
): readonly (readonly [Year, readonly SiteArticle[]])[] {
  const years = new Map<Year, SiteArticle[]>();
  for (const article of articles) {
    const year = yearOf(article.day);
    const ofYear = years.get(year);
    if (ofYear === undefined) years.set(year, [article]);
    else ofYear.push(article);
  }
  return [...years];
}
