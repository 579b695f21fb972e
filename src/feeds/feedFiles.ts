import type { Site } from '../model/site.ts';
import { feedFormats, feedPath, opmlPath } from '../urls/paths.ts';
import { planFeedGroups, type FeedPlan } from './buildFeeds.ts';
import type { Feed } from './feed.ts';
import { formatAtom } from './formatAtom.ts';
import { formatJsonFeed } from './formatJsonFeed.ts';
import { formatOpml } from './formatOpml.ts';
import { formatRss } from './formatRss.ts';
import { smallFile, type SiteFile } from './siteFile.ts';

const formatters = { rss: formatRss, atom: formatAtom, json: formatJsonFeed } as const;

/** Every feed in every format, then the OPML. */
export function planFeeds(site: Site): readonly SiteFile[] {
  const { address, title } = site.config;
  const groups = planFeedGroups(site);
  return [
    ...groups.flatMap((group) => group.feeds.flatMap((plan) => toFiles(plan, site))),
    smallFile(opmlPath, formatOpml(title, groups, address)),
  ];
}

/** The three formats share the feed, which the first of them makes and the last lets go. */
function toFiles(plan: FeedPlan, { config }: Site): readonly SiteFile[] {
  let made: Feed | null = null;
  return feedFormats.map((format, index) => ({
    path: feedPath(plan.path, format),
    key: plan.key,
    make: () => {
      made ??= plan.build();
      const text = formatters[format](made, config.address);
      if (index === feedFormats.length - 1) made = null;
      return text;
    },
  }));
}
