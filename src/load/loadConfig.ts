import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { fallbackSite, parseSite, type SiteConfig } from '../parse/site.ts';
import { readSource } from '../read/readContent.ts';
import { listContentFolder } from './listContentFolder.ts';
import { locateAll } from './locateAll.ts';

export interface LoadedConfig {
  /** Null where site.yaml is missing or has an error. */
  readonly config: SiteConfig | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The site's zone, of site.yaml alone; UTC where that names none. */
export function loadZone(content: string): string {
  const file = `${content}/site.yaml`;
  const quiet = (): void => undefined;
  const entry = { kind: 'site', file, relative: 'site.yaml', location: file } as const;
  const source = readSource(entry, quiet) ?? undefined;
  return (parseSite(source, file, quiet) ?? fallbackSite(source, file)).zone;
}

/** Reads site.yaml and nothing else of a content folder. */
export function loadConfig(content: string): LoadedConfig {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const entries = listContentFolder(content).entries.filter(({ kind }) => kind === 'site');
  const [entry] = entries;
  const source = entry && readSource(entry, report);
  const file = entry?.file ?? `${content}/site.yaml`;
  const config = source === null ? null : parseSite(source, file, report);
  return { config, diagnostics: locateAll(problems, entries, config?.check ?? new Map()) };
}
