import type { Report, Where } from '../diagnostics/diagnostic.ts';
import { atValue } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/renderBody.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';
import { parseSitePath, type SitePath } from '../urls/paths.ts';
import type { Addresses } from './claims.ts';
import { createFragmentCheck } from './fragments.ts';
import type { Site } from './site.ts';

/** A body in its file. */
interface Checked {
  readonly body: Body;
  readonly file: string;
  /** The line, from 1, on which it begins. */
  readonly bodyLine: number;
}

/** Dead links for which similar addresses are looked for: each look passes all addresses of the site. */
const mostSuggestions = 100;

/** Warns of links into the site that lead to no page, or to no place of one. */
export function checkLinks(site: Site, addresses: Addresses, report: Report): void {
  let suggestions = 0;
  const findDeadFragment = createFragmentCheck(site);
  const check = (path: SitePath, say: (hint: string | null) => void): void => {
    if (addresses.has(path)) return;
    const withSlash = `${path}/` as SitePath;
    if (addresses.has(withSlash)) say(`write ${withSlash}`);
    else if (suggestions++ >= mostSuggestions) say(null);
    else say(formatSuggestion(nearest(path, addresses)));
  };
  const checkBody = (checked: Checked): void => {
    const { body, file } = checked;
    for (const { path, href, line } of body.links) {
      const where: Where = { kind: 'text', text: href, fromLine: checked.bodyLine + line };
      check(path, (hint) =>
        report({
          code: 'dead-link',
          file,
          where,
          message: `${href} leads to no page of this site`,
          hint,
        }),
      );
      const dead = findDeadFragment(path, href);
      if (dead !== null) report({ code: 'dead-link', file, where, ...dead });
    }
  };
  for (const article of site.articles) {
    checkBody(article);
    const image = article.image && parseSitePath(article.image.src);
    if (image)
      check(image, (hint) =>
        report({
          code: 'dead-link',
          file: article.file,
          where: atValue('image', 'src'),
          message: `${image} is no file of this site`,
          hint,
        }),
      );
  }
  for (const { briefing } of site.days) {
    if (briefing !== null) checkBody(briefing);
  }
  for (const { topic } of site.topics.values()) checkBody(topic);
  for (const { actor } of site.actors.values()) checkBody(actor);
  for (const { story } of site.stories.values()) checkBody(story);
  for (const page of site.pages) checkBody(page);
  for (const [index, { url }] of site.config.nav.entries()) {
    const path = parseSitePath(url);
    if (path)
      check(path, (hint) =>
        report({
          code: 'dead-link',
          file: site.config.file,
          where: atValue('nav', index, 'url'),
          message: `${url} leads to no page of this site`,
          hint,
        }),
      );
  }
}

/** Suggestions come from the same folder only: a site has tens of thousands of addresses. */
function nearest(path: SitePath, addresses: Addresses): readonly string[] {
  const parent = path.replace(/[^/]+\/?$/, '');
  const siblings: string[] = [];
  for (const address of addresses) {
    if (address.startsWith(parent) && address.split('/').length === path.split('/').length) {
      siblings.push(address);
    }
  }
  // Addresses come in the order in which they were looked at.
  return nearestNames(path, siblings.sort());
}
