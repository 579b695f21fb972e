import type { SiteFile } from '../feeds/siteFile.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { Versions } from '../views/context.ts';
import { readScripts } from './scripts.ts';
import { readStyleSheet } from './styleSheet.ts';

/** The style sheet and the scripts of the pages. */
export function readCodeFiles(layouts: readonly string[], config: SiteConfig): readonly SiteFile[] {
  return [readStyleSheet(layouts, config), ...readScripts(config)];
}

/** Digits of a hash that tell two versions of one file apart. */
const versionLength = 8;

/** What is in each file, in short. */
export function versionsOf(files: readonly SiteFile[]): Versions {
  return new Map(files.map((file) => [file.path, file.key().slice(0, versionLength)]));
}
