import type { Site, SiteDay } from './site.ts';

/** Whether a line of the ledger is that of a day or an article as it is published. */
export type DayMatcher = (text: string, start: number, end: number) => boolean;

/**
 * Follows the days while the ledger, which is sorted, names them, and compares in place: most lines are
 * of articles, and texts and look-ups for each would take several times as long. "No" may be wrong, in a
 * ledger that is not sorted and for ids that are escaped, and asks for a closer look.
 */
export function createDayMatcher({ days, config }: Site): DayMatcher {
  const authority = `tag:${config.authority},`;
  let at = 0;
  const findDay = (text: string, start: number): SiteDay | undefined => {
    const current = days[at];
    if (current === undefined || text.startsWith(current.path, start)) return current;
    const wanted = text.slice(start, start + current.path.length);
    let next = at;
    while (next < days.length && (days[next]?.path ?? '') < wanted) next += 1;
    const day = days[next];
    if (day?.path !== wanted) return undefined;
    at = next;
    return day;
  };
  const isEntry = (text: string, start: number, end: number, day: string, id: string): boolean => {
    const dayAt = start + authority.length;
    const idAt = dayAt + day.length + 1;
    return (
      idAt + id.length === end &&
      text.startsWith(authority, start) &&
      text.startsWith(day, dayAt) &&
      text.startsWith(id, idAt)
    );
  };
  return (text, start, end) => {
    // `/2024/01/05/`: neither a month, a week nor a term.
    if (end - start < 12 || text.charCodeAt(start + 5) !== slashCode) return false;
    if (text.charCodeAt(start + 8) !== slashCode || text.charCodeAt(start + 11) !== slashCode)
      return false;
    const day = findDay(text, start);
    if (day === undefined) return false;
    const after = start + day.path.length;
    if (after === end) return true;
    if (text.charCodeAt(after) === tab) return isEntry(text, after + 1, end, day.day, 'briefing');
    for (const { slug, id } of day.articles) {
      const slash = after + slug.length;
      if (text.charCodeAt(slash) !== slashCode || !text.startsWith(slug, after)) continue;
      if (slash + 1 === end) return true;
      return text.charCodeAt(slash + 1) === tab && isEntry(text, slash + 2, end, day.day, id);
    }
    return false;
  };
}

const tab = 0x09;
const slashCode = 0x2f;
