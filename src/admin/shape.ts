/** The kinds of files whose names content refers to. */
export type NameKind = 'topics' | 'actors' | 'stories';

/** What the editor's form has in place of a value of front matter. */
export type Shape =
  | { readonly kind: 'text' }
  /** Numbers and choices, which stay what they are. */
  | { readonly kind: 'value' }
  | { readonly kind: 'name'; readonly of: NameKind }
  /** `main` is the field that a bare text stands for: of `[KCNA]`, the `name`. */
  | { readonly kind: 'list'; readonly items: Shape; readonly main: string | null }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Shape>> };

/** How the files of one collection are read into the form and written from it. */
export interface FileShape {
  /** The fields of the form that are front matter, in the order in which a new file has them. */
  readonly fields: Readonly<Record<string, Shape>>;
  /** What a field that is not there means; it isn't written. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** The field of which a new file's name is made; null where it is the day. */
  readonly namedFor: string | null;
  /** Whether a new file says its own id, of its day and its name. */
  readonly hasId: boolean;
}

/** What the admin's script knows of the site. */
export interface AdminData {
  /** By the name of the collection. */
  readonly shapes: Readonly<Record<string, FileShape>>;
  /** From each folded name to the id that the form offers. */
  readonly ids: Readonly<Record<NameKind, Readonly<Record<string, string>>>>;
}
