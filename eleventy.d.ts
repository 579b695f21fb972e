/** `dateline/eleventy`, the plugin that an Eleventy configuration takes. */
export interface PluginOptions {
  /** The content folder; default `content`. */
  readonly content?: string;
  /** Your own layouts, before those of Dateline; default `layouts`, where it exists. */
  readonly layouts?: string;
}

/** What the configuration returns to Eleventy. */
export interface PluginResult {
  readonly dir: { readonly input: string; readonly output: string };
}

/**
 * Makes `npx eleventy` build the site as `dateline build` does.
 * @param eleventyConfig what Eleventy gives to its configuration
 */
export default function dateline(eleventyConfig: object, options?: PluginOptions): PluginResult;
