import type * as Pagefind from 'pagefind';
import type { SearchYear } from './planSearch.ts';

/** A file of an index, by its name in the index's folder. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Texts of results lie together in files of this many: fewer files, and few of them change at once. */
const recordsPerFile = 8;

/** Records on their way to Pagefind's process at one time. */
const recordsAtOnce = 64;

/** Pagefind's own interfaces, which we do not use; its other files are what `pagefind.js` loads. */
const unusedFiles = /^pagefind-(?!worker\.js$)[a-z-]+\.(?:js|css)$/;

const webAssembly = /^wasm\.(.+)\.pagefind$/;

/** Builds that use Pagefind's process, which is one for all. */
let users = 0;

/** Lets work use Pagefind, whose package is loaded and whose process runs only meanwhile. */
export async function withPagefind<Result>(
  work: (pagefind: typeof Pagefind) => Promise<Result>,
): Promise<Result> {
  users++;
  const pagefind = await import('pagefind');
  try {
    return await work(pagefind);
  } finally {
    users--;
    if (users === 0) await pagefind.close();
  }
}

/**
 * The files of one year's index, sorted by name. The same records give the same bytes.
 * @throws Error where Pagefind refuses a record
 */
export async function indexYear(
  pagefind: typeof Pagefind,
  { year, language, count, records }: SearchYear,
): Promise<readonly IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language,
    maxFragments: Math.ceil(count / recordsPerFile),
  });
  if (index === undefined) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  try {
    let sent: ReturnType<typeof index.addCustomRecord>[] = [];
    const settle = async (): Promise<void> => {
      const refused = (await Promise.all(sent)).flatMap((answer) => answer.errors);
      if (refused.length > 0) throw new Error(`the search index of ${year}: ${refused.join('; ')}`);
      sent = [];
    };
    for (const record of records()) {
      sent.push(index.addCustomRecord(record));
      if (sent.length >= recordsAtOnce) await settle();
    }
    await settle();
    const { files } = await index.getFiles();
    const needed = isNeeded(files);
    return files
      .filter(({ path }) => needed(path))
      .map(({ path, content }) => ({ name: path, bytes: content }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}

/** Says of a file whether a browser may ask for it. */
function isNeeded(files: readonly Pagefind.IndexFile[]): (path: string) => boolean {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const { languages } = JSON.parse(Buffer.from(entry?.content ?? []).toString()) as Entry;
  const programs = new Set(Object.values(languages).map(({ wasm }) => wasm ?? 'unknown'));
  return (path) => {
    const program = webAssembly.exec(path)?.[1];
    return program === undefined ? !unusedFiles.test(path) : programs.has(program);
  };
}

/** The part of `pagefind-entry.json` that tells which program searches. */
interface Entry {
  readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
}
