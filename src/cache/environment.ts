import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../read/hash.ts';

/**
 * A hash of what can change what an article becomes, beside its text: our code, the packages it uses,
 * Node itself (which brings the languages' dates and order).
 */
export function hashCode(more: readonly string[]): string {
  const parts = [process.version, process.versions.icu, ...more, hashPackage()];
  return hashText(parts.join('\n'));
}

/** A hash of everything but content that can change what is built: that of the code, and the layouts. */
export function hashEnvironment(layouts: readonly string[], code: string): string {
  const parts = [code];
  for (const folder of layouts) parts.push(folder, hashFolder(folder));
  return hashText(parts.join('\n'));
}

const codeFolder = fileURLToPath(new URL('..', import.meta.url));
const browserFolder = fileURLToPath(new URL('../../browser', import.meta.url));
const packageFile = fileURLToPath(new URL('../../../package.json', import.meta.url));

function hashPackage(): string {
  const manifest = readFileSync(packageFile, 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  const require = createRequire(packageFile);
  const versions = Object.keys(dependencies).map((name) => `${name} ${readVersion(require, name)}`);
  return hashText(
    [manifest, ...versions, hashFolder(codeFolder), hashFolder(browserFolder)].join('\n'),
  );
}

/** The version that is installed; the manifest names a range. */
function readVersion(require: NodeJS.Require, name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const text = readFileSync(path.join(folder, name, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  }
  return 'none';
}

function hashFolder(folder: string): string {
  const parts: string[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) parts.push(path.relative(folder, file), hashText(readFileSync(file)));
  return hashText(parts.join('\n'));
}
