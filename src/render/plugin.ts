import type { UserConfig } from '@11ty/eleventy';
import type { EmailView } from '../views/email.ts';
import type { NetworkView } from '../views/network.ts';
import { layoutNames, type LayoutName, type PageView } from '../views/page.ts';
import type { SiteView } from '../views/planViews.ts';
import type { LayoutEngine } from './layoutEngine.ts';
import { tellLanguage } from './tellLanguage.ts';

/** The format of the virtual templates: no file of anybody's has it, so no file becomes a page. */
const pageFormat = 'dateline';

/** The data that Eleventy paginates over. */
export interface PageData {
  readonly site: SiteView;
  readonly pages: Readonly<Record<LayoutName, readonly PageView[]>>;
}

interface PaginatedData {
  readonly view: PageView;
  readonly dateline: PageData;
}

/** Views by their layout; frozen, so that Eleventy passes them on as they are. */
export function groupByLayout(views: Iterable<PageView>): PageData['pages'] {
  const pages = Object.fromEntries(
    layoutNames.map((layout) => [layout, [] as PageView[]]),
  ) as Record<LayoutName, PageView[]>;
  for (const view of views) pages[view.layout].push(Object.freeze(view));
  return Object.freeze(pages);
}

/**
 * Teaches Eleventy the site: for each layout one template that paginates over its ready views. No
 * content file becomes an Eleventy template, so nothing in content can reach an engine or a path.
 * @param loadPages called at each build; the development server builds many times
 * @param layouts those that the pages have
 * @param toBytes keeps a page as UTF-8 until it is written
 */
export function addPages(
  config: UserConfig,
  engine: () => LayoutEngine,
  loadPages: () => PageData,
  layouts: readonly LayoutName[] = layoutNames,
  toBytes: (html: string) => Buffer = (html) => Buffer.from(html),
): void {
  config.setTemplateFormats([pageFormat]);
  config.setUseGitIgnore(false);
  config.addExtension(pageFormat, {
    compile: async (layout: string) => {
      const render = await loadRenderer(engine(), layout.trim());
      // Eleventy holds every page until it has rendered all: as bytes, outside of the heap.
      return async ({ view, dateline: { site } }: PaginatedData) =>
        toBytes(await render(view, site));
    },
    compileOptions: { cache: false },
  });
  config.addGlobalData('dateline', loadPages);
  for (const layout of layouts) {
    config.addTemplate(`${layout}.${pageFormat}`, `${layout}.vto`, {
      pagination: { data: `dateline.pages.${layout}`, size: 1, alias: 'view' },
      permalink: ({ view }: PaginatedData) => view.file,
      eleventyExcludeFromCollections: true,
    });
  }
}

type RenderView = (view: PageView, site: SiteView) => Promise<string>;

async function loadRenderer(engine: LayoutEngine, file: string): Promise<RenderView> {
  const layout = await engine.load(file);
  const render: RenderView = async (view, site) => {
    const html = await layout({ view, site, words: site.words });
    return site.wordsLang === null ? html : tellLanguage(html, site.wordsLang);
  };
  if (file === 'email.vto') {
    // Only sites with mail wait for what writes messages.
    const { renderEmail } = await import('../email/renderEmail.ts');
    return (view, site) => renderEmail(view as EmailView, site, render);
  }
  if (file === 'network.vto') {
    const { placeNetwork } = await import('../views/networkDrawing.ts');
    return (view, site) => {
      const { drawing } = view as NetworkView;
      const placed = { ...view, drawing: drawing && placeNetwork(drawing) };
      return render(placed, site);
    };
  }
  return render;
}
