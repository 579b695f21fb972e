/** What Chinese, Japanese and Korean reports open with: place, day, agency, reporter. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import type { Marked } from '../../src/import/marked.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';

const zh = '港口在暴风雨过后重新开放，部长说。';
const ja = '港は嵐が過ぎた後に再び開く、と大臣は述べた。';
const ko = '항구가 다시 열릴 것이라고 장관은 말했다.';
const shown = (value: Marked<string> | null | undefined): string =>
  value === null || value === undefined ? '-' : `${value.value}${value.guess === null ? '' : '?'}`;

const leads = suite('leads in East Asia');
/** Place, date, sources, authors; with a question mark what is a guess. */
for (const [lead, text, expected] of [
  ['（中央社記者王小明台北15日電）', zh, '台北? | 2024-05-15? | 中央社 | 王小明?'],
  ['（中央社記者王小明、林大同高雄5日電）', zh, '高雄? | 2024-05-05? | 中央社 | 王小明+林大同?'],
  ['（中央社記者王小明屏東縣5日電）', zh, '屏東縣? | 2024-05-05? | 中央社 | 王小明?'],
  ['【中央社台北15日電】', zh, '台北 | 2024-05-15? | 中央社 | '],
  ['中央社台北二月十五日電　', zh, '台北 | 2024-02-15? | 中央社 | '],
  ['（中央社東京5日綜合外電報導）', zh, '東京 | 2024-05-05? | 中央社 | '],
  ['（法新社巴黎5日電）', zh, '巴黎 | 2024-05-05? | 法新社 | '],
  ['（新華社北京1月5日電）', zh, '北京 | 2024-01-05? | 新華社 | '],
  ['【新华社北京1月5日电】', zh, '北京 | 2024-01-05? | 新华社 | '],
  ['新华社北京2024年1月5日电 ', zh, '北京 | 2024-01-05 | 新华社 | '],
  ['据新华社北京1月5日电 ', zh, '北京 | 2024-01-05? | 新华社 | '],
  ['新华社北京1月5日电（记者李明、王芳）', zh, '北京 | 2024-01-05? | 新华社 | 李明+王芳'],
  ['新华社记者王小明北京1月5日电　', zh, '北京? | 2024-01-05? | 新华社 | 王小明?'],
  ['中新社北京1月5日电 (记者 王小明)', zh, '北京 | 2024-01-05? | 中新社 | 王小明'],
  ['本报北京1月5日电（记者 王小明）', zh, '北京 | 2024-01-05? |  | 王小明'],
  ['人民网北京1月5日电 ', zh, '北京 | 2024-01-05? | 人民网? | '],
  ['（台北15日讯）', zh, '台北 | 2024-05-15? |  | '],
  ['（記者王小明／台北報導）', zh, '台北 | 2024-06-03? |  | 王小明'],
  ['記者王小明／台北報導　', zh, '台北 | 2024-06-03? |  | 王小明'],
  ['本報記者王小明台北報導\n\n', zh, '台北? | 2024-06-03? |  | 王小明?'],
  ['［東京　５日　ロイター］ - ', ja, '東京 | 2024-05-05? | ロイター | '],
  ['【ワシントン共同】', ja, 'ワシントン | 2024-06-03? | 共同 | '],
  ['【パリ共同＝山田太郎】', ja, 'パリ | 2024-06-03? | 共同 | 山田太郎'],
  ['【ソウル＝山田太郎】', ja, 'ソウル | 2024-06-03? |  | 山田太郎?'],
  ['【1月5日 AFP】', ja, '- | 2024-01-05? | AFP | '],
  ['[서울=뉴시스] 김하늘 기자 = ', ko, '서울 | 2024-06-03? | 뉴시스 | 김하늘'],
  ['(부산=뉴스1) 김하늘 기자 = ', ko, '부산 | 2024-06-03? | 뉴스1 | 김하늘'],
  ['(광주=가나다통신) 김하늘 기자 = ', ko, '광주 | 2024-06-03? | 가나다통신? | 김하늘'],
  ['(평양 1월5일발 조선중앙통신)', ko, '평양 | 2024-01-05? | 조선중앙통신 | '],
  ['[도쿄 5일 로이터] - ', ko, '도쿄 | 2024-05-05? | 로이터 | '],
] as const) {
  leads(lead, async () => {
    const raw = `标题：港口重新开放\n\n${lead}${text}`;
    const item = await parseRawText(raw, { day: '2024-06-03' as Day, isGiven: true });
    const sources = item?.sources.map(({ name, guess }) => `${name}${guess === null ? '' : '?'}`);
    const authors = item?.authors.map(shown).join('+');
    assert.is(
      [shown(item?.dateline), shown(item?.date), sources?.join('+'), authors].join(' | '),
      expected,
    );
    assert.equal(item?.paragraphs, [text]);
  });
}
// What stands in brackets or before a verb is no lead.
for (const text of [
  '（见图）港口在暴风雨过后重新开放，部长说。',
  '【独家】港口在暴风雨过后重新开放，部长说。',
  '【本報訊】港口在暴风雨过后重新开放，部长说。',
  '[서울경제] 항구가 다시 열릴 것이라고 장관은 말했다.',
  '新华社电视台说，港口在暴风雨过后重新开放。',
  '记者了解到据当地媒体报道，港口在暴风雨过后重新开放。',
  '5日电视台报道，港口在暴风雨过后重新开放。',
  '（注：表中数字为5日的数据）港口在暴风雨过后重新开放。',
]) {
  leads(`none: ${text}`, async () => {
    const raw = `标题：港口重新开放\n\n${text}`;
    const item = await parseRawText(raw, { day: '2024-06-03' as Day, isGiven: true });
    assert.is(shown(item?.dateline), '-');
    assert.equal(item?.paragraphs, [text]);
    assert.equal(item?.authors, []);
  });
}
leads.run();
