/** The same content gives the same bytes, wherever and whenever it is built. */
import { cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, edit, sampleContent, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { makeFolder, root } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('builds are reproducible');

const content = path.join(makeFolder(), 'content');
cpSync(sampleContent, content, { recursive: true });
edit(content, 'site.yaml', 'zone: UTC', 'zone: Asia/Seoul');
const expected = hashTree(buildContent(content));

function buildWith(options: {
  content?: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  now?: string;
}): string {
  const output = path.join(makeFolder(), 'elsewhere');
  const { status, stderr } = runCli(
    [
      ...['build', '--content', options.content ?? content, '--output', output],
      ...['--now', options.now ?? sampleNow],
    ],
    options,
  );
  if (status !== 0) throw new Error(stderr);
  return hashTree(output);
}

const environments: readonly (readonly [name: string, env: NodeJS.ProcessEnv])[] = [
  ['TZ=UTC', { TZ: 'UTC' }],
  ['TZ=Pacific/Auckland', { TZ: 'Pacific/Auckland' }],
  ['TZ=America/St_Johns', { TZ: 'America/St_Johns' }],
  ['a Turkish locale', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' }],
  ['the C locale', { LC_ALL: 'C', LANG: 'C' }],
];

for (const [name, env] of environments) {
  test(`under ${name}`, () => {
    assert.is(buildWith({ env }), expected);
  });
}

test('in a language that has no dates and numbers of its own, under a German locale', () => {
  const latin = path.join(makeFolder(), 'content');
  cpSync(content, latin, { recursive: true });
  edit(latin, 'site.yaml', 'language: en', 'language: la');
  const plain = buildWith({ content: latin, env: { LC_ALL: 'C', LANG: 'C' } });
  assert.is(buildWith({ content: latin, env: { LC_ALL: 'de_DE.UTF-8' } }), plain);
});

test('from another working directory, with a relative content folder', () => {
  const cwd = path.dirname(content);
  assert.is(buildWith({ cwd, content: 'content' }), expected);
});

test('with the files created in another order, at other times', () => {
  const shuffled = path.join(makeFolder(), 'content');
  const files = [...listFiles(content)].sort((a, b) => order(a) - order(b));
  for (const [index, file] of files.entries()) {
    const target = path.join(shuffled, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(content, file)));
    utimesSync(target, 1_000_000 + index, 2_000_000 - index);
  }
  assert.is(buildWith({ content: shuffled }), expected);
});

test('with the articles in other folders, which carry no meaning', () => {
  const moved = path.join(makeFolder(), 'content');
  for (const file of listFiles(content)) {
    const folder = /^articles\//.test(file) ? `articles/x${order(file) % 7}/y` : path.dirname(file);
    const target = path.join(moved, folder, path.basename(file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(content, file)));
  }
  assert.is(buildWith({ content: moved }), expected);
});

test('at another time, as long as no embargo ends', () => {
  assert.is(buildWith({ now: '2031-07-01T23:59:59-09:00' }), expected);
});

test('with lines ended as on Windows, and a BOM', () => {
  const windows = path.join(makeFolder(), 'content');
  for (const file of listFiles(content)) {
    const target = path.join(windows, file);
    mkdirSync(path.dirname(target), { recursive: true });
    const text = readFileSync(path.join(content, file), 'utf8');
    writeFileSync(target, `\ufeff${text.replaceAll('\n', '\r\n')}`);
  }
  assert.is(buildWith({ content: windows }), expected);
});

test('the control: another zone of the site gives other bytes', () => {
  const other = path.join(makeFolder(), 'content');
  cpSync(content, other, { recursive: true });
  edit(other, 'site.yaml', 'zone: Asia/Seoul', 'zone: America/Lima');
  assert.is.not(buildWith({ content: other }), expected);
});

test('nothing of the machine is in the output', () => {
  const output = buildContent(content);
  for (const file of listFiles(output)) {
    const text = readFileSync(path.join(output, file), 'utf8');
    for (const secret of [content, root, output, `${process.cwd()}/`]) {
      assert.not(text.includes(secret), `${file} has ${secret}`);
    }
  }
});

/** A fixed order that is no alphabet's. */
function order(file: string): number {
  let hash = 7;
  for (const character of file) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash;
}

test.run();
