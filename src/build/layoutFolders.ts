import { existsSync, realpathSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The layouts that come with Dateline. */
export const ownLayouts = fileURLToPath(new URL('../../../layouts', import.meta.url));

/** The folders in which a layout is looked for: the operator's, where there is one, then ours. */
export function findLayoutFolders(layouts: string): readonly string[] {
  if (!existsSync(layouts) || !statSync(layouts).isDirectory()) return [ownLayouts];
  return realpathSync(layouts) === realpathSync(ownLayouts) ? [ownLayouts] : [layouts, ownLayouts];
}
