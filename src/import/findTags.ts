/** Markup of other tools that would be published as text. */
const tags = [
  ['a Hugo shortcode', /\{\{[<%][^\n]*?[>%]\}\}/g],
  ['a Liquid or Nunjucks tag', /\{%[^\n]*?%\}/g],
  ['a Liquid or Nunjucks value', /\{\{(?![<%])[^\n]*?\}\}/g],
  ['a WordPress shortcode', /\[(?:gallery|caption|embed|audio|video|playlist)\b[^\]\n]*\]/g],
] as const;

/** Says where a body has such markup, by lines of the body. */
export function findTags(body: string): readonly string[] {
  return tags.flatMap(([what, pattern]) =>
    [...body.matchAll(pattern)].map((match) => {
      const line = body.slice(0, match.index).split('\n').length;
      const shown = match[0].length > 60 ? `${match[0].slice(0, 59)}…` : match[0];
      return `${what} in line ${line} of the text: ${shown}`;
    }),
  );
}
