/** What the import command prints: lines, whatever the material has in it. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatLines } from '../../src/import/formatLines.ts';
import { cliFile, runCli } from '../support/cli.ts';
import { makeContent, makeFolder } from '../support/site.ts';

const printed = suite('what import prints');

/** Titles as archives have them, and the line in which each is told. */
const lines: readonly (readonly [text: string, line: string])[] = [
  ['Port opens', 'Port opens'],
  ['Port\nopens', 'Port opens'],
  ['Port\r\nopens', 'Port opens'],
  ['Port\topens', 'Port opens'],
  ['Port opens\n', 'Port opens'],
  ['Port\u2028opens\u0085now', 'Port opens now'],
  ['\u001b[31mPort', '\\u001b[31mPort'],
  ['Port\u202egnp', '\\u202egnp'.replace(/^/, 'Port')],
  ['  indented', '  indented'],
  ['港が\n開く', '港が 開く'],
];

for (const [text, line] of lines) {
  printed(JSON.stringify(text), () => assert.is(formatLines(['one', text]), `one\n${line}`));
}

const post = (title: string, body = 'Calm.'): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2024-01-05\n---\n${body}\n`;

function makeArchive(): string {
  const root = makeFolder();
  mkdirSync(path.join(root, '_posts'));
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(root, '_posts', name), text);
  write('2024-01-05-a.md', post('Port\nopens', '{% include x %}'));
  write('2024-01-05-b.md', post('Port \u001b[31mcloses'));
  write('2024-01-05-c.md', 'title: [unclosed\n---\n');
  write('2024-01-05-d.md', '---\ntitle: [unclosed\n---\nCalm.\n');
  return root;
}

/** Lines of text, no escaped breaks, nothing that steers. */
function checkLines(text: string, least: number): void {
  assert.not.match(text, /\\u000[ad]/);
  assert.not.match(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  const count = text.trimEnd().split('\n').length;
  assert.ok(count >= least, text);
}

printed('the report of an archive has lines, in a pipe and in a file', () => {
  const args = (content: string): readonly string[] => [
    ...['import', '--archive', makeArchive(), '--content', content],
  ];
  const { stdout, stderr } = runCli(args(makeContent({})));
  checkLines(stdout, 3);
  checkLines(stderr, 1);
  const file = path.join(makeFolder(), 'report.txt');
  const descriptor = openSync(file, 'w');
  spawnSync(process.execPath, [cliFile, ...args(makeContent({}))], {
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  checkLines(readFileSync(file, 'utf8'), 4);
});

printed('so has that of reports, imported once and again, and of what can not be read', () => {
  const content = makeContent({});
  const folder = makeFolder();
  const file = path.join(folder, 'report.txt');
  writeFileSync(file, 'Port opens\n\nLARN, Jan 5 (Reuters) - The port of Larn opened again.\n');
  const bad = path.join(folder, 'no\u001bfile\nhere.txt');
  const run = (): ReturnType<typeof runCli> =>
    runCli(['import', file, bad, '--date', '2024-01-06', '--content', content]);
  const first = run();
  checkLines(first.stdout, 4);
  checkLines(first.stderr, 1);
  assert.is(first.stderr.trimEnd().split('\n').length, 1);
  checkLines(run().stdout, 1);
  const refused = runCli(['import', '--archive', bad, '--content', content]);
  assert.is(refused.stderr.trimEnd().split('\n').length, 1);
  checkLines(refused.stderr, 1);
  const unknown = runCli(['import', file, '--create', 'No\nbody', '--content', content]);
  checkLines(unknown.stderr, 1);
});

printed('as data it has one line each', () => {
  const content = makeContent({});
  const { stdout } = runCli(['import', '--archive', makeArchive(), '--json', '--content', content]);
  const data = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  assert.is(data.length, 1);
});

printed.run();
