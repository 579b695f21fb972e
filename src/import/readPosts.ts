import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeRaw, ImportError } from './decodeRaw.ts';
import { hashRaw } from './hashRaw.ts';
import { parsePost } from './parsePost.ts';
import type { Reference } from './parseRawText.ts';
import { isWxr, parseWxr, type WxrContent } from './parseWxr.ts';
import type { RawItem } from './rawItem.ts';

const largestPost = 1024 * 1024;
const largestExport = 128 * 1024 * 1024;
const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);
const isPicture = (name: string): boolean => /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(name);
/** Folders that tools make, or that hold no posts. */
const passedOver = new Set(['node_modules', '_site', 'public', 'resources', 'vendor']);

/**
 * Reads another tool's archive: a folder or a file of posts with front matter, or an export of WordPress.
 * A post that can't be read stops no other.
 * @throws ImportError where there is no such archive
 */
export function readPosts(root: string, reference: Reference): WxrContent {
  const items: RawItem[] = [];
  const problems: { input: string; message: string }[] = [];
  const leftOut = new Map<string, number>();
  const hashes = new Set<string>();
  const stats = lstatOf(root);
  if (!stats.isDirectory() && !isMarkdown(root)) {
    if (stats.size > largestExport) throw new ImportError('an export has 128 MiB at most');
    const text = decodeRaw(readFileSync(root));
    if (!isWxr(text)) throw new ImportError('it is no export of WordPress, nor Markdown');
    return parseWxr(text, reference);
  }
  for (const location of stats.isDirectory() ? listPosts(root) : [root]) {
    if (path.basename(location) === '_index.md') {
      leftOut.set('section pages', (leftOut.get('section pages') ?? 0) + 1);
      continue;
    }
    try {
      if (lstatOf(location).size > largestPost) throw new ImportError('a post has 1 MiB at most');
      const text = decodeRaw(readFileSync(location));
      const item = parsePost({ location, text, pictures: picturesBeside(location) }, reference);
      // The ends of two paths may be the same.
      const within = path.relative(root, location).split(path.sep).join('/');
      const hash = hashes.has(item.hash) ? hashRaw(`post ${item.hash} ${within}`) : item.hash;
      hashes.add(hash);
      items.push({ ...item, hash });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      problems.push({ input: location, message: error.message });
    }
  }
  return { items, problems, leftOut, titles: new Map(), attachments: [] };
}

function lstatOf(location: string): ReturnType<typeof lstatSync> & object {
  try {
    return lstatSync(location);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`it can't be read (${code})`);
  }
}

/** Sorted; symbolic links and hidden files are passed over. */
function listPosts(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const location = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || passedOver.has(entry.name)) return [];
    if (entry.isDirectory()) return listPosts(location);
    return entry.isFile() && isMarkdown(entry.name) ? [location] : [];
  });
}

/** Pictures of a page bundle, `slug/index.md`. */
function picturesBeside(location: string): readonly string[] {
  if (path.basename(location) !== 'index.md') return [];
  const folder = path.dirname(location);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isPicture(entry.name))
    .map(({ name }) => path.join(folder, name))
    .sort();
}
