/** Days in the words of many languages, whether the language is known, near to it or not known. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { findDays } from '../../src/import/findDays.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';

const day = '2024-03-03' as Day;

/** The days that a text names; with a question mark those that are doubtful. */
function daysOf(text: string, language: string | null, others: readonly string[] = []): string {
  const found = findDays(text, { day, language, others });
  return found.map((each) => each.day + ((each.doubt ?? null) === null ? '' : '?')).join(' ');
}

const words = suite('days in many languages');
for (const [language, text, expected] of [
  ['am', 'የካቲት 8 ቀን 2016', '2024-02-16'],
  ['am', 'የካቲት 8/2016', '2024-02-16'],
  ['fa', '۱۵ دلو ۱۴۰۲', '2024-02-04'],
  ['fa', '۲۰ بهمن ۱۴۰۲', '2024-02-09'],
  ['zh', '二〇二四年二月十六日', '2024-02-16'],
  ['zh', '二○二四年十二月二十五日', '2024-12-25'],
  ['zh', '二月十六日', '2024-02-16'],
  ['zh', '民國一一三年二月十六日', '2024-02-16'],
  ['zh', '113年2月16日', '2024-02-16?'],
  ['ja', '令和六年二月九日', '2024-02-09'],
  ['ja', '昭和六十四年一月七日', '1989-01-07'],
  [null, 'Larn, February 10, Juche 113 (2024) (KCNA)', '2024-02-10'],
  [null, '10 February, Juche 113', '2024-02-10'],
  // The calendar of the moon has other months.
  ['zh', '农历1月5日', ''],
  ['ja', '旧暦1月5日', ''],
  ['he', '16 בפברואר 2024', '2024-02-16'],
  ['vi', 'ngày 16 tháng 2 năm 2024', '2024-02-16'],
  ['vi', '16-2-2024', '2024-02-16'],
  ['hi', '16 फरवरी 2024', '2024-02-16'],
  ['hi', '16 फ़रवरी 2024', '2024-02-16'],
  ['ar', '16 شباط/فبراير 2024', '2024-02-16'],
  ['ar', 'كانون الثاني/يناير', ''],
  ['ar', '١٦ كانون الثاني (يناير) ٢٠٢٤', '2024-01-16'],
  ['ar', '16 جانفي 2024', '2024-01-16'],
  ['el', '14 ΦΕΒΡΟΥΑΡΙΟΥ 2024', '2024-02-14'],
  ['tr', '16 ŞUBAT 2024', '2024-02-16'],
  ['hu', '2024. február 16-án', '2024-02-16'],
  ['de', '5. Jänner 2024', '2024-01-05'],
  ['sr', '16. фебруара 2024.', '2024-02-16'],
  ['ur', '16 فروری 2024', '2024-02-16'],
  ['th', '16 ก.พ. 2567', '2024-02-16'],
  ['mn', '2024 оны 2 дугаар сарын 16', '2024-02-16'],
  // The order of figures is that of the language, as a guess.
  ['es', '05/01/2024', '2024-01-05?'],
  ['fr', '05-01-2024', '2024-01-05?'],
  ['es', '25/01/2024', '2024-01-25'],
  [null, '05/01/2024', ''],
  // The language is not known: a name that means one month in all languages that have it.
  [null, '20 Februari 2024', '2024-02-20'],
  [null, '20 Machi 2024', '2024-03-20'],
  [null, '2024. február 16.', '2024-02-16'],
  [null, '2024. gada 16. februārī', '2024-02-16'],
  [null, '2024 m. vasario 16 d.', '2024-02-16'],
  [null, 'Pebrero 16, 2024', '2024-02-16'],
  [null, '16-fevral 2024', '2024-02-16'],
  [null, '16 Chwefror 2024', '2024-02-16'],
  // October in Croatia, November in Poland.
  [null, '16 listopad 2023', ''],
  ['pl', '16 listopada 2023', '2023-11-16'],
  ['hr', '16. listopada 2023.', '2023-10-16'],
  [null, 'Section 12 2024, page 14 of 2023', ''],
] as const) {
  words(`${language ?? 'unknown'}: ${text}`, () => assert.is(daysOf(text, language), expected));
}
words('a day without a year is found by the names of near languages', () => {
  assert.is(daysOf('Jakarta, 20 Agustus (ANTARA) -', null, ['id']), '2023-08-20');
  assert.is(daysOf('Jakarta, 20 Agustus (ANTARA) -', null), '');
});
words.run();

const reports = suite('reports in near languages keep their day');
for (const [opening, lead, expected] of [
  [
    'Jakarta, 20 Februari (ANTARA) - ',
    'Pelabuhan dibuka kembali setelah badai, kata kepala pelabuhan.',
    'id 2024-02-20',
  ],
  [
    'KUALA LUMPUR, 20 Feb 2024 (Bernama) -- ',
    'Pelabuhan dibuka semula selepas ribut, kata ketua pelabuhan.',
    'ms 2024-02-20',
  ],
  [
    'Jakarta, 20 Maret 2023 (ANTARA) - ',
    'Pelabuhan dibuka kembali pada hari Selasa, kata kepala pelabuhan.',
    'id 2023-03-20',
  ],
  [
    'Oslo 16. februar (NTB): ',
    'Den nye broen ble åpnet for biler fredag, opplyste kommunen.',
    'no 2024-02-16',
  ],
  [
    'København 16. februar 2024 /ritzau/. ',
    'Den nye bro blev åbnet for biler fredag, oplyste kommunen.',
    'da 2024-02-16',
  ],
  [
    'Bratislava 16. februára 2024 (TASR) - ',
    'Knižnica bola v piatok znovu otvorená po desiatich rokoch.',
    'sk 2024-02-16',
  ],
  [
    'Скопје, 16 февруари 2024 (МИА) - ',
    'Библиотеката повторно беше отворена, рече директорот и додаде дека ќе работи.',
    'mk 2024-02-16',
  ],
  [
    'София, 16 февруари 2024 (БТА) - ',
    'Библиотеката беше отворена отново в петък, каза директорът.',
    'bg 2024-02-16',
  ],
  [
    'Београд, 16. фебруара 2024. (Танјуг) - ',
    'Библиотека је поново отворена, рекао је директор.',
    'sr 2024-02-16',
  ],
  ['Kiel, 5. Februar (dpa) - ', 'Der Hafen ist wieder offen, sagte die Polizei.', 'de 2024-02-05'],
  [
    'Dar es Salaam, 16 Februari 2024 (TAN) - ',
    'Maktaba ilifunguliwa tena Ijumaa, mkurugenzi alisema.',
    '- 2024-02-16',
  ],
] as const) {
  reports(opening, async () => {
    const item = await parseRawText(`Larn\n\n${opening}${lead}`, { day, isGiven: true });
    const date = `${item?.date.value ?? ''}${item?.date.guess === null ? '' : '?'}`;
    assert.is(`${item?.language?.value ?? '-'} ${date.replace('?', '')}`, expected);
  });
}
reports.run();
