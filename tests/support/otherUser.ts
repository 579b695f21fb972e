import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cliFile, type CliResult } from './cli.ts';
import { makeFolder, root } from './site.ts';

/** Nobody: a user who has no rights but those that everyone has. */
const switchUser = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] as const;

/**
 * Runs the command line as a user whom permissions stop: where the tests run as root, as nobody.
 * What nobody can't read of node and the repository is copied.
 */
export function runCliUnprivileged(args: readonly string[]): CliResult {
  if (process.getuid?.() !== 0) return run([process.execPath, cliFile, ...args]);
  const node = canRun([process.execPath, '--version']) ? process.execPath : copyNode();
  const cli = canRun([node, cliFile, '--version']) ? cliFile : copyProgram();
  return run([...switchUser, node, cli, ...args]);
}

function run([command = '', ...args]: readonly string[]): CliResult {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: '/',
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function canRun(command: readonly string[]): boolean {
  return run([...switchUser, ...command]).status === 0;
}

function openFolder(): string {
  const folder = makeFolder();
  chmodSync(folder, 0o755);
  return folder;
}

function copyNode(): string {
  const target = path.join(openFolder(), 'node');
  cpSync(process.execPath, target);
  chmodSync(target, 0o755);
  return target;
}

/** Copies the compiled program and the packages that it needs, without those of development. */
function copyProgram(): string {
  const folder = openFolder();
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  const entries = Object.entries(lock.packages);
  // Packages for other systems are optional, and are not installed.
  const isNeeded = ([name, { dev, optional }]: (typeof entries)[number]): boolean =>
    /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(name) &&
    dev !== true &&
    (optional !== true || existsSync(path.join(root, name)));
  const needed = entries.filter(isNeeded).map(([name]) => name);
  for (const part of ['package.json', 'dist/src', ...needed]) {
    const target = path.join(folder, part);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, part), target, { recursive: true });
  }
  return path.join(folder, path.relative(root, cliFile));
}
