import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './site.ts';

/** The lines of every `sh` block below a heading of the README, block by block. */
export function readCommands(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return Array.from(section.matchAll(/^```sh\n(.*?)^```$/gms), ([, block = '']) =>
    block.trimEnd().split('\n'),
  );
}
