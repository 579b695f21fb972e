import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { articlesPath, feedPath, homePath, opmlPath, staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';
import { withoutMarks } from '../words/marks.ts';

/** `llms.txt` (llmstxt.org): what the site is and where its pages and feeds begin, as Markdown. */
export function formatLlms({ config }: Site, views: Views): string {
  const { address } = config;
  const site = withoutMarks(views.site);
  const { frame, pages } = site.words;
  const link = (text: string, url: string): string =>
    `- [${text.replace(/[[\]\\]/g, '\\$&')}](${url})`;
  const pageLinks = [...site.nav, ...site.footer].map(({ text, href }) =>
    link(text, new URL(href, address.origin).href),
  );
  const feed = (text: string, path: typeof homePath): string =>
    link(`${text} (JSON Feed)`, toUrl(address, feedPath(path, 'json')));
  return [
    `# ${config.title}`,
    ...(config.description === null ? [] : ['', `> ${config.description}`]),
    ...['', `## ${frame.site}`, ''],
    ...new Set(pageLinks),
    ...['', `## ${pages.subscribe}`, ''],
    feed(pages.everyBriefing, homePath),
    feed(pages.everyItem, articlesPath),
    link('OPML', toUrl(address, opmlPath)),
    link('sitemap.xml', toUrl(address, staticPath('sitemap.xml'))),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
