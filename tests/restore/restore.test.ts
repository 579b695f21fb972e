/** Export → restore → build gives the bytes of the first build. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseExport } from '../../src/restore/parseExport.ts';
import { buildContent, loadContent, sampleContent, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { exportFiles, exportText, secret } from '../support/exports.ts';
import { makeContent, makeFolder, root } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('import --restore');

const contents = {
  made: makeContent(exportFiles),
  sample: sampleContent,
  hard: path.join(root, 'tests/sites/hard/content'),
  arabic: path.join(root, 'tests/sites/arabic/content'),
  zones: path.join(root, 'tests/sites/zones/content'),
  empty: path.join(root, 'tests/sites/empty/content'),
};

for (const [name, content] of Object.entries(contents)) {
  test(`${name}: the restored content gives the same site, byte by byte`, () => {
    const output = buildContent(content);
    const folder = makeFolder();
    const file = path.join(folder, 'site.json');
    const restored = path.join(folder, 'content');
    const exported = ['export', '--format', 'json', '--output', file, '--now', sampleNow];
    assert.is(runCli([...exported, '--content', content]).status, 0);
    const { status, stderr } = runCli([
      ...['import', '--restore', file, '--content', restored],
      ...['--files', output],
    ]);
    assert.equal([status, stderr], [0, '']);
    const again = buildContent(restored);
    assert.equal(listFiles(again), listFiles(output));
    assert.is(hashTree(again), hashTree(output));
  });
}

const made = exportText(loadContent(contents.made), 'json');

function restore(text: string, ...args: readonly string[]): ReturnType<typeof runCli> {
  const file = path.join(makeFolder(), 'site.json');
  writeFileSync(file, text);
  return runCli(['import', '--restore', file, ...args]);
}

test('without the site’s files it says which to copy, and where', () => {
  const content = path.join(makeFolder(), 'content');
  const { status, stderr } = restore(made, '--content', content);
  assert.is(status, 0);
  assert.match(stderr, `/assets/p.svg → ${content}/assets/p.svg`);
  assert.match(stderr, `/CNAME → ${content}/static/CNAME`);
  const texts = listFiles(content).map((file) => readFileSync(path.join(content, file), 'utf8'));
  assert.ok(texts.length > 10);
  for (const text of texts) assert.not.match(text, secret);
});

test('a folder that has something is left as it is', () => {
  const content = makeContent({});
  const before = hashTree(content);
  const { status, stderr } = restore(made, '--content', content);
  assert.is(status, 2);
  assert.match(stderr, 'not empty');
  assert.is(hashTree(content), before);
});

test('a folder that lacks one of the files is refused before anything is written', () => {
  const content = path.join(makeFolder(), 'content');
  const { status, stderr } = restore(made, '--content', content, '--files', makeFolder());
  assert.is(status, 2);
  assert.match(stderr, 'assets/p.svg');
  assert.not(readdirSync(path.dirname(content)).includes('content'));
});

const refused: readonly (readonly [what: string, text: string])[] = [
  ['no JSON', '{'],
  ['other JSON', '{}'],
  ['null', 'null'],
  ['another version', made.replace('"version":1', '"version":2')],
  ['a missing list', made.replace('"canceled":', '"gone":')],
  ['a slug that climbs', made.replace('"slug":"full"', '"slug":"../full"')],
  ['a file that climbs', made.replace('"path":"/assets/p.svg"', '"path":"/../p.svg"')],
  ['a page that climbs', made.replace('"path":"deep/page"', '"path":"../page"')],
];

for (const [what, text] of refused) {
  test(`${what} is refused`, () => {
    assert.is.not(text, made);
    assert.is(parseExport(text).kind, 'refused');
  });
}

test('the control: the export itself is taken', () => {
  assert.is(parseExport(made).kind, 'document');
});

test.run();
