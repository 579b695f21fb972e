/** Datelines of agencies that nobody listed: place, day and bracket are the evidence. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import type { Marked } from '../../src/import/marked.ts';

const english = 'The port was opened again after the storm, the ministry said.';
const russian = 'Порт снова открыт после шторма, сообщили в администрации порта.';
const reference = { day: '2024-06-03' as Day, isGiven: true };

const shown = (value: Marked<string> | null | undefined): string =>
  value === null || value === undefined ? '-' : `${value.value}${value.guess === null ? '' : '?'}`;

/** Place, date and sources of a report that opens so; with a question mark what is a guess. */
async function read(opening: string, lead: string): Promise<string> {
  const item = await parseRawText(`A made-up headline\n\n${opening}${lead}`, reference);
  if (item === null) throw new Error('no report');
  assert.is(item.body, lead);
  const sources = item.sources.map(({ name, guess }) => `${name}${guess === null ? '' : '?'}`);
  return [shown(item.dateline), shown(item.date), sources.join('+')].join(' | ');
}

const unlisted = suite('datelines of unlisted agencies');
for (const [opening, expected, lead = english] of [
  ['DHAKA, Jan 5, 2024 (BSS) - ', 'DHAKA | 2024-01-05 | BSS?'],
  ['SEOUL (The Korea Bulletin) – ', 'SEOUL | 2024-06-03? | The Korea Bulletin?'],
  ['TEHRAN, Jan. 6 (MNA) – ', 'TEHRAN | 2024-01-06? | MNA?'],
  ['ULAN-UDE, January 5. /ABC/. ', 'ULAN-UDE | 2024-01-05? | ABC?'],
  ['Riyadh 20 Rajab 1445 AH February 01, 2024, SPA -- ', 'Riyadh | 2024-02-01 | SPA'],
  ['BAGHDAD (INA) 5-1-2024: ', 'BAGHDAD | 2024-01-05? | INA?'],
  ['BAGHDAD (INA) 25-1-2024: ', 'BAGHDAD | 2024-01-25 | INA?'],
  ['Baku, January 5, 2024, AZERTAC – ', 'Baku | 2024-01-05 | AZERTAC?'],
  ['Yerevan, 5 January 2024. ArmInfo. ', 'Yerevan | 2024-01-05 | ArmInfo?'],
  ['THIMPHU, 5 Jan 2024 (Kuensel) — ', 'THIMPHU | 2024-01-05 | Kuensel?'],
  ['PORT MORESBY, Jan. 5, 2024 (Post-Courier): ', 'PORT MORESBY | 2024-01-05 | Post-Courier?'],
  ['The Hague, Jan 5, 2024 (ABC) - ', 'The Hague | 2024-01-05 | ABC?'],
  ['Kampala (URN) – ', 'Kampala? | 2024-06-03? | URN?'],
  ['La Paz, Jan 5, 2024 [ABI] - ', 'La Paz | 2024-01-05 | ABI?'],
  ['УЛАН-УДЭ, 5 января 2024 года /АБВ/. ', 'УЛАН-УДЭ | 2024-01-05 | АБВ?', russian],
  ['МОСКВА, 5 января 2024 - РИА Новости. ', 'МОСКВА | 2024-01-05 | РИА Новости', russian],
  ['(평양=가나다통신) ', '평양 | 2024-06-03? | 가나다통신?', '항구가 다시 열릴 것이라고 말했다.'],
  // The place as printed, whole.
  ['SAN JOSE, Calif., May 6, 2024 /PRNewswire/ -- ', 'SAN JOSE, Calif. | 2024-05-06 | PRNewswire'],
  ['ATLANTA--(BUSINESS WIRE)--', 'ATLANTA | 2024-06-03? | BUSINESS WIRE'],
  ['LONDON & NEW YORK--(BUSINESS WIRE)--', 'LONDON & NEW YORK | 2024-06-03? | BUSINESS WIRE'],
  ['WASHINGTON, D.C. – January 5, 2024 – ', 'WASHINGTON, D.C. | 2024-01-05 | '],
  ['GENEVA/NEW YORK (5 January 2024) – ', 'GENEVA/NEW YORK | 2024-01-05 | '],
  ['TOKYO, Feb. 15, 2024, Kyodo - ', 'TOKYO | 2024-02-15 | Kyodo'],
  // Alone on its line.
  ['Frankfurt, 7 March 2024 (AFP) -\n\n', 'Frankfurt | 2024-03-07 | AFP'],
  ['DHAKA, Jan 5, 2024 (BSS)\n\n', 'DHAKA | 2024-01-05 | BSS?'],
  ['TOKYO, Feb. 15, 2024, Kyodo -\n', 'TOKYO | 2024-02-15 | Kyodo'],
] as const) {
  unlisted(opening, async () => assert.is(await read(opening, lead), expected));
}
for (const lead of [
  'WHO (World Health Organization) - the health body - said that the port was open again.',
  'The United Nations (UN) - and others - agreed that the port should be opened again.',
  'Smith (Labour) - who was there - agreed that the port should be opened again.',
  'The report (of 5 January) - a long one - was read to all who worked in the port.',
  'NATO (North Atlantic Treaty Organization) – The alliance said that the port was open.',
  'On Friday, Jan 5 – a day of storms – the port was opened again, the ministry said.',
  'Ferries (see picture) - three in all - sailed again on Monday, the ministry said.',
]) {
  unlisted(`none: ${lead}`, async () =>
    assert.match(await read('', lead), /^- \| .* \| (?:UN\?)?$/),
  );
}
unlisted.run();

const calendars = suite('other calendars and eras');
for (const [line, date, lead = english] of [
  ['20 Rajab 1445 AH', '2024-02-01?'],
  ['20 Rajab 1445 AH - February 1, 2024', '2024-02-01'],
  ['٢٠ رجب ١٤٤٥ هـ الموافق ١ فبراير ٢٠٢٤', '2024-02-01', 'أعلنت الوزارة أن الميناء سيفتح من جديد.'],
  ['۱۵ دی ۱۴۰۲', '2024-01-05', 'وزیر گفت تا پایان توفان هیچ کشتی حرکت نخواهد کرد.'],
  ['1 กุมภาพันธ์ 2567', '2024-02-01', 'รัฐมนตรีกล่าวว่าท่าเรือจะเปิดอีกครั้งหลังจากพายุผ่านไป'],
  ['๑ กุมภาพันธ์ พ.ศ. ๒๕๖๗', '2024-02-01', 'รัฐมนตรีกล่าวว่าท่าเรือจะเปิดอีกครั้งหลังจากพายุผ่านไป'],
  ['1/2/2567', '2024-02-01', 'รัฐมนตรีกล่าวว่าท่าเรือจะเปิดอีกครั้งหลังจากพายุผ่านไป'],
  ['令和6年2月1日', '2024-02-01', '港は嵐が過ぎた後に再び開く、と大臣は述べた。'],
  ['令和元年5月1日', '2019-05-01', '港は嵐が過ぎた後に再び開く、と大臣は述べた。'],
  ['平成31年4月30日', '2019-04-30', '港は嵐が過ぎた後に再び開く、と大臣は述べた。'],
  ['民國113年1月5日', '2024-01-05', '部長表示，暴風雨過後港口將重新開放。'],
  ['Juche108.12.10.', '2019-12-10'],
  ['주체108(2019)년 12월 10일', '2019-12-10', '항구가 다시 열릴 것이라고 장관은 말했다.'],
  ['２０２４年２月１日', '2024-02-01', '港は嵐が過ぎた後に再び開く、と大臣は述べた。'],
  ['Published: February 1, 2567', '2024-02-01'],
] as const) {
  calendars(line, async () => {
    const raw = `${lead.slice(0, 30)} x\n${line}\n\n${lead}\n\n${lead}`;
    const item = await parseRawText(raw, reference);
    assert.is(shown(item?.date), date);
  });
}
calendars('a day of another calendar in the text alone is a guess', async () => {
  const lead = 'The meeting was held in the port on 20 Rajab 1445, the ministry said.';
  assert.is(await read('', lead), '- | 2024-02-01? | ');
});
calendars('no report is of a year of another calendar', async () => {
  for (const year of [1402, 1445, 2400, 2567, 2699]) {
    const item = await parseRawText(`A headline\n5 May ${year}\n\n${english}`, reference);
    assert.match(item?.date.value ?? '', /^(?:18|19|20|21)/);
  }
});
calendars.run();
