import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { escapeMarkdown } from '../../src/import/escapeMarkdown.ts';
import { findDays, findInstant } from '../../src/import/findDays.ts';
import { parseCredit } from '../../src/import/agencies.ts';
import { parseOpening } from '../../src/import/parseOpening.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import { toPlainText } from '../../src/search/plainText.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { createRandom } from '../support/random.ts';

const reference = '2024-03-03' as Day;

const days = suite('days in texts');
const dayCases: readonly (readonly [text: string, days: readonly string[]])[] = [
  ['said Friday (Jan 5)', ['2024-01-05']],
  ['on Jan. 5, 2023, and', ['2023-01-05']],
  ['on 5 January', ['2024-01-05']],
  ['on Mar 4', ['2023-03-04']],
  ['on Tuesday, March 3', ['2020-03-03']],
  ['Feb 29', ['2024-02-29']],
  ['Feb 30', []],
  ['on Monday', ['2024-02-26']],
  ['last Sunday', ['2024-02-25']],
  ['next Monday', []],
  ['yesterday', ['2024-03-02']],
  ['2024-01-05 and 2024/1/6 and 07.01.2024', ['2024-01-05', '2024-01-06', '2024-01-07']],
  ['2024年1月5日', ['2024-01-05']],
  ['1월 5일', ['2024-01-05']],
  ['May 5.5 percent, march 3, 12 marches', []],
];
for (const [text, expected] of dayCases) {
  days(text, () => {
    assert.equal(
      findDays(text, reference).map(({ day }) => day),
      expected,
    );
  });
}
days('a time counts with a zone alone', () => {
  const day = '2024-01-05' as Day;
  assert.is(findInstant(day, '10:15 AM GMT+8')?.iso, '2024-01-05T10:15:00+08:00');
  assert.is(findInstant(day, '22:15 KST')?.iso, '2024-01-05T22:15:00+09:00');
  assert.is(findInstant(day, '12:05 am UTC')?.iso, '2024-01-05T00:05:00Z');
  assert.is(findInstant(day, '03:04PM'), null);
});
days.run();

const openings = suite('openings');
type OpeningCase = readonly [text: string, place: string | null, agency: string | null];
const openingCases: readonly OpeningCase[] = [
  ['SEOUL: It rained.', 'SEOUL', null],
  ['SEOUL, Jan 5 (Yonhap) -- It rained.', 'SEOUL', 'Yonhap'],
  ['GENEVA (Reuters) - It rained.', 'GENEVA', 'Reuters'],
  ['BEIJING/TOKYO — It rained.', 'BEIJING/TOKYO', null],
  ['(AP) — It rained.', null, 'AP'],
  ['KYIV, Ukraine (AP) — It rained.', 'KYIV, Ukraine', 'AP'],
  ['GAZA CITY, Gaza Strip – It rained.', 'GAZA CITY, Gaza Strip', null],
  ['MOSCOW, January 5. /TASS/. It rained.', 'MOSCOW', 'TASS'],
  ['New Delhi [India], January 5 (ANI): It rained.', 'New Delhi [India]', 'ANI'],
  ['New Delhi, Jan 5 (PTI) It rained.', 'New Delhi', 'PTI'],
  ['(ANSA) - ROME, JAN 5 - It rained.', 'ROME', 'ANSA'],
  ['Tehran, IRNA – It rained.', 'Tehran', 'IRNA'],
  ['Tokyo, 5 January 2024 – It rained.', 'Tokyo', null],
  ['Berlin (dpa) - It rained.', 'Berlin', 'dpa'],
  ["N'DJAMENA, Chad — It rained.", "N'DJAMENA, Chad", null],
  ['新华社北京1月5日电 下雨了。', '北京', '新华社'],
  ['(서울=연합뉴스) 홍길동 기자 = 비가 왔다.', '서울', '연합뉴스'],
];
for (const [text, place, agency] of openingCases) {
  openings(text, () => {
    const opening = parseOpening(text, reference);
    assert.equal([opening?.place, opening?.agency], [place, agency]);
  });
}
for (const text of [
  'It rained in Seoul: all day.',
  'UPDATE: It rained.',
  'The United Nations (UN) - and others - agreed.',
  'Kim said: "It rained."',
  'The report – a long one – was read.',
  'EDITOR’S NOTE: It rained.',
  '',
]) {
  openings(`none: ${text}`, () => assert.is(parseOpening(text, reference), null));
}
openings.run();

const credits = suite('credits');
for (const [text, names] of [
  ['CNA', ['CNA']],
  ['Reuters/ec', ['Reuters']],
  ['CNA/tx(gr)', ['CNA']],
  ['CNA/Agencies/fh', ['CNA']],
  ['AFP and AP', ['AFP', 'AP']],
  ['Associated Press, AP', ['Associated Press']],
  ['Ministry of Fisheries', ['Ministry of Fisheries']],
] as const) {
  credits(text, () => assert.equal(parseCredit(text), names));
}
credits.run();

const markdown = suite('text as Markdown');

markdown('renders as the text that it was', () => {
  const random = createRandom(7);
  const pieces =
    '* _ ` ~ ~~ [ ] ( ) [^1] [a](b) ![c](d) < > <b> </i> <!-- & &amp; &#35; # ## - + 1. 1) > | \\ \\* == --- ``` : http://x.example word  two ^[n] a_b_c'.split(
      ' ',
    );
  for (let round = 0; round < 3000; round++) {
    const length = 1 + Math.floor(random() * 8);
    const parts = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '');
    const text = parts
      .join(random() < 0.5 ? ' ' : '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') continue;
    const { html } = renderBody(escapeMarkdown(text), '/x/' as SitePath, null);
    assert.is(toPlainText(html.join('')), text, JSON.stringify(text));
    assert.match(html.join(''), /^<p>[^]*<\/p>$/);
  }
});

markdown.run();
