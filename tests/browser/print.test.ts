/** A day on paper: ten items take two pages of A4. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent } from '../support/build.ts';
import { makeFullDay } from '../support/fullDay.ts';
import { serveOutput } from '../support/server.ts';

const server = await serveOutput(buildContent(makeFullDay(10)), '/');
const browser = await launchBrowser();
const test = suite('a day in print');

test('ten items take two pages of A4, in each direction', async () => {
  for (const dir of ['ltr', 'rtl']) {
    const page = await browser.newPage();
    await page.goto(`${server.url}2024/01/05/`);
    await page.evaluate(`document.documentElement.dir = '${dir}'`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await page.close();
    assert.is(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, 2, dir);
  }
});

test('what only leads to pages is left out; sources, places, marks and the address stay', async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${server.url}2024/01/05/`);
  assert.is(await page.locator('article.item').count(), 10);
  for (const shown of [
    '.facts dd >> text=Ministry',
    '.place',
    '.mark',
    '.printed',
    '.watch',
    '.key',
  ])
    assert.ok(await page.locator(shown).first().isVisible(), shown);
  for (const hidden of ['nav', 'button', '.terms', '.foot']) {
    for (const each of await page.locator(hidden).all()) {
      assert.not(await each.isVisible(), hidden);
    }
  }
  await page.close();
});

test.after(async () => {
  await browser.close();
  await server.close();
});

test.run();
