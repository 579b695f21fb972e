import { bodies } from './bodies.ts';
import { fronts } from './frontMatter.ts';
import { article, plainFront, type Growth } from './growth.ts';
import { imports } from './imports.ts';
import { otherFiles } from './otherFiles.ts';
import { sheets } from './sheets.ts';

/** Every input of the table. */
export const growths: readonly Growth[] = [
  ...bodies,
  ...fronts,
  ...otherFiles,
  ...imports,
  ...sheets,
];

/** An input of the table by its name, or one put together of pieces. */
export type GrowthSpec =
  | { readonly kind: 'named'; readonly name: string }
  | {
      readonly kind: 'mixed';
      /** Opened one after the other, as often as the input is large. */
      readonly open: string;
      readonly inner: string;
      readonly close: string;
      /** A line of front matter that grows too. */
      readonly front: string;
      readonly isRaw: boolean;
    };

const byName = new Map(growths.map((growth) => [growth.name, growth]));

export function growthOf(spec: GrowthSpec): Growth {
  if (spec.kind === 'named') {
    const growth = byName.get(spec.name);
    if (growth === undefined) throw new Error(`there is no input ${spec.name}`);
    return growth;
  }
  const { open, inner, close, front, isRaw } = spec;
  return {
    name: JSON.stringify(spec),
    make: (count) => {
      const text = open.repeat(count) + inner + close.repeat(count);
      if (isRaw) {
        const lead = 'Leaders meet in Seoul\n\nBy Jane Doe\n\nSEOUL, Jan 5 (Reuters) - They met. ';
        return { kind: 'raw', text: lead + text };
      }
      const grown = front === '' ? '' : `\nsummary: "${front.repeat(Math.ceil(count / 64))}"`;
      return article(plainFront + grown, text);
    },
  };
}
