/** What scripts say on sites in a language without words, in Chromium. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const buildIn = (language: string): string =>
  buildContent(
    makeContent({
      'site.yaml': siteYaml('search: true\n').replace('language: en', `language: ${language}`),
      'topics/arms.md': '---\nname: سلاح\nsummary: خلاصه\n---\n',
      'actors/kim.md': '---\nname: کیم\ntype: person\n---\n',
      ...Object.fromEntries(
        ['a', 'b'].map((name) => [
          `articles/2024-03-05-${name}.md`,
          articleFile(
            `title: خبر ${name}\ndate: 2024-03-05\nactors: [kim]\ntopics: [arms]`,
            'متن.',
          ),
        ]),
      ),
    }),
  );

const browser = await launchBrowser();
const test = suite('words of scripts in another language');

/** The language, the direction and the text of the first such element. */
const toldBy = (page: Page, selector: string): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const { lang } = element.closest('[lang]');
    return [lang, getComputedStyle(element).direction, element.textContent];
  })()`);

for (const language of ['fa', 'fi']) {
  const server = await serveOutput(buildIn(language));

  test(`${language}: buttons, the list of keys and previews say that they are English`, async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(`${server.url}2024/03/05/`);
    assert.equal(await toldBy(page, '.theme'), ['en', 'ltr', 'Theme: auto']);
    assert.equal(await toldBy(page, '.copy'), ['en', 'ltr', 'Copy link']);
    assert.equal(await toldBy(page, '.keys-button'), ['en', 'ltr', 'Keyboard shortcuts']);
    await page.keyboard.press('?');
    assert.equal((await toldBy(page, 'dialog')).slice(0, 2), ['en', 'ltr']);
    await page.keyboard.press('Escape');
    await page.locator('.terms a').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.locator('.card:popover-open').waitFor();
    const kicker = language === 'fa' ? '.card .kicker bdi' : '.card .kicker';
    assert.equal((await toldBy(page, kicker))[0], 'en');
    assert.equal((await toldBy(page, '.card .by bdi'))[0], 'en');
    assert.equal((await toldBy(page, '.card .who'))[0], language);
    assert.equal(problems, []);
    await context.close();
  });

  test(`${language}: the search says that it is English`, async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}search/?q=سلاح`);
    await page.locator('.tally bdi', { hasText: /result|found/i }).waitFor();
    const [lang, direction] = await toldBy(page, '.tally bdi');
    assert.equal([lang, direction], ['en', 'ltr']);
    await page.close();
  });

  for (const width of [320, 1280]) {
    test(`${language}: axe finds nothing at ${width} px, and nothing is wider`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const address of [
        '',
        '2024/03/05/',
        'actors/kim/',
        'search/',
        'subscribe/',
        'archive/',
      ]) {
        await page.goto(server.url + address);
        await page.evaluate(axe);
        const found = await page.evaluate(
          'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
        );
        assert.equal(found, [], address);
        assert.ok(
          await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          address,
        );
      }
      await page.close();
    });
  }

  test.after(() => server.close());
}

test.after(() => browser.close());
test.run();
