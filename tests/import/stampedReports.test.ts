/** Reports as they stand on pages: stamps, missing headlines, signs around headlines. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';

const reference = { day: '2024-06-03' as Day, isGiven: true };
const lead = 'The port of Larn was opened again after the storm, the ministry said.';
const head = 'Ferries sail again after the storm';
const shown = (value: { value: string; guess: string | null } | null): string =>
  value === null ? '-' : `${value.value}${value.guess === null ? '' : '?'}`;

const stamps = suite('reports as they stand on pages');
for (const [raw, expected] of [
  [
    `${head}\nUpdated 9:14 PM EDT, March 11, 2024\nLARN, Arcania (AP) — `,
    `${head} | LARN, Arcania | 2024-03-11?`,
  ],
  [
    `${head}\n\nPublished 9:14 PM EDT, March 11, 2024\n\nLARN, Arcania (AP) — `,
    `${head} | LARN, Arcania | 2024-03-11T21:14:00-04:00`,
  ],
  [`${head}\n\nFrankfurt, 7 March 2024 (AFP) -\n\n`, `${head} | Frankfurt | 2024-03-07`],
  ['LARN, March 7, 2024 (AFP) - ', 'Untitled? | LARN | 2024-03-07'],
  ['TOKYO, Feb. 15, 2024, Kyodo - ', 'Untitled? | TOKYO | 2024-02-15'],
  [
    'BRIEF-Larn opens its port\n\nMarch 7, 2024 (Reuters) - ',
    'Larn opens its port | - | 2024-03-07',
  ],
  [
    '++ Larn opens its port ++\n\nKiel, 7 March 2024 (dpa) - ',
    'Larn opens its port | Kiel | 2024-03-07',
  ],
  [`${head}\n\n21 May 2024 | UN News | Health\n\n`, `${head} | - | 2024-05-21`],
  [
    `${head}\n\nJane Doe | 14.02.2024 - Update : 14.02.2024\n\nANKARA\n\n`,
    `${head} | ANKARA? | 2024-02-14`,
  ],
  [
    `${head}\n\nPTI | Abu Dhabi | Updated: 14-02-2024 20:33 IST\n\n`,
    `${head} | Abu Dhabi? | 2024-02-14?`,
  ],
  [`${head}\n\nJune 19, 2024    13:35    Pyongyang\n\n`, `${head} | Pyongyang? | 2024-06-19`],
] as const) {
  stamps(raw, async () => {
    const item = await parseRawText(`${raw}${lead}\n\nThe two agreed.`, reference);
    if (item === null) throw new Error('no report');
    const title = `${item.title}${item.titleGuess === undefined ? '' : '?'}`;
    assert.is([title, shown(item.dateline), shown(item.date)].join(' | '), expected);
    assert.equal(item.paragraphs, [lead, 'The two agreed.']);
  });
}
stamps('the moment of an embargo is the first time whose zone is known', async () => {
  const notice = 'EMBARGOED UNTIL 9:00 AM ET (14:00 GMT), JANUARY 30, 2024';
  const item = await parseRawText(`${notice}\n\n${head}\n\n${lead}`, reference);
  assert.is(item?.embargo?.until, '2024-01-30T14:00:00Z');
});
stamps.run();
