import path from 'node:path';
import type { Archive, ArchiveItem } from './archive.ts';
import type { Draft } from './draft.ts';
import { hashWords } from './words.ts';

/** How many drafts of a run the next is compared with, so that the cost of a long feed is bounded. */
const compared = 500;

/** What the content folder has, and the drafts of this run as they are written. */
export interface GrowingArchive {
  readonly archive: Archive;
  readonly add: (draft: Draft) => void;
}

/** @param content the content folder, as the user typed it */
export function growArchive(archive: Archive, content: string): GrowingArchive {
  const items = [...archive.items];
  return {
    archive: { ...archive, items },
    add: (draft) => {
      items.push(toArchiveItem(draft, content));
      if (items.length > archive.items.length + compared) items.splice(archive.items.length, 1);
    },
  };
}

/** A draft as an item of the archive. Its guesses are no evidence for what the next is about. */
function toArchiveItem(draft: Draft, content: string): ArchiveItem {
  const { item, relative, id, day, slug, actors, sources } = draft;
  const file = `${content}/${relative}`;
  const location = path.join(content, ...relative.split('/'));
  return {
    ...{ id, day, slug, title: item.title, sources, topics: [] },
    entry: { kind: 'article', file, relative, location },
    actors: actors.flatMap(({ value, guess }) => (guess === null ? [value.id] : [])),
    imported: [item.hash, ...(item.url === null ? [] : [item.url])],
    hashes: hashWords(`${item.title} ${item.body}`),
  };
}
