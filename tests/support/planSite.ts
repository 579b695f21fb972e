import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { planFiles } from '../../src/build/writeFiles.ts';
import type { Site } from '../../src/model/site.ts';
import { readCodeFiles, versionsOf } from '../../src/render/codeFiles.ts';
import { outputFile } from '../../src/urls/paths.ts';
import { planViews } from '../../src/views/planViews.ts';

/** The files that a build of a site writes, but search, pictures and compressed copies. */
export function planSite(site: Site): readonly string[] {
  const layouts = findLayoutFolders('layouts');
  const code = readCodeFiles(layouts, site.config);
  const views = planViews(site, versionsOf(code));
  const pages = views.groups.flatMap((group) => Array.from(group.plans(), ({ path }) => path));
  const files = planFiles(site, views, layouts, code).map(({ path }) => path);
  return [...pages, ...files, ...site.assets.map(({ path }) => path)].map(outputFile);
}
