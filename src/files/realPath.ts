import { realpathSync } from 'node:fs';
import path from 'node:path';
import { lookAt } from './regular.ts';

/** Whether a path is a folder or something in it. Both are absolute. */
export function isBelow(folder: string, other: string): boolean {
  return (
    other === folder || other.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)
  );
}

/** The path with every link of it resolved; what is not there yet is added as it stands. */
export function resolveReal(file: string): string {
  const absolute = path.resolve(file);
  for (let at = absolute; ; at = path.dirname(at)) {
    if (lookAt(at) === null && at !== path.dirname(at)) continue;
    try {
      return path.join(realpathSync(at), path.relative(at, absolute));
    } catch {
      // A link that leads nowhere: the folder above it is there.
    }
  }
}

/**
 * The first link on the way from a folder to a path below it; null where there is none, and where the path
 * is not below. The links above the folder are those of the machine.
 */
export function findLink(folder: string, file: string): string | null {
  const relative = path.relative(path.resolve(folder), path.resolve(file));
  if (relative.startsWith('..') || path.isAbsolute(relative)) return null;
  let at = folder;
  for (const part of relative.split(path.sep)) {
    at = path.join(at, part);
    const stat = lookAt(at);
    if (stat === null) return null;
    if (stat.isSymbolicLink()) return at;
  }
  return null;
}
