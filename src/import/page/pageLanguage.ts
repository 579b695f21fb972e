import type { PageDocument, PageElement } from '../dom.ts';
import { languageOf } from '../webValues.ts';
import { metaIn, textIn, type PageData } from './pageData.ts';

/**
 * The language that a page says its report is in (BCP 47): of its JSON-LD; of the nearest element around the
 * headline that names one; of its `html` element; of its `meta` elements. Null where it names none.
 */
export function readPageLanguage(
  document: PageDocument,
  data: PageData,
  headline: PageElement | null,
): string | null {
  const stated = [
    textIn(data.article, 'inLanguage'),
    ...ownLanguages(headline),
    ...rootLanguages(document),
    metaIn(data, 'dc.language', 'dcterms.language', 'language'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ??
      null,
    metaIn(data, 'og:locale'),
  ];
  for (const tag of stated) {
    const language = languageOf(tag);
    if (language !== null) return language;
  }
  return null;
}

function ownLanguages(headline: PageElement | null): readonly (string | null)[] {
  const around = headline?.closest('[lang]') ?? null;
  return around === null || around.localName === 'html' ? [] : [around.getAttribute('lang')];
}

/**
 * Those of `html` and `body`. What stands in a comment, as old pages have it for old browsers, is no element; of
 * two `html` elements the first attribute counts (HTML, section 13.2.6.4.7).
 */
function rootLanguages(document: PageDocument): readonly (string | null)[] {
  const roots = [...document.querySelectorAll('html, body')];
  return ['lang', 'xml:lang'].flatMap((key) => roots.map((root) => root.getAttribute(key)));
}
