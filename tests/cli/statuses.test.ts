/** What each exit status means: 1 that the content has errors, and nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { forEachAtOnce } from '../../src/workers/atOnce.ts';
import { cliFile, runCliBeside } from '../support/cli.ts';
import { articleFile, makeContent, siteYaml, writeFiles } from '../support/site.ts';

const plain = articleFile('title: One\ndate: 2024-01-05');
const good = path.dirname(makeContent({ 'articles/2024-01-05-one.md': plain }));
const warned = path.dirname(
  makeContent({
    'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05', '[a](/none/)'),
  }),
);
const bad = path.dirname(
  makeContent({
    'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05\nactors: [Nobody]'),
  }),
);
const broken = path.dirname(
  makeContent({ 'site.yaml': siteYaml().replace('zone: UTC', 'zone: X') }),
);
const drifted = path.dirname(
  makeContent({ 'articles/2024-01-05-one.md': plain, 'ledger.tsv': '/2024/01/05/gone/\n' }),
);
const hub = path.dirname(
  makeContent({ 'site.yaml': siteYaml("feed: {hub: 'http://localhost:9/'}\n") }),
);

/** Layouts of an operator, each with a mistake of its own. */
const layouts: Readonly<Record<string, string>> = {
  syntax: '{{ if }}',
  value: '{{ nosuch.a.b }}',
  throws: '{{> throw new Error("x") }}',
  exit: '{{> process.exit(1) }}',
  late: '{{> setTimeout(() => { throw new Error("late") }, 1) }}',
  rejection: '{{> Promise.reject(new Error("rejected")) }}',
};
writeFiles(
  good,
  Object.fromEntries(
    Object.entries(layouts).map(([name, text]) => [`layouts-${name}/home.vto`, `${text}\n`]),
  ),
);
writeFiles(good, {
  'empty.txt': '',
  'broken.xml': '<rss version="2.0"><channel>',
  'file.txt': 'x',
});
mkdirSync(path.join(good, 'folder'));

type Case = readonly [args: string, cwd: string, status: number];
const cases: readonly Case[] = [
  // The content has errors, or has none.
  ['build --output out-plain', good, 0],
  ['build', warned, 0],
  ['check', warned, 0],
  ['list articles', bad, 0],
  ['build', bad, 1],
  ['check', bad, 1],
  ['check --format github', bad, 1],
  ['export --format csv', bad, 1],
  ['ledger', bad, 1],
  ['hosting nginx', bad, 1],
  ['check', broken, 1],
  ['build', broken, 1],
  ['ping', broken, 1],
  // An address that was published is gone.
  ['build', drifted, 1],
  // Wrong usage, configuration or input.
  ['import nowhere.txt', good, 2],
  ['import empty.txt broken.xml', good, 2],
  ['import folder', good, 2],
  ['import http://localhost:9/', good, 2],
  ['import --archive nowhere', good, 2],
  ['import --restore nowhere.json --content new', good, 2],
  ['import --restore folder --content new', good, 2],
  ['import --restore file.txt --content new', good, 2],
  ['ping', good, 2],
  ['new topic', good, 2],
  ['merge actor a b', good, 2],
  ['schema --output file.txt', good, 2],
  ['schema --output /proc/x', good, 2],
  ['export --format json --output /proc/x', good, 2],
  ['export --format json --output folder', good, 2],
  ['init /proc/x --title T --url https://t.example/', good, 2],
  ['init file.txt --title T --url https://t.example/', good, 2],
  ['build --output /proc/x/y', good, 2],
  ['build --output file.txt', good, 2],
  ['build --output out-1 --layouts layouts-syntax', good, 2],
  ['build --output out-2 --layouts layouts-value', good, 2],
  ['build --output out-3 --layouts layouts-throws', good, 2],
  // Failures of the system or of Dateline, and code that ends or breaks the process.
  ['build --output out-4 --layouts layouts-exit', good, 3],
  ['build --output out-5 --layouts layouts-late', good, 3],
  ['build --output out-6 --layouts layouts-rejection', good, 3],
];

const test = suite('exit statuses');

test(`${cases.length} commands end with the status that means it`, async () => {
  const told: string[] = [];
  await forEachAtOnce(cases, async ([args, cwd, expected]) => {
    const { status, stderr } = await runCliBeside(args.split(' '), cwd);
    if (status !== expected) told.push(`${args}: ${String(status)}, not ${expected}: ${stderr}`);
    if (/\n\s+at /.test(stderr)) told.push(`${args}: ${stderr}`);
  });
  assert.equal(told, []);
});

test('a hub that is not asked is wrong configuration, one that does not answer a failure', async () => {
  assert.is((await runCliBeside(['build'], hub)).status, 0);
  assert.is((await runCliBeside(['ping'], hub)).status, 2);
  const { status, stderr } = await runCliBeside(['ping', '--allow-local'], hub);
  assert.is(status, 3, stderr);
});

test('an exception that nobody catches has one line; with DEBUG it has its stack', () => {
  const run = (more: NodeJS.ProcessEnv): { status: number | null; stderr: string } =>
    spawnSync(
      process.execPath,
      [cliFile, 'build', '--output', 'out-7', '--layouts', 'layouts-late'],
      { cwd: good, encoding: 'utf8', env: { ...process.env, ...more } },
    );
  const plainly = run({});
  assert.is(plainly.status, 3);
  assert.is(plainly.stderr, 'dateline: internal failure: late\n');
  assert.match(run({ DEBUG: '1' }).stderr, /\n\s+at /);
});

test.run();
