import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, root } from './site.ts';

/** The package as `npm pack` makes it, installed in a folder without a network. */
export interface PackedSite {
  readonly folder: string;
  /** The packed `dateline`. */
  readonly dateline: (...args: readonly string[]) => RunResult;
  readonly eleventy: (...args: readonly string[]) => RunResult;
  readonly eleventyFile: string;
}

export interface RunResult {
  readonly status: number | null;
  readonly text: string;
}

/** What it depends on are links to the packages of this repository. */
export function installPacked(): PackedSite {
  const folder = makeFolder();
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', modules], root);
  const [archive = ''] = readdirSync(modules);
  run('tar', ['-xzf', archive], modules);
  renameSync(path.join(modules, 'package'), path.join(modules, 'dateline'));
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
  const cli = path.join(modules, 'dateline/dist/src/cli/main.js');
  const eleventyFile = path.join(modules, '@11ty/eleventy/cmd.cjs');
  const node = (file: string, args: readonly string[]): RunResult =>
    start(process.execPath, [file, ...args], folder);
  return {
    folder,
    eleventyFile,
    dateline: (...args) => node(cli, args),
    eleventy: (...args) => node(eleventyFile, args),
  };
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, text } = start(program, args, cwd);
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${text}`);
}

function start(program: string, args: readonly string[], cwd: string): RunResult {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, text: stdout + stderr };
}
