/** Which line of a report is its headline. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';

const reference = { day: '2024-06-03' as Day, isGiven: true };
const text =
  'The minister spoke with his colleague of the port of Larn on Tuesday.\n\nThe two agreed.';
const transcript = [
  ...['MR SMITH: Afternoon, everyone.', 'QUESTION: Thank you. What of the port?'],
  ...['MR SMITH: The port is open again.', 'QUESTION: And the ferries?', 'MR SMITH: They sail.'],
].join('\n\n');
const briefing = 'Department Press Briefing – September 25, 2023';
const speaker = 'Matthew Smith, Department Spokesperson';

const dated = suite('headlines with a date');
for (const [above, title, date, body] of [
  [[briefing, '', '1:21 p.m. EDT'], briefing, '2023-09-25?', transcript],
  [
    [briefing, speaker, 'Washington, D.C.', 'September 25, 2023', '', '1:21 p.m. EDT'],
    ...[briefing, '2023-09-25', transcript],
  ],
  [
    [briefing, '', speaker, '', 'Washington, DC', '', 'September 25, 2023', '', '1:21 p.m. EDT'],
    ...[briefing, '2023-09-25', transcript],
  ],
  ...[
    'MS JONES',
    'MR. SMITH',
    'DR O’NEIL',
    'SECRETARY HALE',
    'THE PRESIDENT',
    'MODERATOR',
    'Q',
  ].map((name): readonly [readonly string[], string, string, string] => [
    [briefing, '', '1:21 p.m. EDT'],
    briefing,
    '2023-09-25?',
    `${name}: Good afternoon. Ferries will sail again.`,
  ]),
  [
    ['Readout of the call of 9 January 2024'],
    ...['Readout of the call of 9 January 2024', '2024-01-09?', text],
  ],
  [
    ['Readout of the call of 9 January 2024', '10 January 2024'],
    ...['Readout of the call of 9 January 2024', '2024-01-10', text],
  ],
  [
    [
      'MINISTRY OF FOREIGN AFFAIRS',
      'Press Release No. 12/2024',
      '9 January 2024',
      '',
      'Readout of a call',
    ],
    ...['Readout of a call', '2024-01-09', text],
  ],
  [
    [
      'Ministry of Foreign Affairs',
      'No. 12/2024',
      '9 January 2024',
      '',
      'Ministers talk of ferries',
    ],
    ...['Ministers talk of ferries', '2024-01-09', text],
  ],
  [
    [
      'Office of the Spokesperson',
      'For Immediate Release',
      'January 9, 2024',
      '',
      'Readout of the call of 8 January 2024',
    ],
    ...['Readout of the call of 8 January 2024', '2024-01-09', text],
  ],
  [
    ['The White House', 'BRIEFING ROOM', 'January 9, 2024', '', 'Statement on the port of Larn'],
    ...['Statement on the port of Larn', '2024-01-09', text],
  ],
  [
    ['PRESS RELEASE', '123/24', '12.3.2024', '', 'Council adopts rules for ferries'],
    ...['Council adopts rules for ferries', '2024-03-12', text],
  ],
  [
    ['Minutes of the Board, 14 March 2024'],
    'Minutes of the Board, 14 March 2024',
    '2024-03-14?',
    text,
  ],
  [['Weekly Update 5 January 2024'], 'Weekly Update 5 January 2024', '2024-01-05?', text],
  [
    ['Erklärung vom 9. Januar 2024'],
    ...['Erklärung vom 9. Januar 2024', '2024-01-09?'],
    'Der Minister sprach am Dienstag mit seinem Kollegen. Die Fähren sollen wieder fahren, sagte er.',
  ],
  [
    ['9月25日の記者会見', '2023年9月25日'],
    ...['9月25日の記者会見', '2023-09-25', '大臣は港が再び開くと述べた。船は明日から出る。'],
  ],
  // Not headlines: the name of a paper, and when the page came out.
  [
    ['The Sorun Times – January 5, 2024', '', 'Ferries sail again after the storm'],
    ...['Ferries sail again after the storm', '2024-01-05', text],
  ],
  [
    ['Published January 5, 2024', '', 'Ferries sail again after the storm'],
    ...['Ferries sail again after the storm', '2024-01-05', text],
  ],
] as const) {
  dated(above.join(' / '), async () => {
    const item = await parseRawText(`${above.join('\n')}\n\n${body}`, reference);
    if (item === null) throw new Error('no report');
    assert.is(item.title, title);
    assert.is(`${item.date.value}${item.date.guess === null ? '' : '?'}`, date);
    assert.equal(item.paragraphs, body.split('\n\n'));
  });
}
dated.run();
