/** The search indexes in the output: one a year, kept where the year did not change. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, edit, rebuild } from '../support/build.ts';
import { articleFile, makeContent, makeFolder, siteYaml, type Files } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('search indexes');

const files: Files = {
  'site.yaml': siteYaml('search: true\n'),
  'articles/old.md': articleFile('title: Old\ndate: 2023-05-05\nsources: [KCNA]'),
  'articles/new.md': articleFile('title: New\ndate: 2024-01-05'),
};

function indexOf(output: string, year: string): readonly string[] {
  return listFiles(output).filter((file) => file.startsWith(`pagefind/${year}/`));
}

test('what a browser loads, and nothing else', () => {
  const output = buildContent(makeContent(files));
  const kinds = indexOf(output, '2024').map((file) => file.replace(/_[0-9a-f]+\./, '_#.'));
  assert.equal(kinds, [
    'pagefind/2024/fragment/en_#.pf_fragment',
    'pagefind/2024/index/en_#.pf_index',
    'pagefind/2024/pagefind-entry.json',
    'pagefind/2024/pagefind-worker.js',
    'pagefind/2024/pagefind.en_#.pf_meta',
    'pagefind/2024/pagefind.js',
    'pagefind/2024/wasm.en.pagefind',
  ]);
  assert.ok(indexOf(output, '2023').length >= kinds.length);
});

test('a site without search has no trace of it', () => {
  const output = buildContent(makeContent({ ...files, 'site.yaml': siteYaml('search: false\n') }));
  assert.equal(
    listFiles(output).filter((file) => /pagefind|search/.test(file)),
    [],
  );
  assert.not.match(readFileSync(path.join(output, 'index.html'), 'utf8'), /search/i);
});

test('a year that changes leaves the others alone', () => {
  const content = makeContent(files);
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  const old = indexOf(output, '2023').map((file) => path.join(output, file));
  const inodes = old.map((file) => statSync(file).ino);
  const before = indexOf(output, '2024');
  edit(content, 'articles/new.md', 'A first paragraph', 'Another first paragraph');
  rebuild(content, output);
  assert.not.equal(indexOf(output, '2024'), before);
  assert.equal(
    old.map((file) => statSync(file).ino),
    inodes,
  );
  assert.is(hashTree(output), hashTree(buildContent(content)));
});

test('a year that goes takes its index with it', () => {
  const content = makeContent(files);
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  rmSync(path.join(content, 'articles/old.md'));
  rebuild(content, output);
  assert.equal(indexOf(output, '2023'), []);
});

for (const [name, damage] of [
  ['lost', (file: string) => rmSync(file)],
  ['changed by somebody', (file: string) => writeFileSync(file, 'x')],
] as const) {
  test(`a file of an index that was ${name} is made again`, () => {
    const content = makeContent(files);
    const output = path.join(makeFolder(), '_site');
    rebuild(content, output);
    const whole = hashTree(output);
    damage(path.join(output, indexOf(output, '2023')[0]!));
    rebuild(content, output);
    assert.is(hashTree(output), whole);
  });
}

test('nobody else may publish into its folder', () => {
  const content = makeContent({ ...files, 'static/pagefind/2024/pagefind.js': 'x' });
  assert.throws(() => buildContent(content), /url-collision/);
  const off = makeContent({
    ...files,
    'site.yaml': siteYaml('search: false\n'),
    'static/pagefind/2024/pagefind.js': 'x',
  });
  assert.ok(existsSync(path.join(buildContent(off), 'pagefind/2024/pagefind.js')));
});

test.run();
