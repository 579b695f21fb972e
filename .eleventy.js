// Wiring for `npx eleventy`: the same pages and feeds as `npm run build`, without its staging.
import { configureEleventy } from './dist/src/build/eleventyConfig.js';
import { readClock } from './dist/src/cli/clock.js';

export default function (eleventyConfig) {
  configureEleventy(eleventyConfig, { content: 'content', layouts: 'layouts', now: readClock });
  return { dir: { input: 'layouts', output: '_site' } };
}
