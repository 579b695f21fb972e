import type { UserConfig } from '@11ty/eleventy';
import { formatDiagnostic } from '../diagnostics/format.ts';
import type { Instant } from '../dates/instant.ts';
import type { SiteFile } from '../feeds/siteFile.ts';
import { loadSite } from '../load/loadSite.ts';
import type { Site } from '../model/site.ts';
import { readCodeFiles, versionsOf } from '../render/codeFiles.ts';
import { createLayoutEngine, type LayoutEngine } from '../render/layoutEngine.ts';
import { addPages, groupByLayout } from '../render/plugin.ts';
import { outputFile } from '../urls/paths.ts';
import { planViews, type Views } from '../views/planViews.ts';
import { findLayoutFolders } from './layoutFolders.ts';
import { planFiles, writeFiles } from './writeFiles.ts';
import { nothingYet } from './lastOutput.ts';
import { writeCompressed } from './writeCompressed.ts';
import { findDrawing, writePictures } from './writePictures.ts';
import { writeSearch } from './writeSearch.ts';

export interface EleventyOptions {
  readonly content: string;
  readonly layouts: string;
  /** The clock, asked at each build. */
  readonly now: () => Instant;
}

interface Loaded {
  readonly site: Site;
  readonly views: Views;
  readonly code: readonly SiteFile[];
}

/**
 * Wires the same pages and files into a plain `npx eleventy`, without staging: what `.eleventy.js`
 * calls. Content with errors fails Eleventy's build with the diagnostics as its message.
 */
export function configureEleventy(config: UserConfig, options: EleventyOptions): void {
  const layouts = findLayoutFolders(options.layouts);
  let engine: LayoutEngine = createLayoutEngine(layouts);
  let loaded: Loaded | null = null;
  const load = (): Loaded => {
    const { site, diagnostics } = loadSite({
      content: options.content,
      now: options.now(),
      drafts: false,
      layouts: layouts.slice(0, -1),
    });
    if (site === null) throw new Error(`\n${diagnostics.map(formatDiagnostic).join('\n')}`);
    const code = readCodeFiles(layouts, site.config);
    return { site, views: planViews(site, versionsOf(code)), code };
  };
  config.on('eleventy.before', () => {
    engine = createLayoutEngine(layouts);
    loaded = load();
  });
  config.on('eleventy.after', async ({ directories, runMode }) => {
    if (loaded === null) return;
    const { site, views, code } = loaded;
    const planned = planFiles(site, views, layouts, code);
    await writeFiles(planned, site.assets, directories.output, () => null);
    // They would keep each page of `--serve` waiting; it has none.
    if (runMode !== 'build') return;
    const { output } = directories;
    const folders = { staging: output, target: output, lastKey: nothingYet.lastKey };
    const indexes = await writeSearch(site, output, nothingYet);
    await writePictures(site, {
      ...folders,
      settled: new Set(),
      skipped: new Set(),
      drawing: findDrawing(site),
      progress: () => undefined,
    });
    const written = [...views.pages, ...planned, ...site.assets].map(({ path }) =>
      outputFile(path),
    );
    const staged = [...written, ...indexes.keys()];
    const files = staged.map((file) => ({ file, key: '', year: null }));
    await writeCompressed(site.config.precompress, files, { ...folders, staged: new Set(staged) });
  });
  addPages(
    config,
    () => engine,
    () => {
      const { views } = (loaded ??= load());
      return { site: views.site, pages: groupByLayout(views.pages.map((page) => page.build())) };
    },
  );
  for (const folder of [options.content, ...layouts]) config.addWatchTarget(folder);
  config.setQuietMode(true);
}
