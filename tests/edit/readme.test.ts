/** The README's commands for keeping names in order, walked as they are printed on the sample site. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copySample, loadContent } from '../support/build.ts';
import { cliFile } from '../support/cli.ts';
import { readCommands } from '../support/readme.ts';
import { hashTree } from '../support/tree.ts';

const [keep = [], split = [], many = []] = readCommands('Keeping names in order');
const content = copySample();

/** Runs a line of the README where the sample's content is. */
function run(line: string): string {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-ec', line.replace(/^npx dateline/, '"$NODE" "$CLI"')],
    {
      cwd: path.dirname(content),
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, NODE: process.execPath, CLI: cliFile },
    },
  );
  assert.is(status, 0, `${line}\n${stderr}`);
  return stdout;
}

const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');

const test = suite('keeping names in order');

test('list, rename, merge', () => {
  assert.is(keep.length, 3);
  assert.match(run(keep[0] ?? ''), 'state-media');
  for (const line of keep.slice(1)) run(line);
  assert.match(read('topics/media-of-states.md'), 'name: Media of states');
  assert.match(read('topics/aid.md'), 'mergedInto: humanitarian');
  const { redirects } = loadContent(content);
  for (const [from, to] of [
    ['state-media', 'media-of-states'],
    ['aid', 'humanitarian'],
  ]) {
    assert.ok(
      redirects.some((each) => each.from === `/topics/${from}/` && each.to === `/topics/${to}/`),
    );
  }
});

test('a split is shown before it is made', () => {
  const before = hashTree(content);
  assert.match(run(split[0] ?? ''), / of \d+ articles that named missile-tests /);
  assert.is(hashTree(content), before);
});

test('split, then check', () => {
  assert.is(split.length, 4);
  for (const line of split.slice(1)) run(line);
  assert.match(read('topics/cruise-missile-tests.md'), 'broader:');
  const { articles } = loadContent(content);
  const taking = articles.filter(({ topics }) =>
    topics.some((id) => id === 'cruise-missile-tests'),
  );
  const staying = articles.filter(({ topics }) => topics.some((id) => id === 'missile-tests'));
  assert.ok(taking.length > 0 && staying.length > 0);
  assert.not.ok(taking.some((article) => staying.includes(article)));
  const both = articles.filter(({ actors }) =>
    actors.some(({ id }) => id === 'north-korean-media'),
  );
  assert.ok(both.length > 0);
  assert.ok(both.every(({ actors }) => actors.some(({ id }) => id === 'north-korea')));
});

test('many items at once', () => {
  assert.is(many.length, 4);
  const before = hashTree(content);
  for (const line of many.filter((each) => !each.endsWith('--yes'))) {
    assert.match(run(line), /^@@ /m, line);
  }
  assert.is(hashTree(content), before);
  for (const line of many.filter((each) => each.endsWith('--yes'))) run(line);
  const { articles } = loadContent(content);
  assert.ok(articles.some(({ file }) => file.includes('a-month-of-launches')));
});

test.run();
