import type { Where } from '../diagnostics/diagnostic.ts';
import type { SitePath } from '../urls/paths.ts';

/** Who publishes at an address: a content file, or Dateline itself. */
export interface Claim {
  readonly path: SitePath;
  readonly file: string | null;
  /** Where the file says so; absent where it is the file's own address. */
  readonly where?: Where;
}

/** The addresses of a site. */
export interface Addresses extends Iterable<SitePath> {
  readonly has: (path: SitePath) => boolean;
}

const indexName = 'index.html';

/**
 * The claims of a site's pages and files, of which no two may be one file, and none a file where another
 * needs a folder. Most of them are pages, whose folders have no full stop in their names; a file that
 * could be in the way of those has none either, and there are few.
 */
export class Claims implements Addresses {
  /** By `keyOf`. */
  readonly #claims = new Map<string, Claim>();
  /** Of each folder that holds another's file or folder, who needed it first. */
  readonly #folders = new Map<string, Claim>();
  /** How long the paths of files are whose names are those of folders. */
  readonly #bareLengths = new Set<number>();
  readonly #hidden = new Set<Claim>();
  readonly #others = new Set<SitePath>();
  /** By year, claims below its folder that are added when something else comes near them. */
  readonly #deferred = new Map<string, () => void>();
  #hasIndexFolder = false;
  /** The folder in which the last page's folder lies: those of a day come one after the other. */
  #lastFolder = '';

  /**
   * Puts off the claims below a year's folder of which none is in the way of another.
   * @param addAll adds them
   */
  defer(year: string, addAll: () => void): void {
    this.#deferred.set(year, addAll);
  }

  isDeferred(year: string): boolean {
    return this.#deferred.has(year);
  }

  /** Adds what was put off and may have to do with an address. */
  #comeNear(path: string): void {
    if (this.#deferred.size === 0) return;
    const year = path.slice(1, 5);
    const addAll = this.#deferred.get(year);
    if (addAll === undefined) return;
    this.#deferred.delete(year);
    addAll();
  }

  /**
   * Adds a claim; where another stands in its way it is not added.
   * @param isPublished whether links can lead to it
   * @returns the one that was there before it
   */
  add(claim: Claim, isPublished = true): Claim | null {
    this.#comeNear(claim.path);
    const key = keyOf(claim.path);
    const isPage = key.endsWith('/');
    const folders = this.#newFolders(key);
    const other =
      this.#claims.get(key) ??
      (isPage ? this.#fileInPlaceOf(key) : this.#folderInPlaceOf(key)) ??
      folders.map((folder) => this.#claims.get(keyOf(folder))).find((found) => found !== undefined);
    if (other !== undefined) {
      if (isPublished) this.#others.add(claim.path);
      return other;
    }
    this.#claims.set(key, claim);
    if (!isPublished) this.#hidden.add(claim);
    for (const folder of folders) {
      this.#folders.set(folder, claim);
      this.#hasIndexFolder ||= folder.endsWith(`/${indexName}`);
    }
    if (isPage) this.#lastFolder = folderAbove(key.slice(0, -1));
    else if (isBare(key)) this.#bareLengths.add(key.length);
    return null;
  }

  /** Whether something stands at an address, or needs it as a folder. */
  isTaken(path: SitePath): boolean {
    this.#comeNear(path);
    return this.#claims.has(keyOf(path)) || this.#folders.has(path);
  }

  /** Adds an address at which nothing else can be. */
  publish(path: SitePath): void {
    this.#others.add(path);
  }

  has(path: SitePath): boolean {
    this.#comeNear(path);
    const found = this.#claims.get(keyOf(path));
    const isPublished = found?.path === path && !this.#hidden.has(found);
    return isPublished || this.#others.has(path);
  }

  *[Symbol.iterator](): Iterator<SitePath> {
    for (const year of [...this.#deferred.keys()]) this.#comeNear(`/${year}/`);
    for (const claim of this.#claims.values()) if (!this.#hidden.has(claim)) yield claim.path;
    yield* this.#others;
  }

  /** The folders above a file, or a page's own folder, that nobody needed before. */
  #newFolders(key: string): readonly string[] {
    const start = folderEnd(key);
    if (start === this.#lastFolder.length && key.startsWith(this.#lastFolder)) return [];
    const folders: string[] = [];
    for (let end = start; end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end);
      if (this.#folders.has(folder)) break;
      folders.push(folder);
    }
    return folders;
  }

  /** A file where a page's own folder would be, or its index a folder. */
  #fileInPlaceOf(key: string): Claim | undefined {
    if (this.#hasIndexFolder) {
      const needed = this.#folders.get(key + indexName);
      if (needed !== undefined) return needed;
    }
    const mayBeFile = this.#bareLengths.has(key.length - 1) || !isBare(key);
    return mayBeFile ? this.#claims.get(key.slice(0, -1)) : undefined;
  }

  /** Who needs a folder where a file would be: a content file rather than Dateline, as it can be moved. */
  #folderInPlaceOf(key: string): Claim | undefined {
    const [page, below] = [this.#claims.get(`${key}/`), this.#folders.get(key)];
    return page === undefined || page.file === null ? (below ?? page) : page;
  }
}

/** The address of a page without the name of its file. */
function keyOf(path: string): string {
  return path.endsWith(`/${indexName}`) ? path.slice(0, -indexName.length) : path;
}

/** Where the folder ends in which a file, or a page's own folder, lies. */
function folderEnd(key: string): number {
  return key.lastIndexOf('/', key.length - 2);
}

function folderAbove(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether the name of a file, or of a page's folder, has no full stop. */
function isBare(key: string): boolean {
  return !key.includes('.', folderEnd(key));
}
