import { atKey, type Report } from '../diagnostics/diagnostic.ts';
import { findOwnFont } from '../model/pictured.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { AssetFile } from '../read/readContent.ts';
import { findFonts } from '../social/fonts.ts';
import { readGlyphs, type Glyphs } from '../social/glyphs.ts';

/** What pictures of pages can show; null on a site without them, or where its font is none. */
export function openGlyphs(
  config: SiteConfig,
  assets: readonly AssetFile[],
  report: Report,
): Glyphs | null {
  if (!config.socialImages) return null;
  const { socialFont } = config.theme;
  const own = findOwnFont(config, assets);
  const isLost = socialFont !== null && own === null;
  const glyphs = isLost ? null : readGlyphs(findFonts(own));
  if (glyphs === null) {
    report({
      code: 'bad-value',
      file: config.file,
      where: atKey('theme', 'socialFont'),
      message: isLost
        ? `there is no file ${String(socialFont)}`
        : `${String(socialFont)} is no TrueType or OpenType font`,
      hint: 'name a .ttf or .otf file below content/assets/, such as /assets/font.ttf',
    });
  }
  return glyphs;
}
