import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseInstant } from '../../src/dates/instant.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import type { SiteFile } from '../../src/feeds/siteFile.ts';
import type { Site } from '../../src/model/site.ts';
import { runCli } from './cli.ts';
import { makeFolder, root } from './site.ts';

/** The repository's own content: 42 published articles, a draft and an embargoed one. */
export const sampleContent = path.join(root, 'content');

/** After the sample's month, before the embargo of 2099. */
export const sampleNow = '2026-01-01T00:00:00Z';

/** Builds a content folder by the command line; gives the output folder. */
export function buildContent(content: string, ...args: readonly string[]): string {
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output, ...args);
  return output;
}

/** Builds into a folder that may be there already. */
export function rebuild(content: string, output: string, ...args: readonly string[]): void {
  const now = args.includes('--now') ? [] : ['--now', sampleNow];
  const { status, stderr } = runCli([
    ...['build', '--content', content, '--output', output],
    ...now,
    ...args,
  ]);
  if (status !== 0) throw new Error(`the build ended with ${status}:\n${stderr}`);
}

/** A copy of the sample's content that a test may change. */
export function copySample(): string {
  const content = path.join(makeFolder(), 'content');
  cpSync(sampleContent, content, { recursive: true });
  return content;
}

/** Replaces a text in a file below a folder, once; it must be there. */
export function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  const isThere = typeof from === 'string' ? text.includes(from) : text.search(from) >= 0;
  if (!isThere) throw new Error(`${file} has no ${String(from)}`);
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
}

/** The model of a content folder without errors. */
export function loadContent(content: string, now = sampleNow): Site {
  const instant = parseInstant(now);
  if (instant === null) throw new Error(`no timestamp: ${now}`);
  const { site, diagnostics } = loadSite({ content, now: instant, drafts: false });
  if (site === null) throw new Error(diagnostics.map((each) => each.message).join('\n'));
  return site;
}

export function readOutput(output: string, file: string): string {
  return readFileSync(path.join(output, file), 'utf8');
}

/** The text of a file of the site, before it is written. */
export function textOf(file: SiteFile): string {
  const made = file.make(null);
  return typeof made === 'string' ? made : Buffer.concat(made).toString();
}
