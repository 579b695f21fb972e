/** The part of Pagefind's browser interface that we use. */
export interface PagefindModule {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly excerptEllipsis: string;
  }) => PagefindInstance;
}

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindInstance {
  readonly filters: () => Promise<Counts>;
  readonly search: (
    /** Null finds everything that passes the filters. */
    query: string | null,
    options: {
      readonly filters: Readonly<Record<string, string>>;
      readonly sort: Readonly<Record<string, 'asc' | 'desc'>>;
    },
  ) => Promise<PagefindAnswer>;
}

export interface PagefindAnswer {
  readonly results: readonly PagefindHit[];
  /** Of the results. */
  readonly filters: Counts;
  /** Of what the query alone finds. */
  readonly totalFilters: Counts;
}

export interface PagefindHit {
  readonly score: number;
  readonly data: () => Promise<PagefindText>;
}

export interface PagefindText {
  readonly url: string;
  /** Text with `<mark>`; other `<` and `>` are escaped, and nothing else. */
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
