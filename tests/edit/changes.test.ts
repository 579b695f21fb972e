import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ChangeError } from '../../src/edit/changeError.ts';
import { writeChanges, type FileChange } from '../../src/edit/changes.ts';
import { runCliUnprivileged } from '../support/otherUser.ts';
import { articleFile, makeContent, makeFolder, writeFiles } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const folder = makeFolder();
writeFiles(folder, { 'a.md': 'a\n', 'b.md': '\ufeffb\r\n', 'c.md': 'c\n', 'd.md': 'd\n' });
chmodSync(path.join(folder, 'b.md'), 0o640);
const at = (file: string): { readonly file: string; readonly location: string } => ({
  file,
  location: path.join(folder, file),
});

const changes: readonly FileChange[] = [
  { ...at('new/file.md'), before: null, after: 'new\n', moveTo: null },
  { ...at('a.md'), before: 'a\n', after: null, moveTo: null },
  { ...at('b.md'), before: '\ufeffb\r\n', after: '\ufeffB\r\n', moveTo: null },
  { ...at('c.md'), before: 'c\n', after: 'C\n', moveTo: at('moved.md') },
];

const test = suite('changes of files');

for (const [name, last] of [
  ['the last move fails', { ...at('d.md'), before: 'd\n', after: 'D\n', moveTo: at('no/d.md') }],
  ['a file is there already', { ...at('d.md'), before: null, after: 'D\n', moveTo: null }],
  ['a file has changed', { ...at('d.md'), before: 'D\n', after: 'd\n', moveTo: null }],
] as const) {
  test(`${name}: every file is as it was`, () => {
    const before = hashTree(folder);
    assert.throws(() => writeChanges([...changes, last]));
    assert.is(hashTree(folder), before);
    assert.is(statSync(path.join(folder, 'b.md')).mode & 0o777, 0o640);
  });
}

test('all of them, with the rights of each', () => {
  writeChanges(changes);
  assert.equal(listFiles(folder), ['b.md', 'd.md', 'moved.md', 'new/file.md']);
  assert.is(readFileSync(path.join(folder, 'b.md'), 'utf8'), '\ufeffB\r\n');
  assert.is(statSync(path.join(folder, 'b.md')).mode & 0o777, 0o640);
  assert.is(readFileSync(path.join(folder, 'moved.md'), 'utf8'), 'C\n');
  assert.throws(
    () => writeChanges(changes),
    (error: unknown) => error instanceof ChangeError,
  );
});

test('one folder without rights, and a rename changes no file of any', () => {
  const content = makeContent({
    'actors/old.md': '---\nname: Old\ntype: group\n---\n',
    'articles/a.md': articleFile('title: A\ndate: 2024-01-05\nactors: [old]'),
  });
  const locked = path.join(content, 'articles/locked');
  mkdirSync(locked);
  writeFileSync(
    path.join(locked, 'b.md'),
    articleFile('title: B\ndate: 2024-01-05\nactors: [old]'),
  );
  for (const open of ['..', '.', 'actors', 'articles']) chmodSync(path.join(content, open), 0o777);
  chmodSync(locked, 0o555);
  const before = hashTree(content);
  const args = ['rename', 'actor', 'old', 'new', '--yes', '--content', content];
  const refused = runCliUnprivileged(args);
  assert.is(refused.status, 3, refused.stderr);
  assert.match(refused.stderr, 'EACCES');
  assert.is(hashTree(content), before);
  chmodSync(locked, 0o777);
  const { status, stderr } = runCliUnprivileged(args);
  assert.is(status, 0, stderr);
  assert.match(readFileSync(path.join(locked, 'b.md'), 'utf8'), 'actors: [new]');
});

test.run();
