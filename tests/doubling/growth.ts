import { articleFile, siteYaml, type Files } from '../support/site.ts';

/** An input that can be made larger: a content folder, or a raw text or a sheet that is imported. */
export interface Growth {
  readonly name: string;
  readonly make: (count: number) => GrownInput;
  /** One short piece, again and again: the campaign has them, and mixes them. */
  readonly isPiece?: boolean;
}

export type GrownInput =
  | { readonly kind: 'site'; readonly files: Files }
  | { readonly kind: 'raw'; readonly text: string }
  /** A sheet of actors. */
  | { readonly kind: 'sheet'; readonly text: string };

export const plainFront = 'title: A headline\ndate: 2024-01-05';

const known: Files = {
  'site.yaml': siteYaml('email: true\nexports: [json, ndjson, csv, ninjs, stix, graphml, ics]\n'),
  'actors/jane.md': articleFile('name: Jane Doe\ntype: person\naliases: [A.A., 日本, x-y z]'),
  'actors/un.md': articleFile('name: UN\ntype: organisation\naliases: [United Nations]'),
  'topics/trade.md': articleFile('name: Trade'),
};

export function article(front: string, body = 'A first paragraph.', more: Files = {}): GrownInput {
  return {
    kind: 'site',
    // As it is: `articleFile` would trim it.
    files: { ...known, 'articles/x.md': `---\n${front}\n---\n\n${body}\n`, ...more },
  };
}

export function times(count: number, part: string | ((index: number) => string)): string {
  if (typeof part === 'string') return part.repeat(count);
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

export function asPieces(all: readonly Growth[]): readonly Growth[] {
  return all.map((growth) => ({ ...growth, isPiece: true }));
}
