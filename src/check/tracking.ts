import type { KeyPath, Report } from '../diagnostics/diagnostic.ts';
import type { DataValue } from '../parse/cleanData.ts';
import type { CheckedFile } from './checkedFile.ts';

/**
 * Parameters that tell a site who sent a reader and change nothing of the page. Names that some sites
 * use for other things, such as `ref` or `id`, are none.
 */
const trackingNames =
  /^(?:utm_\w+|(?:fb|g|dc|y|ys|tw|tt|epi)clid|msclkid|gclsrc|gbraid|wbraid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|hsctatracking|oly_(?:anon|enc)_id|vero_(?:conv|id)|at_(?:medium|campaign|custom\d+|format|link_\w+|bbc_team|ptr_name)|_ga|_gl|_openstat|wickedid|rb_clickid|s_kwcid|wt\.mc_id)$/i;

export interface StrippedUrl {
  readonly url: string;
  /** What was taken out, as it stands: `utm_source=x`. */
  readonly taken: readonly string[];
}

/** Takes tracking parameters out of an address and leaves every other character as it is. */
export function stripTracking(url: string): StrippedUrl {
  const query = /\?([^#]*)/.exec(url);
  if (query?.[1] === undefined) return { url, taken: [] };
  const parts = query[1].split(/(&amp;|&)/);
  const kept: string[] = [];
  const taken: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const part = parts[index] ?? '';
    if (trackingNames.test(part.split('=')[0] ?? '')) taken.push(part);
    else kept.push((kept.length > 0 ? (parts[index - 1] ?? '') : '') + part);
  }
  if (taken.length === 0) return { url, taken };
  const rest = kept.length > 0 ? `?${kept.join('')}` : '';
  return {
    url: url.slice(0, query.index) + rest + url.slice(query.index + query[0].length),
    taken,
  };
}

/** A web address in front matter. */
export interface FrontUrl {
  readonly path: KeyPath;
  readonly url: string;
}

/** Fields whose text is not Dateline's to judge: archives keep addresses as they were. */
const otherFields = new Set(['archived', 'extra', 'editorNote', 'id']);

/** All whole addresses in front matter, but in fields that are skipped. */
export function frontUrls(
  data: DataValue,
  path: KeyPath = [],
  skipped: ReadonlySet<string> = otherFields,
): readonly FrontUrl[] {
  if (typeof data === 'string') return /^https?:\/\/\S+$/i.test(data) ? [{ path, url: data }] : [];
  if (typeof data !== 'object' || data === null) return [];
  const entries: readonly (readonly [string | number, DataValue])[] = Array.isArray(data)
    ? [...(data as readonly DataValue[]).entries()]
    : Object.entries(data);
  return entries.flatMap(([key, value]) =>
    skipped.has(String(key)) ? [] : frontUrls(value, [...path, key], skipped),
  );
}

/** Links go where they say and tell nobody who followed them. */
export function checkTracking(checked: CheckedFile, report: Report): void {
  const { file, data, blocks, at } = checked;
  const say = (taken: readonly string[], where: Parameters<Report>[0]['where']): void =>
    report({
      code: 'tracking-parameter',
      file,
      where,
      message: `this link carries ${taken.join(' and ')}`,
      hint: 'leave it out; check --fix does',
    });
  for (const { path, url } of frontUrls(data)) {
    const { taken } = stripTracking(url);
    const [first] = taken;
    if (first !== undefined) say(taken, { kind: 'front', path, on: 'value', part: first });
  }
  for (const { source, links, toBody } of blocks) {
    for (const { href, range, address } of links) {
      const { taken } = stripTracking(href);
      const [first] = taken;
      if (first === undefined) continue;
      const start = address?.start ?? range.start;
      const found = source.slice(start, address?.end ?? range.end).indexOf(first);
      say(taken, at(toBody(start + Math.max(0, found))));
    }
  }
}
