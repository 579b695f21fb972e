import { escapePath } from './address.ts';
import { findNameReader } from './hostNames.ts';
import { refuseLiteralPath, type PathRefusal } from './literalPath.ts';
import { longestPath, parseSitePath, type SitePath } from './paths.ts';
import { byteLength } from './slug.ts';

/** Of a line of `_redirects`, Cloudflare takes 2,000 characters, half of them for where it leads. */
const longestEscaped = 1000;

/**
 * Why a former address from content can't be published; null where every host can be told it
 * literally and no host reads a file of its name.
 */
export function refuseFormerPath(text: string): PathRefusal | null {
  const path = parseSitePath(text);
  if (path === null) {
    return {
      message: 'is no path of this site',
      hint: 'write it from the base path on, such as /2024/01/05/old-slug/',
    };
  }
  const refusal = refuseLiteralPath(path);
  if (refusal !== null) return refusal;
  if (byteLength(path) > longestPath || escapePath(path).length > longestEscaped) {
    return {
      message: 'is longer than hosts take',
      hint: `leave it out: an address has ${longestPath} bytes at most, and ${longestEscaped} characters as it is escaped`,
    };
  }
  const reader = findNameReader(path);
  if (reader === null) return null;
  return { message: `has a name that means something to ${reader}`, hint: 'leave it out' };
}

/**
 * A former address as it is told to hosts, written to disk and held against other addresses:
 * unescaped, NFC, a page's with a slash at its end. Null where it can't be published.
 */
export function parseFormerPath(text: string): SitePath | null {
  return refuseFormerPath(text) === null ? pageLike(parseSitePath(text)) : null;
}

/** `/old` and `/old/` are one page; `/old.html` is a file. */
function pageLike(path: SitePath | null): SitePath | null {
  if (path === null) return null;
  const last = path.split('/').at(-1) ?? '';
  return last === '' || last.includes('.') ? path : (`${path}/` as SitePath);
}
