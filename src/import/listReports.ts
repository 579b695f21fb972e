import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { isBelow, resolveReal } from '../files/realPath.ts';
import { ImportError } from './decodeRaw.ts';

/** A file of a folder that is no report, and why. */
export interface PassedFile {
  readonly input: string;
  readonly message: string;
}

/** What of a folder is to be read. */
export interface ListedReports {
  /** Paths that begin as the user typed the folder, sorted. */
  readonly files: readonly string[];
  /** Files and folders that are passed over. */
  readonly passed: readonly PassedFile[];
}

/** Folders that programs make. */
const ofPrograms = new Set(['node_modules', '__pycache__', '__MACOSX']);
/** Files of programs that are texts and no reports. */
const code =
  /\.(?:css|js|mjs|cjs|ts|py|rb|php|sh|bat|ini|cfg|toml|ya?ml|lock|log|sql|tex|bib|srt|vtt)$/i;
const ofSystem = /^(?:Thumbs\.db|desktop\.ini|Icon\r)$|~$|\.(?:swp|swo|bak|orig|tmp|part)$/i;

/**
 * Lists a folder and those in it. Hidden files, links and what programs leave are passed over.
 * @param content the site's content folder, which holds no reports
 * @throws ImportError where it is no folder of reports
 */
export function listReports(folder: string, content: string | null): ListedReports {
  if (content !== null) checkApart(folder, content);
  const files: string[] = [];
  const passed: PassedFile[] = [];
  const visit = (at: string): void => {
    for (const entry of readFolder(at)) {
      const input = path.posix.join(at, entry.name);
      const message = whyPassed(entry);
      if (message !== null) passed.push({ input, message });
      else if (entry.isDirectory()) visit(input);
      else files.push(input);
    }
  };
  visit(folder.split(path.sep).join('/'));
  const archive = findArchive(folder, files);
  if (archive !== null) {
    throw new ImportError(
      `it looks like ${archive}: dateline import --archive ${folder} takes its posts`,
    );
  }
  if (files.length === 0) throw new ImportError('there is no file in this folder');
  return { files, passed };
}

function checkApart(folder: string, content: string): void {
  const [reports, site] = [resolveReal(folder), resolveReal(content)];
  if (reports === site || isBelow(reports, site) || isBelow(site, reports)) {
    throw new ImportError(`it and the content folder ${content} overlap: keep reports apart`);
  }
}

function readFolder(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`${folder} can't be read (${code})`);
  }
}

function whyPassed(entry: Dirent): string | null {
  if (entry.name.startsWith('.')) return 'it is hidden';
  if (entry.isSymbolicLink()) return 'it is a link';
  if (entry.isDirectory()) return ofPrograms.has(entry.name) ? 'it is a folder of a program' : null;
  if (!entry.isFile()) return 'it is no regular file';
  if (ofSystem.test(entry.name)) return 'it is a file of a program';
  return code.test(entry.name) ? 'it is no report by its name' : null;
}

/** Files of settings, and folders, by which tools are known. */
const tools: readonly (readonly [sign: RegExp, what: string])[] = [
  [/(?:^|\/)_config\.ya?ml$|(?:^|\/)_posts\//, 'a site of Jekyll'],
  [/(?:^|\/)(?:hugo\.(?:toml|ya?ml|json)|_index\.md)$/, 'a site of Hugo'],
  [/(?:^|\/)(?:\.eleventy|eleventy\.config)\.[cm]?js$/, 'a site of Eleventy'],
];

/** The archive of another tool that a folder holds; null where it holds reports. */
function findArchive(folder: string, files: readonly string[]): string | null {
  const names = readFolder(folder).map(({ name }) => name);
  const within = [...names, ...files.map((file) => path.posix.relative(folder, file))];
  for (const [sign, what] of tools) if (within.some((name) => sign.test(name))) return what;
  if (path.basename(path.resolve(folder)) === '_posts') return 'a site of Jekyll';
  const posts = files.filter((file) => /\.(?:md|markdown)$/i.test(file) && isPost(file));
  return posts.length > files.length / 2 ? 'an archive of posts with front matter' : null;
}

/**
 * Whether a file begins with the front matter of a post. What clips reports from the web writes front matter too, in
 * which the address stands.
 */
function isPost(file: string): boolean {
  const text = readFileSync(file).subarray(0, 16_384).toString('utf8');
  const front = /^\ufeff?(?<line>---|\+\+\+)[ \t]*\r?\n(?<keys>[^]*?)\r?\n\k<line>/.exec(text);
  const keys = front?.groups?.['keys'] ?? '';
  return (
    /^(?:title|date|layout|permalink)\b/m.test(keys) &&
    !/^(?:source|url|link)\b.*https?:/im.test(keys)
  );
}
