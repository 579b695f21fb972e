import { readdirSync } from 'node:fs';

/** The names in a folder, sorted; none where it is not there. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
