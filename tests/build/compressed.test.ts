/** Compressed copies beside text files (`precompress`). */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, edit, readOutput, rebuild, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, siteYaml, writeFiles } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const copies = ['.gz', '.br'] as const;
const unpack = { '.gz': gunzipSync, '.br': brotliDecompressSync };
const isText = /\.(?:html|css|js|json|xml|svg|txt|opml|csv|ics)$/;

function makeSite(
  config = 'search: true\nprecompress: [gzip, br]\nexports: [csv, ics, sqlite]\n',
): string {
  return makeContent({
    'site.yaml': siteYaml(config),
    'articles/2023-01-05-old.md': articleFile(
      'title: Old\ndate: 2023-01-05',
      'Words. '.repeat(300),
    ),
    'articles/2024-01-05-new.md': articleFile(
      'title: New\ndate: 2024-01-05',
      'Words. '.repeat(300),
    ),
    'assets/small.txt': 'small',
    'assets/large.txt': 'large '.repeat(300),
    'assets/large.bin': 'large '.repeat(300),
  });
}

function copiesOf(output: string): readonly string[] {
  return listFiles(output).filter((file) => /\.(?:gz|br)$/.test(file));
}

/** Every text that is worth it has copies that hold it, and nothing else has one. */
function checkCopies(output: string): void {
  for (const file of listFiles(output).filter((each) => !/\.(?:gz|br)$/.test(each))) {
    const bytes = readFileSync(path.join(output, file));
    const isWorthIt = isText.test(file) && bytes.length >= 1400;
    for (const ending of copies) {
      const copy = path.join(output, file + ending);
      assert.is(existsSync(copy), isWorthIt, file + ending);
      if (!isWorthIt) continue;
      const packed = readFileSync(copy);
      assert.ok(unpack[ending](packed).equals(bytes), file + ending);
      assert.ok(packed.length < bytes.length, file + ending);
    }
  }
}

const test = suite('compressed copies');

test('a site has none, unless it says so', () => {
  assert.equal(copiesOf(buildContent(makeSite(''))), []);
});

test('each text that is worth it has them, and two builds give the same', () => {
  const content = makeSite();
  const output = buildContent(content);
  checkCopies(output);
  const all = copiesOf(output);
  for (const file of [
    'index.html',
    'feed.xml',
    'main.js',
    'assets/large.txt',
    'pagefind/2024/pagefind.js',
  ])
    for (const ending of copies) assert.ok(all.includes(file + ending), file + ending);
  // RFC 1952, section 2.3.1: the time of the file, 0 where there is none.
  const packed = readFileSync(path.join(output, 'index.html.gz'));
  assert.is(packed.readUInt32LE(4), 0);
  assert.is(hashTree(buildContent(content)), hashTree(output));
});

test('one coding is enough', () => {
  const all = copiesOf(buildContent(makeSite('precompress: [br]\n')));
  assert.ok(all.length > 10 && all.every((file) => file.endsWith('.br')));
});

test('no list of the site names them', () => {
  const output = buildContent(makeSite());
  for (const file of [
    'sitemap.xml',
    'feeds.opml',
    'llms.txt',
    '_headers',
    '_redirects',
    'robots.txt',
  ])
    assert.not.match(readOutput(output, file), /\.(?:gz|br)\b/, file);
});

test('they are made for what changed, go with their file, and come back', () => {
  const content = makeSite();
  const output = buildContent(content);
  const timeOf = (file: string): number => statSync(path.join(output, file)).mtimeMs;
  const times = new Map(listFiles(output).map((file) => [file, timeOf(file)]));
  edit(content, 'articles/2024-01-05-new.md', 'title: New', 'title: Newer');
  rebuild(content, output);
  checkCopies(output);
  let kept = 0;
  for (const copy of copiesOf(output)) {
    const source = copy.replace(/\.(?:gz|br)$/, '');
    const isSame = times.get(source) === timeOf(source);
    assert.is(times.get(copy) === timeOf(copy), isSame, copy);
    if (isSame) kept += 1;
  }
  assert.ok(kept > 20 && kept < copiesOf(output).length, `${kept} kept`);

  rmSync(path.join(content, 'articles/2023-01-05-old.md'));
  rebuild(content, output);
  checkCopies(output);
  assert.equal(
    copiesOf(output).filter((file) => file.includes('2023')),
    [],
  );

  rmSync(path.join(output, 'index.html.gz'));
  writeFileSync(path.join(output, 'feed.xml.br'), 'Somebody else wrote this.');
  rebuild(content, output);
  checkCopies(output);

  edit(content, 'articles/2024-01-05-new.md', 'title: Newer', 'title: Newest');
  rebuild(content, output);
  checkCopies(output);
  const again = runCli([
    ...['build', '--json', '--content', content, '--output', output, '--now', sampleNow],
  ]);
  const told = JSON.parse(again.stdout) as { times: Record<string, number> };
  assert.ok('look' in told.times && !('make' in told.times), 'what was published is known');

  edit(content, 'site.yaml', 'precompress: [gzip, br]\n', '');
  rebuild(content, output);
  assert.equal(copiesOf(output), []);
});

test('a file or a folder of the site’s own with such a name stays as it is', () => {
  const content = makeSite();
  writeFiles(content, {
    'assets/large.txt.gz': 'its own',
    'assets/large.txt.br/a.txt': 'its own',
  });
  const output = buildContent(content);
  rebuild(content, output);
  assert.is(readOutput(output, 'assets/large.txt.gz'), 'its own');
  assert.is(readOutput(output, 'assets/large.txt.br/a.txt'), 'its own');
  assert.ok(existsSync(path.join(output, 'index.html.gz')));
});

test.run();
