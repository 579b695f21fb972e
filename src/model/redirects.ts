import type { Actor } from '../parse/actor.ts';
import type { Topic } from '../parse/topic.ts';
import type { Names } from '../resolve/context.ts';
import { parseSitePath, termPath, type SitePath } from '../urls/paths.ts';
import { compareText } from './order.ts';
import type { Redirect, Site } from './site.ts';

/** `redirectFrom` of everything published, and the addresses of merged topics and actors. */
export function buildRedirects(
  site: Pick<Site, 'articles' | 'stories' | 'pages' | 'canceled'>,
  topics: readonly Topic[],
  actors: readonly Actor[],
  names: Names,
): readonly Redirect[] {
  const redirects: Redirect[] = [];
  const add = (sources: readonly string[], to: SitePath, file: string): void => {
    for (const text of sources) {
      const from = parseSitePath(text);
      if (from !== null) redirects.push({ from: pageLike(from), to, file });
    }
  };
  for (const article of [...site.articles, ...site.canceled]) {
    add(article.redirectFrom, article.path, article.file);
  }
  for (const { story, path } of site.stories.values()) add(story.redirectFrom, path, story.file);
  for (const page of site.pages) add(page.redirectFrom, page.path, page.file);
  const addTerms = (kind: 'topics' | 'actors', terms: readonly (Topic | Actor)[]): void => {
    for (const { id, file, redirectFrom } of terms) {
      const target = names[kind].targetOf(id);
      const to = termPath(kind, target);
      add(redirectFrom, to, file);
      if (target !== id) redirects.push({ from: termPath(kind, id), to, file });
    }
  };
  addTerms('topics', topics);
  addTerms('actors', actors);
  return redirects.sort((a, b) => compareText(a.from, b.from));
}

/** `/old` and `/old/` are one page; `/old.html` is a file. */
function pageLike(path: SitePath): SitePath {
  const last = path.split('/').at(-1) ?? '';
  return last === '' || last.includes('.') ? path : (`${path}/` as SitePath);
}
