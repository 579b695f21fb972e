import { writeScalar } from './frontText.ts';

export interface NewSite {
  readonly title: string;
  /** With its path, which is the base path. */
  readonly url: string;
  readonly language: string;
  readonly zone: string;
  /** Whether Node takes a `.js` file of the folder as an ES module. */
  readonly isModule: boolean;
}

/** The files of a new site, by their path below its folder. */
export function newSiteFiles(site: NewSite): Readonly<Record<string, string>> {
  const host = new URL(site.url).hostname;
  return {
    'content/site.yaml': [
      `title: ${writeScalar(site.title)}`,
      `url: ${site.url}`,
      `language: ${site.language}`,
      `zone: ${site.zone}`,
      '# The domain in the ids of feed entries. It stays when the site moves.',
      `authority: ${host}`,
      '',
    ].join('\n'),
    'content/pages/about.md': '---\ntitle: About\norder: 1\n---\n\nWho publishes this, and why.\n',
    '.eleventy.js': eleventyConfig(site.isModule),
    '.gitignore': 'node_modules/\n_site/\n.cache/\n.*.dateline-*\n',
  };
}

/**
 * What makes `npx eleventy` build what `dateline build` does. Without it Eleventy makes a page of every file
 * that it finds, drafts too.
 */
function eleventyConfig(isModule: boolean): string {
  const comment = '// `npx eleventy` makes the pages and feeds that `npx dateline build` makes.\n';
  return isModule
    ? `${comment}import dateline from 'dateline/eleventy';

export default function (eleventyConfig) {
  return dateline(eleventyConfig);
}
`
    : `${comment}module.exports = async function (eleventyConfig) {
  const { default: dateline } = await import('dateline/eleventy');
  return dateline(eleventyConfig);
};
`;
}
