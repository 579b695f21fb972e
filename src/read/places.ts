import { formatSuggestion, nearestNames } from '../names/nearest.ts';

export type SourceKind =
  'site' | 'article' | 'briefing' | 'topic' | 'actor' | 'story' | 'page' | 'ledger';

/** What a path below the content folder is. */
export type Place =
  | { readonly kind: 'source'; readonly source: SourceKind }
  | { readonly kind: 'asset'; readonly root: 'assets' | 'static'; readonly relative: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'stray'; readonly hint: string };

interface Folder {
  readonly source: SourceKind;
  readonly nested: boolean;
}

const folders: Readonly<Record<string, Folder>> = {
  articles: { source: 'article', nested: true },
  briefings: { source: 'briefing', nested: false },
  topics: { source: 'topic', nested: false },
  actors: { source: 'actor', nested: false },
  stories: { source: 'story', nested: false },
  pages: { source: 'page', nested: true },
};
const folderNames = [...Object.keys(folders), 'assets', 'static'];

/** Hidden files, and what editors and systems leave beside a file. */
export function isIgnoredName(name: string): boolean {
  // Nearly all names, of which nothing else has to be asked.
  if (name.endsWith('.md') && !name.startsWith('.')) return false;
  return (
    (name.startsWith('.') && name !== '.well-known' && name !== '.nojekyll') ||
    /~$|^#.*#$|\.(?:swp|swo|swx|bak|orig|tmp)$|^(?:Thumbs\.db|desktop\.ini)$/i.test(name)
  );
}

/** Says what the file at a path (relative to the content folder, `/` between the parts) is for. */
export function findPlace(relative: string): Place {
  const parts = relative.split('/');
  if (parts.some(isIgnoredName)) return { kind: 'ignored' };
  const [top = '', ...rest] = parts;
  const name = parts.at(-1) ?? '';
  if (parts.some((part) => part.startsWith('.')) && top !== 'static') return { kind: 'ignored' };
  if (rest.length === 0) return findTopPlace(name);
  if (top === 'assets' || top === 'static')
    return { kind: 'asset', root: top, relative: rest.join('/') };
  const folder = Object.hasOwn(folders, top) ? folders[top] : undefined;
  if (folder === undefined) {
    const suggestion = formatSuggestion(nearestNames(top, folderNames).map((other) => `${other}/`));
    return { kind: 'stray', hint: suggestion ?? `the folders are ${folderNames.join(', ')}` };
  }
  if (!name.endsWith('.md')) {
    return {
      kind: 'stray',
      hint: /\.(?:markdown|mdown|mkd|txt|MD)$/.test(name)
        ? `rename it to end in .md`
        : `files to be served go into assets/ or static/`,
    };
  }
  if (rest.length > 1 && !folder.nested) {
    return { kind: 'stray', hint: `${top}/ has no folders: move it to ${top}/${name}` };
  }
  return { kind: 'source', source: folder.source };
}

function findTopPlace(name: string): Place {
  if (name === 'site.yaml') return { kind: 'source', source: 'site' };
  if (name === 'ledger.tsv') return { kind: 'source', source: 'ledger' };
  if (/^site\.(?:yml|json|toml)$/i.test(name))
    return { kind: 'stray', hint: 'rename it to site.yaml' };
  if (name.endsWith('.md')) return { kind: 'stray', hint: 'move it to articles/ or pages/' };
  return { kind: 'stray', hint: 'files served from / go into static/' };
}
