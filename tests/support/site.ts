import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseInstant, type Instant } from '../../src/dates/instant.ts';
import type { Diagnostic } from '../../src/diagnostics/locate.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import type { Site } from '../../src/model/site.ts';

/** The repository's root: tests run from there. */
export const root = process.cwd();

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes with the process. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-test-'));
  folders.push(folder);
  return folder;
}

/** Files by path, relative to a folder; text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function writeFiles(folder: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** A site.yaml without warnings, with lines added. */
export function siteYaml(more = ''): string {
  const lines = more === '' || more.endsWith('\n') ? more : `${more}\n`;
  // Indexes take a second; who tests them says so.
  const search = lines.includes('search:') ? '' : 'search: false\n';
  return `title: Test\nurl: https://test.example/\nlanguage: en\nzone: UTC\nauthority: test.example\n${lines}${search}`;
}

/** An article's file: front matter lines and a body. */
export function articleFile(front: string, body = 'A first paragraph.'): string {
  return `---\n${front.trim()}\n---\n\n${body}\n`;
}

/** A content folder with a site.yaml (unless given) and the files. */
export function makeContent(files: Files): string {
  const content = path.join(makeFolder(), 'content');
  writeFiles(content, { 'site.yaml': siteYaml(), ...files });
  return content;
}

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`no timestamp: ${text}`);
  return instant;
}

export const testNow = at('2030-01-01T00:00:00Z');

export interface LoadResult {
  readonly site: Site | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a content folder made of files. */
export function load(files: Files, options: { now?: Instant; drafts?: boolean } = {}): LoadResult {
  const content = makeContent(files);
  const result = loadSite({
    content,
    now: options.now ?? testNow,
    drafts: options.drafts ?? false,
  });
  const diagnostics = result.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: path.relative(path.dirname(content), diagnostic.file),
  }));
  return { site: result.site, diagnostics };
}

/** Loads a content folder that must have no errors. */
export function loadGood(files: Files, options: { now?: Instant; drafts?: boolean } = {}): Site {
  const { site, diagnostics } = load(files, options);
  if (site === null)
    throw new Error(diagnostics.map((each) => `${each.file}: ${each.message}`).join('\n'));
  return site;
}
