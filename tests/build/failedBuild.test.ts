/** A build that fails leaves the output as it was: bytes, times and the folder itself. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rebuild, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { takeStock } from '../support/stat.ts';

const test = suite('a build that fails');

const good = {
  'articles/2024-01-05-good.md': articleFile('title: Good\ndate: 2024-01-05'),
  'actors/nobody.md': '---\nname: Nobody\ntype: person\n---\n',
};

const bad: readonly (readonly [name: string, file: string, text: string, code: string])[] = [
  [
    'an unknown actor',
    'articles/bad.md',
    articleFile('title: Bad\ndate: 2024-01-06\nactors: [Nobdy]'),
    'unknown-actor',
  ],
  ['broken YAML', 'articles/bad.md', '---\ntitle: "Bad\n---\n', 'yaml-syntax'],
  ['a stray file', 'artciles/bad.md', 'lost', 'stray-file'],
  ['a broken site.yaml', 'site.yaml', 'title: [\n', 'yaml-syntax'],
  ['a page in the way of a page', 'pages/topics.md', '---\ntitle: Mine\n---\n', 'url-collision'],
  [
    'an item above the ceiling',
    'articles/bad.md',
    articleFile('title: Bad\ndate: 2024-01-06\ntlp: red'),
    'above-tlp-ceiling',
  ],
];

for (const [name, file, text, code] of bad) {
  test(`${name}: status 1, ${code}, the output untouched`, () => {
    const content = makeContent(good);
    const output = path.join(makeFolder(), '_site');
    rebuild(content, output);
    const before = takeStock(output);
    writeFiles(content, { [file]: text });
    const result = runCli(['build', '--content', content, '--output', output, '--now', sampleNow]);
    assert.is(result.status, 1);
    assert.match(result.stderr, new RegExp(` error ${code} `));
    assert.match(result.stdout, /nothing was built/);
    assert.is(takeStock(output), before);
    assert.equal(readdirSync(path.dirname(output)), ['_site']);
  });
}

test('makes no output folder where there was none', () => {
  const content = makeContent({ 'articles/bad.md': 'no front matter' });
  const folder = makeFolder();
  const output = path.join(folder, '_site');
  assert.is(runCli(['build', '--content', content, '--output', output]).status, 1);
  assert.equal(readdirSync(folder), []);
});

test('is followed by a good one once the content is mended', () => {
  const content = makeContent(good);
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  const before = takeStock(output).split('\n')[0];
  writeFiles(content, { 'articles/bad.md': 'no front matter' });
  assert.is(runCli(['build', '--content', content, '--output', output]).status, 1);
  rmSync(path.join(content, 'articles/bad.md'));
  rebuild(content, output);
  assert.is(takeStock(output).split('\n')[0], before);
});

test('shows every problem in one run', () => {
  const content = makeContent({
    'site.yaml': siteYaml('unknwon: 1\n'),
    'articles/a.md': articleFile('titel: A\ndate: 2024-01-05'),
    'articles/b.md': articleFile('title: B\ndate: 2024-02-30\ntopics: [nothing]'),
    'topics/c.md': '---\nsummary: no name\n---\n',
  });
  const { status, stderr } = runCli(['build', '--content', content, '--output', makeFolder()]);
  assert.is(status, 1);
  for (const code of ['unknown-key', 'missing-key', 'bad-date']) assert.ok(stderr.includes(code));
  for (const file of ['site.yaml:', 'a.md:', 'b.md:', 'c.md:']) assert.ok(stderr.includes(file));
});

test.run();
