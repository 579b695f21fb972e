import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { hostileCommits, makeRepository, secretText } from '../support/hostileRepository.ts';
import { makeFolder } from '../support/site.ts';

const test = suite('a repository with a hostile commit');

/** Everything below a folder but a clone's output, cache and history: kinds, targets and bytes. */
function takeStock(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/^site\/(?:_site|\.cache|\.git)(?:\/|$)/.test(file))
    .sort()
    .map((file) => {
      const at = path.join(folder, file);
      const stat = lstatSync(at);
      if (stat.isSymbolicLink()) return `${file} -> ${readlinkSync(at)}`;
      return `${file} ${stat.mode} ${stat.isFile() ? readFileSync(at, 'latin1') : ''}`;
    });
}

/** What git says of the clone, but for the output, which a build may replace. */
function status(tree: string): string {
  const args = ['status', '--porcelain', '--ignored', '--', '.', ':!_site', ':!.cache'];
  return spawnSync('git', args, { cwd: tree, encoding: 'utf8' }).stdout;
}

/** Of tracked files of a cache not one may change either. */
function trackedChanges(tree: string): string {
  const args = ['status', '--porcelain', '--untracked-files=no', '--', '.cache'];
  return spawnSync('git', args, { cwd: tree, encoding: 'utf8' }).stdout;
}

for (const commit of hostileCommits) {
  test(`is built, or refused, and nothing else changes: ${commit.name}`, () => {
    const folder = makeFolder();
    makeRepository(commit, folder);
    const tree = path.join(folder, 'site');
    const before = [takeStock(folder), status(tree), trackedChanges(tree)];
    for (const args of [
      ['build'],
      ['build', '--clean'],
      ['check'],
      ['list', 'articles'],
      ['export', '--format', 'json'],
    ]) {
      const now = args[0] === 'check' ? [] : ['--now', sampleNow];
      const result = runCli([...args, ...now], { cwd: tree, env: { CI: 'true' } });
      const told = `${args.join(' ')}: ${result.stderr}`;
      assert.ok([0, 1, 2].includes(result.status ?? 3), told);
      assert.equal([takeStock(folder), status(tree), trackedChanges(tree)], before, told);
      assert.not.match(result.stdout, secretText);
      checkOutput(tree, result.status === 0 && args[0] === 'build');
    }
  });
}

/** Where it was built, it has the open item alone. */
function checkOutput(tree: string, isBuilt: boolean): void {
  const page = path.join(tree, '_site/2024/01/05/open/index.html');
  if (!isBuilt) return;
  assert.ok(existsSync(page));
  assert.not.match(readFileSync(page, 'utf8'), '<script>');
  assert.not(existsSync(path.join(tree, '_site/2024/01/06')));
  assert.not(lstatSync(path.join(tree, '_site/index.html')).isSymbolicLink());
}

test.run();
