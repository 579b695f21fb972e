import { foldName } from '../names/fold.ts';
import { readChecked } from '../check/checkedFile.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { TextEdit } from './contentText.ts';
import { removeItem } from './frontLists.ts';
import { readFrontText, replaceScalar, type FrontScalar, type FrontText } from './frontText.ts';

export type TermKind = 'actor' | 'topic' | 'story';
export const termFolders = { actor: 'actors', topic: 'topics', story: 'stories' } as const;

/** What is looked for, and what is to stand in its place. */
export interface Replacement {
  readonly kind: TermKind;
  readonly oldId: string;
  readonly newId: string;
  /** Also what is no id any more by its fold: written with capitals or spaces. */
  readonly folds: ReadonlySet<string>;
  /** A name that changes too. */
  readonly name: { readonly from: string; readonly to: string } | null;
  /** Whether an item of a list already means the new id, which then needs no second. */
  readonly isThereAlready: (written: string) => boolean;
}

/** The edits that make a file refer to the new id: in its front matter and in links of its body. */
export function replaceReferences(
  source: SourceFile,
  replacement: Replacement,
): readonly TextEdit[] {
  if (!mayRefer(source.text, replacement)) return [];
  const front = readFrontText(source);
  const edits: TextEdit[] = [];
  for (const scalar of front.scalars) {
    if (typeof scalar.value !== 'string') continue;
    const link = replaceLink(scalar.value, replacement);
    if (isReference(source.kind, scalar, replacement.kind)) {
      const value = replaceName(scalar.value, replacement);
      if (value !== null) {
        edits.push(
          dropRepeated(source, front, scalar, replacement) ?? replaceScalar(scalar, value),
        );
      }
    } else if (source.kind === 'site' && scalar.path[0] === 'nav' && link !== null) {
      edits.push(replaceScalar(scalar, link));
    }
  }
  return [...edits, ...replaceLinks(source, replacement)];
}

function mayRefer(text: string, { oldId, folds, name }: Replacement): boolean {
  if (text.includes(oldId) || (name !== null && text.includes(name.from))) return true;
  if (folds.size === 0) return false;
  const lower = foldName(text);
  return [...folds].some((fold) => lower.includes(fold));
}

/** Where each kind of file names actors, topics and stories. `*` is any index of a list. */
const places: Readonly<
  Record<TermKind, Readonly<Partial<Record<SourceFile['kind'], readonly string[]>>>>
> = {
  actor: {
    article: ['actors.*', 'actors.*.actor'],
    story: ['actors.*'],
    actor: ['mergedInto', 'related.*.actor', 'roles.*.of'],
    site: ['feed.pairs.*.actor'],
  },
  topic: {
    article: ['topics.*'],
    story: ['topics.*'],
    topic: ['mergedInto', 'broader'],
    site: ['feed.pairs.*.topic'],
  },
  story: { article: ['story'] },
};

/** Whether a scalar of a file names an entry of a kind. */
export function isReference(
  file: SourceFile['kind'],
  { path }: FrontScalar,
  kind: TermKind,
): boolean {
  const place = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  return places[kind][file]?.includes(place) ?? false;
}

/** What is to stand in place of a written name; null where it stays. */
function replaceName(written: string, { oldId, newId, folds, name }: Replacement): string | null {
  if (written === oldId) return newId;
  if (name !== null && written === name.from) return name.to;
  return folds.has(foldName(written)) ? newId : null;
}

/** In a list that has the new id already, a second one would say nothing. */
function dropRepeated(
  source: SourceFile,
  front: FrontText,
  { path }: FrontScalar,
  { isThereAlready }: Replacement,
): TextEdit | null {
  const [key, index] = path;
  if (typeof key !== 'string' || typeof index !== 'number') return null;
  const others = front.scalars.filter(
    (other) =>
      other.path[0] === key &&
      other.path[1] !== index &&
      /^(?:actor|\d+)$/.test(String(other.path.at(-1))),
  );
  const isRepeated = others.some(({ value }) => typeof value === 'string' && isThereAlready(value));
  return isRepeated ? removeItem(source, front, key, index) : null;
}

/** A path of this site below the old address. */
function replaceLink(
  href: string,
  { kind, oldId, newId }: Pick<Replacement, 'kind' | 'oldId' | 'newId'>,
): string | null {
  const folder = `/${termFolders[kind]}/`;
  for (const id of [oldId, encodeURI(oldId)]) {
    const before = folder + id;
    if (href === before || href.startsWith(`${before}/`) || href.startsWith(`${before}#`)) {
      return folder + newId + href.slice(before.length);
    }
  }
  return null;
}

/** Links of a body to the old address and to what is below it. */
export function replaceLinks(
  source: SourceFile,
  replacement: Pick<Replacement, 'kind' | 'oldId' | 'newId'>,
): readonly TextEdit[] {
  const checked = source.kind === 'site' ? null : readChecked(source);
  if (checked === null) return [];
  const { blocks, bodyStart, text } = checked;
  return blocks.flatMap(({ source: written, links, toBody }) =>
    links.flatMap(({ address }) => {
      if (address === null) return [];
      const href = written.slice(address.start, address.end);
      const replaced = replaceLink(href, replacement);
      const start = bodyStart + toBody(address.start);
      if (replaced === null || !text.startsWith(href, start)) return [];
      return [{ start, end: start + href.length, text: replaced }];
    }),
  );
}
