import { createDateWords } from '../dates/format.ts';
import type { Site } from '../model/site.ts';
import type { Picture, PictureText } from '../social/picture.ts';
import { picturePath, type SitePath } from '../urls/paths.ts';
import { titleOfDay } from './day.ts';
import { directionOf } from './direction.ts';

/** A picture, before it is drawn. */
export interface PicturePlan {
  readonly path: SitePath;
  readonly picture: Picture;
}

/** The pictures of a site: of a briefing its title and day, of an article its headline and day. */
export function* planPictures(site: Site): Generator<PicturePlan> {
  const { config, pictured } = site;
  const dates = createDateWords(config.language);
  const inSite = (text: string): PictureText => ({ text, dir: directionOf(config.language) });
  const shared = { site: inSite(config.title), accent: config.theme.accent };
  for (const day of site.days) {
    if (!pictured.has(day.path)) continue;
    const headline = inSite(titleOfDay(day, dates.longDay));
    const note = day.briefing?.title ? inSite(dates.day(day.day)) : null;
    yield { path: picturePath(day.path), picture: { headline, note, ...shared } };
  }
  for (const { path, title, lang, day } of site.articles) {
    if (!pictured.has(path)) continue;
    const headline = { text: title, dir: directionOf(lang) };
    yield {
      path: picturePath(path),
      picture: { headline, note: inSite(dates.day(day)), ...shared },
    };
  }
}
