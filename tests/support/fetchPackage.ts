import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { makeFolder } from './site.ts';

/**
 * Fetches a package of npm, with what it needs, into a folder that goes with the process; no install
 * script of it runs.
 * @param name with the version: `vnu-jar@26.9.27`
 * @returns the package's own folder
 * @throws Error where npm fails
 */
export function fetchPackage(name: string): string {
  const folder = makeFolder();
  const options = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
  const npm = spawnSync('npm', ['install', ...options, '--prefix', folder, name], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`${name} could not be fetched:\n${npm.stderr}`);
  return path.join(folder, 'node_modules', name.slice(0, name.lastIndexOf('@')));
}
