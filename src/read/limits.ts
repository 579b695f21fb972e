/**
 * How much one content file may hold or become. A pull request is small to read, so what it costs must be
 * small too: each bound is far above what editors write, is counted and not timed, and is an error of the
 * code `over-limit`. The README has the table.
 */
export const limits = {
  /** Letters of front matter. */
  frontMatter: 64 * 1024,
  /** Empty lines in a row in front matter. */
  blankLines: 200,
  /** Entries of each list of an article, a briefing or a story, and of the navigation. */
  entries: 250,
  /** Letters of one line of text: a title, a summary. */
  line: 10_000,
  /** Letters of a web address. */
  url: 8000,
  /** Letters of a name: topics and actors stand on each page that names them. */
  name: 500,
  /** Levels of a body: lists in lists, emphasis in quotations. The Markdown parser drops what is 100 deep. */
  nesting: 64,
  /** Footnotes of a body. */
  notes: 1000,
  /** Letters of HTML that every body may become, and how many for each letter of its own. */
  html: 64 * 1024,
  htmlRatio: 16,
  /** Letters of an article's HTML in all feeds of one format. */
  copies: 64 * 1024 * 1024,
  /** Topics above a topic. */
  broader: 32,
  /** Words of a name that is looked for in running text. */
  nameWords: 32,
} as const;
