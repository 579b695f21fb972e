/** The drawing of the network in Chromium: by keyboard, on a phone, beside its table. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent, sampleContent } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';

const server = await serveOutput(buildContent(sampleContent));
const browser = await launchBrowser();
const address = `${server.url}network/`;

const test = suite('the network in Chromium');

test('the keyboard goes through the actors, sees where it is, and follows a link', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('.pan').focus();
  const seen: (string | null)[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate<string | null>('document.activeElement.getAttribute("href")'));
    const strokes = await page.evaluate<readonly string[]>(
      `[document.activeElement, document.querySelector('.pan a:last-of-type')]
        .map((link) => getComputedStyle(link.querySelector('path')).strokeWidth)`,
    );
    assert.is.not(strokes[0], strokes[1]);
  }
  assert.is(seen[0], '/actors/north-korea/');
  assert.is(new Set(seen).size, 3);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.url}${String(seen[2]).slice(1)}`, { timeout: 5000 });
  await page.close();
});

test('no name lies upon another as it is drawn', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  const overlaps = await page.evaluate<readonly string[]>(`
    (() => {
      const texts = [...document.querySelectorAll('.pan text:not(.halo)')];
      const boxes = texts.map((text) => text.getBoundingClientRect());
      const found = [];
      boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other, place) => {
        const isApart = one.right <= other.left || other.right <= one.left
          || one.bottom <= other.top || other.bottom <= one.top;
        if (!isApart) found.push(texts[index].textContent + '| ' + texts[index + 1 + place].textContent);
      }));
      return found;
    })()`);
  assert.equal(overlaps, []);
  await page.close();
});

test('a phone scrolls the drawing, not the page, and reads its names', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(address);
  const [size, inner, outer] = await page.evaluate<readonly [number, number, number]>(`[
    document.querySelector('.pan tspan').getBoundingClientRect().height,
    document.querySelector('.pan').scrollWidth,
    document.documentElement.scrollWidth,
  ]`);
  assert.ok(size > 10, `${size} px`);
  assert.ok(inner > 600, `${inner} px`);
  assert.is(outer, 320);
  await page.close();
});

test.after(async () => {
  await browser.close();
  await server.close();
});

test.run();
