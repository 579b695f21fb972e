import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../read/hash.ts';

/** A family of fonts, by the name under which pictures ask for it. */
export interface FontFamily {
  readonly name: string;
  readonly files: readonly string[];
}

/** Families in the order in which a letter is looked for. */
export type Fonts = readonly FontFamily[];

const require = createRequire(import.meta.url);
const fontFile = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/**
 * The fonts of pictures: the operator's, then those that come with Dateline. Never the system's, which
 * are others on every machine.
 * @param own the operator's file; null where there is none
 */
export function findFonts(own: string | null): Fonts {
  const ours = {
    name: 'Dateline',
    files: ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'].map(fontFile),
  };
  return own === null ? [ours] : [{ name: 'Dateline Own', files: [own] }, ours];
}

/** Packages that draw. */
const packages = ['@napi-rs/canvas', 'css-line-break'];

/** A hash of what pictures are drawn with: this room's code, the packages, the fonts, zlib. */
export function hashDrawing(fonts: Fonts): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const code = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const versions = packages.map((name) =>
    readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8'),
  );
  const files = fonts.flatMap(({ files: each }) =>
    each.map((file) => hashText(readFileSync(file))),
  );
  return hashText([process.versions.zlib, ...code, ...versions, ...files].join('\n'));
}

/** A package's folder, whatever of it the package lets others see. */
function packageFolder(name: string): string {
  const entry = require.resolve(name);
  const inside = path.join('node_modules', ...name.split('/'));
  return entry.slice(0, entry.lastIndexOf(inside) + inside.length);
}
