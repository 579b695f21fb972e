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
import {
  holdOutput,
  OutputError,
  publish as publishStaged,
  type Published,
  type Staged,
} from '../../src/publish/publish.ts';
import { rebuild, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, writeFiles } from '../support/site.ts';
import { takeStock } from '../support/stat.ts';
import { listFiles } from '../support/tree.ts';
import { testKey } from '../support/key.ts';

const wanted: ReadonlySet<string> = new Set([markerFile, 'a/page.html']);

const fill =
  (text: string) =>
  (staging: string): Promise<Staged> => {
    writeFiles(staging, { [markerFile]: markerText, 'a/page.html': text });
    return Promise.resolve({ wanted, present: null });
  };

const hold = { key: testKey, warn: fail };

function fail(message: string): void {
  throw new Error(message);
}

function publish(
  output: string,
  write: (staging: string) => Promise<Staged>,
  force = false,
): Promise<Published> {
  return holdOutput({ ...hold, output, force, waiting: () => undefined }, async (places) => {
    const { published } = await publishStaged(places, write);
    return published;
  });
}

const test = suite('publish');

test('fills a new folder and says so', async () => {
  const output = path.join(makeFolder(), 'x', '_site');
  assert.equal(await publish(output, fill('one')), { written: 2, kept: 0, removed: 0 });
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

test('keeps the modification time of files that did not change', async () => {
  const output = path.join(makeFolder(), '_site');
  await publish(output, fill('one'));
  const before = takeStock(output);
  assert.equal(await publish(output, fill('one')), { written: 0, kept: 2, removed: 0 });
  assert.is(takeStock(output), before);
});

test('replaces a folder of somebody else’s where it is told to', async () => {
  const output = path.join(makeFolder(), '_site');
  writeFiles(output, { 'thesis.txt': 'four years' });
  assert.equal(await publish(output, fill('one'), true), { written: 2, kept: 0, removed: 1 });
  assert.equal(listFiles(output), [markerFile, 'a/page.html']);
});

test('finishes what a build left that was killed while it renamed', async () => {
  const folder = makeFolder();
  const output = path.join(folder, '_site');
  await publish(output, fill('one'));
  writeFiles(output, { 'old/page.html': 'old', 'b/done.html': 'two' });
  writeFiles(folder, { '._site.dateline-new/a/page.html': 'two' });
  const changes = { put: ['a/page.html', 'b/done.html'], remove: ['old/page.html'] };
  writeFiles(folder, { '._site.dateline-journal': JSON.stringify(changes) });
  try {
    await publish(output, () => {
      assert.equal(listFiles(output), [markerFile, 'a/page.html', 'b/done.html']);
      assert.is(readFileSync(path.join(output, 'a/page.html'), 'utf8'), 'two');
      return Promise.reject(new Error('no'));
    });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), 'no');
  }
  assert.equal(readdirSync(folder), ['_site']);
});

test('two builds of one output: the second waits for the first', async () => {
  const output = path.join(makeFolder(), '_site');
  const order: string[] = [];
  const first = publish(output, async (staging) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    order.push('first');
    return fill('one')(staging);
  });
  let waitedFor = 0;
  const options = {
    ...hold,
    output,
    force: false,
    waiting: (owner: number) => (waitedFor = owner),
  };
  const second = holdOutput(options, async (places) => {
    order.push('second');
    await publishStaged(places, fill('two'));
  });
  await Promise.all([first, second]);
  assert.equal(order, ['first', 'second']);
  assert.is(waitedFor, process.pid);
  assert.is(readFileSync(path.join(output, 'a/page.html'), 'utf8'), 'two');
});

test('a lock whose process has ended is taken over', async () => {
  const folder = makeFolder();
  writeFiles(folder, { '._site.dateline-lock': '4194304' });
  await publish(path.join(folder, '_site'), fill('one'));
  assert.equal(readdirSync(folder), ['_site']);
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
