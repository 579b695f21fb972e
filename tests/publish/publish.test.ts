import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markerFile, markerText } from '../../src/publish/marker.ts';
import { OutputError, publish } from '../../src/publish/publish.ts';
import { rebuild, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, writeFiles } from '../support/site.ts';
import { takeStock } from '../support/stat.ts';
import { listFiles } from '../support/tree.ts';

const fill =
  (text: string) =>
  (staging: string): Promise<string> => {
    writeFiles(staging, { [markerFile]: markerText, 'a/page.html': text });
    return Promise.resolve(text);
  };

const test = suite('publish');

test('fills a new folder and gives what the writer gave', async () => {
  const output = path.join(makeFolder(), 'x', '_site');
  assert.is(await publish(output, fill('one')), 'one');
  assert.equal(listFiles(output), [markerFile, 'a/page.html']);
  assert.equal(readdirSync(path.dirname(output)), ['_site']);
});

test('replaces the whole folder: nothing of the former build stays', async () => {
  const output = path.join(makeFolder(), '_site');
  await publish(output, fill('one'));
  writeFiles(output, { 'stale/deep/page.html': 'old' });
  await publish(output, fill('two'));
  assert.equal(listFiles(output), [markerFile, 'a/page.html']);
  assert.not(existsSync(path.join(output, 'stale')));
  assert.is(readFileSync(path.join(output, 'a/page.html'), 'utf8'), 'two');
});

test('leaves the output as it was where the writer fails', async () => {
  const output = path.join(makeFolder(), '_site');
  await publish(output, fill('one'));
  const before = takeStock(output);
  try {
    await publish(output, async (staging) => {
      await fill('half')(staging);
      throw new Error('the disk is full');
    });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), 'the disk is full');
  }
  assert.is(takeStock(output), before);
  assert.equal(readdirSync(path.dirname(output)), ['_site']);
});

test('takes an empty folder', async () => {
  const output = makeFolder();
  await publish(output, fill('one'));
  assert.ok(existsSync(path.join(output, 'a/page.html')));
});

const refused: readonly (readonly [name: string, make: (output: string) => void])[] = [
  ['somebody’s folder', (output) => writeFiles(output, { 'thesis.txt': 'four years' })],
  ['a folder of folders', (output) => mkdirSync(path.join(output, 'photos'), { recursive: true })],
  ['a folder with a hidden file', (output) => writeFiles(output, { '.git/HEAD': 'ref' })],
  ['a file', (output) => writeFileSync(output, 'a file')],
];

for (const [name, make] of refused) {
  test(`refuses ${name} and leaves it alone`, async () => {
    const output = path.join(makeFolder(), 'mine');
    make(output);
    const before = readdirSync(path.dirname(output), { recursive: true });
    try {
      await publish(output, fill('one'));
      assert.unreachable();
    } catch (error) {
      assert.instance(error, OutputError);
    }
    assert.equal(readdirSync(path.dirname(output), { recursive: true }), before);
  });
}

test('mends what a killed build left: its half-made folder', async () => {
  const folder = makeFolder();
  const output = path.join(folder, '_site');
  await publish(output, fill('one'));
  writeFiles(folder, { '._site.dateline-new/half.html': 'half' });
  await publish(output, fill('two'));
  assert.equal(listFiles(folder), [`_site/${markerFile}`, '_site/a/page.html']);
});

test('mends what a build left that was killed between its two renames', async () => {
  const folder = makeFolder();
  const output = path.join(folder, '_site');
  await publish(path.join(folder, '._site.dateline-old'), fill('one'));
  try {
    await publish(output, () => {
      // The former site is back before anything is made, so that a failure now does not lose it.
      assert.is(readFileSync(path.join(output, 'a/page.html'), 'utf8'), 'one');
      return Promise.reject(new Error('no'));
    });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), 'no');
  }
  assert.equal(listFiles(folder), [`_site/${markerFile}`, '_site/a/page.html']);
});

test('an output that is a symbolic link stays one; its target is replaced', async () => {
  const folder = makeFolder();
  const target = path.join(folder, 'www');
  await publish(target, fill('one'));
  symlinkSync(target, path.join(folder, '_site'));
  await publish(path.join(folder, '_site'), fill('two'));
  assert.is(readFileSync(path.join(target, 'a/page.html'), 'utf8'), 'two');
  assert.equal(readdirSync(folder).sort(), ['_site', 'www']);
});

test.run();

const command = suite('dateline build and its output folder');

command('files of a removed item are gone after the next build', () => {
  const content = makeContent({
    'articles/2024-01-05-here.md': articleFile('title: Here\ndate: 2024-01-05'),
    'articles/2024-01-06-gone.md': articleFile('title: Gone\ndate: 2024-01-06'),
    'assets/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  assert.ok(existsSync(path.join(output, '2024/01/06/gone/index.html')));
  assert.ok(existsSync(path.join(output, 'assets/picture.svg')));
  rmSync(path.join(content, 'articles/2024-01-06-gone.md'));
  rmSync(path.join(content, 'assets'), { recursive: true });
  rebuild(content, output);
  assert.not(existsSync(path.join(output, '2024/01/06')));
  assert.not(existsSync(path.join(output, 'assets')));
  assert.ok(existsSync(path.join(output, '2024/01/05/here/index.html')));
});

command('a folder that Dateline did not make: status 2, untouched', () => {
  const content = makeContent({});
  const folder = makeFolder();
  writeFiles(folder, { 'mine/thesis.txt': 'four years' });
  const before = takeStock(path.join(folder, 'mine'));
  const { status, stderr } = runCli([
    ...['build', '--content', content, '--output', path.join(folder, 'mine')],
    ...['--now', sampleNow],
  ]);
  assert.is(status, 2);
  assert.match(stderr, /did not make/);
  assert.is(takeStock(path.join(folder, 'mine')), before);
});

command.run();
