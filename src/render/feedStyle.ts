import { readFileSync } from 'node:fs';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toUrl } from '../urls/address.ts';
import { feedStylePath, subscribePath } from '../urls/paths.ts';
import { directionOf } from '../views/direction.ts';
import { fillWords } from '../words/forms.ts';
import { languageOf } from '../words/language.ts';
import { findLayout } from './layoutEngine.ts';
import { LayoutError } from './layoutError.ts';

/**
 * The style sheet of RSS and Atom in a browser: that of the layouts, with the theme's colours, the
 * direction and what it says to people behind it.
 */
export function readFeedStyle(layouts: readonly string[], config: SiteConfig): SiteFile {
  const source = findLayout(layouts, 'feed.css');
  if (source === null) throw new LayoutError('there is no feed.css among the layouts');
  const { address, language, theme } = config;
  const phrase = languageOf(language).words.feeds.opened;
  // The marks keep an address in one piece between words that run the other way.
  const said = fillWords(phrase, { address: `\u2066${toUrl(address, subscribePath)}\u2069` });
  const values = [
    `:root{--accent:light-dark(${theme.accent},${theme.accentDark});direction:${directionOf(language)}}`,
    `:root::before{content:${quoteText(said)}}`,
  ];
  return smallFile(feedStylePath, `${readFileSync(source, 'utf8')}\n${values.join('\n')}\n`);
}

/** A string of CSS (CSS Syntax 3, section 4.3.5). */
function quoteText(text: string): string {
  return `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
