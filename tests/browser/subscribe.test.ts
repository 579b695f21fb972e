/** The page that explains feeds, and a feed in a browser, in Chromium under the policy that the site sends. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';
import { waitUntil } from '../support/serving.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const files = {
  'topics/arms.md': '---\nname: Arms\n---\n',
  'topics/elections.md': '---\nname: Élections & votes\n---\n',
  'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n',
  'actors/un.md': '---\nname: UN\ntype: organisation\n---\n',
  'stories/long.md': '---\nname: A long story\n---\n',
  'articles/2024-03-05-one.md': articleFile(
    'title: "An item & more"\ndate: 2024-03-05\ntopics: [arms]\nactors: [kim]',
  ),
};
const pairs = 'feed: {pairs: [{actor: kim, topic: arms}]}\n';
const server = await serveOutput(
  buildContent(
    makeContent({
      'site.yaml': siteYaml(pairs).replace('test.example/', 'test.example/sub/'),
      ...files,
    }),
  ),
  '/sub/',
);
const arabic = await serveOutput(
  buildContent(
    makeContent({ 'site.yaml': siteYaml(pairs).replace('language: en', 'language: ar'), ...files }),
  ),
);
const browser = await launchBrowser();
const test = suite('feeds in Chromium');

/** A page, and what the browser found wrong with it. */
async function open(
  url: string,
  options: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; problems: readonly string[] }> {
  const { width = 1280, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...rest });
  const problems: string[] = [];
  context.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) problems.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(url);
  return { page, problems };
}

const field = '.chosen input';

/** The names of the rows that are seen. */
function rowsOf(page: Page): Promise<readonly string[]> {
  return page.locator('.chosen li:visible > a').allTextContents();
}

test('what is typed leaves the feeds of that name, whatever its case and accents', async () => {
  const { page, problems } = await open(`${server.url}subscribe/`);
  assert.equal(await rowsOf(page), [], 'lists are folded');
  const cases: readonly (readonly [typed: string, names: readonly string[]])[] = [
    ['kim', ['Kim Jong Un', 'Kim Jong Un · Arms']],
    ['ELECTIONS votes', ['Élections & votes']],
    ['un jong', ['Kim Jong Un', 'Kim Jong Un · Arms']],
    ['nobody', []],
  ];
  for (const [typed, names] of cases) {
    await page.fill(field, typed);
    assert.equal(await rowsOf(page), names, typed);
    const said =
      names.length === 0 ? 'No feed of that name.' : names.length === 1 ? '1 feed' : '2 feeds';
    await waitUntil(
      async () => (await page.textContent('.chosen [role=status]')) === said,
      `the status says ${said}`,
    );
  }
  await page.fill(field, '');
  assert.equal(await rowsOf(page), []);
  assert.is(await page.locator('.chosen details:visible').count(), 4);
  assert.equal(problems, []);
  await page.context().close();
});

test('a list that was open is open again', async () => {
  const { page } = await open(`${server.url}subscribe/`);
  await page.click('.chosen summary >> nth=0');
  const before = await rowsOf(page);
  assert.is(before.length, 2);
  await page.fill(field, 'kim');
  await page.fill(field, '');
  assert.equal(await rowsOf(page), before);
  await page.context().close();
});

test('without scripts there is no field, and every feed is in a list', async () => {
  const { page } = await open(`${server.url}subscribe/`, { javaScriptEnabled: false });
  assert.not(await page.locator(field).isVisible());
  for (const summary of await page.locator('.chosen summary').all()) await summary.click();
  assert.is((await rowsOf(page)).length, 6);
  const hrefs = await page.locator('.chosen li a[type="application/rss+xml"]').count();
  assert.is(hrefs, 6);
  await page.context().close();
});

for (const [name, site] of [
  ['English', server],
  ['Arabic', arabic],
] as const) {
  for (const width of [1280, 320]) {
    test(`${name}, ${width} px: axe finds nothing, and the page is no wider than the window`, async () => {
      const { page, problems } = await open(`${site.url}subscribe/`, { width });
      await page.fill(field, 'kim');
      await page.evaluate(axe);
      const violations = await page.evaluate(
        `window.axe.run(document).then(({ violations }) => violations.map(({ id }) => id))`,
      );
      assert.equal(violations, []);
      assert.is(await page.evaluate('document.documentElement.scrollWidth'), width);
      assert.equal(problems, []);
      await page.context().close();
    });

    test(`${name}, ${width} px: RSS is a calm page that says what it is`, async () => {
      const { page } = await open(`${site.url}articles/feed.xml`, { width });
      const seen = await page.evaluate(`(() => {
        const shown = [...document.querySelectorAll('*')]
          .filter((element) => element.getClientRects().length > 0 && element.children.length === 0)
          .map((element) => element.localName);
        const root = document.documentElement;
        return {
          shown: [...new Set(shown)],
          said: getComputedStyle(root, '::before').content,
          direction: getComputedStyle(root).direction,
          width: root.scrollWidth,
        };
      })()`);
      const { said, ...rest } = seen as { said: string };
      assert.equal(rest, {
        shown: ['title', 'description', 'pubDate'],
        direction: name === 'Arabic' ? 'rtl' : 'ltr',
        width,
      });
      assert.ok(said.includes('https://test.example/'), said);
      assert.ok(said.includes(name === 'Arabic' ? 'هذه خلاصة' : 'This is a feed'), said);
      await page.context().close();
    });
  }
}

test.after(async () => {
  await browser.close();
  await server.close();
  await arabic.close();
});

test.run();
