/** What counts as unchanged, and what a host is asked to take after a build. */
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { runProgram } from '../support/programs.ts';
import { articleFile, makeFolder, writeFiles } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

interface Summary {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
  readonly times: Readonly<Record<string, number>>;
}

function makeDesk(): string {
  const folder = makeFolder();
  cpSync(sampleContent, path.join(folder, 'content'), { recursive: true });
  return folder;
}

function build(folder: string): Summary {
  const { status, stdout, stderr } = runCli(['build', '--json'], { cwd: folder });
  assert.is(status, 0, stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Summary;
}

/** Nothing was written, and nothing of the content was even parsed. */
function assertUnchanged({ written, removed, kept, times }: Summary): void {
  assert.equal([written, removed], [0, 0]);
  assert.ok(kept > 300, `only ${kept} files were kept`);
  assert.equal(Object.keys(times), ['look', 'compare']);
}

function touchAll(folder: string, time: Date): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) utimesSync(path.join(entry.parentPath, entry.name), time, time);
  }
}

const test = suite('unchanged content');

test('every file touched is unchanged, and a fresh clone too', () => {
  const folder = makeDesk();
  const content = path.join(folder, 'content');
  assert.ok('load' in build(folder).times);
  assertUnchanged(build(folder));
  touchAll(content, new Date('2031-05-06T07:08:09Z'));
  assertUnchanged(build(folder));
  // Another folder with the same bytes takes its place: other inodes, other times.
  rmSync(content, { recursive: true });
  cpSync(sampleContent, content, { recursive: true });
  assertUnchanged(build(folder));
  writeFiles(content, {
    'articles/2024-01-05-one-new.md': articleFile('title: New\ndate: 2024-01-05\n'),
  });
  assert.ok('load' in build(folder).times);
});

test('after one new article rsync would take the files that changed, and no others', () => {
  const folder = makeDesk();
  build(folder);
  const site = path.join(folder, '_site/');
  const mirror = path.join(folder, 'mirror/');
  runProgram('rsync', ['-a', site, mirror]);
  writeFiles(path.join(folder, 'content'), {
    'articles/2024-01-05-one-new.md': articleFile('title: New\ndate: 2024-01-05\n'),
  });
  const { written } = build(folder);
  const lines = runProgram('rsync', ['-rlptOin', '--delete', site, mirror]).split('\n');
  const filesOf = (kind: RegExp): readonly string[] =>
    lines
      .filter((line) => kind.test(line) && !line.endsWith('/'))
      .map((line) => line.slice(line.indexOf(' ')).trim())
      .sort();
  const bytesOf = (root: string, file: string): string => {
    try {
      return readFileSync(path.join(root, file), 'base64');
    } catch {
      return 'no file';
    }
  };
  const taken = filesOf(/^[<>]f/);
  const changed = listFiles(site).filter((file) => bytesOf(site, file) !== bytesOf(mirror, file));
  assert.equal(taken, [...changed].sort());
  assert.is(taken.length, written);
  // Files of a search index are named by what is in them: the old ones go.
  const gone = listFiles(mirror).filter((file) => bytesOf(site, file) === 'no file');
  assert.equal(filesOf(/^\*deleting/), [...gone].sort());
  assert.ok(taken.includes('2024/01/05/one-new/index.html'));
  assert.ok(taken.length < 60, `${taken.length} files`);
});

test.run();
