import type { Site } from '../model/site.ts';
import { indexYear, withPagefind, type IndexFile } from '../search/indexYear.ts';
import { planSearchYears, type SearchYear } from '../search/planSearch.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The search indexes of a served site, held in memory and made when a browser first asks for a file of
 * one, so that no page waits for them. Years that did not change since the last build are not made again.
 */
export class SearchIndexes {
  readonly #years: ReadonlyMap<string, SearchYear>;
  readonly #made = new Map<string, { readonly key: string; readonly files: Promise<Files> }>();

  /** @param last the indexes of the site as it was before */
  constructor(site: Site, last: SearchIndexes | null) {
    this.#years = new Map(planSearchYears(site).map((year) => [year.path, year]));
    for (const [path, made] of last === null ? [] : last.#made) this.#made.set(path, made);
  }

  /**
   * The file at a path below the base path; undefined where none of the indexes has it.
   * @throws Error where Pagefind does not run
   */
  async read(path: string): Promise<Uint8Array | undefined> {
    const end = path.indexOf('/', path.indexOf('/', 1) + 1) + 1;
    const year = this.#years.get(path.slice(0, end));
    return year === undefined ? undefined : (await this.#filesOf(year)).get(path.slice(end));
  }

  #filesOf(year: SearchYear): Promise<Files> {
    const key = year.key();
    const known = this.#made.get(year.path);
    if (known?.key === key) return known.files;
    const files = withPagefind((pagefind) => indexYear(pagefind, year)).then(toFiles);
    this.#made.set(year.path, { key, files });
    // The next request tries again.
    files.catch(() => this.#made.delete(year.path));
    return files;
  }
}

function toFiles(files: readonly IndexFile[]): Files {
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

export function typeOfIndexFile(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
