import { findAgency } from './agencies.ts';

/** Takes off what agencies and pages put around a headline. */
export function cleanTitle(line: string): { title: string; sources: readonly string[] } {
  const sources: string[] = [];
  let title = line
    .replace(/^#{1,6}\s+/, '')
    // Signs of an urgent report: `++ Port opens ++`
    .replace(/^(?<sign>\+{2,3}|\*{3}|={2,3})\s*(.+?)\s*\k<sign>$/, '$2')
    .replace(/^(?:headline|title)\s*:\s*/i, '')
    // A label in brackets: [Feature], 【独家】
    .replace(/^[[［【](?=[^\]］】]*\p{L})[^[\]［］【】=＝]{1,14}[\]］】]\s*(?=.{6})/u, '')
    .replace(
      /^\((?:\d+(?:st|nd|rd|th) )?(?:LEAD|LD|URGENT|Copy Correction|Yonhap Feature|Yonhap Interview)\)\s*/i,
      '',
    )
    .replace(
      /^(?:UPDATE \d+|BRIEF|REFILE|CORRECTED|WRAPUP \d+|RPT|URGENT|ALERT|FOCUS|FEATURE|LEAD)\s*[-:]\s*/,
      '',
    )
    .replace(
      /^(?:updated?(?: \d+)?|breaking(?: news)?|urgent|flash|correct(?:ed|ion)|refiled?|\d(?:st|nd|rd|th) ld)\s*[:：|]\s*/i,
      '',
    )
    .trim();
  const suffix = /^(?<title>.{15,}?)\s*(?:\s[-–—]|\|)\s*(?<outlet>[\p{L}][\p{L} .]{1,30})$/u.exec(
    title,
  )?.groups;
  if (suffix?.['outlet'] !== undefined && findAgency(suffix['outlet']) !== null) {
    title = suffix['title'] ?? title;
    sources.push(suffix['outlet']);
  }
  return { title: title.replace(/\s+/g, ' '), sources };
}
