import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { BuildCache } from '../cache/cache.ts';
import type { Snapshot } from '../cache/snapshot.ts';
import { wholeFile, type Problem } from '../diagnostics/diagnostic.ts';
import { isUnseen, parseHead, parseOwn, type Own } from '../load/recordText.ts';
import type { LoadedSite } from '../load/stages.ts';
import { formerPaths } from '../model/redirects.ts';
import { listFiles } from '../publish/listFiles.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { outputFile, type SitePath } from '../urls/paths.ts';

/** Articles that the last build showed and whose files have changed since, by relative path. */
export type ShownBefore = ReadonlyMap<string, Own>;

/** @param cache as the last build left it: loading puts what is new into it */
export function findShownBefore({ articles }: BuildCache, snapshot: Snapshot): ShownBefore {
  const shown = new Map<string, Own>();
  for (const relative of [...snapshot.changed, ...snapshot.removed]) {
    const record = articles.get(relative);
    if (record === undefined || isUnseen(record)) continue;
    const head = parseHead(record);
    if (head === null) continue;
    if (head.rare.status === 'usable') shown.set(relative, parseOwn(record));
  }
  return shown;
}

type Loaded = Pick<LoadedSite, 'findConcealed' | 'listArticles'>;

/** An item that content shows no more. */
interface Withdrawn {
  readonly file: string;
  readonly why: string;
  readonly paths: readonly SitePath[];
}

/**
 * What an editor has to know when a build stops: which items that content withholds, or has no more, the
 * output still shows, and in how many files.
 * @param content the content folder, as the user typed it
 */
export function findStillPublished(
  loaded: Loaded,
  before: ShownBefore,
  content: string,
  output: string,
): readonly Problem[] {
  if (!existsSync(output)) return [];
  const withdrawn = listWithdrawn(loaded, before, content)
    .map((each) => ({
      ...each,
      paths: each.paths.filter((address) => existsSync(path.join(output, outputFile(address)))),
    }))
    .filter(({ paths }) => paths.length > 0);
  if (withdrawn.length === 0) return [];
  const counts = countShowing(new Set(withdrawn.flatMap(({ paths }) => paths)), output);
  return withdrawn.map(({ file, why, paths }) => {
    const [first = '' as SitePath] = paths;
    const others = paths.reduce((sum, address) => sum + (counts.get(address) ?? 0), 0) - 1;
    const page = path.join(output, outputFile(first));
    return {
      code: 'still-published',
      file,
      where: wholeFile,
      message: `${why}, and the last build still shows it: ${page} and ${others} more published ${others === 1 ? 'file' : 'files'}`,
      hint: 'mend the errors and build again; until then what is online stays',
    };
  });
}

function listWithdrawn(
  { findConcealed, listArticles }: Loaded,
  before: ShownBefore,
  content: string,
): readonly Withdrawn[] {
  const root = path.join(content, 'x').slice(0, -1).split(path.sep).join('/');
  const shown = new Map(Array.from(before, ([relative, own]) => [root + relative, own]));
  const withdrawn: Withdrawn[] = [];
  for (const article of findConcealed()) {
    const { file, status } = article;
    const last = shown.get(file);
    shown.delete(file);
    // Without a record the page of a canceled item can't be told from one that says so.
    if (status === 'canceled' && last === undefined) continue;
    const paths = new Set([article.path, ...(last === undefined ? [] : [last.path])]);
    withdrawn.push({ file, why: `this item is ${whyConcealed(article)} now`, paths: [...paths] });
  }
  const gone = [...shown].filter(([file]) => !existsSync(file));
  if (gone.length === 0) return withdrawn;
  const isElsewhere = createMovedTest(listArticles());
  for (const [file, own] of gone) {
    if (!isElsewhere(own)) withdrawn.push({ file, why: 'this file is gone', paths: [own.path] });
  }
  return withdrawn;
}

function whyConcealed({ status, embargoed, tlp }: ResolvedArticle): string {
  if (status !== 'usable') return status;
  return embargoed === null ? `TLP:${tlp.toUpperCase()}` : 'embargoed';
}

/** Whether another file has an item: its text, its id, its address. */
function createMovedTest(articles: readonly ResolvedArticle[]): (own: Own) => boolean {
  const known = new Set<string>();
  for (const article of articles) {
    for (const each of [article.sourceHash, article.id, article.path, ...formerPaths(article)])
      known.add(each);
  }
  return ({ sourceHash, id, path: address }) =>
    [sourceHash, id, address].some((each) => known.has(each));
}

/** Bytes of a file that is looked through. */
const largest = 256 * 1024 * 1024;

/** How many files of the output, compressed copies too, have each address in them. */
function countShowing(paths: ReadonlySet<SitePath>, output: string): ReadonlyMap<SitePath, number> {
  const counts = new Map<SitePath, number>();
  for (const file of listFiles(output)) {
    // Assets are copies of content's files.
    if (file.startsWith('assets/')) continue;
    const found = new Set<SitePath>();
    const own = `/${file.replace(/\.(?:gz|br)$/, '').replace(/index\.html$/, '')}` as SitePath;
    if (paths.has(own)) found.add(own);
    for (const [written] of readOutput(path.join(output, file)).matchAll(articleAddress)) {
      const address = decodeAddress(written);
      if (paths.has(address)) found.add(address);
    }
    for (const address of found) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
}

const articleAddress = /\/\d{4}\/\d\d\/\d\d\/[^/\s"'<>?#&\\]+\//g;

function decodeAddress(text: string): SitePath {
  try {
    return decodeURIComponent(text).normalize('NFC') as SitePath;
  } catch {
    return text as SitePath;
  }
}

function readOutput(file: string): string {
  if (statSync(file).size > largest) return '';
  const bytes = readFileSync(file);
  try {
    if (/\.br$/.test(file)) return brotliDecompressSync(bytes).toString();
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString();
  } catch {
    // Somebody else's file.
  }
  return bytes.toString();
}
