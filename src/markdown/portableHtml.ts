/**
 * HTML with a hole before each link into the site, so that one rendering serves pages (links below
 * the base path) and feeds (whole URLs). The parts are joined by what stands before a site path.
 */
export type PortableHtml = readonly string[];

/** Stands for the hole while Markdown is rendered; CommonMark lets no NUL through from a text. */
export const holeMark = '\u0000';

/** @param prefix what stands before `/path/`: a base path, or an origin with a base path */
export function fillHoles(html: PortableHtml, prefix: string): string {
  return html.length === 1 ? (html[0] ?? '') : html.join(prefix);
}
