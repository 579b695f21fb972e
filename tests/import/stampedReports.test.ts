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

const openings = suite('how reports of pages begin');
/** Title, place, date, authors and sources; with a question mark what is a guess. */
for (const [above, opening, expected] of [
  [
    'By ANNA ROTH\nAssociated Press',
    'LARN, Arcania (AP) — ',
    'Untitled? | LARN, Arcania | 2024-06-03? | Anna Roth? | AP',
  ],
  [
    'By the numbers: how Larn sails again',
    'LARN, Jan 5 (AP) — ',
    'By the numbers: how Larn sails again | LARN | 2024-01-05? |  | AP',
  ],
  [`[Feature] ${head}`, 'LARN, Jan 5, 2024 (AFP) - ', `${head} | LARN | 2024-01-05 |  | AFP`],
  [`【独家】${head}`, 'LARN, Jan 5, 2024 (AFP) - ', `${head} | LARN | 2024-01-05 |  | AFP`],
  [`${head}\n\nStaff Correspondent`, 'LARN, Jan 5: ', `${head} | LARN | 2024-01-05? |  | `],
  [`${head}\n\nRedacción`, 'Larn, 5 ene 2024 (EFE).- ', `${head} | Larn | 2024-01-05 |  | EFE`],
  [
    `${head}\n\nSource: Gulf Wire 5 January 2024`,
    'LARN (AFP) - ',
    `${head} | LARN | 2024-01-05 |  | AFP+Gulf Wire?`,
  ],
  [
    `${head}\n\nFrom: Ministry of Health\nJanuary 5, 2024 | Larn, Arcania`,
    '',
    `${head} | Larn, Arcania? | 2024-01-05 |  | Ministry of Health?`,
  ],
  [
    head,
    'LARN (AA) - ANNA ROTH/JOHN ROE - ',
    `${head} | LARN | 2024-06-03? | Anna Roth?+John Roe? | AA`,
  ],
  [head, 'TTO - ', `${head} | - | 2024-06-03? |  | TTO?`],
  [head, 'LIMA — ', `${head} | LIMA | 2024-06-03? |  | `],
  [head, 'CARACAS — ', `${head} | CARACAS | 2024-06-03? |  | `],
  [head, 'LARN - AFP\n5 January 2024\n\n', `${head} | LARN | 2024-01-05 |  | AFP`],
  [head, 'Larn. ', `${head} | Larn? | 2024-06-03? |  | `],
  [head, 'Larn, 5/Jan/2024 (MAP) – ', `${head} | Larn | 2024-01-05 |  | MAP?`],
  [`5 January 2024\nPress release IP/24/812\n\n${head}`, '', `${head} | - | 2024-01-05 |  | `],
] as const) {
  openings(`${above} / ${opening}`, async () => {
    const text = 'The port was opened again in Larn after the storm, the ministry said on Monday.';
    const raw = `${above}\n\n${opening}${text}\n\nThe two agreed. (jane.doe@example.org)`;
    const item = await parseRawText(raw, reference);
    if (item === null) throw new Error('no report');
    const sources = item.sources.map(({ name, guess }) => `${name}${guess === null ? '' : '?'}`);
    const name = `${item.title}${item.titleGuess === undefined ? '' : '?'}`;
    const parts = [name, shown(item.dateline), shown(item.date)];
    parts.push(item.authors.map(shown).join('+'), sources.join('+'));
    assert.is(parts.join(' | '), expected);
    assert.equal(item.paragraphs, [text, 'The two agreed.']);
  });
}
openings.run();

const cells = suite('lines of date, agency, place and part of the page');
/** Place, date, sources, authors, and what is told as left out. */
for (const [line, expected] of [
  ['21 May 2024 | UN News | Health', '- | 2024-05-21 | UN News |  | Health'],
  ['Health | UN News | 21 May 2024', '- | 2024-05-21 | UN News |  | Health'],
  [
    'UN News | 21 May 2024 | Peace and Security',
    '- | 2024-05-21 | UN News |  | Peace and Security',
  ],
  ['PTI | Abu Dhabi | Updated: 14-02-2024', 'Abu Dhabi? | 2024-02-14? | PTI |  | '],
  ['ANI | 14 Feb 2024 | New Delhi', '- | 2024-02-14 | ANI |  | New Delhi'],
  ['ANI | 14 Feb 2024 | Abu Dhabi', 'Abu Dhabi? | 2024-02-14 | ANI |  | '],
  ['Jane Doe | Reuters | 5 Jan 2024', '- | 2024-01-05 | Reuters | Jane Doe? | '],
  ['By Jane Doe | 5 January 2024', '- | 2024-01-05 |  | Jane Doe | '],
  [
    'Jane Doe and John Roe | 14.02.2024 - Update : 15.02.2024',
    '- | 2024-02-14 |  | Jane Doe?+John Roe? | ',
  ],
  ['2024-01-05\t13:35\tLarn', 'Larn? | 2024-01-05 |  |  | 13:35'],
  ['World | January 5, 2024 | 10:15 GMT | AFP', '- | 2024-01-05T10:15:00Z | AFP |  | World'],
  [
    'REUTERS | Kyiv, Ukraine | 5 January 2024, 10:15 EET',
    'Kyiv, Ukraine? | 2024-01-05T10:15:00+02:00 | REUTERS |  | ',
  ],
  ['5 January 2024 · Politics', '- | 2024-01-05 |  |  | Politics'],
  [
    '5 January 2024 | GA/12345 | Security Council',
    '- | 2024-01-05 | Security Council? |  | GA/12345',
  ],
  ['Last updated: 5 January 2024 | 3 min read', '- | 2024-01-05? |  |  | 3 min read'],
] as const) {
  cells(line, async () => {
    const text = 'The port of Larn in Abu Dhabi was opened again, the ministry said.\n\nIt rained.';
    const item = await parseRawText(`${head}\n\n${line}\n\n${text}`, reference);
    if (item === null) throw new Error('no report');
    const sources = item.sources.map(({ name, guess }) => `${name}${guess === null ? '' : '?'}`);
    const parts = [shown(item.dateline), shown(item.date), sources.join('+')];
    parts.push(item.authors.map(shown).join('+'), item.leftOut.join('; '));
    assert.is(parts.join(' | '), expected);
    assert.equal([item.title, item.paragraphs.join('\n\n')], [head, text]);
  });
}
cells.run();

const letterheads = suite('letterheads');
const title = 'Larn Scales settles charges over its sales';
/** Title, date and sources; with a question mark what is a guess. */
for (const [above, expected] of [
  ['SECURITIES AND EXCHANGE COMMISSION\n{}', '{}? | SECURITIES AND EXCHANGE COMMISSION?'],
  [
    'SECURITIES AND EXCHANGE COMMISSION\nWashington, D.C.\n5 January 2024\n\n{}',
    '{}? | SECURITIES AND EXCHANGE COMMISSION?',
  ],
  [
    'SUPREME COURT OF ARCANIA\nMedia Summary\n5 January 2024\n\n{}',
    '{} | SUPREME COURT OF ARCANIA?',
  ],
  ['Supreme Court\n5 January 2024\n\n{}', '{}? | Supreme Court?'],
  [
    'Ministry of Foreign Affairs\nRepublic of Arcania\nNo. 12/2024\n\n{}',
    '{} | Ministry of Foreign Affairs?',
  ],
  ['BUNDESMINISTERIUM DER FINANZEN\n5. Januar 2024\n\n{}', '{}? | BUNDESMINISTERIUM DER FINANZEN?'],
  [
    'MINISTÈRE DES AFFAIRES ÉTRANGÈRES\nCOMMUNIQUÉ DE PRESSE\n\n{}',
    '{} | MINISTÈRE DES AFFAIRES ÉTRANGÈRES?',
  ],
  ['The White House\nBRIEFING ROOM\n5 January 2024\n\n{}', '{} | The White House?'],
  [
    '{}\nMinistry of Trade and Industry of Arcania\n5 January 2024',
    '{} | Ministry of Trade and Industry of Arcania?',
  ],
  // Headlines of offices, not letterheads.
  ['MINISTRY CONFIRMS LOSS OF SHIP\n5 January 2024', 'MINISTRY CONFIRMS LOSS OF SHIP | '],
  [
    'Central bank of Arcania holds rates again\n5 January 2024',
    'Central bank of Arcania holds rates again | ',
  ],
  [
    'Court orders commission to open its files\nBy Jane Doe',
    'Court orders commission to open its files | ',
  ],
  // Nothing but the office: it may be a headline.
  ['SUPREME COURT OF ARCANIA\n5 January 2024', 'SUPREME COURT OF ARCANIA? | '],
] as const) {
  letterheads(above, async () => {
    const raw = `${above.replace('{}', title)}\n\n${lead}\n\nThe two agreed.`;
    const item = await parseRawText(raw, reference);
    if (item === null) throw new Error('no report');
    const doubt = item.titleGuess ?? item.titleDoubt;
    const sources = item.sources.map(({ name, guess }) => `${name}${guess === null ? '' : '?'}`);
    const found = `${item.title}${doubt === undefined ? '' : '?'} | ${sources.join('+')}`;
    assert.is(found, expected.replace('{}', title));
    assert.equal(item.paragraphs, [lead, 'The two agreed.']);
  });
}
letterheads.run();

/** Short headlines look like the name of a section, and stand above long stamps. */
const shortOnes = suite('short headlines above stamps');
for (const stamp of [
  'Updated 9:14 PM EDT, March 11, 2024',
  'Last updated on Monday, 11 March 2024 at 21:14 GMT',
  'Published 9:14 PM EDT, March 11, 2024',
  'By Jane Doe\nUpdated 9:14 PM EDT, March 11, 2024',
  'March 11, 2024 at 9:14 p.m. EDT',
]) {
  for (const title of ['Port opens again', 'Ferries sail', 'Peace']) {
    shortOnes(`${title} / ${stamp}`, async () => {
      const raw = `${title}\n\n${stamp}\n\nLARN (AP) — ${lead}\n\nThe two agreed.`;
      const item = await parseRawText(raw, reference);
      assert.is(item?.title, title);
      assert.is(item?.titleGuess, undefined);
      assert.is(item?.date.value.slice(0, 10), '2024-03-11');
      if (!/^Published|^March/.test(stamp)) assert.match(item?.date.guess ?? '', /last change/);
    });
  }
}
shortOnes('a section above the headline is none', async () => {
  for (const section of ['World', 'Asia', 'Business']) {
    const raw = `${section}\n\n${head}\n\nUpdated 9:14 PM EDT, March 11, 2024\n\nLARN (AP) — ${lead}`;
    assert.is((await parseRawText(raw, reference))?.title, head);
  }
});
shortOnes.run();
