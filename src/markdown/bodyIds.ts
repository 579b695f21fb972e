/**
 * A tag of a body with an id: a heading, a footnote, or a reference to one. In the HTML of a body `<` stands
 * before a tag alone, and `"` around a value alone.
 */
const tagWithId = /<(h[2-6]|li|a href="[^"]*") id="([^"]*)">/g;

/** The ids in a body's HTML. */
export function findIds(html: string): readonly string[] {
  return Array.from(html.matchAll(tagWithId), ([, , id = '']) => id);
}

/**
 * The HTML of a body without its ids, where it stands beside others in one page; a link to one of them leads
 * to the body's own page, whose whole address it has.
 * @param isTaken whether another part of the page has an id; where it is left out, no id stays
 */
export function withoutIds(html: string, isTaken: (id: string) => boolean = () => true): string {
  if (!html.includes(' id="')) return html;
  return html.replace(tagWithId, (tag, start: string, id: string) =>
    isTaken(id) ? `<${start}>` : tag,
  );
}
