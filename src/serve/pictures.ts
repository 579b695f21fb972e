import { findOwnFont } from '../model/pictured.ts';
import type { Site } from '../model/site.ts';
import type { DrawPicture } from '../social/drawPicture.ts';
import { findFonts, hashDrawing } from '../social/fonts.ts';
import { parseSitePath, type SitePath } from '../urls/paths.ts';
import { planPictures, type PicturePlan } from '../views/pictures.ts';

/** The pictures of a served site, drawn when a browser asks for one, so that no page waits for them. */
export class Pictures {
  readonly #site: Site;
  #plans: ReadonlyMap<SitePath, PicturePlan> | null = null;
  #painter: Promise<DrawPicture> | null = null;

  constructor(site: Site) {
    this.#site = site;
  }

  /** The picture at a path below the base path; undefined where there is none. */
  async read(path: string): Promise<Uint8Array | undefined> {
    this.#plans ??= new Map(Array.from(planPictures(this.#site), (plan) => [plan.path, plan]));
    const asked = parseSitePath(path);
    const plan = asked === null ? undefined : this.#plans.get(asked);
    if (plan === undefined) return undefined;
    this.#painter ??= openPainter(this.#site);
    return (await this.#painter)(plan.build());
  }
}

async function openPainter({ config, assets }: Site): Promise<DrawPicture> {
  const { createPainter } = await import('../social/drawPicture.ts');
  const fonts = findFonts(findOwnFont(config, assets));
  return createPainter(fonts, hashDrawing(fonts));
}
