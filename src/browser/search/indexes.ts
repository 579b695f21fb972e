import { own } from '../main/own.ts';
import type { Counts, PagefindHit, PagefindInstance, PagefindModule } from './pagefind.ts';
import { filterNames, type SearchState } from './state.ts';

export interface Found {
  readonly hits: readonly PagefindHit[];
  readonly counts: Counts;
  /** What the query finds without the filters. */
  readonly totals: Counts;
}

/**
 * The indexes of all years, each loaded when it is first asked for. Each is an instance of its own, for
 * Pagefind mixes the order by date of indexes that it merges itself.
 */
export class Indexes {
  readonly #folder: string;
  readonly #loaded = new Map<string, Promise<PagefindInstance>>();
  #module: Promise<PagefindModule> | null = null;
  #first: Promise<PagefindInstance> | null = null;

  /** @param folder the address that has a folder for each year; ends in `/` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether a search of these years needs no loading. */
  has(years: readonly string[]): boolean {
    return years.every((year) => this.#loaded.has(year));
  }

  /** @throws Error where an index can't be loaded; the next search tries again */
  async search({ query, filters, sort }: SearchState, years: readonly string[]): Promise<Found> {
    const words = query.trim() === '' ? null : query;
    const isByDate = sort === 'date' || words === null;
    const wanted = Object.fromEntries(
      filterNames.map((name) => [name, filters[name]] as const).filter(([, id]) => id !== ''),
    );
    const options = { filters: wanted, sort: isByDate ? { date: 'desc' as const } : {} };
    const instances = await this.#loadAll(years);
    const answers = await Promise.all(instances.map((each) => each.search(words, options)));
    const hits = answers.flatMap((answer) => answer.results);
    return {
      hits: isByDate ? hits : hits.sort((one, other) => other.score - one.score),
      counts: sumCounts(answers.map((answer) => answer.filters)),
      totals: sumCounts(answers.map((answer) => answer.totalFilters)),
    };
  }

  /** How often each value of a filter occurs in these years. */
  async countAll(years: readonly string[]): Promise<Counts> {
    const instances = await this.#loadAll(years);
    return sumCounts(await Promise.all(instances.map((each) => each.filters())));
  }

  #loadAll(years: readonly string[]): Promise<readonly PagefindInstance[]> {
    return Promise.all(years.map((year) => this.#load(year)));
  }

  /** The first is waited for: Pagefind's program must be there before a second instance begins. */
  #load(year: string): Promise<PagefindInstance> {
    const known = this.#loaded.get(year);
    if (known !== undefined) return known;
    const start = (): Promise<PagefindInstance> => this.#start(`${this.#folder}${year}/`);
    const loading = this.#first === null ? start() : this.#first.then(start, start);
    this.#first ??= loading;
    this.#loaded.set(year, loading);
    loading.catch(() => {
      this.#loaded.delete(year);
      if (this.#first === loading) this.#first = null;
    });
    return loading;
  }

  async #start(folder: string): Promise<PagefindInstance> {
    this.#module ??= import(`${folder}pagefind.js`) as Promise<PagefindModule>;
    try {
      const { createInstance } = await this.#module;
      const instance = createInstance({ basePath: folder, baseUrl: '/', excerptEllipsis: '…' });
      // Filters are needed for the lists, and whoever has them has the program too.
      await instance.filters();
      return instance;
    } catch (error) {
      this.#module = null;
      throw error;
    }
  }
}

function sumCounts(all: readonly Counts[]): Counts {
  const sums: Record<string, Record<string, number>> = {};
  for (const counts of all) {
    for (const [name, values] of Object.entries(counts)) {
      const sum = (sums[name] ??= {});
      for (const [value, count] of Object.entries(values))
        sum[value] = (own(sum, value) ?? 0) + count;
    }
  }
  return sums;
}
