import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isHeld, tryLock, withLock } from '../../src/files/lock.ts';
import { OwnFileError } from '../../src/files/ownFileError.ts';
import { makeFolder } from '../support/site.ts';

const test = suite('locks');

/** What nobody holds: the lock is taken over at once. */
const stale: readonly (readonly [name: string, make: (lock: string) => void])[] = [
  ['an empty file of long ago', (lock) => writeOld(lock, '')],
  ['a process that is none', (lock) => writeFileSync(lock, 'dateline 4194304 1\n')],
  ['process 1, without saying when it began', (lock) => writeFileSync(lock, '1')],
  ['process 1, begun at another time', (lock) => writeFileSync(lock, 'dateline 1 99999999999\n')],
  ['process 0', (lock) => writeFileSync(lock, 'dateline 0 1\n')],
  ['a negative process', (lock) => writeFileSync(lock, 'dateline -1 1\n')],
  [
    'this process, begun at another time',
    (lock) => writeFileSync(lock, `dateline ${process.pid} 1\n`),
  ],
  ['a number that no process has', (lock) => writeFileSync(lock, `dateline ${'9'.repeat(40)} 1\n`)],
  ['no number', (lock) => writeFileSync(lock, 'dateline NaN Infinity\n')],
  ['bytes that are no text', (lock) => writeFileSync(lock, Buffer.from([0, 255, 10, 0]))],
  ['a megabyte', (lock) => writeFileSync(lock, '7'.repeat(1_000_000))],
  ['a link that leads nowhere', (lock) => symlinkSync('/nowhere/at/all', lock)],
  ['a link to a file', (lock) => linkTo(lock, 'file')],
  ['a link to a folder', (lock) => linkTo(lock, 'folder')],
  ['a link to itself', (lock) => symlinkSync(lock, lock)],
  ['a pipe', (lock) => makePipe(lock)],
];

function writeOld(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, 1000, 1000);
}

function linkTo(lock: string, kind: 'file' | 'folder'): void {
  const target = path.join(path.dirname(lock), 'victim');
  if (kind === 'file') writeFileSync(target, 'precious');
  else mkdirSync(target);
  symlinkSync(target, lock);
}

function makePipe(file: string): void {
  assert.is(spawnSync('mkfifo', [file]).status, 0);
  utimesSync(file, 1000, 1000);
}

for (const [name, make] of stale) {
  test(`of nobody is taken over: ${name}`, async () => {
    const folder = makeFolder();
    const lock = path.join(folder, 'lock');
    make(lock);
    assert.not(isHeld(lock));
    let isWaiting = false;
    const done = await withLock(
      lock,
      () => (isWaiting = true),
      () => Promise.resolve(isHeld(lock)),
    );
    assert.ok(done, 'the lock was held while the work was done');
    assert.not(isWaiting);
    assert.not(existsSync(lock));
    const victim = path.join(folder, 'victim');
    if (name === 'a link to a file') assert.is(readFileSync(victim, 'utf8'), 'precious');
    if (name === 'a link to a folder') assert.ok(existsSync(victim));
  });
}

test('the place of a lock, or of its guard, may be a folder: that is told, with a cure', async () => {
  for (const suffix of ['', '-guard']) {
    const lock = path.join(makeFolder(), 'lock');
    mkdirSync(lock + suffix);
    utimesSync(lock + suffix, 1000, 1000);
    if (suffix !== '') writeFileSync(lock, 'of nobody');
    try {
      await withLock(
        lock,
        () => undefined,
        () => Promise.resolve(),
      );
      assert.unreachable(suffix);
    } catch (error) {
      assert.instance(error, OwnFileError);
      assert.match(String(error), 'remove it');
    }
  }
});

test('one that this process holds is not taken twice', () => {
  const lock = path.join(makeFolder(), 'lock');
  assert.ok(tryLock(lock));
  assert.ok(isHeld(lock));
  assert.not(tryLock(lock));
});

test('that is being made is not taken away', () => {
  const lock = path.join(makeFolder(), 'lock');
  writeFileSync(lock, '');
  assert.not(tryLock(lock));
  assert.ok(existsSync(lock));
});

test.run();
