import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder, root } from '../support/site.ts';

const test = suite('the package, installed into an empty folder');

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (error) throw error;
  assert.is(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

test('init, new, build: a page', () => {
  const packs = makeFolder();
  const cwd = makeFolder();
  // The code is compiled already.
  run(root, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', packs);
  const [pack = ''] = readdirSync(packs);
  run(cwd, 'npm', 'init', '--yes');
  run(cwd, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', path.join(packs, pack));
  const dateline = (...args: readonly string[]): string =>
    run(cwd, 'npx', '--no', 'dateline', ...args);
  dateline('init', '--title', 'Morning', '--url', 'https://briefing.example/');
  dateline('new', 'topic', '--name', 'Seas');
  dateline(
    'new',
    'article',
    '--title',
    'A ship',
    '--date',
    '2024-01-05',
    '--topic',
    'seas',
    '--status',
    'usable',
  );
  dateline('check');
  dateline('build');
  const page = readFileSync(path.join(cwd, '_site/2024/01/05/a-ship/index.html'), 'utf8');
  assert.match(page, '<h1');
  assert.match(page, 'A ship');
  assert.match(page, '/topics/seas/');
});

test.run();
