import type { Report } from '../diagnostics/diagnostic.ts';
import type { ResolvedContent } from '../model/buildSite.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { AssetFile } from '../read/readContent.ts';
import { createMentionFinder } from '../registry/findMentions.ts';
import { buildRegistry } from '../registry/registry.ts';
import type { Names } from '../resolve/context.ts';
import { checkArticleNames, resolveArticle } from '../resolve/resolveArticle.ts';
import {
  checkFeedPairs,
  resolveActor,
  resolveBriefing,
  resolvePage,
  resolveStoryNames,
  resolveTopics,
} from '../resolve/resolveTerms.ts';
import type { ParsedContent } from './parseContent.ts';

/** Builds the registries, then resolves every name and renders every body. */
export function resolveContent(
  parsed: ParsedContent,
  assets: readonly AssetFile[],
  config: SiteConfig,
  report: Report,
): ResolvedContent {
  const actors = buildRegistry('actor', parsed.actors, parsed.failed.actor, report);
  const topics = buildRegistry('topic', parsed.topics, parsed.failed.topic, report);
  const names: Names = {
    actors,
    topics,
    stories: new Set([
      ...parsed.stories.map((story) => story.id as string),
      ...parsed.failed.story.map((file) => file.name),
    ]),
    findMentions: config.linkMentions ? createMentionFinder(actors) : null,
    config,
  };
  checkFeedPairs(names, report);
  for (const article of parsed.failedArticles) checkArticleNames(article, names, report);
  return {
    names,
    articles: parsed.articles.map((article) => resolveArticle(article, names, report)),
    briefings: parsed.briefings.map(resolveBriefing),
    topicFiles: parsed.topics,
    actorFiles: parsed.actors,
    topics: resolveTopics(parsed.topics, names, report),
    actors: parsed.actors
      .filter((actor) => actors.targetOf(actor.id) === actor.id)
      .map((actor) => resolveActor(actor, names, report)),
    stories: parsed.stories.map((story) => resolveStoryNames(story, names, report)),
    pages: parsed.pages.map((page) => resolvePage(page, names)),
    assets,
  };
}
