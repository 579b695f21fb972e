import { addDays, parseDay } from '../dates/day.ts';
import { createDateWords } from '../dates/format.ts';
import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { AssetFile } from '../read/readContent.ts';
import type { Glyphs } from '../social/glyphs.ts';
import type { SitePath } from '../urls/paths.ts';
import type { Site } from './site.ts';

/** The operator's font for pictures, where it lies; null where there is none. */
export function findOwnFont(
  { theme }: Pick<SiteConfig, 'theme'>,
  assets: readonly AssetFile[],
): string | null {
  const { socialFont } = theme;
  if (socialFont === null) return null;
  return assets.find(({ path }) => path === socialFont)?.source ?? null;
}

/**
 * The addresses of days and published articles that get a picture: of articles those without an image
 * of their own. Text that the fonts can't show is reported, and has no picture.
 */
export function findPictured(
  { articles, days, config }: Pick<Site, 'articles' | 'days' | 'config'>,
  glyphs: Glyphs | null,
  report: Report,
): ReadonlySet<SitePath> {
  const pictured = new Set<SitePath>();
  if (glyphs === null) return pictured;
  const isShown = (text: string, file: string, key: string, what: string): boolean => {
    const missing = glyphs.findMissing(text);
    if (missing === null) return true;
    const code = missing.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    report({
      code: 'missing-glyph',
      file,
      where: atValue(key),
      message: `no font has ${JSON.stringify(missing)} (U+${code}), so ${what}`,
      hint: 'name a font that has it: theme.socialFont in site.yaml',
    });
    return false;
  };
  const none = 'no page has a picture';
  if (!isShown(config.title, config.file, 'title', none)) return pictured;
  if (!isShown(datesIn(config.language), config.file, 'language', none)) return pictured;
  for (const { path, title, file, image, visibility } of articles) {
    if (visibility !== 'published' || image !== null) continue;
    if (isShown(title, file, 'title', 'this item has no picture')) pictured.add(path);
  }
  for (const { path, briefing } of days) {
    const title = briefing?.title ?? null;
    const isGood =
      briefing === null ||
      title === null ||
      isShown(title, briefing.file, 'title', 'this day has no picture');
    if (isGood) pictured.add(path);
  }
  return pictured;
}

/** All that dates of a language are written with: a whole month, and a day of each other one. */
function datesIn(language: string): string {
  const { longDay } = createDateWords(language);
  const days: string[] = [];
  let day = parseDay('2024-01-01');
  while (day !== null && day < '2025') {
    days.push(longDay(day));
    day = addDays(day, days.length < 31 ? 1 : 28);
  }
  return days.join('');
}
