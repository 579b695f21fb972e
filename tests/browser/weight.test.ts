/** What a reader loads for a day page with ten items, compressed as hosts do. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, readOutput } from '../support/build.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

/** Bytes at most, of 1000 a kilobyte; scripts are bound more tightly than the goal of 6 kB. */
const most = { html: 30_000, css: 12_000, js: 5000 };

const names = [
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'zeta',
  'eta',
  'theta',
  'iota',
  'kappa',
];

function makeDay(language: string): string {
  const files: Record<string, string> = {
    'site.yaml': siteYaml('search: true\n').replace('language: en', `language: ${language}`),
    'stories/strait.md': '---\nname: Ships in the strait\n---\n',
    'briefings/2024-01-05.md':
      '---\ndate: 2024-01-05\ntitle: Ten items\nsummary: A summary of the day.\nkeyTakeaways: [One thing happened., Another did not., A third may yet.]\nwatching: [{ text: What comes next, due: 2024-01-09 }]\n---\n\nThe note of the editor, in a few words of no weight.\n',
  };
  names.forEach((name, index) => {
    const next = names[(index + 1) % names.length];
    files[`topics/topic-${name}.md`] = `---\nname: Topic ${name}\n---\n`;
    files[`actors/actor-${name}.md`] = `---\nname: Actor ${name}\ntype: person\n---\n`;
    files[`articles/2024-01-05-about-${name}.md`] = articleFile(
      `title: What actor ${name} said about the matter of ${next}
date: 2024-01-05T${String(index + 8).padStart(2, '0')}:30:00Z
dateline: ${name.toUpperCase()}
summary: Actor ${name} said that number ${index * 7919} stands for the whole of it, and ${next} denied it.
topics: [topic-${name}, topic-${next}]
actors: [actor-${name}, actor-${next}]
story: strait
trend: deteriorated
alert: risk
confidence: moderate
sources:
  - { name: Agency ${name}, url: "https://${name}.example/reports/${index}", reliability: B, credibility: 2 }
  - { name: Office of ${next}, url: "https://${next}.example/statements/${index}" }`,
      'A paragraph about it. '.repeat(40),
    );
  });
  return makeContent(files);
}

const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

const test = suite('weight of pages');

for (const language of ['en', 'ar']) {
  test(`a day with ten items, ${language}`, () => {
    const output = buildContent(makeDay(language));
    const page = '2024/01/05/index.html';
    const html = readOutput(output, page);
    assert.is(html.match(/<article class="item"/g)?.length, 10);
    const linked = (pattern: RegExp): readonly string[] =>
      [...html.matchAll(pattern)].map(([, href = '']) => path.join(output, href));
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
