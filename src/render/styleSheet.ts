import { readFileSync } from 'node:fs';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { SiteConfig } from '../parse/site.ts';
import { styleSheetPath } from '../urls/paths.ts';
import { findLayout } from './layoutEngine.ts';
import { LayoutError } from './layoutError.ts';

/** The style sheet of the layouts, with the site's theme values behind it. */
export function readStyleSheet(layouts: readonly string[], { theme }: SiteConfig): SiteFile {
  const source = findLayout(layouts, 'style.css');
  if (source === null) throw new LayoutError('there is no style.css among the layouts');
  const values = `:root{--accent-light:${theme.accent};--accent-dark:${theme.accentDark}}\n`;
  return smallFile(styleSheetPath, `${readFileSync(source, 'utf8')}\n${values}`);
}
