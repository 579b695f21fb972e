/** The search page in Chromium, served with the security headers. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { createRandom } from '../support/random.ts';
import { buildContent } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';
import { waitUntil } from '../support/serving.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const many = Object.fromEntries(
  Array.from({ length: 23 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    return [
      `articles/many-${day}.md`,
      articleFile(
        `title: Number ${index + 1}\ndate: 2024-03-${day}`,
        index === 4 ? 'Zebra zebra zebra. ' : 'Zebra among much else that is said here. ',
      ),
    ];
  }),
);
const output = buildContent(
  makeContent({
    'site.yaml': siteYaml('search: true\n').replace('test.example/', 'test.example/sub/'),
    'topics/arms.md': '---\nname: Arms\n---\n',
    'topics/missiles.md': '---\nname: Missiles\nbroader: arms\n---\n',
    'actors/kim.md': '---\nname: Kim & <Kim>\ntype: person\n---\n',
    'articles/new.md': articleFile(
      'title: A launch\ndate: 2024-01-05\ntopics: [missiles]\nactors: [kim]\nsources: [KCNA]',
      'A quokka saw `<b>the launch</b> &amp;` of a rocket.',
    ),
    'articles/other.md': articleFile('title: Quokkas\ndate: 2024-01-06\ntopics: [arms]'),
    'articles/rtl.md': articleFile('title: خبر\ndate: 2024-01-07\nlang: ar', 'قال الرئيس اليوم.'),
    'articles/old.md': articleFile('title: Old quokka\ndate: 2023-01-05\nactors: [kim]'),
    'articles/older.md': articleFile('title: Older quokka\ndate: 2021-01-05'),
    ...many,
  }),
);
const server = await serveOutput(output, '/sub/');
const browser = await launchBrowser();
const cases = suite('search in Chromium');

let page: Page;
let problems: string[] = [];
let requests: string[] = [];

async function open(query = '', until: 'load' | 'networkidle' = 'load'): Promise<void> {
  problems = [];
  requests = [];
  page = await browser.newPage();
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}search/${query}`, { waitUntil: until });
}

function tallyIs(pattern: RegExp): Promise<void> {
  const isSo = async (): Promise<boolean> => pattern.test((await page.textContent('.tally')) ?? '');
  return waitUntil(isSo, `a tally like ${pattern}`);
}

/** Waits until an expression holds in the page. */
function becomes(expression: string): Promise<void> {
  return waitUntil(() => page.evaluate<boolean>(expression), expression);
}

const titles = (): Promise<readonly string[]> => page.locator('.hits h3').allTextContents();
const query = (): string => new URL(page.url()).search;

// No `after.each`: where that throws, uvu ends the suite and tells nothing.
function test(name: string, check: () => Promise<void>): void {
  cases(name, async () => {
    try {
      await check();
    } finally {
      await page.close();
    }
    assert.equal(problems, []);
  });
}

test('loads nothing of an index before somebody searches', async () => {
  await open('', 'networkidle');
  assert.equal(
    requests.filter((path_) => path_.includes('pagefind')),
    [],
  );
  await page.focus('#find_q');
  await becomes('document.querySelector("#find_topic").options.length > 1');
  assert.ok(requests.includes('/sub/pagefind/2024/pagefind-worker.js'));
  assert.not(requests.some((path_) => path_.includes('/2023/')));
});

test('finds words in text and title, marks them, and shows text as text', async () => {
  await open();
  await page.fill('#find_q', 'quokka');
  await tallyIs(/^2 results, 2024$/);
  assert.equal([...(await titles())].sort(), ['A launch', 'Quokkas']);
  const hit = page.locator('.hits li', { hasText: 'A launch' });
  assert.is(await hit.locator('mark').textContent(), 'quokka');
  assert.match((await hit.locator('.sum').textContent()) ?? '', '<b>the launch</b> &amp;');
  assert.is(await hit.locator('a').getAttribute('href'), '/sub/2024/01/05/new/');
  assert.is(query(), '?q=quokka');
});

test('a link leads to the article, and back to the same results', async () => {
  await open('?q=rocket');
  await tallyIs(/^1 result, 2024$/);
  await page.focus('.hits a');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/2024/01/05/new/');
  await page.goBack();
  await tallyIs(/^1 result, 2024$/);
});

test('filters by topic with narrower ones, actor and source, by words alone or without', async () => {
  await open('?q=quokka&topic=arms');
  await tallyIs(/^2 results/);
  await page.selectOption('#find_actor', 'kim');
  await tallyIs(/^1 result/);
  assert.is(query(), '?q=quokka&topic=arms&actor=kim');
  assert.match(await page.locator('#find_actor').innerText(), 'Kim & <Kim>');
  await page.fill('#find_q', '');
  await page.selectOption('#find_topic', '');
  await tallyIs(/^1 result/);
  await page.selectOption('#find_source', 'kcna');
  await tallyIs(/^1 result/);
  assert.is(query(), '?actor=kim&source=kcna');
});

test('older years are loaded when asked for', async () => {
  await open('?q=quokka');
  await tallyIs(/^2 results, 2024$/);
  assert.not(requests.some((path_) => path_.includes('/2023/')));
  await page.click('text=Search 2023 too');
  await tallyIs(/^3 results, 2023–2024$/);
  assert.is(query(), '?q=quokka&year=2023-2024');
  assert.not(requests.some((path_) => path_.includes('/2021/')));
  await page.click('text=Search 2021 too');
  await tallyIs(/^4 results, 2021–2024$/);
  await page.selectOption('#find_sort', 'date');
  await becomes('document.querySelector(".hits h3").textContent === "Quokkas"');
  assert.equal(await titles(), ['Quokkas', 'A launch', 'Old quokka', 'Older quokka']);
  await page.selectOption('#find_year', '2021');
  await tallyIs(/^1 result, 2021$/);
});

test('all years at once, by a link', async () => {
  await open('?q=quokka&year=all&sort=date');
  await tallyIs(/^4 results, all years$/);
  assert.is(await page.inputValue('#find_sort'), 'date');
});

test('ten results at a time; the focus goes on with the next ten', async () => {
  await open('?q=zebra');
  await tallyIs(/^23 results/);
  assert.is((await titles()).length, 10);
  assert.is((await titles())[0], 'Number 5');
  await page.click('text=More results');
  await becomes('document.querySelectorAll(".hits li").length === 20');
  assert.is(
    await page.evaluate(
      '[...document.querySelectorAll(".hits a")].indexOf(document.activeElement)',
    ),
    10,
  );
  await page.click('text=More results');
  await becomes('document.querySelectorAll(".hits li").length === 23');
  assert.is(await page.locator('text=More results').count(), 0);
});

test('keys: a slash leads to the words, Escape clears them', async () => {
  await open('?q=quokka&topic=arms');
  await tallyIs(/^2 results/);
  await page.keyboard.press('/');
  await page.keyboard.type('rocket/');
  assert.is(await page.inputValue('#find_q'), 'rocket/');
  await page.keyboard.press('Escape');
  assert.is(await page.inputValue('#find_q'), '');
  await tallyIs(/^2 results/);
  await page.keyboard.press('Escape');
  await becomes('location.search === "" && document.querySelector(".found").hidden');
});

const hostile: readonly (readonly [name: string, query: string, tally: RegExp])[] = [
  ['nothing that is there', 'xylophone', /^Nothing found, 2024\.$/],
  ['markup', '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>', /found|result/],
  ['right-to-left text', 'الرئيس', /^1 result/],
  ['Chinese', '北京的新闻', /found|result/],
  ['10,000 characters', 'quokka '.repeat(1429), /found|result/],
  ['10,000 letters', 'q'.repeat(10_000), /found|result/],
  ['signs alone', '%%% \\ / * ( [ { ^ $ " - +', /found|result/],
  ['control characters and half a character', '\u0000\u0007\u202e\ud800 quokka', /found|result/],
  ['a quotation', '"saw the"', /found|result/],
];

for (const [name, text, tally] of hostile) {
  test(`a query of ${name}`, async () => {
    const toAddress = text.length > 5000 ? text.slice(0, 5000) : text;
    await open(`?q=${new URLSearchParams({ q: toAddress }).toString().slice(2)}`);
    await tallyIs(tally);
    await page.fill('#find_q', 'rocket');
    await tallyIs(/^1 result/);
    // As a script would put it in: typing stops at the longest query.
    await page.evaluate(
      `const field = document.querySelector('#find_q');
      field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new Event('input', { bubbles: true }))`,
    );
    await becomes('!location.search.endsWith("q=rocket")');
    await tallyIs(tally);
    assert.ok(query().length < 3000);
  });
}

test('what the address names and nothing has', async () => {
  await open('?topic=no-such&year=1999&sort=sideways&actor=%3Cb%3E');
  await tallyIs(/^Nothing found, 2024\.$/);
});

test('an index that can’t be loaded is told', async () => {
  const lost = buildContent(
    makeContent({
      'site.yaml': siteYaml('search: true\n'),
      'articles/a.md': articleFile('title: A\ndate: 2024-01-05'),
    }),
  );
  rmSync(path.join(lost, 'pagefind'), { recursive: true });
  const other = await serveOutput(lost);
  await open();
  await page.goto(`${other.url}search/?q=a`);
  await tallyIs(/could not be loaded/);
  // What it failed to load is told until the page is closed.
  await page.close();
  assert.ok(problems.length > 0);
  problems = [];
  await other.close();
});

const odd: readonly string[] = [
  '?year=2024-2024-x&q=V',
  '?year=2024-x&q=a',
  '?year=x-2024&q=a',
  '?year=2024-2024-2024&q=a',
  '?year=2024-02-01&q=a',
  '?year=__proto__&q=a',
  '?topic=__proto__&q=a',
  '?topic=constructor&actor=toString&source=hasOwnProperty',
  '?q=%ff%fe',
  '?q=%00',
  '?q=%ed%a0%80',
  '?q=%F0%9F%98%80',
  `?q=${encodeURIComponent('\u{1f600}'.repeat(150))}`,
  `?q=${'a+'.repeat(300)}`,
  '?q=%22',
  '?q=(((&year=all',
  '?q=*&topic=%2e%2e%2f',
  '?sort=x&q=a&year=all&year=2024',
  '?&&&=&q',
  '?q=a#%',
];
for (const address of odd) {
  test(`${address.slice(0, 60)} is answered`, async () => {
    await open(address);
    const isAsked = /[?&](?:q=.|topic=)/.test(address);
    if (isAsked) await tallyIs(/result|nothing|found/i);
    assert.match(await page.locator('#find_year').inputValue(), /^(?:all|\d{4}(?:-\d{4})?)$/);
    assert.not.match(await page.locator('form.finder').innerText(), /native code|\[object/);
  });
}

test('200 random addresses are taken without an error', async () => {
  const random = createRandom(20261130);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const names = ['q', 'year', 'sort', 'topic', 'actor', 'source', '__proto__', ''];
  const parts = ['2024', '2023', '-', 'all', 'x', '%', '%ff', '%00', '__proto__', 'kim', '"', '+'];
  const makeValue = (): string =>
    Array.from({ length: Math.floor(random() * 5) }, () => pick(parts)).join('');
  await open();
  for (let count = 0; count < 200; count++) {
    const fields = Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => `${pick(names)}=${makeValue()}`,
    );
    const address = `?${fields.join('&')}`;
    await page.goto(`${server.url}search/${address}`, { waitUntil: 'domcontentloaded' });
    // The script has run, and what it began has had a turn.
    const isOpen = 'document.querySelector("form.finder").hidden === false';
    const waited = `new Promise((resolve) => setTimeout(() => resolve(${isOpen}), 20))`;
    assert.is(await page.evaluate(waited), true, address);
    assert.equal(problems, [], address);
  }
});

test('without scripts it says so, and leads elsewhere', async () => {
  await open();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(`${server.url}search/`);
  assert.match(await other.locator('main').innerText(), /needs JavaScript/);
  assert.not(await other.isVisible('form'));
  assert.is(await other.locator('.browse a:visible').count(), 6);
  await plain.close();
});

cases.after(async () => {
  await browser.close();
  await server.close();
});

cases.run();
