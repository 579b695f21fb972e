import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Bytes of names that are read. Where git names more, one of them is enough. */
const mostNames = 64 * 1024;

/**
 * The first of some paths that git tracks, or below which it tracks a file: what came with a commit is of
 * whoever made that. Null where none is tracked, where the folder is in no repository, and where git can't
 * tell (it is not installed, or refuses the repository of another user).
 * @param folder the folder that holds the paths; they are below it
 */
export function findTracked(folder: string, paths: readonly string[]): string | null {
  if (!isInRepository(folder)) return null;
  // A file system may take `.CACHE` for `.cache`.
  const specs = paths.map((each) => `:(icase,literal)${path.relative(folder, each)}`);
  const { stdout, error } = spawnSync('git', ['ls-files', '-z', '--', ...specs], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: mostNames,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const isLong = error !== undefined && 'code' in error && error.code === 'ENOBUFS';
  if (error !== undefined && !isLong) return null;
  const [first = ''] = stdout.split('\0');
  return first === '' ? null : path.join(folder, first);
}

/** Whether a folder lies in a git repository: whether there is anything to ask git. */
export function isInRepository(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return true;
    if (at === path.dirname(at)) return false;
  }
}
