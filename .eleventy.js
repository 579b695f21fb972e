// What `npx eleventy` builds: the pages and feeds of `dateline build`, without its cache and its staging.
import dateline from 'dateline/eleventy';

export default function (eleventyConfig) {
  return dateline(eleventyConfig);
}
