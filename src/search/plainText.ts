const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** Elements that stand within a word or sentence; all others part words. */
const inline = /^<\/?(?:a|abbr|b|bdi|cite|code|del|em|i|s|span|strong|sub|sup)\b/;

/** The words of rendered HTML, for a search index: what our own Markdown gives, no other HTML. */
export function toPlainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) => (inline.test(tag) ? '' : ' '))
    .replace(/&(?:#(\d+)|([a-z]+));/g, (entity, code: string | undefined, name: string) =>
      code === undefined ? (named[name] ?? entity) : String.fromCodePoint(Number(code)),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
