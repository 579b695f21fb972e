import {
  accessSync,
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Dirent,
} from 'node:fs';
import { constants } from 'node:fs';
import path from 'node:path';
import { wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { assetPath, staticPath, type SitePath } from '../urls/paths.ts';
import { hashText } from './hash.ts';
import { findPlace, isIgnoredName, type Place, type SourceKind } from './places.ts';

/** A content file, read. */
export interface SourceFile {
  readonly kind: SourceKind;
  /** The path as the user would type it, `/` between its parts. */
  readonly file: string;
  /** The path below the content folder, NFC. */
  readonly relative: string;
  /** UTF-8 without BOM, lines ended by `\n`. */
  readonly text: string;
}

/** A content file that was found and not read yet. */
export interface SourceEntry {
  readonly kind: SourceKind;
  readonly file: string;
  readonly relative: string;
  /** Where it lies, for the file system. */
  readonly location: string;
}

/** A file that is copied as it is. */
export interface AssetFile {
  readonly file: string;
  /** Where it lies, for the file system. */
  readonly source: string;
  readonly path: SitePath;
}

/** Sorted by path, in code units, so that no file system's order shows. */
export interface ContentList {
  readonly entries: readonly SourceEntry[];
  readonly assets: readonly AssetFile[];
}

export interface Content {
  readonly sources: readonly SourceFile[];
  readonly assets: readonly AssetFile[];
}

/** The largest content file, in bytes. An article of a million letters is a mistake or an attack. */
export const maximumSourceSize = 1024 * 1024;
/** The ledger has a line for each address: some 20 MB for 100,000 articles. */
const maximumLedgerSize = 256 * 1024 * 1024;

/** Reads the content tree. */
export function readContent(contentDirectory: string, report: Report): Content {
  const { entries, assets } = listContent(contentDirectory, report);
  return { sources: entries.flatMap((entry) => readSource(entry, report) ?? []), assets };
}

/** Lists the content tree. Symbolic links are refused: their targets may lie anywhere. */
export function listContent(contentDirectory: string, report: Report): ContentList {
  const sources: SourceEntry[] = [];
  const assets: AssetFile[] = [];
  // Of a hundred thousand files, to normalise each path takes longer than to find it.
  const root = path.join(contentDirectory, 'x').slice(0, -1);
  const shownRoot = root.split(path.sep).join('/');
  const shown = (relative: string): string => shownRoot + relative;

  const refuse = (
    code: DiagnosticCode,
    relative: string,
    message: string,
    hint: string | null,
  ): void => report({ code, file: shown(relative), where: wholeFile, message, hint });

  const visit = (relative: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(path.join(contentDirectory, relative), { withFileTypes: true });
    } catch (error) {
      refuse(
        'unreadable',
        relative,
        `this folder can't be read (${errorCode(error)})`,
        'mend its permissions',
      );
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    // What one Markdown file of a folder is for, if it is no asset, all of them are.
    let ofMarkdown: Place | null = null;
    for (const entry of entries) {
      if (isIgnoredName(entry.name)) continue;
      const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isSymbolicLink()) {
        refuse('symlink', below, 'this is a symbolic link', 'put the file itself here');
      } else if (entry.isDirectory()) {
        if (entry.name.endsWith('.md') || below === 'site.yaml') {
          refuse('not-a-file', below, 'this is a folder, not a file', 'rename or remove it');
        } else visit(below);
      } else if (entry.isFile()) {
        const isMarkdown = relative !== '' && entry.name.endsWith('.md');
        const place: Place = (isMarkdown ? ofMarkdown : null) ?? findPlace(below);
        if (isMarkdown && place.kind === 'source') ofMarkdown = place;
        visitFile(below, place);
      } else refuse('not-a-file', below, 'this is no regular file', 'remove it');
    }
  };

  const visitFile = (relative: string, place: Place): void => {
    if (place.kind === 'ignored') return;
    if (place.kind === 'stray') {
      refuse('stray-file', relative, 'a file of this name has no place here', place.hint);
      return;
    }
    const source = root + relative;
    if (place.kind === 'asset') {
      try {
        accessSync(source, constants.R_OK);
      } catch (error) {
        refuse(
          'unreadable',
          relative,
          `this file can't be read (${errorCode(error)})`,
          'mend its permissions',
        );
        return;
      }
      const below = place.relative.normalize('NFC');
      const target = place.root === 'assets' ? assetPath(below) : staticPath(below);
      assets.push({ file: shown(relative), source, path: target });
      return;
    }
    sources.push({
      kind: place.source,
      file: shown(relative),
      relative: relative.normalize('NFC'),
      location: source,
    });
  };

  visit('');
  return { entries: sources, assets };
}

/** Reads one file; null where it was refused. */
export function readSource(entry: SourceEntry, report: Report): SourceFile | null {
  const { kind, file, relative, location } = entry;
  const largest = kind === 'ledger' ? maximumLedgerSize : maximumSourceSize;
  const text = readText(location, largest, (code, message, hint) =>
    report({ code, file, where: wholeFile, message, hint }),
  );
  return text === null ? null : { kind, file, relative, text };
}

type Refuse = (code: DiagnosticCode, message: string, hint: string | null) => void;

/** Reads without following a link or waiting for a pipe. */
function readText(source: string, largest: number, refuse: Refuse): string | null {
  let descriptor: number;
  try {
    descriptor = openSync(source, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    refuse('unreadable', `this file can't be read (${errorCode(error)})`, 'mend its permissions');
    return null;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size > largest) {
      const megabytes = (size / 1024 / 1024).toFixed(1);
      refuse(
        'file-too-large',
        `this file has ${megabytes} MiB`,
        'a content file has 1 MiB at most; put data into assets/',
      );
      return null;
    }
    return decodeSource(readFileSync(descriptor), refuse);
  } catch (error) {
    refuse('unreadable', `this file can't be read (${errorCode(error)})`, null);
    return null;
  } finally {
    closeSync(descriptor);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });
const lenientDecoder = new TextDecoder('utf-8');

/** The hash of a file's text, as `readSource` gives it, from its bytes. */
export function hashSource(bytes: Uint8Array): string {
  // Only a byte order mark and carriage returns make the text differ from the bytes.
  if (bytes[0] !== 0xef && !bytes.includes(0x0d)) return hashText(bytes);
  return hashText(normaliseLines(lenientDecoder.decode(bytes)));
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decodeSource(bytes: Uint8Array, refuse: Refuse): string | null {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const hint = 'save it as UTF-8';
  if (isUtf16) {
    refuse('not-utf8', 'this file is in UTF-16', hint);
    return null;
  }
  try {
    const text = decoder.decode(bytes);
    if (text.includes('\u0000')) {
      refuse('not-utf8', 'this file has NUL characters, so it is no text', hint);
      return null;
    }
    return normaliseLines(text);
  } catch {
    refuse('not-utf8', 'this file is not in UTF-8', hint);
    return null;
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
