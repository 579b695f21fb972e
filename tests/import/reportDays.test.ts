/** The day of a report, as its dateline and text give it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';

/** The date that a report with this first paragraph gets; with a question mark where it is a guess. */
async function dateOf(
  lead: string,
  filed: string,
  title = 'A line is open again',
): Promise<string> {
  const reference = { day: filed as Day, isGiven: true };
  const item = await parseRawText(`${title}\n\n${lead}`, reference);
  return `${item?.date.value ?? 'none'}${item?.date.guess ? '?' : ''}`;
}

const weekdays = suite('weekdays in the lead');
for (const [lead, filed, date] of [
  ['NAIROBI, Jan 9 (Reuters) - The line reopened on Monday.', '2024-02-01', '2024-01-09?'],
  ['NAIROBI, Jan 9 (Reuters) - The line will reopen on Friday.', '2024-02-01', '2024-01-09?'],
  ['NAIROBI, Jan 9 (Reuters) - The line reopened on Monday.', '2024-01-10', '2024-01-09'],
  ['SORUN, Dec. 29 (Yonhap) -- Ferries sail from Tuesday, it said.', '2024-02-01', '2023-12-29?'],
  ['Larn, 3 Mar (AFP) - Ministers meet on Thursday.', '2024-05-20', '2024-03-03?'],
  ['LARN, Feb 29 (AP) — It rained on Wednesday, police said.', '2024-03-20', '2024-02-29?'],
  ['LARN, Feb 29 (AP) — It rained on Wednesday, police said.', '2025-03-20', '2024-02-29?'],
  ['New Delhi, Nov 9 (PTI) A bridge opened on Monday.', '2024-02-01', '2023-11-09?'],
  ['MOSCOW, March 14. /TASS/. A bridge was closed on Sunday.', '2024-09-01', '2024-03-14?'],
  ['Kiel, 5. Januar (dpa) - Die Brücke wurde am Montag geschlossen.', '2024-02-20', '2024-01-05?'],
  ['PARIS, Jan 9 2023 (AFP) - A bridge opened on Friday.', '2024-02-01', '2023-01-09'],
  ['TOKYO, Jan. 10 (Kyodo) -- A bridge opened on Wednesday.', '2024-01-09', '2024-01-10?'],
  ['TOKYO, Jan. 1 (Kyodo) -- A bridge opened on Monday.', '2023-12-31', '2024-01-01?'],
  // From an archive of any year: what was said that day or the day before.
  ['SORUN, Jan 25 (AFP) - It rained, officials said on Thursday.', '2026-11-25', '2024-01-25?'],
  ['SORUN, Jan 25 (AFP) - It rains from Thursday, officials said.', '2026-11-25', '2026-01-25?'],
] as const) {
  weekdays(`${filed}: ${lead}`, async () => assert.is(await dateOf(lead, filed), date));
}
weekdays.run();
