import { yearOf, type Year } from '../dates/day.ts';
import { createDateWords } from '../dates/format.ts';
import type { Site } from '../model/site.ts';
import type { Picture, PictureText } from '../social/picture.ts';
import { picturePath, type SitePath } from '../urls/paths.ts';
import { titleOfDay } from './day.ts';
import { directionOf } from './direction.ts';

/** A picture, before it is drawn. */
export interface PicturePlan {
  readonly path: SitePath;
  /** The year of its day: where that is settled (`keysOfYears`), the picture is what it was. */
  readonly year: Year;
  readonly build: () => Picture;
}

/** The pictures of a site: of a briefing its title and day, of an article its headline and day. */
export function* planPictures(site: Site): Generator<PicturePlan> {
  const { config, pictured } = site;
  const dates = createDateWords(config.language);
  const inSite = (text: string): PictureText => ({ text, dir: directionOf(config.language) });
  const shared = { site: inSite(config.title), accent: config.theme.accent };
  for (const day of site.days) {
    if (!pictured.has(day.path)) continue;
    const build = (): Picture => ({
      headline: inSite(titleOfDay(day, dates.longDay)),
      note: day.briefing?.title ? inSite(dates.day(day.day)) : null,
      ...shared,
    });
    yield { path: picturePath(day.path), year: yearOf(day.day), build };
  }
  for (const { path, title, lang, day } of site.articles) {
    if (!pictured.has(path)) continue;
    const build = (): Picture => ({
      headline: { text: title, dir: directionOf(lang) },
      note: inSite(dates.day(day)),
      ...shared,
    });
    yield { path: picturePath(path), year: yearOf(day), build };
  }
}
