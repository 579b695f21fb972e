import { createFormat, nameEntry } from '../admin/contentFormat.ts';
import type { AdminData } from '../admin/shape.ts';

/** Put before this script by `src/admin/planAdmin.ts`. */
declare const adminData: AdminData;

/** An immutable map, as Decap hands them out. */
interface EntryMap {
  readonly get: (key: string) => unknown;
  readonly merge: (values: object) => EntryMap;
  readonly toJS: () => Readonly<Record<string, unknown>>;
}

/** What of Decap's interface is used here. */
interface Decap {
  readonly init: () => void;
  readonly registerCustomFormat: (name: string, extension: string, format: object) => void;
  readonly registerEventListener: (listener: {
    readonly name: 'preSave';
    readonly handler: (event: { readonly entry: EntryMap }) => EntryMap | undefined;
  }) => void;
}

declare global {
  interface Window {
    CMS: Decap;
    CMS_MANUAL_INIT: boolean;
  }
}

// Decap's own script, which comes next, waits for us.
window.CMS_MANUAL_INIT = true;
addEventListener('DOMContentLoaded', () => {
  const { CMS } = window;
  const { shapes, ids } = adminData;
  for (const [name, shape] of Object.entries(shapes)) {
    CMS.registerCustomFormat(`dateline-${name}`, 'md', createFormat(shape, ids));
  }
  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const shape = shapes[String(entry.get('collection'))];
      if (shape === undefined || entry.get('newRecord') !== true) return undefined;
      const data = entry.get('data') as EntryMap;
      return data.merge(nameEntry(data.toJS(), shape));
    },
  });
  CMS.init();
});
