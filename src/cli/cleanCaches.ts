import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { removeIfEmpty, removeOurs } from '../files/ownTree.ts';
import { lookAt } from '../files/regular.ts';
import { isSessionHeld } from '../serve/session.ts';

interface OwnEntry {
  /** The name in the folder of caches. */
  readonly name: RegExp;
  /** Files below it; null where it is a file. */
  readonly files: RegExp | null;
}

/** What commands write into the folder of caches. */
const ownEntries: readonly OwnEntry[] = [
  {
    name: /^build$/,
    files:
      /^[\w-]{20}\/(?:build\.json|(?:inputs|articles|outputs\/(?:\d{4}|other))\/\d+|bodies\/[\w-]+)(?:\.new)?$/,
  },
  { name: /^import$/, files: /^(?:feeds\.json|[\w-]{20}\/(?:clock|last|records\/\d+))(?:\.new)?$/ },
  { name: /^schemas$/, files: /^[a-z]+\.json$/ },
  { name: /^(?:links|ping)\.json(?:\.new)?$/, files: null },
  // A server's folder holds a site, with files of any name.
  { name: /^(?:serve|drafts)(?:-\d+)?$/, files: /^/ },
];

/**
 * Removes what commands wrote into the folder of caches, and nothing else: no file of somebody else's, nothing
 * through a link, and nothing of a server that runs.
 * @param isWanted told the path of each file in the folder
 */
export function cleanCaches(folder: string, isWanted: (file: string) => boolean): void {
  if (lookAt(folder)?.isDirectory() !== true) return;
  for (const name of readdirSync(folder)) {
    const own = ownEntries.find((each) => each.name.test(name));
    if (own === undefined) continue;
    const entry = path.join(folder, name);
    const isFolder = lookAt(entry)?.isDirectory() === true;
    const { files } = own;
    if (files === null) {
      if (!isFolder && isWanted(name)) rmSync(entry, { force: true });
    } else if (isFolder && !isSessionHeld(entry)) {
      removeOurs(entry, (file) => files.test(file) && isWanted(`${name}/${file}`));
      removeIfEmpty(entry);
    }
  }
}
