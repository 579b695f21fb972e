import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exportFormats } from '../../src/urls/paths.ts';
import { sampleNow } from '../support/build.ts';
import { cliFile, runCli } from '../support/cli.ts';
import { exportFiles } from '../support/exports.ts';
import { articleFile, makeContent, makeFolder } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const content = makeContent(exportFiles);
const test = suite('dateline export');

const common = ['--content', content, '--now', sampleNow];

for (const format of exportFormats) {
  test(`--format ${format} writes a file and says so`, () => {
    const folder = makeFolder();
    const output = path.join(folder, 'out');
    const args = ['export', '--format', format, '--output', output, '--json', ...common];
    const { status, stdout, stderr } = runCli(args);
    assert.equal([status, stderr], [0, '']);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    assert.equal(
      [result['exported'], result['format'], result['bytes']],
      [true, format, readFileSync(output).length],
    );
    assert.equal(listFiles(folder), ['out']);
  });
}

test('without --output the data alone is on standard output', () => {
  const { status, stdout, stderr } = runCli(['export', '--format', 'json', ...common]);
  assert.equal([status, stderr], [0, '']);
  assert.is((JSON.parse(stdout) as { format: string }).format, 'dateline');
});

test('a reader that closes the pipe is no failure', () => {
  const command = `"$0" "$1" export --format ndjson --content "$2" --now ${sampleNow} | head -n 1`;
  const args = ['-c', `set -o pipefail; ${command}`, process.execPath, cliFile, content];
  const { status, stdout, stderr } = spawnSync('bash', args, { encoding: 'utf8' });
  assert.equal([status, stderr], [0, '']);
  assert.match(stdout, /^\{"kind":"site"/);
});

const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [[], /--format/],
  [['--format', 'xml'], /--format xml is none of json/],
  [['--format', 'sqlite'], /--output FILE/],
  [['--format', 'csv', '--output', '/nowhere/at/all/x'], /no folder/],
  // What the export is made of says nothing of how problems are told.
  [['--format', 'json', '--output', '/nowhere/at/all/x'], /^dateline: .*no folder/],
  [['--format', 'csv', '--output', '.'], /is no file/],
  [['--format', 'csv', '--output', path.join(content, 'x.csv')], /content folder/],
  [['--format', 'csv', '--now', 'yesterday'], /--now yesterday/],
];

for (const [args, message] of mistakes) {
  test(`export ${args.join(' ')}: status 2`, () => {
    const { status, stdout, stderr } = runCli(['export', '--content', content, ...args]);
    assert.equal([status, stdout], [2, '']);
    assert.match(stderr, message);
  });
}

test('content with errors: status 1, and a file that was there stays as it was', () => {
  const bad = makeContent({
    'articles/x.md': articleFile('title: X\ndate: 2024-01-05\nactors: [Nobody]'),
  });
  const folder = makeFolder();
  const output = path.join(folder, 'out.csv');
  mkdirSync(folder, { recursive: true });
  writeFileSync(output, 'old');
  const args = ['export', '--format', 'csv', '--output', output, '--content', bad];
  const { status, stdout, stderr } = runCli(args);
  assert.equal([status, stdout], [1, '']);
  assert.match(stderr, 'unknown-actor');
  assert.is(readFileSync(output, 'utf8'), 'old');
});

test('an item above the ceiling is exported nowhere', () => {
  const above = makeContent({
    'articles/x.md': articleFile('title: X\ndate: 2024-01-05\ntlp: red'),
  });
  const output = path.join(makeFolder(), 'out.json');
  const args = ['export', '--format', 'json', '--output', output, '--content', above];
  const { status, stderr } = runCli(args);
  assert.is(status, 1);
  assert.match(stderr, 'above-tlp-ceiling');
  assert.not(existsSync(output));
});

test.run();
