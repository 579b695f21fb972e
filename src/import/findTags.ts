/** The system that wrote a text: what it takes for markup. */
export type TagSystem = 'wordpress' | 'jekyll' | 'hugo' | 'unknown';

interface TagKind {
  readonly what: string;
  readonly pattern: RegExp;
  readonly systems: readonly TagSystem[];
}

/** Markup of other tools that would be published as text. */
const templates: readonly TagKind[] = [
  {
    what: 'a Hugo shortcode',
    pattern: /\{\{[<%][^\n]*?[>%]\}\}/g,
    systems: ['hugo', 'unknown'],
  },
  {
    what: 'a Liquid or Nunjucks tag',
    pattern: /(?<!\{)\{%[^\n]*?%\}/g,
    systems: ['jekyll', 'unknown'],
  },
  {
    what: 'a Liquid or Nunjucks value',
    pattern: /\{\{(?![<%])[^\n]*?\}\}/g,
    systems: ['jekyll', 'unknown'],
  },
];

/** `[gallery ids="1,2"]`; not `[[gallery]]`, by which WordPress shows the brackets, nor a link. */
const withAttributes =
  /(?<![[\\])\[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|&quot;[^\]\n]*?&quot;|[^\s"'\]]+))+\s*\/?\](?![\](:[])/g;
const closed = /(?<![[\\])\[\/(?<name>[a-z][\w-]*)\](?!\])/g;
const opened = /(?<![[\\])\[(?<name>[a-z][\w-]*)(?=[\s\]])[^\]\n]*\](?![\](:[])/g;
/** What WordPress takes without attributes as well. */
const alone =
  /(?<!\[)\[(?:gallery|playlist|audio|video|embed|caption)\](?!\])|(?<!\[)\[(?:(?:youtube|vimeo|twitter|tweet|gist|soundcloud|embed)[\s=]|[a-z]+=https?:)[^\]\n]+\](?!\])/g;

/** Says where a body has markup of the system that wrote it, by lines of the body. */
export function findTags(body: string, system: TagSystem): readonly string[] {
  const found = templates
    .filter(({ systems }) => systems.includes(system))
    .flatMap(({ what, pattern }) =>
      [...body.matchAll(pattern)].map((match) => ({ what, index: match.index, text: match[0] })),
    );
  const shortcodes = findShortcodes(body, system).map(([index, text]) => ({
    what: 'a WordPress shortcode',
    index,
    text,
  }));
  return [...found, ...shortcodes].map(({ what, index, text }) => {
    const line = body.slice(0, index).split('\n').length;
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return `${what} in line ${line} of the text: ${shown}`;
  });
}

/**
 * Shortcodes by their place. Markdown that was once WordPress's has those with attributes or an end; a word
 * in brackets is a link there, or text.
 */
function findShortcodes(body: string, system: TagSystem): readonly (readonly [number, string])[] {
  const isMarkdown = system !== 'wordpress';
  const text = isMarkdown ? withoutCode(body) : body;
  const ends = new Set([...text.matchAll(closed)].map(({ groups }) => groups?.['name'] ?? ''));
  const found = new Map<number, string>();
  for (const match of text.matchAll(withAttributes)) found.set(match.index, match[0]);
  for (const match of text.matchAll(opened)) {
    if (ends.has(match.groups?.['name'] ?? '')) found.set(match.index, match[0]);
  }
  if (!isMarkdown) for (const match of text.matchAll(alone)) found.set(match.index, match[0]);
  return [...found].sort(([one], [other]) => one - other);
}

/** The text with its code blanked, so that what follows keeps its place. */
function withoutCode(body: string): string {
  const blank = (code: string): string => code.replace(/[^\n]/g, ' ');
  return body
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??(?: {0,3}\1[^\n]*$|(?![^]))/gm, blank)
    .replace(/(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)/g, blank);
}
