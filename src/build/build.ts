import type { Site } from '../model/site.ts';
import type { Places } from '../publish/places.ts';
import { holdOutput, publish, type OutputOptions, type Published } from '../publish/publish.ts';
import { PageRenderer } from '../render/renderPages.ts';
import { nothingYet } from './lastOutput.ts';
import { produce, type Produced, type ProduceOptions } from './produce.ts';

export interface SiteCounts {
  readonly articles: number;
  readonly days: number;
  readonly pages: number;
  /** Files that are no pages. */
  readonly files: number;
}

/** Files of the output that are new or changed, that stayed, that went. */
export type BuildResult = SiteCounts & Published;

/**
 * Renders and publishes a site, all of it or nothing, without a cache and without search indexes
 * and pictures, which the development server makes when a reader asks for one.
 * @param layouts folders of layouts, the operator's before ours
 */
export function build(
  site: Site,
  layouts: readonly string[],
  options: OutputOptions,
): Promise<BuildResult> {
  return holdOutput(options, async (places) => {
    const progress = (): void => undefined;
    const renderer = new PageRenderer(progress);
    try {
      const produceOptions = { layouts, renderer, progress, ...nothingYet, isWhole: false };
      const { produced, published } = await produceInto(places, site, produceOptions, null);
      return { ...countSite(site, produced), ...published };
    } finally {
      await renderer.close();
    }
  });
}

/**
 * Makes what is not current, and publishes it.
 * @param present the files of the output where they are known, else null
 */
export async function produceInto(
  places: Places,
  site: Site,
  options: Omit<ProduceOptions, 'staging' | 'target'>,
  present: readonly string[] | null,
): Promise<{ produced: Produced; published: Published }> {
  const { result, published } = await publish(places, async (staging) => {
    const produced = await produce(site, { ...options, staging, target: places.target });
    return { wanted: new Set(produced.keys.keys()), present, produced };
  });
  return { produced: result.produced, published };
}

export function countSite(site: Site, { pages, files }: Produced): SiteCounts {
  return { articles: site.articles.length, days: site.days.length, pages, files };
}
