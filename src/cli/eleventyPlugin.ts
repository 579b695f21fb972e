import path from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import { configureEleventy } from '../build/eleventyConfig.ts';
import { ownLayouts } from '../build/layoutFolders.ts';
import { eleventyServerOptions } from '../serve/eleventyServer.ts';
import { readClock } from './clock.ts';

export interface PluginOptions {
  readonly content?: string;
  readonly layouts?: string;
}

/** What Eleventy's configuration returns: where it looks for templates, and where it writes. */
export interface PluginResult {
  readonly dir: { readonly input: string; readonly output: string };
}

/**
 * `dateline/eleventy`: makes `npx eleventy` build the site as `dateline build` does. The default export, as
 * Eleventy's plugins have it.
 */
export default function dateline(config: UserConfig, options: PluginOptions = {}): PluginResult {
  const { content = 'content', layouts = 'layouts' } = options;
  configureEleventy(config, { content, layouts, now: readClock });
  config.setServerOptions(eleventyServerOptions);
  // In the folder of our own layouts Eleventy finds no template, no data and no code: not even a file of the
  // site that has a name like one of them.
  return { dir: { input: path.relative('.', ownLayouts), output: '_site' } };
}
