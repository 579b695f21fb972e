import type { Site } from '../model/site.ts';
import { publish } from '../publish/publish.ts';
import { renderPages } from '../render/renderPages.ts';
import { planViews } from '../views/planViews.ts';
import { writeFiles } from './writeFiles.ts';

export interface BuildOptions {
  /** Folders of layouts, the operator's before ours. */
  readonly layouts: readonly string[];
  /** The output folder. */
  readonly output: string;
  /** Replace a folder that holds files of somebody else's. */
  readonly force?: boolean;
  /** Called when another build holds the output, with its process id. */
  readonly waiting?: (process: number) => void;
}

export interface BuildResult {
  readonly articles: number;
  readonly days: number;
  readonly pages: number;
  /** Files that are no pages. */
  readonly files: number;
  /** Files of the output that are new or changed, that stayed, that went. */
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

/** Renders and publishes a site: all of it or nothing. */
export async function build(site: Site, options: BuildOptions): Promise<BuildResult> {
  const { layouts, output, force = false, waiting = () => undefined } = options;
  const views = planViews(site);
  const { result, ...changes } = await publish({ output, force, waiting }, async (staging) => {
    await renderPages(views.pages, { layouts, output: staging, site: views.site });
    return {
      articles: site.articles.length,
      days: site.days.length,
      pages: views.pages.length,
      files: writeFiles(site, views, layouts, staging),
    };
  });
  return { ...result, ...changes };
}
