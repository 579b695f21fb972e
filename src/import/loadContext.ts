import path from 'node:path';
import { listContentFolder } from '../load/loadSite.ts';
import { parseContent } from '../load/parseContent.ts';
import { buildNames } from '../load/resolveContent.ts';
import type { Actor } from '../parse/actor.ts';
import { fallbackSite, parseSite } from '../parse/site.ts';
import { readSource } from '../read/readContent.ts';
import { readArchive } from './archive.ts';
import type { DraftContext } from './draft.ts';
import { createActorFinder } from './findActors.ts';

/**
 * Reads what drafts are compared with: the names and articles of a content folder. Files with errors
 * are passed over; `dateline check` reports them.
 * @param more actors that are about to be written
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function loadContext(content: string, more: readonly Actor[] = []): DraftContext {
  const quiet = (): void => undefined;
  const { entries } = listContentFolder(content);
  const sources = entries.flatMap((entry) =>
    entry.kind === 'article' ? [] : (readSource(entry, quiet) ?? []),
  );
  const site = sources.find(({ kind }) => kind === 'site');
  const siteFile = path.join(content, 'site.yaml');
  const config = parseSite(site, siteFile, quiet) ?? fallbackSite(site, siteFile);
  const parsed = parseContent(sources, config.zone, quiet);
  const actorFiles = [...parsed.actors, ...more];
  const { actors, topics } = buildNames({ ...parsed, actors: actorFiles, config }, quiet);
  const articles = entries.filter(({ kind }) => kind === 'article');
  return {
    zone: config.zone,
    language: config.language,
    actors,
    topics,
    actorFiles,
    topicFiles: parsed.topics,
    findActors: createActorFinder(actors, actorFiles),
    archive: readArchive(articles, config.zone, { actors, topics }),
    taken: new Set(),
  };
}
