/** What a reader loads for a day page with ten items, compressed as hosts do. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, edit, readOutput } from '../support/build.ts';
import { makeFullDay } from '../support/fullDay.ts';

/** Bytes at most, of 1000 a kilobyte; scripts are bound more tightly than the goal of 6 kB. */
const most = { html: 30_000, css: 12_000, js: 5000 };

const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

const test = suite('weight of pages');

for (const language of ['en', 'ar']) {
  test(`a day with ten items, ${language}`, () => {
    const content = makeFullDay(10);
    edit(content, 'site.yaml', 'language: en', `language: ${language}`);
    edit(content, 'site.yaml', 'search: false', 'search: true');
    const output = buildContent(content);
    const page = '2024/01/05/index.html';
    const html = readOutput(output, page);
    assert.is(html.match(/<article class="item"/g)?.length, 10);
    const linked = (pattern: RegExp): readonly string[] =>
      [...html.matchAll(pattern)].map(([, href = '']) =>
        path.join(output, href.replace(/\?v=.*/, '')),
      );
    const scripts = linked(/<script src="([^"]+)"/g);
    const sheets = linked(/<link rel="stylesheet" href="([^"]+)"/g);
    assert.is(scripts.length, 2);
    assert.is(sheets.length, 1);
    const weights = {
      html: weigh([path.join(output, page)]),
      css: weigh(sheets),
      js: weigh(scripts),
    };
    for (const kind of ['html', 'css', 'js'] as const) {
      assert.ok(weights[kind] <= most[kind], `${kind}: ${weights[kind]} bytes`);
      assert.ok(weights[kind] > 500, `${kind}: ${weights[kind]} bytes`);
    }
  });
}

test.run();
