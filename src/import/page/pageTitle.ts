import { foldName } from '../../names/fold.ts';
import { textOfHtml, type PageDocument, type PageElement } from '../dom.ts';
import { findHeadline, textOf } from './findHeadline.ts';
import { metaIn, textIn, type PageData } from './pageData.ts';
import { cutSiteName, isBeside, partsBeside, type CutTitle } from './siteName.ts';

/** The title that a page has, and the element that shows it. */
export interface PageTitle {
  /** With whatever stands around it; empty where the page has none. */
  readonly stated: string;
  /** The headline that the reader sees. */
  readonly shown: string | null;
  readonly element: PageElement | null;
}

/**
 * The title of a page: of its JSON-LD, of its `meta` elements, of its `title` element, or else its headline. A `title`
 * that has the headline with something before or behind it, or something else, is that headline.
 */
export function readPageTitle(document: PageDocument, data: PageData): PageTitle {
  const said =
    textIn(data.article, 'headline') ??
    metaIn(
      data,
      'og:title',
      'twitter:title',
      'dc.title',
      'parsely-title',
      'sailthru.title',
      'title',
    );
  const stated = said === null ? '' : textOfHtml(said);
  const title = textOf(document.querySelector('head title, title') ?? { textContent: '' });
  const names = siteNames(data);
  const cut = [stated, title].map(
    (text) => cutSiteName(text, { names, url: null, shown: null }).title,
  );
  const element = findHeadline(document, [...cut, stated, title]);
  const text = element === null ? '' : textOf(element);
  const shown = text === '' || text.length > longest ? null : text;
  if (stated !== '') return { stated, shown, element };
  const isSite = names.some((name) => foldName(name) === foldName(title));
  const isNamed = shown !== null && isNameBeside(title, shown, names);
  const isOther =
    title === '' || isSite || isNamed || (element !== null && isOtherThan(element, title));
  return { stated: isOther ? (shown ?? title) : title, shown, element };
}

/** `Gulf Wire: Port opens`: nothing but the site's name stands beside the headline, whatever sign is between. */
function isNameBeside(title: string, shown: string, names: readonly string[]): boolean {
  if (!title.startsWith(shown) && !title.endsWith(shown)) return false;
  const rest = foldName(title.replace(shown, ''));
  return names.some((name) => foldName(name) === rest);
}

/** Whether a page's `h1` is its headline and its `title` something else: the site's name, a word, a section. */
function isOtherThan(element: PageElement, title: string): boolean {
  if (element.localName !== 'h1' || element.querySelector('img, a[href="/"]') !== null)
    return false;
  return !foldName(title).includes(foldName(textOf(element)));
}

/** No headline has so many letters. */
const longest = 400;

/** Names that a page gives its site. */
export function siteNames(data: PageData): readonly string[] {
  const keys = [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'twitter:site',
  ];
  return [...data.siteNames, ...keys.flatMap((key) => metaIn(data, key) ?? [])].map(textOfHtml);
}

/** The headline without the site's name, once all names are known. */
export function finishTitle(
  { stated, shown }: PageTitle,
  hasTitle: boolean,
  names: readonly string[],
  url: string | null,
): CutTitle {
  const cut = cutSiteName(stated, { names, url, shown });
  // Of a `title` element nobody knows which part is the headline but for the headline that is seen.
  if (cut.name !== null || hasTitle || shown === null || !isBeside(stated, shown)) return cut;
  return { title: shown, name: null, cut: partsBeside(stated, shown) };
}
