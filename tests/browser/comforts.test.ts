/** The small comforts in Chromium, under the policy that the site sends. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';
import { waitUntil } from '../support/serving.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const items = Object.fromEntries(
  [3, 4, 5].flatMap((day) =>
    ['a', 'b', 'c'].map((name) => [
      `articles/2024-03-0${day}-${name}${day}.md`,
      articleFile(
        `title: Item ${name}${day}\ndate: 2024-03-0${day}\nactors: [kim, old]\ntopics: [arms]`,
        'Kim Jong Un met nobody. '.repeat(20),
      ),
    ]),
  ),
);
const files = {
  'topics/arms.md': '---\nname: Arms\nsummary: All about arms.\n---\n',
  'actors/kim.md':
    '---\nname: Kim Jong Un\ntype: person\nsummary: "A <b>leader</b> & more."\n---\n\nA profile.\n',
  'actors/old.md': '---\nname: Old name\ntype: group\n---\n',
  ...items,
};
const server = await serveOutput(
  buildContent(
    makeContent({
      'site.yaml': siteYaml('search: true\n').replace('test.example/', 'test.example/sub/'),
      ...files,
    }),
  ),
  '/sub/',
);
const arabic = await serveOutput(
  buildContent(
    makeContent({ 'site.yaml': siteYaml().replace('language: en', 'language: ar'), ...files }),
  ),
);
const browser = await launchBrowser();
const cases = suite('small comforts in Chromium');

let context: BrowserContext;
let problems: string[] = [];
let requests: string[] = [];

async function begin(options: BrowserContextOptions = {}): Promise<void> {
  problems = [];
  requests = [];
  context = await browser.newContext({ timezoneId: 'UTC', reducedMotion: 'reduce', ...options });
  context.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) problems.push(message.text());
  });
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('request', (request) => requests.push(new URL(request.url()).pathname));
}

async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + address);
  return page;
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.textContent');

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(
    'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
  );
}

// No `after.each`: where that throws, uvu ends the suite and tells nothing.
function test(name: string, check: () => Promise<void>): void {
  cases(name, async () => {
    try {
      await check();
    } finally {
      await context.close();
    }
    assert.equal(problems, []);
  });
}

const aboutKim = ['Person', 'Kim Jong Un', 'A <b>leader</b> & more.'];
const kim = '.facts a[href$="/actors/kim/"]';

test('a preview comes when the mouse rests on a link, stays under it, and goes', async () => {
  await begin();
  const page = await open('2024/03/05/');
  const card = page.locator('.card');
  await page.locator(kim).first().hover();
  assert.not(await card.isVisible());
  await card.waitFor({ state: 'visible', timeout: 3000 });
  const lines = await card.locator('p').allTextContents();
  assert.equal(lines.slice(0, 3), aboutKim);
  assert.match(lines[3] ?? '', /^9 items, 3 March 2024 to 5 March 2024$/);
  assert.is(await page.locator('[aria-describedby="card_"]').textContent(), 'Kim Jong Un');
  assert.equal(await violations(page), []);
  await card.hover();
  await page.waitForTimeout(600);
  assert.ok(await card.isVisible());
  await page.mouse.move(0, 0);
  await card.waitFor({ state: 'hidden', timeout: 3000 });
  assert.is(await page.locator('[aria-describedby]').count(), 0);
});

test('a preview comes when the keyboard is at a link, Escape closes it, and it loads once', async () => {
  await begin();
  const page = await open('2024/03/05/');
  const card = page.locator('.card');
  await page.locator('.item .head a').first().focus();
  const links = page.locator('.item').first().locator('.facts a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.is(await focusedText(page), 'Kim Jong Un');
  await card.waitFor({ state: 'visible', timeout: 3000 });
  // The mouse takes nothing away from the keyboard.
  await page.mouse.move(5, 5);
  await page.waitForTimeout(500);
  assert.ok(await card.isVisible());
  await page.keyboard.press('Escape');
  assert.not(await card.isVisible());
  await page.waitForTimeout(500);
  assert.not(await card.isVisible());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await card.waitFor({ state: 'visible', timeout: 3000 });
  await links.last().focus();
  await waitUntil(async () => (await card.innerText()).includes('Arms'), 'the next link’s card');
  assert.is(requests.filter((path) => path === '/sub/actors/kim/').length, 1);
});

test('a mouse that passes by loads nothing; nor does a page about itself', async () => {
  await begin();
  const page = await open('actors/kim/');
  // At once: on a busy machine two moves by the driver are further apart than the pause before a card.
  await page.evaluate(
    `for (const target of [document.querySelector('.side a[href$="/topics/arms/"]'), document.body])
      target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))`,
  );
  await page.locator('.crumbs a').last().focus();
  await page.waitForTimeout(500);
  assert.is(requests.filter((path) => path === '/sub/topics/arms/').length, 0);
});

test('no preview by touch, nor for who saves data', async () => {
  await begin({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
  let page = await open('2024/03/05/');
  await page.evaluate("document.addEventListener('click', (event) => event.preventDefault())");
  await page.locator(kim).first().tap();
  await page.waitForTimeout(600);
  assert.is(requests.filter((path) => path === '/sub/actors/kim/').length, 0);
  await context.close();
  await begin();
  await context.addInitScript(
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
  );
  page = await open('2024/03/05/');
  await page.locator(kim).first().hover();
  await page.waitForTimeout(600);
  assert.is(requests.filter((path) => path === '/sub/actors/kim/').length, 0);
});

test('a preview lies within a narrow window, left-to-right and right-to-left', async () => {
  for (const { url } of [server, arabic]) {
    await begin({ viewport: { width: 320, height: 400 } });
    const page = await context.newPage();
    await page.goto(`${url}2024/03/05/`);
    for (const link of [kim, '.facts a[href$="/actors/old/"]', '.facts a[href$="/topics/arms/"]']) {
      await page.locator(link).last().hover();
      const href = await page.locator(link).last().getAttribute('href');
      const isOpen = `document.querySelector('[aria-describedby]')?.getAttribute('href') === '${href}'`;
      await waitUntil(() => page.evaluate<boolean>(isOpen), `a card for ${href}`);
      const box = await page.locator('.card').boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
      assert.ok(box.y >= 0 && box.y + box.height <= 400, JSON.stringify(box));
    }
    if (url === server.url) await context.close();
  }
});

/** A visit of one page at a time; the titles marked as new there. */
async function visit(time: string, address = ''): Promise<readonly string[]> {
  const page = await context.newPage();
  await page.clock.setFixedTime(time);
  await page.goto(server.url + address);
  const marked = await page.evaluate<readonly string[]>(
    `Array.from(document.querySelectorAll('.new'), (mark) =>
      (mark.closest('.heads li') ?? mark.closest('.item')).querySelector('a').textContent)`,
  );
  await page.close();
  return marked;
}

test('items since the last visit are marked, those that were shown then are not', async () => {
  await begin();
  assert.equal(await visit('2024-03-04T08:00:00Z', '2024/03/04/'), []);
  const expected = ['Item a5', 'Item b5', 'Item c5'];
  assert.equal(await visit('2024-03-05T08:00:00Z'), expected);
  // The same visit, also on other pages.
  assert.equal(await visit('2024-03-05T08:20:00Z'), expected);
  assert.equal(await visit('2024-03-05T08:45:00Z', 'topics/arms/'), expected);
  // The next one has seen them.
  assert.equal(await visit('2024-03-05T09:20:00Z'), []);
});

test('items of the last visit’s day that came after it are marked', async () => {
  await begin();
  assert.equal(await visit('2024-03-05T08:00:00Z', '2024/03/05/a5/'), []);
  assert.equal(await visit('2024-03-05T18:00:00Z', '2024/03/05/'), [
    'Item a5',
    'Item b5',
    'Item c5',
  ]);
});

test('what is done on a page prolongs a visit, and begins the next', async () => {
  await begin();
  await visit('2024-03-03T08:00:00Z', '2024/03/03/');
  const page = await context.newPage();
  await page.clock.setFixedTime('2024-03-04T08:00:00Z');
  await page.goto(`${server.url}2024/03/04/`);
  await page.clock.setFixedTime('2024-03-04T08:25:00Z');
  await page.keyboard.press('End');
  assert.is((await visit('2024-03-04T08:50:00Z', '2024/03/04/')).length, 3);
  await page.clock.setFixedTime('2024-03-06T08:00:00Z');
  await page.keyboard.press('Home');
  assert.equal(await visit('2024-03-06T08:01:00Z'), ['Item a5', 'Item b5', 'Item c5']);
});

test('nothing is marked where nothing can be kept, or what is kept is not ours', async () => {
  await begin();
  const page = await open('archive/');
  const at = Date.parse('2024-03-03T08:00:00Z');
  for (const kept of [
    ...['', '{', 'null', '1', '"x"', '[]', '{}', '{"at":"x"}', '{"at":null,"known":[],"shown":[]}'],
    ...['{"at":1e300,"known":[],"shown":[]}', '{"at":{"valueOf":1},"known":[],"shown":[]}'],
    `{"since":{"toString":1},"known":[],"shown":[],"at":${at}}`,
    `{"since":null,"known":[{"toString":1,"valueOf":1}],"shown":[null],"at":${at}}`,
    `{"since":null,"known":{"length":3},"shown":7,"at":${at}}`,
  ]) {
    await page.evaluate(`localStorage.setItem('dateline:visit', ${JSON.stringify(kept)})`);
    assert.equal(await visit('2024-03-05T08:00:00Z'), [], kept);
  }
  await context.addInitScript(
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })",
  );
  assert.equal(await visit('2024-03-07T08:00:00Z'), []);
});

test('j and k go from item to item and bring them into view', async () => {
  await begin({ viewport: { width: 1280, height: 400 } });
  const page = await open('2024/03/05/');
  for (const [key, title] of [
    ['k', ''],
    ['j', 'Item a5'],
    ['j', 'Item b5'],
    ['j', 'Item c5'],
    ['j', 'Item c5'],
    ['k', 'Item b5'],
  ] as const) {
    await page.keyboard.press(key);
    if (title !== '') assert.is(await focusedText(page), title, key);
    else assert.is(await page.evaluate('document.activeElement.localName'), 'body');
  }
  const top = await page.evaluate<number>('document.activeElement.getBoundingClientRect().top');
  assert.ok(top >= 0 && top < 200, `${top}`);
  // The place of the key counts where the keyboard writes another script.
  await page.evaluate(
    "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ' }))",
  );
  assert.is(await focusedText(page), 'Item c5');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Alt+k');
  assert.is(await focusedText(page), 'Item c5');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/2024/03/05/c5/');
});

test('a slash leads to the search, where letters are letters', async () => {
  await begin();
  const page = await open('2024/03/05/');
  await page.keyboard.press('/');
  await page.waitForURL('**/sub/search/');
  await page.waitForSelector('.finder:not([hidden])');
  await page.keyboard.press('/');
  await page.keyboard.type('jk?/');
  assert.is(await page.inputValue('#find_q'), 'jk?/');
  assert.is(await page.locator('dialog').count(), 0);
});

test('a site without search has no key for it', async () => {
  await begin();
  const page = await context.newPage();
  await page.goto(`${arabic.url}2024/03/05/`);
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog kbd').allTextContents(), ['j', 'k', '?']);
  assert.is(page.url(), `${arabic.url}2024/03/05/`);
});

test('keys can be switched off; that is remembered, and the button still leads to the list', async () => {
  await begin();
  const page = await open('2024/03/05/');
  await page.keyboard.press('?');
  const dialog = page.locator('dialog');
  assert.ok(await dialog.isVisible());
  assert.equal(await violations(page), []);
  await page.keyboard.press('j');
  assert.not.match(await focusedText(page), 'Item');
  await dialog.locator('input').uncheck();
  await page.keyboard.press('Escape');
  assert.not(await dialog.isVisible());
  for (const key of ['j', '?']) await page.keyboard.press(key);
  assert.not(await dialog.isVisible());
  await page.goto(`${server.url}2024/03/04/`);
  for (const key of ['j', '/', '?']) await page.keyboard.press(key);
  assert.is(page.url(), `${server.url}2024/03/04/`);
  assert.is(await page.evaluate('document.activeElement.localName'), 'body');
  await page.locator('.keys-button').press('Enter');
  await dialog.locator('input').check();
  await dialog.locator('button').click();
  assert.is(await focusedText(page), 'Keyboard shortcuts');
  await page.keyboard.press('?');
  assert.ok(await dialog.isVisible());
});

test('the address of an item is copied, as it is at the site’s own URL', async () => {
  await begin({ permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = (page: Page): Promise<string> =>
    page.evaluate<string>('navigator.clipboard.readText()');
  let page = await open('2024/03/05/');
  const button = page.getByRole('button', { name: 'Copy link: Item b5', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await waitUntil(async () => (await button.textContent()) === 'Copied', 'the button to say so');
  assert.is(await page.locator('[role="status"]').textContent(), 'Copied');
  assert.is(await copied(page), 'https://test.example/sub/2024/03/05/b5/');
  await waitUntil(async () => (await button.textContent()) === 'Copy link', 'its first words');
  page = await open('2024/03/04/a4/');
  await page.locator('.copy').click();
  await page.locator('text=Copied').first().waitFor();
  assert.is(await copied(page), 'https://test.example/sub/2024/03/04/a4/');
  page = await open('topics/arms/');
  assert.is(await page.locator('.copy').count(), 0);
});

test('a refusal is told, and where nothing can be copied nothing offers to', async () => {
  await begin();
  await context.addInitScript(
    "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
  );
  let page = await open('2024/03/05/');
  await page.locator('.copy').first().click();
  await page.locator('.copy >> text=Not copied').waitFor();
  await context.close();
  await begin();
  const insecure = 'http://insecure.example/';
  await context.route(`${insecure}**`, async (route) => {
    const url = route.request().url().replace(insecure, new URL('/', server.url).href);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  page = await context.newPage();
  await page.goto(`${insecure}sub/2024/03/05/`);
  assert.is(await page.locator('.keys-button').count(), 1);
  assert.is(await page.locator('.copy').count(), 0);
  // Chromium says so of a header that needs a secure address.
  problems = problems.filter((problem) => !problem.includes('Cross-Origin-Opener-Policy'));
  // The icon may still be on its way: without the page nobody asks for it where no name leads.
  await page.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the choice of light or dark is remembered, and comes before the page is drawn', async () => {
  await begin({ colorScheme: 'light' });
  const colour = (page: Page): Promise<string> =>
    page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  let page = await open('');
  const light = await colour(page);
  const button = page.locator('.theme');
  assert.is(await button.textContent(), 'Theme: auto');
  await button.press('Enter');
  await button.press('Enter');
  assert.is(await button.textContent(), 'Theme: dark');
  const dark = await colour(page);
  assert.is.not(dark, light);
  page = await open('2024/03/05/');
  assert.is(await colour(page), dark);
  await page.locator('.theme').press('Enter');
  assert.is(await colour(page), light);
});

test('without scripts there is nothing of it', async () => {
  await begin({ javaScriptEnabled: false });
  const page = await open('2024/03/05/');
  assert.is(await page.locator('button, dialog, .card, .new, [popover]').count(), 0);
});

cases.after(async () => {
  await browser.close();
  await Promise.all([server.close(), arabic.close()]);
});

cases.run();
