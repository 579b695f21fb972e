/** Pages as readers see them: by-lines and dates around the headline, the site's name in it, the language. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parsePage } from '../../src/import/parsePage.ts';
import type { RawItem } from '../../src/import/rawItem.ts';

const reference = { day: '2024-06-03' as Day, isGiven: false };
const texts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The harbour of Larn opened a new pier for ferries on its northern shore, the port authority told a meeting of residents.',
    'Two more piers are planned, and the first of them is to be built as soon as the council has found the money for it.',
  ],
  fr: [
    'Le port de Larn a ouvert un nouveau quai pour les traversiers sur sa rive nord, a indiqué la capitainerie aux habitants.',
    'Deux autres quais sont prévus, et le premier sera construit dès que le conseil aura trouvé les moyens nécessaires.',
  ],
  de: [
    'Der Hafen von Larn hat am nördlichen Ufer eine neue Anlegestelle für Fähren eröffnet, wie die Behörde den Anwohnern sagte.',
    'Zwei weitere Anlegestellen sind geplant, und die erste soll gebaut werden, sobald der Rat das Geld dafür gefunden hat.',
  ],
  es: [
    'El puerto de Larn abrió un nuevo muelle para los transbordadores en su orilla norte, dijo la autoridad a los vecinos.',
    'Hay dos muelles más en los planes, y el primero se construirá en cuanto el consejo haya encontrado el dinero para ello.',
  ],
  ru: [
    'Порт Ларна открыл на северном берегу новый причал для паромов, сообщило управление порта на встрече с жителями.',
    'Запланированы ещё два причала, и первый из них построят, как только совет найдёт для этого необходимые деньги.',
  ],
  ja: [
    'ラーン港は北岸に連絡船のための新しい桟橋を開いたと、港湾局が住民との会合で明らかにした。桟橋は長さ百メートルである。',
    'さらに二つの桟橋が計画されており、議会が資金を見つけ次第、最初の桟橋の建設が始まることになっている。',
  ],
  ko: [
    '란 항은 북쪽 해안에 연락선을 위한 새 부두를 열었다고 항만 당국이 주민 회의에서 밝혔다. 부두의 길이는 백 미터이다.',
    '두 개의 부두가 더 계획되어 있으며, 의회가 필요한 돈을 찾는 대로 첫 번째 부두의 공사가 시작될 예정이다.',
  ],
  ar: [
    'افتتح ميناء لارن رصيفا جديدا للعبارات على شاطئه الشمالي، حسبما أبلغت سلطة الميناء السكان في اجتماع عقد في المدينة.',
    'ومن المقرر بناء رصيفين آخرين، على أن يبدأ العمل في الأول منهما حالما يجد المجلس المال اللازم لذلك.',
  ],
  zh: [
    '拉恩港在北岸為渡輪開設了新的碼頭，港務局在居民會議上表示，碼頭長一百公尺，可供大型船隻停靠，並設有候船室。',
    '計畫中還有兩座碼頭，議會一旦籌到所需的資金，第一座碼頭就會開始興建，預計明年完工並開放使用，居民表示歡迎。',
  ],
  fa: [
    'بندر لارن اسکله تازه‌ای برای قایق‌ها در کرانه شمالی خود باز کرد، مقام بندر در نشستی با مردم شهر اعلام کرد و گفت.',
    'دو اسکله دیگر نیز در برنامه است و ساخت نخستین آن‌ها به محض یافتن پول لازم از سوی شورا آغاز خواهد شد.',
  ],
  th: [
    'ท่าเรือลาร์นเปิดท่าเทียบเรือใหม่สำหรับเรือข้ามฟากบนฝั่งเหนือ ทางการท่าเรือแจ้งต่อที่ประชุมของชาวเมืองในวันเดียวกัน',
    'มีแผนสร้างท่าเทียบเรืออีกสองแห่ง และจะเริ่มก่อสร้างแห่งแรกทันทีที่สภาหาเงินที่จำเป็นได้ครบถ้วนแล้วตามแผน',
  ],
};

interface PageParts {
  readonly title?: string;
  readonly lang?: string;
  readonly head?: string;
  /** What stands around the headline; `{h}` is the headline. */
  readonly top?: string;
  readonly end?: string;
  readonly heading?: string;
  readonly above?: string;
  /** What stands before `html`. */
  readonly before?: string;
  readonly root?: string;
}

function pageOf({
  title = 'Larn opens a new pier',
  lang = 'en',
  head = '',
  top = '{h}',
  end = '',
  heading = title,
  above = '',
  before = '',
  root = `<html lang="${lang}">`,
}: PageParts): string {
  const body = (texts[lang.slice(0, 2)] ?? texts['en'] ?? [])
    .map((text) => `<p>${text}</p>`)
    .join('\n');
  const h1 = heading === '' ? '' : `<h1>${heading}</h1>`;
  return `<!doctype html>${before}${root}<head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>${above}<article>${top.replace('{h}', h1)}<div class="text">${body}${end}</div></article></body></html>`;
}

async function read(parts: PageParts, address: string | null = null): Promise<RawItem> {
  return await parsePage(pageOf(parts), address, reference);
}

const shown = (value: { value: string; guess: string | null } | null): string =>
  value === null ? '-' : `${value.value}${value.guess === null ? '' : '?'}`;

type HeaderCase = readonly [
  what: string,
  parts: PageParts,
  right: string,
  /** Words that must be told as left out. */
  leftOut?: readonly string[],
];

const at = '<time datetime="2024-01-05T10:15:00Z">5 January 2024</time>';
const headers: readonly HeaderCase[] = [
  [
    'plain lines below the headline',
    { top: '{h}<p>By Jane Doe</p><p>Published 5 January 2024 10:15 GMT</p>' },
    'Jane Doe | 2024-01-05T10:15:00Z',
  ],
  [
    'a by-line element and a time element',
    {
      top: `{h}<p class="byline">By <a rel="author" href="/jd">Jane Doe</a> and John Roe</p>${at}`,
    },
    'Jane Doe, John Roe | 2024-01-05T10:15:00Z',
  ],
  [
    'a row of spans without text between',
    {
      top: '{h}<div class="meta"><span>By Jane Doe</span><span>Jan. 5, 2024</span><span>3 min read</span></div>',
    },
    'Jane Doe | 2024-01-05',
    ['3 min read'],
  ],
  [
    'one line with signs between',
    { top: '{h}<div>By Jane Doe | Gulf Wire | 5 January 2024</div>' },
    'Jane Doe | 2024-01-05',
    ['Gulf Wire'],
  ],
  [
    'an abbreviation with microdata',
    {
      top: '{h}<p><abbr itemprop="datePublished" title="2024-01-05T18:15:00+08:00">Friday</abbr></p>',
    },
    '- | 2024-01-05T18:15:00+08:00',
  ],
  [
    'an abbreviation of hAtom',
    {
      top: '{h}<p>Posted <abbr class="published" title="2024-01-05">Friday</abbr> by <span class="author vcard">Jane Doe</span></p>',
    },
    'Jane Doe | 2024-01-05',
  ],
  [
    'published over updated, in any order',
    { top: '{h}<p>Last updated: 7 January 2024</p><p>Published: 5 January 2024</p>' },
    '- | 2024-01-05',
    [],
  ],
  [
    'a label in an element of its own',
    {
      top: '{h}<div><span>Updated</span> <time datetime="2024-01-07T09:00:00Z">7 Jan</time></div><div><span>Published</span> <time datetime="2024-01-05T10:15:00Z">5 Jan</time></div>',
    },
    '- | 2024-01-05T10:15:00Z | updated 2024-01-07T09:00:00Z',
  ],
  [
    'an update alone is no day of publication, and no report is later',
    { top: '{h}<p class="updated">Updated 7 January 2024</p>' },
    '- | 2024-01-07?',
  ],
  [
    'a stamp by its class, without a year',
    { top: '{h}<div class="story__timestamp">Fri 5 January, 10:15</div>' },
    '- | 2024-01-05?',
  ],
  [
    'a stamp above the headline',
    { top: '<header><p class="date">5 January 2024</p>{h}</header>' },
    '- | 2024-01-05',
  ],
  [
    'the day of today above the article is not the report’s',
    {
      top: '{h}<p>By Jane Doe</p>',
      above: '<header><div class="date">Monday 3 June 2024</div></header>',
    },
    'Jane Doe | 2024-06-03?',
  ],
  [
    'a standfirst above by-line and date stays',
    {
      top: `{h}<p>Ferries have had to wait at sea for more than a year.</p><p>By Jane Doe</p>${at}`,
    },
    'Jane Doe | 2024-01-05T10:15:00Z | Ferries have had to wait at sea for more than a year.',
  ],
  [
    'French',
    {
      lang: 'fr',
      top: '{h}<p>Par Jeanne Martin</p><p>Publié le 5 janvier 2024 à 10h15, mis à jour le 7 janvier 2024 à 9h00</p>',
    },
    'Jeanne Martin | 2024-01-05',
  ],
  [
    'German',
    {
      lang: 'de',
      top: '{h}<p>Von Erika Muster</p><p>Zuletzt aktualisiert am 7. Januar 2024</p><p>Veröffentlicht am 5. Januar 2024 um 10.15 Uhr</p>',
    },
    'Erika Muster | 2024-01-05',
  ],
  [
    'Spanish, without a language stated',
    {
      lang: 'es',
      root: '<html>',
      top: '{h}<div class="autor">Por Ana Pérez</div><div class="fecha">5 de enero de 2024</div>',
    },
    'Ana Pérez | 2024-01-05',
  ],
  [
    'Russian',
    {
      lang: 'ru',
      top: '{h}<p class="author">Автор: Иван Петров</p><p>Опубликовано 5 января 2024, 10:15 МСК</p>',
    },
    'Иван Петров | 2024-01-05',
  ],
  [
    'Japanese',
    {
      lang: 'ja',
      top: '{h}<p class="date">2024年1月5日 10時15分</p><p>2024年1月7日 9:00 更新</p>',
    },
    '- | 2024-01-05',
  ],
  [
    'Korean',
    {
      lang: 'ko',
      top: '{h}<span class="byline">김철수 기자</span><p>입력 2024.01.05 10:15 수정 2024.01.07 09:00</p>',
    },
    '김철수 | 2024-01-05',
  ],
  [
    'Arabic, digits of its own',
    { lang: 'ar', top: '{h}<p class="author">بقلم: ليلى حسن</p><p class="date">٥ يناير ٢٠٢٤</p>' },
    'ليلى حسن | 2024-01-05',
  ],
  [
    'Thai, the Buddhist era',
    { lang: 'th', top: '{h}<p class="date">5 มกราคม 2567</p>' },
    '- | 2024-01-05',
  ],
  [
    'a date in the text near the headline, none elsewhere',
    {
      end: '',
      top: '{h}<p>LARN, Jan. 5, 2024 (Reuters) - The ferries sail again after a storm that lasted for a week.</p>',
    },
    '- | 2024-01-05 | LARN',
  ],
  [
    'a day that the first paragraph names',
    {
      top: '{h}<p>Ferries sailed again on Friday 5 January 2024, the authority said in a statement to residents of the town.</p>',
    },
    '- | 2024-01-05?',
  ],
  [
    'what programs are told comes before what is shown',
    { head: '<meta name="date" content="2024-01-05T10:15:00Z">', top: '{h}<p>6 January 2024</p>' },
    '- | 2024-01-05T10:15:00Z',
    ['6 January 2024'],
  ],
  [
    'programs are told another day than readers',
    {
      head: '<meta property="article:published_time" content="2024-05-05T10:15:00Z">',
      top: '{h}<p>Published 5 January 2024</p>',
    },
    '- | 2024-05-05T10:15:00Z?',
    ['Published 5 January 2024'],
  ],
  [
    'a by-line and a stamp below the text',
    { end: '<p class="byline">Jane Doe, Larn</p><p class="published">5 January 2024</p>' },
    'Jane Doe? | 2024-01-05?',
  ],
  [
    'dates of other reports are not the report’s',
    {
      end: '<ul class="related"><li><a href="/x">Storm ends</a> <time datetime="2023-12-01">1 December</time></li></ul>',
    },
    '- | 2024-06-03?',
  ],
  [
    'the editors are no person, and are told',
    { top: '{h}<p class="byline">By our own staff</p><p>5 January 2024</p>' },
    '- | 2024-01-05',
    ['By our own staff'],
  ],
  [
    'by-line and stamp in an aside',
    {
      top: '{h}<aside><address><a rel="author" href="/jd">Jane Doe</a> in Larn</address><details><summary>Fri 5 Jan 2024 10.15 GMT</summary>Last modified on Sat 6 Jan 2024 11.00 GMT</details></aside>',
    },
    'Jane Doe | 2024-01-05T10:15:00Z | updated 2024-01-06T11:00:00Z',
  ],
  [
    'a time that readers see as how long ago, a by-line in blocks',
    {
      head: '<meta property="og:site_name" content="Gulf Wire">',
      top: '{h}<p><time datetime="2024-01-05T10:15:00Z">5 hours ago</time></p><div data-component="byline-block"><div>Jane Doe</div><div>Larn correspondent, Gulf Wire</div></div>',
    },
    'Jane Doe? | 2024-01-05T10:15:00Z',
    ['Larn correspondent'],
  ],
  [
    'WordPress',
    {
      top: '<header class="entry-header">{h}<div class="entry-meta"><span class="posted-on">Posted on <a href="/x" rel="bookmark"><time class="entry-date published" datetime="2024-01-05T10:15:00+00:00">January 5, 2024</time><time class="updated" datetime="2024-01-06T11:00:00+00:00">January 6, 2024</time></a></span><span class="byline"> by <span class="author vcard"><a href="/jd">Jane Doe</a></span></span></div></header>',
    },
    'Jane Doe | 2024-01-05T10:15:00Z | updated 2024-01-06T11:00:00Z',
  ],
  [
    'old HTML in capitals and tables',
    {
      heading: '',
      top: '<TABLE><TR><TD><FONT SIZE=5><B>Larn opens a new pier</B></FONT><BR><I>By Jane Doe</I><BR><SMALL>Friday, January 5, 2024</SMALL></TD></TR></TABLE>',
    },
    'Jane Doe | 2024-01-05',
  ],
  [
    'a headline that is no heading, a dateline on a line of its own',
    {
      heading: '',
      top: '<div>Larn opens a new pier</div><div>By Jane Doe</div><div>LARN, Jan 5, 2024</div>',
    },
    'Jane Doe | 2024-01-05 | LARN',
  ],
  [
    'a list of terms',
    {
      top: '{h}<dl><dt>Published</dt><dd>5 January 2024</dd><dt>Last updated</dt><dd>6 January 2024</dd></dl>',
    },
    '- | 2024-01-05',
    ['6 January 2024'],
  ],
  [
    'a date before its by-line',
    { top: '{h}<p>Published 5 January 2024 by Jane Doe</p>' },
    'Jane Doe | 2024-01-05',
  ],
  [
    'a place in a by-line of another language',
    {
      lang: 'de',
      top: '{h}<div>Von <a href="/em">Erika Muster</a>, Larn</div><time datetime="2024-01-05T11:15:00+01:00">5. Januar</time>',
    },
    'Erika Muster | 2024-01-05T11:15:00+01:00',
    ['Larn'],
  ],
  [
    'a time within a sentence of the text is text',
    {
      top: `{h}<p>On ${at} the council met in the hall of the port and heard what the authority plans.</p>`,
    },
    '- | 2024-01-05? | On 5 January 2024 the council met in the hall',
  ],
  [
    'Chinese, a bracket with the time of the change',
    { lang: 'zh', top: '{h}<p>2024年1月5日（五）10:15</p><p>記者王小明／拉恩報導</p>' },
    '王小明 | 2024-01-05',
  ],
  [
    'Persian, its calendar and digits',
    { lang: 'fa', top: '{h}<p class="date">تاریخ انتشار: ۱۵ دی ۱۴۰۲ - ۱۰:۱۵</p>' },
    '- | 2024-01-05',
  ],
  [
    'Hijri beside ours',
    { lang: 'ar', top: '{h}<p>الجمعة 23 جمادى الآخرة 1445 هـ الموافق 5 يناير 2024</p>' },
    '- | 2024-01-05',
  ],
];

const header = suite('by-lines and dates that a page shows');
for (const [what, parts, right, leftOut = []] of headers) {
  header(what, async () => {
    const item = await read(parts);
    const [authors = '', date = '', ...more] = right.split(' | ');
    assert.is(item.authors.map(shown).join(', ') || '-', authors);
    assert.is(shown(item.date), date, item.date.guess ?? 'no guess');
    for (const each of more) {
      if (each.startsWith('updated ')) assert.is(item.updated, each.slice(8));
      else assert.ok(`${item.body}\n${item.dateline?.value ?? ''}`.includes(each), item.body);
    }
    for (const line of leftOut) assert.ok(item.leftOut.includes(line), item.leftOut.join('\n'));
    assert.not.match(item.body, /by-?line|Jane Doe|published|updated/i);
    for (const text of texts[(parts.lang ?? 'en').slice(0, 2)] ?? [])
      assert.ok(item.body.includes(text), item.body);
  });
}
header.run();

const metas: readonly (readonly [head: string, right: string])[] = [
  ['<meta name="date" content="2024-01-05">', '2024-01-05'],
  ['<meta name="DC.date.issued" content="2024-01-05T10:15:00+08:00">', '2024-01-05T10:15:00+08:00'],
  [
    '<meta property="article:published_time" content="2024-01-05T10:15:00+0800">',
    '2024-01-05T10:15:00+08:00',
  ],
  ['<meta name="sailthru.date" content="Fri, 05 Jan 2024 10:15:00 +0000">', '2024-01-05T10:15:00Z'],
  ['<meta name="parsely-pub-date" content="2024-01-05T10:15:00Z">', '2024-01-05T10:15:00Z'],
  [
    '<meta name="cXenseParse:recs:publishtime" content="2024-01-05T10:15:00Z">',
    '2024-01-05T10:15:00Z',
  ],
  ['<meta name="publish-date" content="20240105">', '2024-01-05'],
  ['<meta itemprop="datePublished" content="2024-01-05">', '2024-01-05'],
  ['<meta name="date" content="5 January 2024">', '2024-01-05'],
  ['<meta name="pubdate" content="05/01/2024">', '2024-05-01?'],
  ['<meta name="pubdate" content="25/01/2024">', '2024-01-25'],
  [
    '<meta name="date" content="2024-01-07"><meta name="article:published_time" content="2024-01-05">',
    '2024-01-05',
  ],
  ['<meta name="last-modified" content="2024-01-05">', '2024-01-05?'],
  ['<meta property="article:modified_time" content="2024-01-05T10:15:00Z">', '2024-01-05?'],
  ['<meta name="event-date" content="2024-09-05">', '2024-06-03?'],
  ['<meta name="date" content="soon">', '2024-06-03?'],
  // Years of other calendars.
  ['<meta name="date" content="2567-01-05T10:15:00+07:00">', '2024-01-05T10:15:00+07:00'],
  ['<meta name="date" content="2567-02-29">', '2024-02-29'],
  ['<meta name="date" content="1445-06-23">', '2024-01-05?'],
  ['<meta name="date" content="1402/10/15 10:15 +0330">', '2024-01-05T10:15:00+03:30?'],
  ['<meta name="date" content="Fri, 05 Jan 2567 10:15:00 +0700">', '2024-01-05T10:15:00+07:00'],
  ['<meta name="date" content="5 Jan 1445">', '2024-06-03?'],
  ['<meta name="date" content="5784-04-24">', '2024-06-03?'],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"1445-06-23T10:15:00+03:00"}</script>',
    '2024-01-05T10:15:00+03:00?',
  ],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","dateCreated":"2024-01-05"}</script>',
    '2024-01-05?',
  ],
  [
    '<!--[if lt IE 9]><meta name="date" content="2023-01-05"><![endif]--><meta name="pubdate" content="2024-01-05">',
    '2024-01-05',
  ],
];

const machine = suite('dates that a page gives programs');
for (const [head, right] of metas) {
  machine(head, async () => {
    assert.is(shown((await read({ head })).date), right);
  });
}
machine.run();

const site = '<meta property="og:site_name" content="Gulf Wire">';
const app = '<meta name="application-name" content="Gulf Wire">';
const publisher =
  '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Gulf Wire"}}</script>';
type TitleCase = readonly [title: string, parts: PageParts, right: string, address?: string];
const titles: readonly TitleCase[] = [
  ['Port opens | Gulf Wire', { head: site }, 'Port opens'],
  ['Port opens - Gulf Wire', { head: app }, 'Port opens'],
  ['Port opens — Gulf Wire', { head: publisher }, 'Port opens'],
  ['Port opens – The Gulf Wire', { head: site }, 'Port opens'],
  ['Port opens | GulfWire.com', { head: site }, 'Port opens'],
  ['Port opens | Gulf Wire News', { head: site }, 'Port opens'],
  ['Port opens « Gulf Wire', { head: site }, 'Port opens'],
  ['Port opens·Gulf Wire', { head: site }, 'Port opens·Gulf Wire'],
  ['Gulf Wire | Port opens', { head: site }, 'Port opens'],
  ['Gulf Wire: Port opens', { head: site }, 'Gulf Wire: Port opens'],
  ['Reuters | Port opens', { end: '<p>Source: Reuters</p>' }, 'Port opens'],
  [
    'Port of Larn opens again | Reuters',
    { end: '<p>Source: Reuters</p>' },
    'Port of Larn opens again',
  ],
  ['Port opens | Gulf Wire', { end: '<p>Source: Gulf Wire</p>' }, 'Port opens'],
  ['Port opens - Gulf Wire', {}, 'Port opens', 'https://www.gulf-wire.co.uk/2024/port'],
  ['Port opens | World | Gulf Wire', { head: site, heading: 'Port opens' }, 'Port opens'],
  ['Port opens | World | Gulf Wire', { head: site, heading: '' }, 'Port opens | World'],
  ['Port opens | Gulf Wire | News of the gulf', { head: site }, 'Port opens'],
  ['Port opens | Gulf Desk', { heading: 'Port opens' }, 'Port opens'],
  // What is not the site's name stays.
  ['Talks: what next | Analysis', { head: site }, 'Talks: what next | Analysis'],
  ['Talks - what next', { head: site }, 'Talks - what next'],
  ['Port opens | Gulf Desk', { head: site }, 'Port opens | Gulf Desk'],
  ['Workers strike at Gulf Wire', { head: site }, 'Workers strike at Gulf Wire'],
  [
    'Port opens - Gulf crisis',
    { head: '<meta property="og:site_name" content="Gulf">' },
    'Port opens - Gulf crisis',
  ],
  ['A Larn-Gulf Wire deal', { head: site }, 'A Larn-Gulf Wire deal'],
  ['Gulf Wire', { head: site }, 'Gulf Wire'],
  ['Pier opens | Second part', { head: site, heading: '' }, 'Pier opens | Second part'],
];

const names = suite('the site’s name in a headline');
for (const [title, parts, right, address = null] of titles) {
  for (const isMeta of [false, true]) {
    // A meta element states the title, and nothing but the site's name goes from it.
    const isOpen = title === 'Port opens | Gulf Desk' && parts.heading !== undefined;
    if (isMeta && isOpen) continue;
    names(
      `${title}${isMeta ? ' (og:title)' : ''} → ${right} (${JSON.stringify(parts)})`,
      async () => {
        const head = `${parts.head ?? ''}${isMeta ? `<meta property="og:title" content="${title}">` : ''}`;
        const item = await read({ ...parts, title, head }, address);
        assert.is(item.title, right);
        const told = [item.title, ...item.sources.map(({ name }) => name), ...item.leftOut].join(
          ' | ',
        );
        // Sites' names are told as the page gives them.
        for (const word of title.match(/\b(?!The|com|News$)\p{L}+/gu) ?? [])
          assert.ok(told.replaceAll(' ', '').includes(word), `${word} in ${told}`);
      },
    );
  }
}
names.run();

/** A `title` for programs, what the reader sees as headline, and the right title. */
const seen: readonly (readonly [title: string, headline: string, right: string])[] = [
  ['Quay', 'Quay of Sorun is built', 'Quay of Sorun is built'],
  ['Gulf Wire', 'Port opens', 'Port opens'],
  ['World news', 'Port opens after storm', 'Port opens after storm'],
  ['Home', 'Port opens', 'Port opens'],
  ['Port opens', 'Port opens', 'Port opens'],
  ['Port opens | Gulf Wire', 'Port opens', 'Port opens'],
  ['Port opens', '<a href="/">Gulf Wire</a>', 'Port opens'],
  ['Port opens', '<img src="/logo.png" alt=""> Gulf', 'Port opens'],
];
const headlines = suite('a title that is not the headline');
for (const title of ['Gulf Wire: Port opens', 'Port opens: Gulf Wire', 'Port opens @ Gulf Wire']) {
  headlines(`${title}, of a site that the page names`, async () => {
    const head = '<meta name="application-name" content="Gulf Wire">';
    assert.is((await read({ title, heading: 'Port opens', head })).title, 'Port opens');
    // A name that the page has nowhere else may be a part of the headline.
    const other = title.replace('Gulf Wire', 'What now');
    assert.is((await read({ title: other, heading: other, head })).title, other);
  });
}
for (const [title, heading, right] of seen) {
  headlines(`${title} and ${heading} → ${right}`, async () => {
    assert.is((await read({ title, heading })).title, right);
  });
}
headlines.run();

const ie = (lang: string, condition = 'lt IE 9'): string =>
  `<!--[if ${condition}]><html lang="${lang}" class="ie"><![endif]-->`;
type LanguageCase = readonly [what: string, parts: PageParts, right: string | null];
const languages: readonly LanguageCase[] = [
  ['a comment for old browsers', { before: ie('xx'), root: '<html lang="fr">' }, 'fr'],
  [
    'three comments',
    {
      before: ie('xx', 'lt IE 7') + ie('yy', 'IE 7') + ie('zz', 'IE 8'),
      root: '<!--[if gt IE 8]><!--><html lang="de"><!--<![endif]-->',
    },
    'de',
  ],
  ['a comment that browsers show', { root: '<![if !IE]><html lang="it"><![endif]>' }, 'it'],
  [
    'a plain comment',
    { before: '<!-- <html lang="xx"> -->', root: '<html lang="pt-BR">' },
    'pt-BR',
  ],
  ['html without a language below a comment', { before: ie('xx'), root: '<html>' }, 'en'],
  [
    'a script that writes html',
    { root: '<html class="a" lang="nl"><script>"<html lang=xx>"</script>' },
    'nl',
  ],
  ['a language of XHTML', { root: '<html xml:lang="sv">' }, 'sv'],
  ['an empty one', { root: '<html lang="">' }, 'en'],
  ['one with low lines', { root: '<html lang="zh_Hant_TW">' }, 'zh-Hant-TW'],
  ['a name, which is no tag', { root: '<html lang="english">' }, 'en'],
  [
    'that of the article over that of the site',
    { root: '<html lang="en">', top: '<div lang="es">{h}</div>' },
    'es',
  ],
  [
    'that of its JSON-LD',
    {
      root: '<html lang="en">',
      head: '<script type="application/ld+json">{"@type":"Article","inLanguage":"cs-CZ"}</script>',
    },
    'cs-CZ',
  ],
  [
    'that of Open Graph where html has none',
    { root: '<html>', head: '<meta property="og:locale" content="fr_CA">' },
    'fr-CA',
  ],
  [
    'that of the server’s header',
    { root: '<html>', head: '<meta http-equiv="Content-Language" content="pl, en">' },
    'pl',
  ],
  ['several languages', { root: '<html lang="mul">' }, 'en'],
];

const language = suite('the language of a page');
for (const [what, parts, right] of languages) {
  language(what, async () => {
    assert.is((await read(parts)).language?.value ?? null, right);
  });
}
language.run();
