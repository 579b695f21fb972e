import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ContentTexts } from '../model/buildSite.ts';
import { parseFrontMatter } from '../parse/frontMatter.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';

/** Files that browsers read, and that may name others. */
const namesOthers = /\.(?:html?|css|js|mjs|json|svg|xml|webmanifest)$/i;

/** In bytes. What is larger is data. */
const largestText = 4 * 1024 * 1024;

/** Reads what a site is asked for when something of its content is not published. */
export function createTexts(
  entries: readonly SourceEntry[],
  layouts: readonly string[],
): ContentTexts {
  let byFile: ReadonlyMap<string, SourceEntry> | null = null;
  return {
    ofFile: (file) => {
      byFile ??= new Map(entries.map((entry) => [entry.file, entry]));
      const entry = byFile.get(file);
      return entry === undefined ? null : readWhole(entry);
    },
    ofAsset: ({ source }) => (namesOthers.test(source) ? readText(source) : null),
    *ofLayouts() {
      for (const folder of layouts) yield* readTexts(folder);
    },
  };
}

/** The file as it is written, and each value of its front matter: YAML has escapes and long lines of its own. */
function readWhole(entry: SourceEntry): string | null {
  const quiet = (): void => undefined;
  const source = readSource(entry, quiet);
  if (source === null) return null;
  const { text, file } = source;
  const front = parseFrontMatter(text, file, quiet);
  return [text, ...textsOf(front?.data)].join('\n');
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* textsOf(each);
    }
  }
}

function* readTexts(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const text = entry.isFile() ? readText(path.join(entry.parentPath, entry.name)) : null;
    if (text !== null) yield text;
  }
}

function readText(file: string): string | null {
  try {
    return statSync(file).size > largestText ? null : readFileSync(file, 'utf8');
  } catch {
    // Whoever copies it will say so.
    return null;
  }
}
