import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { escapeMarkdown } from '../../src/import/escapeMarkdown.ts';
import { findDays } from '../../src/import/findDays.ts';
import { guessLanguage } from '../../src/import/guessLanguage.ts';
import { findInstant } from '../../src/import/findInstant.ts';
import { parseCredit } from '../../src/import/agencies.ts';
import { isFurniture } from '../../src/import/furniture.ts';
import { parseClosing } from '../../src/import/parseClosing.ts';
import { partFurniture } from '../../src/import/partFurniture.ts';
import { parseOpening } from '../../src/import/parseOpening.ts';
import { parseByline } from '../../src/import/parseByline.ts';
import { splitParagraphs } from '../../src/import/splitParagraphs.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import { toPlainText } from '../../src/search/plainText.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { createRandom } from '../support/random.ts';

const reference = { day: '2024-03-03' as Day, language: null };

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
  ['02/21/2024 and 21/02/2024, 01/02/2024', ['2024-02-21', '2024-02-21']],
  ['1445/8/20 - 2024/03/01', ['2024-03-01']],
  ['02/08/2024February 8, 2024', ['2024-02-08']],
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
const ownCases: readonly (readonly [language: string, text: string, days: readonly string[]])[] = [
  ['es', 'el viernes 5 de enero', ['2024-01-05']],
  ['es', 'el viernes, 6 de enero de 2023', ['2023-01-06']],
  ['es', 'dijo el lunes que ayer', ['2024-02-26', '2024-03-02']],
  ['es', '5 mar, y el mar', ['2023-03-05']],
  ['de', 'am Freitag, 5. Januar', ['2024-01-05']],
  ['de', '5. März 2024 um 12.30 Uhr; gestern', ['2024-03-05', '2024-03-02']],
  ['fr', 'vendredi 1er mars, aujourd’hui', ['2024-03-01', '2024-03-03']],
  ['pt', 'na sexta-feira, 1 de março', ['2024-03-01']],
  ['it', 'venerdì 1 marzo', ['2024-03-01']],
  ['ru', 'в пятницу, 1 марта 2024 года', ['2024-03-01']],
  ['uk', "пʼятниця, п'ятниця", ['2024-03-01', '2024-03-01']],
  ['ar', 'يوم الجمعة 1 مارس 2024', ['2024-03-01']],
  ['xx-nowhere', 'on 5 January', ['2024-01-05']],
];
for (const [language, text, expected] of ownCases) {
  days(`${language}: ${text}`, () => {
    const found = findDays(text, { day: '2024-03-03' as Day, language });
    assert.equal(
      found.map(({ day }) => day),
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

const tongues = suite('languages');
for (const [text, language] of [
  ['La ministra dijo que no habrá transbordadores hasta que pase la tormenta.', 'es'],
  ['O ministro disse que não haverá barcos antes de passar a tempestade.', 'pt'],
  ['De minister zei dat er geen veerboten varen voordat de storm voorbij is.', 'nl'],
  ['Порт закрито, вісім суден чекають на рейді, повідомила адміністрація.', 'uk'],
  ['Министр сказал, что паромы не выйдут в море, пока не пройдет шторм.', 'ru'],
  ['وزیر گفت تا پایان توفان هیچ کشتی حرکت نخواهد کرد.', 'fa'],
  ['The minister said that no ferry would sail before the storm was over.', 'en'],
  ['嵐が過ぎるまで船は出ない。', 'ja'],
  ['Tormenta', null],
  ['Ana Vidal, Juan Pardo, Luis Campos, Rosa Marín, Pedro Olmos, Elena Ruiz, Hugo Sanz', null],
  ['Menteri mengatakan tidak ada kapal yang berlayar sebelum badai berlalu.', 'id'],
  ['Menteri berkata tiada feri akan belayar selepas ribut pada hari Jumaat.', 'ms'],
  // Malay or Indonesian: nothing tells.
  ['Kapal feri tidak akan berlayar pada hari Selasa, kata menteri itu.', null],
  ['Der Hafen wurde geschlossen, teilte die Polizei mit.', 'de'],
  ['Le port a été fermé vendredi.', 'fr'],
  ['De haven werd vrijdag gesloten door de storm.', 'nl'],
  ['Den nye broen ble åpnet for biler fredag, opplyste kommunen i en melding.', 'no'],
  ['Den nye bro blev åbnet for biler fredag, oplyste kommunen i en meddelelse.', 'da'],
  ['Knižnica bola v piatok znovu otvorená po desiatich rokoch opráv.', 'sk'],
  ['Knihovna byla v pátek znovu otevřena po deseti letech oprav.', 'cs'],
  ['मंत्री ने कहा कि तूफान के बाद बंदरगाह फिर से खुल गया है और नावें चल रही हैं।', 'hi'],
  ['वादळानंतर बंदर पुन्हा सुरू झाले आहे आणि बोटी सुरू आहेत, असे मंत्री म्हणाले.', 'mr'],
  ['Библиотеката беше отворена отново в петък, каза директорът на града.', 'bg'],
  [
    'Библиотеката повторно беше отворена во петокот, рече директорот и додаде дека ќе работи.',
    'mk',
  ],
  ['Библиотека је поново отворена у петак, рекао је директор, и биће отворена ноћу.', 'sr'],
  ['Бібліятэка зноў адкрыта ў пятніцу, сказаў дырэктар, і будзе працаваць.', 'be'],
  ['Ferries sail again.', null],
  ['Port closed after storm', null],
] as const) {
  tongues(text, async () =>
    assert.is((await guessLanguage(text)).language?.value ?? null, language),
  );
}
tongues.run();

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
  ['Riyadh, March 01, 2024, SPA -- It rained.', 'Riyadh', 'SPA'],
  ['VESSA, January 5. /TASS Correspondent Jane Doe/. It rained.', 'VESSA', 'TASS'],
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
const ownOpenings: readonly (readonly [language: string, text: string, day: string])[] = [
  ['es', 'Madrid, 5 ene (EFE).- Llovió.', '2024-01-05'],
  ['es', 'Madrid, viernes 5 de enero de 2024 – Llovió.', '2024-01-05'],
  ['fr', 'Paris, 1er fév 2024 (AFP) - Il a plu.', '2024-02-01'],
  ['de', 'Kiel, 5. Dezember (dpa) – Es hat geregnet.', '2023-12-05'],
  ['pt', 'Lisboa, 05 dez 2023 (Lusa) — Choveu.', '2023-12-05'],
];
for (const [language, text, day] of ownOpenings) {
  openings(`${language}: ${text}`, () => {
    const opening = parseOpening(text, { day: '2024-03-03' as Day, language });
    assert.is(opening?.day?.day, day);
    assert.match(opening?.rest ?? '', /^\p{Lu}\p{L}/u);
  });
}
for (const [text, authors] of [
  ['新华社北京1月5日电（记者李明、王芳）下雨了。', ['李明', '王芳']],
  ['(서울=연합뉴스) 홍길동 기자 = 비가 왔다.', ['홍길동']],
  ['VESSA, January 5. /TASS Correspondent Jane Doe/. It rained.', ['Jane Doe']],
  ['SEOUL (Reuters) - It rained.', []],
] as const) {
  openings(`authors: ${text}`, () => {
    const names = parseOpening(text, reference)?.authors.map(({ value }) => value);
    assert.equal(names, authors);
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
openings('a place without day and agency is doubtful', () => {
  const sentence =
    'The minister today visited Larn to review shelters that were completed last month.';
  assert.ok(parseOpening(`Sorun – ${sentence}`, reference)?.doubt);
  assert.is(parseOpening(`Sorun – the capital – ${sentence}`, reference), null);
  assert.is(parseOpening(`SORUN – ${sentence}`, reference)?.doubt, null);
});
openings.run();

const bylines = suite('by-lines');
for (const [text, authors, sources] of [
  ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe'], []],
  ['By JANE DOE, Associated Press', ['Jane Doe?'], ['Associated Press']],
  ['Von Jörg Ahrens, dpa', ['Jörg Ahrens'], ['dpa']],
  ['Por Lucía Marín y Juan Pardo', ['Lucía Marín', 'Juan Pardo'], []],
  ['Emma Fields Diplomatic editor', ['Emma Fields?'], []],
  ['Jane Doe, Seoul correspondent', ['Jane Doe'], []],
  ['Par Hélène Marchand avec AFP', ['Hélène Marchand'], ['AFP']],
  ['By Staff Reporter', [], []],
  ['By Park Ha-min', ['Park Ha-min'], []],
  ['By Park Ha-min - Kyodo News', ['Park Ha-min'], ['Kyodo News']],
  ['Reporter: Jane Doe', ['Jane Doe'], []],
  ['JANE DOE, Nikkei staff writer', ['Jane Doe?'], ['Nikkei']],
  ['Written by: Jane Doe, John Roe', ['Jane Doe', 'John Roe'], []],
] as const) {
  bylines(text, () => {
    const found = parseByline(text);
    const names = found?.authors.map(({ value, guess }) => value + (guess === null ? '' : '?'));
    assert.equal([names, found?.sources], [authors, sources]);
  });
}
for (const text of ['Por primera vez llueve', 'Von der Leyen reist nach Kiew', 'It rained']) {
  bylines(`none: ${text}`, () => assert.is(parseByline(text), null));
}
bylines.run();

const lines = suite('lines of a text');
for (const [text, paragraphs] of [
  ['News\nA headline of some words that is long\nPosted on a day by a reporter of some age', 3],
  [
    'The port of Larn was closed for three days after the\nstorm had damaged its breakwater, and it',
    1,
  ],
  [
    'Il traghetto si incaglia nel porto di Larn, salvi i passeggeri\nLa capitaneria: "Nessun ferito, aperta un\'inchiesta"',
    2,
  ],
] as const) {
  lines(text, () => assert.is(splitParagraphs(text).length, paragraphs));
}
lines.run();

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

const pages = suite('lines of pages');
for (const line of [
  'Home / World News / Arcania lifts a ban on night fishing after six years',
  'Blog > Threat Research',
  'FILE - A screen in Sorun shows a launch, Jan. 15, 2024.',
  'An aerial drone photo taken on Feb. 24, 2024 shows a plant near Larn. (Xinhua/Jane Doe)',
  'Jane Doe at the site in a picture released on Jan 12. PHOTO: REUTERS',
  '(ATTN: ADDS photo)',
  '(With agency inputs)',
  '(foto) (vídeo)',
  'Actualizado a las 11:20h',
  'RIPRODUZIONE RISERVATA © Copyright ANSA',
  'By Jane Doe (jane.doe@example.org)',
  '21:14 LOCAL TIME 18:14 GMT',
  'The trawler was towed to Larn. (Reuters: Jane Doe)',
  '[Copyright The Jiji Press, Ltd.]',
  'list 1 of 3Port reopens after storm',
  'TLP:CLEAR',
]) {
  pages(line, () => assert.ok(isFurniture(line)));
}
for (const line of [
  'Officials said so. (CNA/Reuters)',
  'The photo showed a pier, and two boats beside it, the ministry said.',
  'Satellite images released on Friday show a new pier.',
  'Arcania > 3 goals',
]) {
  pages(`none: ${line}`, () => assert.not(isFurniture(line)));
}
for (const [lines, text, sources] of [
  [['It rained on Larn.', '-- BERNAMA', 'It tells.'], 'It rained on Larn.', ['BERNAMA']],
  [['It rained on Larn.', 'jd/mm (AP, dpa)'], 'It rained on Larn.', ['AP', 'dpa']],
  [
    ['It rained on Larn, they said. REUTERS, AFP'],
    'It rained on Larn, they said.',
    ['REUTERS', 'AFP'],
  ],
  [['It rained on Larn.', '###', 'Notes.'], 'It rained on Larn.', []],
  [
    ['It rained on Larn.', 'Jane Doe, The Canadian Press'],
    'It rained on Larn.',
    ['The Canadian Press'],
  ],
  [['It rained on Larn.', '(By Jane Doe and John Roe)', 'Enditem/AW'], 'It rained on Larn.', []],
  [['It rained.', '-- AFP', 'It rained on Larn and on the hills behind it.'], null, []],
] as const) {
  pages(lines.join(' | '), () => {
    const found = parseClosing(lines.map((line) => ({ text: line, isItem: false })));
    if (text !== null)
      assert.equal(
        found.paragraphs.map((each) => each.text),
        [text],
      );
    else assert.is(found.paragraphs.length, lines.length);
    assert.equal(found.sources, sources);
  });
}
pages('links below a heading go with it', () => {
  const texts = ['It rained.', 'Related coverage:', 'Storm shuts port', 'It stopped at noon.'];
  const { kept, middle } = partFurniture(texts.map((text) => ({ text, isItem: false })));
  assert.equal(
    kept.map(({ text }) => text),
    ['It rained.', 'It stopped at noon.'],
  );
  assert.is(middle.length, 2);
});
pages.run();

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
