import type { Site } from '../model/site.ts';
import { publish } from '../publish/publish.ts';
import { renderPages } from '../render/renderPages.ts';
import { buildViews } from '../views/buildViews.ts';
import { layoutNames } from '../views/page.ts';
import { writeFiles } from './writeFiles.ts';

export interface BuildOptions {
  /** Folders of layouts, the operator's before ours. */
  readonly layouts: readonly string[];
  /** The output folder. */
  readonly output: string;
}

export interface BuildResult {
  readonly articles: number;
  readonly days: number;
  readonly pages: number;
  /** Files that are no pages. */
  readonly files: number;
}

/** Renders and publishes a site: all of it or nothing. */
export async function build(site: Site, { layouts, output }: BuildOptions): Promise<BuildResult> {
  const views = buildViews(site);
  return publish(output, async (staging) => {
    await renderPages(views, layouts, staging);
    return {
      articles: site.articles.length,
      days: site.days.length,
      pages: layoutNames.reduce((sum, layout) => sum + views.pages[layout].length, 0),
      files: writeFiles(site, views, layouts, staging),
    };
  });
}
