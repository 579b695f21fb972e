import type { Site } from '../model/site.ts';
import {
  archivePath,
  networkPath,
  scriptPath,
  searchFolder,
  searchNamesPath,
  searchPath,
  termsPath,
} from '../urls/paths.ts';
import { fillWords } from '../words/forms.ts';
import type { LinkView, ViewContext } from './context.ts';
import { toPageView, type PageView } from './page.ts';

export interface SearchYearView {
  readonly year: string;
  /** `2024 (1,234)`: with the number of items. */
  readonly text: string;
}

export interface SearchView extends PageView {
  readonly layout: 'search';
  /** The years that have an index, newest first. */
  readonly years: readonly SearchYearView[];
  /** The folder that holds an index a year. */
  readonly indexHref: string;
  /** What the ids in the indexes are called. */
  readonly namesHref: string;
  /** The script that searches, a module. */
  readonly searchScriptHref: string;
  /** Other ways to find something, for those without scripts too. */
  readonly browse: readonly LinkView[];
}

export function buildSearchView(site: Site, context: ViewContext): SearchView {
  const { words } = context;
  return {
    ...toPageView(
      {
        layout: 'search',
        path: searchPath,
        title: words.search.title,
        description: words.search.description,
        section: searchPath,
      },
      context,
    ),
    layout: 'search',
    years: toYears(site, context),
    indexHref: context.href(searchFolder),
    namesHref: context.href(searchNamesPath),
    searchScriptHref: context.codeHref(scriptPath('search')),
    browse: [
      { href: context.href(termsPath('topics')), text: words.pages.topics },
      { href: context.href(termsPath('actors')), text: words.pages.actors },
      { href: context.href(termsPath('stories')), text: words.pages.stories },
      { href: context.href(termsPath('sources')), text: words.pages.sources },
      { href: context.href(networkPath), text: words.network.title },
      { href: context.href(archivePath), text: words.pages.archive },
    ],
  };
}

function toYears(site: Site, context: ViewContext): readonly SearchYearView[] {
  return site.years
    .map(({ id, days }) => ({
      year: id,
      count: days.reduce((sum, { articles }) => sum + articles.length, 0),
    }))
    .filter(({ count }) => count > 0)
    .map(({ year, count }) => ({
      year,
      text: fillWords(context.words.searchScript.option, {
        name: context.dates.year(year),
        n: context.number(count),
      }),
    }))
    .toReversed();
}
