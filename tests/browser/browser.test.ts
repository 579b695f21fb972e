/**
 * Chromium with one page of each kind, served with the security headers: axe, scrolling sideways, the
 * policy, other origins.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, sampleContent } from '../support/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveOutput, type StaticServer } from '../support/server.ts';
import { root } from '../support/site.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axe = readFileSync(axeFile, 'utf8');

/** One page of each layout of the sample: the fullest, where there is a choice. */
const samplePages: Readonly<Record<string, string>> = {
  home: '',
  day: '2024/01/28/',
  article: '2024/01/04/white-house-says-russia-fired-north-korean-missiles/',
  month: '2024/01/',
  week: '2024/w03/',
  year: '2024/',
  topics: 'topics/',
  topic: 'topics/weapons/',
  actors: 'actors/',
  actor: 'actors/north-korea/',
  stories: 'stories/',
  story: 'stories/korean-peninsula-tensions/',
  sources: 'sources/',
  source: 'sources/kcna/',
  'term-year': 'topics/missile-tests/2024/',
  articles: 'articles/',
  archive: 'archive/',
  search: 'search/',
  network: 'network/',
  'network of a year': 'network/2024/',
  subscribe: 'subscribe/',
  corrections: 'corrections/',
  page: 'about/',
  'not-found': '404.html',
};

/** What the sample has not: pages that were canceled or moved, tables, code, other scripts. */
const hardPages: Readonly<Record<string, string>> = {
  article: '2024/01/05/everything/',
  'right-to-left': '2024/01/05/rtl/',
  day: '2024/01/05/',
  'day without items': '2024/01/11/',
  canceled: '2024/01/09/canceled/',
  'topic without items': 'topics/empty/',
  'story without items': 'stories/none/',
  topic: 'topics/ink-paper/',
};

/** Every kind of page, right to left. */
const arabicPages: Readonly<Record<string, string>> = {
  home: '',
  day: '2024/01/11/',
  'day without items': '2024/01/13/',
  article: '2024/01/10/security-council/',
  'article in English': '2024/01/01/brics/',
  canceled: '2024/01/12/withdrawn/',
  month: '2024/01/',
  week: '2024/w02/',
  year: '2024/',
  topics: 'topics/',
  topic: 'topics/المنظمات-الدولية/',
  'topic without items': 'topics/بلا-أخبار/',
  actors: 'actors/',
  actor: 'actors/icj/',
  stories: 'stories/',
  story: 'stories/red-sea/',
  sources: 'sources/',
  source: 'sources/الأمم-المتحدة/',
  'term-year': 'topics/المنظمات-الدولية/2024/',
  articles: 'articles/',
  archive: 'archive/',
  subscribe: 'subscribe/',
  corrections: 'corrections/',
  page: 'about/',
  'not-found': '404.html',
};

const schemes = ['light', 'dark'] as const;
type View = readonly [scheme: (typeof schemes)[number], width: 320 | 1280];
const allViews: readonly View[] = [
  ['light', 320],
  ['light', 1280],
  ['dark', 320],
  ['dark', 1280],
];

interface Served {
  readonly name: string;
  readonly server: StaticServer;
  readonly pages: Readonly<Record<string, string>>;
  readonly views: readonly View[];
}

const emptyContent = path.join(root, 'tests/sites/empty/content');
const arabicContent = path.join(root, 'tests/sites/arabic/content');
const hardContent = path.join(root, 'tests/sites/hard/content');
const served: readonly Served[] = [
  {
    name: 'sample',
    server: await serveOutput(buildContent(sampleContent)),
    pages: samplePages,
    views: allViews,
  },
  {
    name: 'hard',
    server: await serveOutput(buildContent(hardContent), '/sub/path/'),
    pages: hardPages,
    views: [
      ['light', 320],
      ['dark', 1280],
    ],
  },
  {
    name: 'arabic',
    server: await serveOutput(buildContent(arabicContent)),
    pages: arabicPages,
    views: allViews,
  },
  {
    name: 'empty',
    server: await serveOutput(buildContent(emptyContent)),
    pages: {
      home: '',
      archive: 'archive/',
      network: 'network/',
      topics: 'topics/',
      subscribe: 'subscribe/',
    },
    views: [['dark', 320]],
  },
];
const browser: Browser = await launchBrowser();

/** Runs in the page: the violations, in words. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate<Pick<AxeResults, 'violations' | 'passes'>>(
    `axe.run(document, { resultTypes: ['violations'] })
      .then(({ violations, passes }) => ({ violations, passes }))`,
  );
  // An axe that found nothing to look at has not looked.
  if (passes.length < 5) throw new Error(`axe passed ${passes.length} rules only`);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' ')}`,
  );
}

const test = suite('pages in Chromium');

for (const { name, server, pages, views } of served) {
  for (const [scheme, width] of views) {
    test(`${name}, ${scheme}, ${width} px: no violation, no scrolling sideways, nothing blocked`, async () => {
      const context = await browser.newContext({
        colorScheme: scheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        // The answer 404 is what the page for it is for.
        if (message.type() === 'error' && !message.text().includes('404 (Not Found)')) {
          problems.push(message.text());
        }
      });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) problems.push(`asks for ${request.url()}`);
      });
      for (const [kind, address] of Object.entries(pages)) {
        const at = problems.length;
        await page.goto(server.url + address, { waitUntil: 'load' });
        problems.push(...(await findViolations(page)));
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (overflow > 0) problems.push(`${overflow} px too wide`);
        await page.emulateMedia({ media: 'print' });
        await page.emulateMedia({ media: null });
        for (let index = at; index < problems.length; index++) {
          problems[index] = `${kind}: ${problems[index]}`;
        }
      }
      await context.close();
      assert.equal(problems, []);
    });
  }
}

test('the style sheet is applied, light and dark', async () => {
  const colours: string[] = [];
  for (const colorScheme of schemes) {
    const page = await browser.newPage({ colorScheme });
    await page.goto(served[0]!.server.url);
    colours.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'));
    await page.close();
  }
  assert.is(new Set(colours).size, 2, colours.join(' '));
});

test('the first stop of the keyboard leads to the content', async () => {
  const page = await browser.newPage();
  await page.goto(`${served[0]!.server.url}articles/`);
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate<string>('document.activeElement.textContent'), /content/);
  await page.keyboard.press('Enter');
  assert.is(await page.evaluate<string>('location.hash.slice(1)'), 'main_');
  await page.close();
});

test('an item’s anchor on its day brings it into view', async () => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 500 },
    reducedMotion: 'reduce',
  });
  await page.goto(
    `${served[0]!.server.url}2024/01/28/#north-korea-fires-cruise-missiles-near-sinpo`,
  );
  const top = await page.evaluate<number>(
    'document.querySelector(":target").getBoundingClientRect().top',
  );
  assert.ok(top >= -1 && top < 500, `${top}`);
  await page.close();
});

test('a page that moved leads to the new one, where the host does not redirect', async () => {
  const page = await browser.newPage();
  const { url } = served[1]!.server;
  await page.goto(`${url}moved/`);
  await page.waitForURL(`${url}2024/01/08/moved/`, { timeout: 5000 });
  await page.close();
});

test('right-to-left text runs from the right', async () => {
  const page = await browser.newPage();
  await page.goto(`${served[1]!.server.url}2024/01/05/rtl/`);
  const direction = await page.evaluate<string>(
    'getComputedStyle(document.querySelector("h1")).direction',
  );
  assert.is(direction, 'rtl');
  await page.close();
});

test('scripts are files of the site, and pages are whole without them', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { server, pages } of served) {
    for (const [layout, address] of Object.entries(pages)) {
      await page.goto(server.url + address);
      const sources = await page.evaluate<readonly string[]>(
        "Array.from(document.querySelectorAll('script:not([type=\"application/ld+json\"])'), (script) => script.getAttribute('src'))",
      );
      const base = new URL(server.url).pathname;
      // A site without topics, actors and stories has no feed to be found.
      const hasFeedsToFind = (await page.locator('.chosen').count()) > 0;
      const own = [
        ...(layout === 'search' ? ['search'] : []),
        ...(layout === 'subscribe' && hasFeedsToFind ? ['subscribe'] : []),
      ];
      const names = ['theme', 'main', ...own];
      const expected = names.map((name) => `${base}${name}.js?v=`);
      const withoutVersions = sources.map((source) => source.replace(/(?<=\?v=)[\w-]{8}$/, ''));
      assert.equal(withoutVersions, expected, address);
      assert.is(
        await page
          .locator('main')
          .innerText()
          .then((text) => text.length > 20),
        true,
      );
      assert.is(await page.locator('button:visible').count(), 0, address);
    }
  }
  await context.close();
});

test.after(async () => {
  await browser.close();
  await Promise.all(served.map(({ server }) => server.close()));
});

test.run();
