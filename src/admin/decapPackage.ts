import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package is not installed: nothing that content could mend. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
}

/** Decap's script with everything in it, and the notices that its licences ask for. */
const script = 'dist/decap-cms.js';
const notices = 'dist/decap-cms.js.LICENSE.txt';

export interface DecapPackage {
  readonly script: string;
  readonly notices: string;
  /** Changes when the files may have changed. */
  readonly key: string;
}

const ownFolder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Finds the package `decap-cms`, in the folder of the site or where Dateline is installed. It is as large as
 * all the rest together, so that whoever wants the editor installs it.
 * @param file a file of the site, from whose folder Node would look
 * @throws MissingPackageError
 */
export function findDecap(file: string): DecapPackage {
  const places = [...foldersAbove(path.dirname(path.resolve(file))), ...foldersAbove(ownFolder)];
  const folder = places
    .map((place) => path.join(place, 'node_modules', 'decap-cms'))
    .find((place) => existsSync(path.join(place, script)));
  if (folder === undefined) {
    throw new MissingPackageError(
      'admin in site.yaml needs Decap CMS, which is not installed: npm install decap-cms@3',
    );
  }
  const files = { script: path.join(folder, script), notices: path.join(folder, notices) };
  const states = Object.values(files).map((each) => lstatSync(each));
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return { ...files, key: [manifest.version, ...states.map(({ size }) => size)].join(' ') };
}

function foldersAbove(folder: string): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
