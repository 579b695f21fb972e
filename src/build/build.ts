import type { Site } from '../model/site.ts';
import type { Unpublished } from '../model/unpublished.ts';
import { publish, type HeldOutput, type Published } from '../publish/publish.ts';
import { produce, type Produced, type ProduceOptions } from './produce.ts';

export interface SiteCounts {
  readonly articles: number;
  readonly days: number;
  readonly pages: number;
  /** Files that are no pages. */
  readonly files: number;
  readonly unpublished: Unpublished;
}

/** Files of the output that are new or changed, that stayed, that went. */
export type BuildResult = SiteCounts & Published;

/**
 * Makes what is not current, and publishes it.
 * @param present the files of the output of which some may go, where they are known, else null
 */
export async function produceInto(
  places: HeldOutput,
  site: Site,
  options: Omit<ProduceOptions, 'staging' | 'target'>,
  present: ((produced: Produced) => Iterable<string>) | null,
): Promise<{ produced: Produced; published: Published }> {
  const { result, published } = await publish(places, async (staging) => {
    const produced = await produce(site, { ...options, staging, target: places.target });
    const { keys, pages, files } = produced;
    const wanted = { size: pages + files, has: (file: string) => keys.has(file) };
    return { wanted, present: present?.(produced) ?? null, produced };
  });
  return { produced: result.produced, published };
}

export function countSite(site: Site, { pages, files }: Produced): SiteCounts {
  return {
    ...{ articles: site.articles.length, days: site.days.length, pages, files },
    unpublished: site.unpublished,
  };
}
