/** `import actors` and `import topics` at the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copySample } from '../support/build.ts';
import { cliFile, runCli, type CliResult } from '../support/cli.ts';
import { makeContent } from '../support/site.ts';
import { runAtTerminal } from '../support/terminal.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const sheet = 'Name;Org type;Notes\r\nX Bank;Company;n\r\nBad;alien;\r\nDPRK;state;\r\n';
const actors = {
  'actors/north-korea.md': '---\nname: North Korea\ntype: state\naliases: [DPRK]\n---\n',
};

interface Site {
  readonly content: string;
  readonly folder: string;
  readonly run: (...args: readonly string[]) => CliResult;
}

function makeSite(content = makeContent(actors)): Site {
  const folder = path.dirname(content);
  writeFileSync(path.join(folder, 'a.csv'), `\ufeff${sheet}`);
  return { content, folder, run: (...args) => runCli(['import', ...args], { cwd: folder }) };
}

const test = suite('sheets at the command line');

test('a dry run tells columns, rows and files, and writes nothing', () => {
  const { content, run } = makeSite();
  const before = hashTree(content);
  const { status, stdout, stderr } = run('actors', 'a.csv');
  assert.is(status, 2);
  assert.is(hashTree(content), before);
  assert.equal(stdout.trimEnd().split('\n'), [
    'content/actors/x-bank.md is new: X Bank; type organisation',
    '1 new, 0 with additions, 1 as they are, 1 not taken, see above',
  ]);
  for (const line of [
    'column "Org type" → type',
    'column "Notes" is not used',
    'read type: "Company" → organisation',
    'a.csv:3:1 error bad-value type can\'t be "alien"; write one of person, organisation, state, group',
    '1 file would change and none did; --yes writes',
  ]) {
    assert.ok(stderr.split('\n').includes(line), line);
  }
});

test('--yes writes, --diff shows every line, and again nothing changes', () => {
  const { content, run } = makeSite();
  assert.match(run('actors', 'a.csv', '--yes', '--diff').stdout, /^\+name: X Bank$/m);
  assert.equal(listFiles(path.join(content, 'actors')), ['north-korea.md', 'x-bank.md']);
  const text = readFileSync(path.join(content, 'actors/x-bank.md'), 'utf8');
  assert.is(text, '---\nname: X Bank\ntype: organisation\n---\n\n');
  const before = hashTree(content);
  assert.match(run('actors', 'a.csv', '--yes').stderr, /^nothing to change$/m);
  assert.is(hashTree(content), before);
});

test('at a terminal it asks', () => {
  const { content, folder } = makeSite();
  const args = ['import', 'actors', path.join(folder, 'a.csv'), '--content', content];
  const { screen } = runAtTerminal(args, [['Change 1 file?', 'y']]);
  assert.match(screen, /Change 1 file\?/);
  assert.ok(listFiles(path.join(content, 'actors')).includes('x-bank.md'));
});

test('as JSON', () => {
  const { run } = makeSite();
  const { stdout, stderr } = run('actors', 'a.csv', '--json', '--yes');
  assert.equal(JSON.parse(stdout), {
    columns: [
      { heading: 'Name', field: 'name' },
      { heading: 'Org type', field: 'type' },
      { heading: 'Notes', field: null },
    ],
    rows: [
      { line: 2, id: 'x-bank', file: 'content/actors/x-bank.md', outcome: 'new' },
      { line: 4, id: 'north-korea', file: 'content/actors/north-korea.md', outcome: 'same' },
    ],
    differing: [],
    files: ['content/actors/x-bank.md'],
  });
  const told = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { code?: string });
  assert.ok(told.some(({ code }) => code === 'bad-value'));
});

test('standard input, and topics', () => {
  const { content, folder } = makeSite();
  const { status } = spawnSync(process.execPath, [cliFile, 'import', 'topics', '-', '--yes'], {
    cwd: folder,
    input: 'topic\tparent\nTariffs\tTrade\nTrade\t\n',
  });
  assert.is(status, 0);
  assert.equal(listFiles(path.join(content, 'topics')), ['tariffs.md', 'trade.md']);
});

const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['actors'], /missing required argument/],
  [['actors', 'none.csv'], /none\.csv: there is no such file/],
  [['actors', 'a.xlsx'], /a\.xlsx: this is a workbook.*as CSV/],
  [['actors', 'b.csv'], /b\.csv: no column of it has names: it begins with "title"/],
  [['actors', 'a.csv', '--type', 'company'], /--type is one of/],
  [['actors', 'a.csv', '--date', '2024-01-05'], /import actors takes no --date/],
  [['topics', 'a.csv', '--type', 'person'], /unknown option '--type'/],
  [['actors', 'a.csv', 'b.csv'], /too many arguments/],
];

for (const [args, message] of wrong) {
  test(args.join(' '), () => {
    const { folder, run } = makeSite();
    writeFileSync(path.join(folder, 'a.xlsx'), 'PK\u0003\u0004…');
    writeFileSync(path.join(folder, 'b.csv'), 'title,date\nA,2024-01-05\n');
    const { status, stderr } = run(...args);
    assert.is(status, 2);
    assert.match(stderr, message);
  });
}

/** A record of the JSON export. */
type ExportRecord = Readonly<Record<string, unknown>>;

test('what the site exports changes nothing where it is imported', () => {
  const content = copySample();
  const { run, folder } = makeSite(content);
  const data = JSON.parse(
    runCli(['export', '--format', 'json'], { cwd: folder }).stdout,
  ) as Readonly<Record<'actors' | 'topics', readonly ExportRecord[]>>;
  const before = hashTree(content);
  for (const kind of ['actors', 'topics'] as const) {
    const keys = Object.keys(data[kind][0] ?? {}).filter(
      (key) => !/^(?:extra|markdown|html|roles|related)$/.test(key),
    );
    const cell = (value: unknown): string => {
      const text = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
      return `"${text.replaceAll('"', '""')}"`;
    };
    const rows = data[kind].map((record) => keys.map((key) => cell(record[key])).join(','));
    assert.ok(rows.length > 20);
    writeFileSync(path.join(folder, `${kind}.csv`), [keys.join(','), ...rows].join('\r\n'));
    const { status, stderr } = run(kind, `${kind}.csv`, '--yes');
    assert.is(status, 0, stderr);
    assert.match(stderr, /^nothing to change$/m);
    assert.not.match(stderr, /it stays/);
  }
  assert.is(hashTree(content), before);
});

test.run();
