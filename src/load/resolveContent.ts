import type { Report } from '../diagnostics/diagnostic.ts';
import type { ResolvedContent } from '../model/buildSite.ts';
import type { SiteConfig } from '../parse/site.ts';
import { createMentionFinder } from '../registry/findMentions.ts';
import { buildRegistry } from '../registry/registry.ts';
import type { Names } from '../resolve/context.ts';
import {
  resolveActor,
  resolveBriefing,
  resolveFeedPairs,
  resolvePage,
  resolveStoryNames,
  resolveTopics,
} from '../resolve/resolveTerms.ts';
import type { ParsedContent } from './parseContent.ts';

/** What the registries are built from. Plain data, so that threads can build their own. */
export interface NameSources extends Pick<
  ParsedContent,
  'topics' | 'actors' | 'stories' | 'failed'
> {
  readonly config: SiteConfig;
}

export function buildNames(parsed: NameSources, report: Report): Names {
  const { config } = parsed;
  const actors = buildRegistry('actor', parsed.actors, parsed.failed.actor, report);
  const topics = buildRegistry('topic', parsed.topics, parsed.failed.topic, report);
  return {
    actors,
    topics,
    stories: buildRegistry('story', parsed.stories, parsed.failed.story, report),
    findMentions: config.linkMentions ? createMentionFinder(actors) : null,
    config,
  };
}

/** Resolves the names in everything but articles, and renders the bodies. */
export function resolveContent(
  parsed: ParsedContent,
  names: Names,
  report: Report,
): Omit<ResolvedContent, 'articles' | 'failedArticles' | 'assets' | 'texts'> {
  return {
    names,
    feedPairs: resolveFeedPairs(names, report),
    briefings: parsed.briefings.map((briefing) => resolveBriefing(briefing, names, report)),
    topicFiles: parsed.topics,
    actorFiles: parsed.actors,
    topics: resolveTopics(parsed.topics, names, report),
    actors: parsed.actors
      .filter((actor) => names.actors.targetOf(actor.id) === actor.id)
      .map((actor) => resolveActor(actor, names, report)),
    stories: parsed.stories.map((story) => resolveStoryNames(story, names, report)),
    pages: parsed.pages.map((page) => resolvePage(page, names, report)),
    ledger: parsed.ledger,
  };
}
