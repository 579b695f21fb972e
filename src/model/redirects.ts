import type { Actor } from '../parse/actor.ts';
import type { Topic } from '../parse/topic.ts';
import type { Names } from '../resolve/context.ts';
import { parseFormerPath } from '../urls/formerPath.ts';
import { feedFormats, feedPath, termPath, yearBelow, type SitePath } from '../urls/paths.ts';
import { compareText } from './order.ts';
import type { Redirect, Site, SitePair, Timeline } from './site.ts';

type Published = Pick<
  Site,
  'articles' | 'canceled' | 'stories' | 'topics' | 'actors' | 'pairs' | 'pages' | 'assets'
>;

/**
 * `redirectFrom` of everything published, the addresses of merged topics and actors, and what moves
 * with them: feeds and year pages. A target is always a page that is there, so there are no chains.
 */
export function buildRedirects(
  site: Published,
  topics: readonly Topic[],
  actors: readonly Actor[],
  names: Names,
): readonly Redirect[] {
  const redirects: Redirect[] = [];
  const add = (redirectFrom: readonly string[], to: SitePath, file: string): void => {
    for (const from of formerPaths({ redirectFrom })) redirects.push({ from, to, file });
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
  const followers = [
    ...findFollowers(redirects, site),
    ...findPairFollowers(redirects, site.pairs),
  ];
  return sortRedirects([...redirects, ...followers]);
}

/** By the former address. */
export function sortRedirects(redirects: readonly Redirect[]): readonly Redirect[] {
  return [...redirects].sort((a, b) => compareText(a.from, b.from));
}

/** Feeds and year pages of terms that moved, but where something else has their address. */
function* findFollowers(moved: readonly Redirect[], site: Published): Generator<Redirect> {
  if (moved.length === 0) return;
  const terms = new Map<SitePath, Timeline | null>();
  for (const { path } of site.stories.values()) terms.set(path, null);
  for (const kind of [site.topics, site.actors]) {
    for (const { path, timeline } of kind.values()) terms.set(path, timeline);
  }
  const taken = new Set<SitePath>(moved.map(({ from }) => from));
  for (const { path } of [...site.pages, ...site.assets]) taken.add(path);
  for (const { from, to, file } of moved) {
    const timeline = terms.get(to);
    if (timeline === undefined || !from.endsWith('/')) continue;
    const below = (path: SitePath): readonly SitePath[] => [
      ...feedFormats.map((format) => feedPath(path, format)),
      ...(timeline?.years ?? []).map(({ year }) => yearBelow(path, year)),
    ];
    const targets = below(to);
    for (const [index, follower] of below(from).entries()) {
      const target = targets[index];
      if (target === undefined || taken.has(follower)) continue;
      taken.add(follower);
      yield { from: follower, to: target, file };
    }
  }
}

/** Feeds of an actor on a topic, of which one or both moved. */
function* findPairFollowers(
  moved: readonly Redirect[],
  pairs: readonly SitePair[],
): Generator<Redirect> {
  const taken = new Set<SitePath>([
    ...moved.map(({ from }) => from),
    ...pairs.map(({ path }) => path),
  ]);
  for (const { actor, topic, path } of pairs) {
    const actors = moved.filter(({ from, to }) => to === actor.path && from.endsWith('/'));
    const topics = moved.filter(({ to }) => to === topic.path);
    const own = { actor: actor.path, topic: topic.path, file: '' };
    const formerActors = [own, ...actors.map(({ from, file }) => ({ ...own, actor: from, file }))];
    for (const { actor: folder, file } of formerActors) {
      const current = { from: topic.path, file };
      for (const { from, file: topicFile } of [current, ...topics]) {
        // Where a topic was elsewhere than below /topics/, no pair was ever named by it.
        if (!/^\/topics\/[^/]+\/$/.test(from)) continue;
        const former = `${folder}${from.slice(1)}` as SitePath;
        if (taken.has(former)) continue;
        taken.add(former);
        for (const format of feedFormats) {
          const to = feedPath(path, format);
          yield { from: feedPath(former, format), to, file: file === '' ? topicFile : file };
        }
      }
    }
  }
}

/** The addresses that `redirectFrom` means. */
export function formerPaths({
  redirectFrom,
}: {
  readonly redirectFrom: readonly string[];
}): readonly SitePath[] {
  return redirectFrom.flatMap((text) => parseFormerPath(text) ?? []);
}
