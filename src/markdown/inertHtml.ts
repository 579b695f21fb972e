import { headingTag, isReservedId } from './headings.ts';
import { holeMark } from './portableHtml.ts';

/**
 * What a body may be, whoever made it: the elements and attributes that our Markdown writes
 * (`markdown.ts`, `linkMentions.ts`), closed in their order, no address that a browser would run or take for
 * another site's, and no id of a heading that another heading, a footnote or the page has. What comes from a
 * cache is held against it as what was rendered now.
 */

// An address is in ASCII here, and its `&` are references, so that none can hide another sign.
const address = `(?:[Hh][Tt][Tt][Pp][Ss]?:|[Mm][Aa][Ii][Ll][Tt][Oo]:|${holeMark}/(?![/\\\\]))(?:[!#-%'-;=?-\\[\\]-~]|&amp;)*`;
const value = `[^"<>${holeMark}]*`;

/** The elements that have no attributes, and those of the others that need none. */
const plain: ReadonlySet<string> = new Set([
  ...['p', 'em', 'strong', 's', 'blockquote', 'hr', 'br', 'h2', 'h3', 'h4', 'h5', 'h6', 'code'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/** What stands in a tag with attributes, as it is written. */
const withAttributes = new RegExp(
  `^(?:${[
    `a href="${address}"(?: title="${value}"| id="fnref\\d+(?:-\\d+)?"| aria-label="Back to the text")?`,
    `img src="${address}" alt="${value}"(?: title="${value}")?`,
    'ol start="\\d+"',
    'li id="fn\\d+"',
    't[hd] class="align-(?:left|center|right)"',
    'pre tabindex="0"',
    `code class="language-[^"<>\\s${holeMark}]*"`,
    'div class="scroll" role="group" aria-label="Table" tabindex="0"',
    'sup class="footnote-ref"',
    'section class="footnotes" aria-label="Footnotes"',
  ].join('|')})$`,
);

const voids: ReadonlySet<string> = new Set(['hr', 'br', 'img']);

/** What no text may hold but the hole mark; see `characters.ts`. */
const forbidden = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Whether a body, joined by hole marks, is one that our Markdown may have made, and so can do nothing.
 * Takes time in proportion to its length.
 */
export function isInert(html: string): boolean {
  return !forbidden.test(html) && findActive(html) === null;
}

/** The first tag in a body that no body may have, or may not have there; null where there is none. */
export function findActive(html: string): string | null {
  const open: string[] = [];
  const ids = new Set<string>();
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    const end = html.indexOf('>', start);
    const tag = html.slice(start + 1, end < 0 ? start + shown : end);
    if (tag.startsWith('/')) {
      if (end < 0 || open.pop() !== tag.slice(1)) return `<${tag}>`;
      continue;
    }
    if (end < 0 || !(plain.has(tag) || withAttributes.test(tag) || isHeading(tag, ids)))
      return `<${tag}>`;
    const space = tag.indexOf(' ');
    const name = space < 0 ? tag : tag.slice(0, space);
    if (!voids.has(name)) open.push(name);
  }
  return open.length === 0 ? null : `<${open.join('><')}>`;
}

/** Whether a tag is that of a heading with an id that is free, which it takes. */
function isHeading(tag: string, ids: Set<string>): boolean {
  const id = tag.startsWith('h') ? headingTag.exec(tag)?.[1] : undefined;
  if (id === undefined || isReservedId(id) || ids.has(id)) return false;
  ids.add(id);
  return true;
}

/** Letters that are told of what is no tag. */
const shown = 60;
