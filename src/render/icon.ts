import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import { findOwnIcon } from '../model/icon.ts';
import type { Site } from '../model/site.ts';
import { iconPath } from '../urls/paths.ts';

/** An icon in the site's colour, where it brings none: a dateline above the lines of a report. */
export function planIcon({ assets, config }: Site): readonly SiteFile[] {
  if (findOwnIcon(assets) !== null) return [];
  const lines = ['M8 10h9', 'M8 16.5h16', 'M8 22h16'];
  const drawn = lines.map(
    (path, index) => `<path d="${path}" stroke-width="${index === 0 ? 4 : 2.5}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${config.theme.accent}"/><g stroke="#fff">${drawn.join('')}</g></svg>\n`;
  return [smallFile(iconPath, svg)];
}
