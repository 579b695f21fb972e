import { writeScalar } from './frontText.ts';

export interface NewSite {
  readonly title: string;
  /** With its path, which is the base path. */
  readonly url: string;
  readonly language: string;
  readonly zone: string;
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
    '.gitignore': 'node_modules/\n_site/\n.cache/\n',
  };
}
