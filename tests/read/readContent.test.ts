import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Problem } from '../../src/diagnostics/diagnostic.ts';
import { maximumSourceSize, readContent, type Content } from '../../src/read/readContent.ts';
import { makeFolder, writeFiles, type Files } from '../support/site.ts';

const test = suite('readContent');

function read(files: Files): { content: Content; problems: readonly (readonly string[])[] } {
  const folder = makeFolder();
  writeFiles(folder, files);
  const problems: Problem[] = [];
  const content = readContent(folder, (problem) => problems.push(problem));
  return {
    content,
    problems: problems.map(({ code, file }) => [path.relative(folder, file), code]),
  };
}

function textOf(bytes: string | Uint8Array): string | undefined {
  return read({ 'pages/x.md': bytes }).content.sources[0]?.text;
}

test('sources are sorted by code units, whatever the file system says', () => {
  const { content, problems } = read({
    'topics/b.md': '',
    'topics/B.md': '',
    'topics/a.md': '',
    'articles/z.md': '',
    'articles/b/y.md': '',
    'site.yaml': '',
  });
  assert.equal(problems, []);
  assert.equal(
    content.sources.map(({ kind, relative }) => [kind, relative]),
    [
      ['article', 'articles/b/y.md'],
      ['article', 'articles/z.md'],
      ['site', 'site.yaml'],
      ['topic', 'topics/B.md'],
      ['topic', 'topics/a.md'],
      ['topic', 'topics/b.md'],
    ],
  );
});

test('assets have the path at which they are served', () => {
  const { content } = read({ 'assets/a/b.png': 'x', 'static/CNAME': 'x', 'assets/.hidden': 'x' });
  assert.equal(
    content.assets.map((asset) => asset.path),
    ['/assets/a/b.png', '/CNAME'],
  );
});

test('file is the path as the user would type it', () => {
  const problems: Problem[] = [];
  const { sources } = readContent('tests/invalid/bad-zone/content', (problem) =>
    problems.push(problem),
  );
  assert.equal(
    sources.map((source) => source.file),
    ['tests/invalid/bad-zone/content/site.yaml'],
  );
  assert.is(problems.length, 0);
});

const texts: readonly (readonly [name: string, bytes: string | Uint8Array, text: string])[] = [
  ['UTF-8', 'tü\n', 'tü\n'],
  ['a BOM is taken away', '\ufeffa\n', 'a\n'],
  ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
  ['CR alone', 'a\rb', 'a\nb'],
  ['an empty file', '', ''],
];
for (const [name, bytes, text] of texts) {
  test(name, () => {
    assert.is(textOf(bytes), text);
  });
}

const refused: readonly (readonly [name: string, bytes: string | Uint8Array, code: string])[] = [
  ['UTF-16 LE', Buffer.from('\ufeffa', 'utf16le'), 'not-utf8'],
  ['UTF-16 BE', Buffer.from('\ufeffa', 'utf16le').swap16(), 'not-utf8'],
  ['Latin-1', Buffer.from('\u00e9', 'latin1'), 'not-utf8'],
  ['half a character', Buffer.from([0x61, 0xe2, 0x82]), 'not-utf8'],
  ['NUL', 'a\u0000b', 'not-utf8'],
  ['a byte too many', 'x'.repeat(maximumSourceSize + 1), 'file-too-large'],
];
for (const [name, bytes, code] of refused) {
  test(`refused: ${name}`, () => {
    const { content, problems } = read({ 'pages/x.md': bytes, 'pages/y.md': 'y' });
    assert.equal(problems, [['pages/x.md', code]]);
    assert.equal(
      content.sources.map((source) => source.text),
      ['y'],
    );
  });
}

test('the largest size is taken', () => {
  assert.is(textOf('x'.repeat(maximumSourceSize))?.length, maximumSourceSize);
});

test('an asset may be larger', () => {
  const { problems, content } = read({ 'assets/x.bin': 'x'.repeat(maximumSourceSize + 1) });
  assert.equal(problems, []);
  assert.is(content.assets.length, 1);
});

test('decomposed file names become NFC', () => {
  const { content } = read({ 'actors/tu\u0308rk.md': '', 'assets/e\u0301.png': '' });
  assert.is(content.sources[0]?.relative, 'actors/t\u00fcrk.md');
  assert.is(content.assets[0]?.path, '/assets/\u00e9.png');
});

test.run();
