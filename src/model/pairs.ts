import type { FeedPair } from '../resolve/resolveTerms.ts';
import { pairPath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { SiteActor, SitePair, SiteTopic } from './site.ts';

/** What an actor and a topic have in common, in the order of site.yaml; narrower topics count. */
export function buildPairs(
  pairs: readonly FeedPair[],
  topics: ReadonlyMap<Slug, SiteTopic>,
  actors: ReadonlyMap<Slug, SiteActor>,
): readonly SitePair[] {
  return pairs.flatMap(({ actor: actorId, topic: topicId }) => {
    const actor = actors.get(actorId);
    const topic = topics.get(topicId);
    // Names resolve to nobody else; where a file failed, that has been reported.
    if (actor === undefined || topic === undefined) return [];
    const ofTopic = new Set(topic.timeline.articles);
    const articles = actor.timeline.articles.filter((article) => ofTopic.has(article));
    return [{ actor, topic, path: pairPath(actorId, topicId), articles }];
  });
}
