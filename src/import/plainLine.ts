import { parseDocument } from './dom.ts';

/**
 * A line of HTML as plain text: headlines, names and summaries in feeds and exports may have tags and
 * references (`Fish &amp; Chips`, `Don&#8217;t`). A sign that begins no tag (`2 < 3`) stays.
 */
export function plainLine(html: string): string {
  const bare = html.replace(/<\/?[a-z][^<>]*>/gi, '');
  return (bare.includes('&') ? decode(bare) : bare).replace(/\s+/g, ' ').trim();
}

/** Without tags, so that however deeply they are nested it takes no time. */
function decode(bare: string): string {
  const text = bare.replaceAll('<', '&lt;');
  return parseDocument(`<!doctype html><html><body>${text}</body></html>`).body.textContent ?? '';
}
