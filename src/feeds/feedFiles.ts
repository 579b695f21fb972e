import type { Site } from '../model/site.ts';
import { feedPath, opmlPath, type SitePath } from '../urls/paths.ts';
import { buildFeedGroups } from './buildFeeds.ts';
import { formatAtom } from './formatAtom.ts';
import { formatJsonFeed } from './formatJsonFeed.ts';
import { formatOpml, type OpmlGroup } from './formatOpml.ts';
import { formatRss } from './formatRss.ts';

/** A text file of the site that is no page. */
export interface SiteFile {
  readonly path: SitePath;
  readonly text: string;
}

const formatters = { rss: formatRss, atom: formatAtom, json: formatJsonFeed } as const;

/** Every feed in every format, then the OPML; each is made when it is asked for. */
export function* formatFeeds(site: Site): Generator<SiteFile> {
  const { address, title } = site.config;
  const listed: OpmlGroup[] = [];
  for (const group of buildFeedGroups(site)) {
    const feeds: OpmlGroup['feeds'][number][] = [];
    for (const feed of group.feeds) {
      feeds.push({ title: feed.title, path: feed.path });
      for (const format of ['rss', 'atom', 'json'] as const) {
        yield { path: feedPath(feed.path, format), text: formatters[format](feed, address) };
      }
    }
    listed.push({ title: group.title, feeds });
  }
  yield { path: opmlPath, text: formatOpml(title, listed, address) };
}
