import type { CacheHome } from '../cache/cache.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Progress } from '../workers/pool.ts';
import { LinkCache } from './linkCache.ts';
import { findOutsideLinks, judgeLinks } from './outsideLinks.ts';
import { visitLinks, type Answer, type VisitOptions } from './visitLinks.ts';

export interface LinkCheckOptions extends Omit<VisitOptions, 'visited'> {
  /** The site's own origin, whose links other rules check. */
  readonly origin: string;
  /** Where answers are kept. */
  readonly cache: CacheHome;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly progress: Progress;
}

export interface LinkCheck {
  readonly problems: readonly Problem[];
  readonly links: number;
  readonly visited: number;
}

/** After so many visits the answers are written, so that a run that is broken off was not in vain. */
const savedEvery = 20;

/** Visits the outside links of the content, but those whose answer is known and fresh. */
export async function checkLinks(
  entries: readonly SourceEntry[],
  { origin, cache: home, now, progress, ...options }: LinkCheckOptions,
): Promise<LinkCheck> {
  const links = findOutsideLinks(entries, origin);
  const urls = new Set(links.map(({ url }) => url));
  const cache = new LinkCache(home, now);
  const answers = new Map<string, Answer>();
  for (const url of urls) {
    const known = cache.get(url);
    if (known !== null) answers.set(url, known);
  }
  const unknown = [...urls].filter((url) => !answers.has(url));
  let visited = 0;
  await visitLinks(unknown, {
    ...options,
    visited: (url, answer) => {
      answers.set(url, answer);
      cache.set(url, answer);
      visited++;
      if (visited % savedEvery === 0) cache.save(urls);
      progress('links', visited, unknown.length);
    },
  });
  if (visited > 0) cache.save(urls);
  return { problems: judgeLinks(links, answers), links: urls.size, visited };
}
