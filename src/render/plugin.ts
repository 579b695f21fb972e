import type { UserConfig } from '@11ty/eleventy';
import type { Views } from '../views/buildViews.ts';
import { layoutNames, type PageView } from '../views/page.ts';
import type { LayoutEngine } from './layoutEngine.ts';

/** The format of the virtual templates: no file of anybody's has it, so no file becomes a page. */
const pageFormat = 'dateline';

interface PaginatedData {
  readonly view: PageView;
  readonly dateline: Views;
}

/**
 * Teaches Eleventy the site: for each layout one template that paginates over its ready views. No
 * content file becomes an Eleventy template, so nothing in content can reach an engine or a path.
 * @param loadViews called at each build; the development server builds many times
 */
export function addPages(
  config: UserConfig,
  engine: () => LayoutEngine,
  loadViews: () => Views,
): void {
  config.setTemplateFormats([pageFormat]);
  config.setUseGitIgnore(false);
  config.addExtension(pageFormat, {
    compile: async (layout: string) => {
      const render = await engine().load(layout.trim());
      return ({ view, dateline }: PaginatedData) => render({ view, site: dateline.site });
    },
    compileOptions: { cache: false },
  });
  config.addGlobalData('dateline', loadViews);
  for (const layout of layoutNames) {
    config.addTemplate(`${layout}.${pageFormat}`, `${layout}.vto`, {
      pagination: { data: `dateline.pages.${layout}`, size: 1, alias: 'view' },
      permalink: ({ view }: PaginatedData) => view.file,
      eleventyExcludeFromCollections: true,
    });
  }
}
