import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findMachineKey, keyOfSecret } from '../../src/files/machineKey.ts';
import { readSigned, writeSigned } from '../../src/files/signed.ts';
import { otherKey, testKey } from '../support/key.ts';
import { makeFolder } from '../support/site.ts';

const test = suite('the key of a machine');

interface Machine {
  readonly work: string;
  readonly file: string;
}

function makeMachine(): Machine {
  return { work: makeFolder(), file: path.join(makeFolder(), 'state/dateline/key') };
}

test('is made once, for this user alone, and found again', () => {
  const { work, file } = makeMachine();
  const first = findMachineKey(file, work);
  assert.is(first.kind, 'kept');
  assert.equal(findMachineKey(file, work), first);
  assert.is(statSync(file).mode & 0o777, 0o600);
  assert.not.equal(findMachineKey(makeMachine().file, work), first);
});

/** Keys that others may know, or that content may have brought. */
const doubtful: readonly (readonly [name: string, change: (machine: Machine) => Machine])[] = [
  ['can be read by others', keep(({ file }) => chmodSync(file, 0o644))],
  ['can be written by others', keep(({ file }) => chmodSync(file, 0o620))],
  ['is empty', keep(({ file }) => writeFileSync(file, ''))],
  ['is too short', keep(({ file }) => writeFileSync(file, 'c2hvcnQ\n'))],
  [
    'lies in the folder that is built',
    ({ file }) => ({ file, work: path.dirname(path.dirname(file)) }),
  ],
  ['is tracked by git, at home in a repository', (machine) => commit(machine)],
];

function keep(change: (machine: Machine) => void): (machine: Machine) => Machine {
  return (machine) => {
    change(machine);
    return machine;
  };
}

function commit({ file }: Machine): Machine {
  const work = path.dirname(path.dirname(file));
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ]) {
    assert.is(spawnSync('git', args, { cwd: work }).status, 0);
  }
  return { work, file };
}

for (const [name, change] of doubtful) {
  test(`is not used where it ${name}`, () => {
    const made = makeMachine();
    assert.is(findMachineKey(made.file, made.work).kind, 'kept');
    const { file, work } = change(made);
    const found = findMachineKey(file, work);
    assert.is(found.kind, 'none');
    assert.match(found.kind === 'none' ? found.problem : '', file);
  });
}

test('is no link, no folder, and not made through a file', () => {
  const { work, file } = makeMachine();
  findMachineKey(file, work);
  const link = path.join(makeFolder(), 'key');
  symlinkSync(file, link);
  assert.is(findMachineKey(link, work).kind, 'none');
  const folder = path.join(makeFolder(), 'key');
  mkdirSync(folder);
  assert.is(findMachineKey(folder, work).kind, 'none');
  assert.is(findMachineKey(path.join(file, 'below/key'), work).kind, 'none');
});

test('in a repository at home that does not track it is used', () => {
  const { file } = makeMachine();
  const work = path.dirname(path.dirname(file));
  mkdirSync(work);
  assert.is(spawnSync('git', ['init', '-q'], { cwd: work }).status, 0);
  assert.is(findMachineKey(file, work).kind, 'kept');
});

test('a secret gives always the same, and none where it is short', () => {
  assert.equal(keyOfSecret('sixteen letters!'), keyOfSecret('sixteen letters!'));
  assert.not.equal(keyOfSecret('sixteen letters!'), keyOfSecret('sixteen letters?'));
  assert.is(keyOfSecret('fifteen letters'), null);
});

test.run();

const signed = suite('signed files');

signed('hold for one key, one purpose and one text', () => {
  const file = path.join(makeFolder(), 'file');
  assert.is(readSigned(file, 'a', testKey).kind, 'missing');
  writeSigned(file, 'a text\nof two lines', 'a', testKey);
  assert.equal(readSigned(file, 'a', testKey), { kind: 'signed', text: 'a text\nof two lines' });
  assert.is(readSigned(file, 'b', testKey).kind, 'unknown');
  assert.is(readSigned(file, 'a', otherKey).kind, 'unknown');
  const text = readFileSync(file, 'utf8');
  for (const changed of [
    '',
    '\n',
    'x',
    `${text}x`,
    text.slice(0, -1),
    text.replace('two', 'six'),
  ]) {
    writeFileSync(file, changed);
    assert.is(readSigned(file, 'a', testKey).kind, 'unknown', JSON.stringify(changed));
  }
  assert.not(existsSync(`${file}.new`));
});

signed('are no links and no folders', () => {
  const folder = makeFolder();
  writeSigned(path.join(folder, 'file'), 'text', 'a', testKey);
  symlinkSync(path.join(folder, 'file'), path.join(folder, 'link'));
  assert.is(readSigned(path.join(folder, 'link'), 'a', testKey).kind, 'unknown');
  assert.is(readSigned(folder, 'a', testKey).kind, 'unknown');
});

signed.run();
