import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lookAt } from '../../src/files/regular.ts';
import { pick } from './campaign.ts';

/** Journals as former versions wrote them, or nearly right: none of them is signed. */
const texts: readonly string[] = [
  '',
  '{',
  'null',
  '1',
  'dateline 1 1\n',
  '-1',
  '{"put":["../victim/new.txt"],"remove":["../victim/precious.txt"]}',
  '{"version":2,"output":"","put":["a/../../victim/new.txt"],"remove":["../victim/precious.txt"]}',
  '{"put":["link/new.txt"],"remove":["link/precious.txt"]}',
  `${'A'.repeat(43)}\n{"version":2,"output":"","put":[],"remove":["index.html"]}`,
  '\u0000\u0001\u0002',
  'x'.repeat(100_000),
];

/** What may stand where Dateline has a file or folder of its own. */
const makers: readonly ((place: string, random: () => number, victim: string) => string)[] = [
  (place, random) => {
    const text = pick(random, texts);
    writeFileSync(place, text);
    return `a file of ${JSON.stringify(text.slice(0, 60))}`;
  },
  (place, random) => {
    mkdirSync(path.join(place, 'link'), { recursive: true });
    writeFileSync(path.join(place, 'index.html'), pick(random, texts));
    writeFileSync(path.join(place, 'link/new.txt'), 'new');
    return 'a folder';
  },
  (place, random) => {
    // With a marker it passes for an output.
    mkdirSync(place);
    writeFileSync(path.join(place, '.dateline'), '');
    symlinkSync(path.join('..', 'victim'), path.join(place, pick(random, ['link', '2024', 'a'])));
    return 'a folder with a link in it';
  },
  (place, random, victim) => {
    const target = pick(random, [
      victim,
      path.join(victim, 'precious.txt'),
      '/nowhere/at/all',
      place,
    ]);
    symlinkSync(target, place);
    return `a link to ${target}`;
  },
  (place) => {
    spawnSync('mkfifo', [place]);
    return 'a pipe';
  },
];

/** Puts something of somebody else's at a place below a folder; says what. */
export function putHostile(
  folder: string,
  file: string,
  random: () => number,
  victim: string,
): string {
  const parent = path.dirname(file);
  const parts = parent.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  for (const part of parts) {
    const at = path.join(folder, part);
    if (lookAt(at) === null) mkdirSync(at);
    if (lookAt(at)?.isDirectory() !== true) return `nothing at ${file}`;
  }
  const place = path.join(folder, file);
  rmSync(place, { recursive: true, force: true });
  return `${place} is ${pick(random, makers)(place, random, victim)}`;
}
