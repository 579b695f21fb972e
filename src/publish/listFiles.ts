import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The files below a folder, relative to it, `/` between the parts. A link is one, whatever it leads to. */
export function listFiles(folder: string): readonly string[] {
  const files: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(file);
      else files.push(file);
    }
  };
  visit('');
  return files;
}
