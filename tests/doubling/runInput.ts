import { rmSync } from 'node:fs';
import path from 'node:path';
import { planFiles } from '../../src/build/writeFiles.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { checkContent } from '../../src/check/checkContent.ts';
import { dayOfInstant } from '../../src/dates/instant.ts';
import { formatDiff } from '../../src/edit/changes.ts';
import { formatDiagnostic, formatDiagnosticJson } from '../../src/diagnostics/format.ts';
import { formatSarif } from '../../src/diagnostics/formatSarif.ts';
import type { Diagnostic } from '../../src/diagnostics/locate.ts';
import { loadContext, openContent } from '../../src/import/loadContext.ts';
import { ImportError } from '../../src/import/decodeRaw.ts';
import { makeDraft } from '../../src/import/draft.ts';
import { formatDraft } from '../../src/import/formatDraft.ts';
import { parseRaw } from '../../src/import/parseRaw.ts';
import { formatOutcomes, formatReading } from '../../src/import/sheets/formatSheet.ts';
import { importSheet } from '../../src/import/sheets/importSheet.ts';
import { loadSite, loadTerms, type LoadedTerms } from '../../src/load/loadSite.ts';
import type { Site } from '../../src/model/site.ts';
import { readCodeFiles, versionsOf } from '../../src/render/codeFiles.ts';
import { createLayoutEngine } from '../../src/render/layoutEngine.ts';
import { toSearchRecord } from '../../src/search/searchRecord.ts';
import { renderEmail } from '../../src/email/renderEmail.ts';
import type { EmailView } from '../../src/views/email.ts';
import type { PageView } from '../../src/views/page.ts';
import { planViews } from '../../src/views/planViews.ts';
import { textOf } from '../support/build.ts';
import { at, makeContent, testNow } from '../support/site.ts';
import { article, plainFront, type GrownInput } from './growth.ts';

/** What one input came to. */
export interface Outcome {
  /** Bytes of pages, feeds, diagnostics or drafts. */
  readonly output: number;
  /** Codes of errors, or why it was refused; empty where it was taken. */
  readonly refused: readonly string[];
  /** Microseconds of the processor, by stage. */
  readonly spent: Readonly<Record<string, number>>;
}

const layouts = findLayoutFolders('');
const engine = createLayoutEngine(layouts);

type Stages = Record<string, number>;

async function timed<Result>(
  spent: Stages,
  name: string,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  spent[name] = (spent[name] ?? 0) + user + system;
  return result;
}

export async function runInput(input: GrownInput): Promise<Outcome> {
  if (input.kind === 'sheet') return runSheet(input.text);
  return input.kind === 'raw' ? runRaw(input.text) : runSite(input);
}

let terms: LoadedTerms | null = null;

async function runSheet(text: string): Promise<Outcome> {
  const site = article(plainFront);
  terms ??= loadTerms(makeContent(site.kind === 'site' ? site.files : {}));
  const loaded = terms;
  const spent: Stages = {};
  const options = { kind: 'actor', file: 'x.csv', language: 'en', type: null } as const;
  try {
    const read = await timed(spent, 'sheet', () =>
      importSheet(loaded, Buffer.from(text), 'content', options),
    );
    const told = await timed(spent, 'tell', () => [
      ...formatReading(read, 'x.csv'),
      formatOutcomes(read),
      formatDiff(read.changes),
    ]);
    const refused = [...new Set(read.problems.map(({ code }) => code))];
    return { output: told.join('').length, refused, spent };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { output: 0, refused: [error.message], spent };
  }
}

async function runSite({ files }: Extract<GrownInput, { kind: 'site' }>): Promise<Outcome> {
  const content = makeContent(files);
  const spent: Stages = {};
  try {
    const options = { content, now: testNow, drafts: false };
    const { site, diagnostics } = await timed(spent, 'load', () => loadSite(options));
    const checked = await timed(spent, 'check', () => checkContent(options));
    const told = await timed(spent, 'tell', () => tell([...diagnostics, ...checked]));
    const made = site === null ? 0 : await produce(site, spent);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return { output: made + told, refused: [...new Set(errors.map(({ code }) => code))], spent };
  } finally {
    rmSync(path.dirname(content), { recursive: true, force: true });
  }
}

function tell(diagnostics: readonly Diagnostic[]): number {
  const texts = [
    ...diagnostics.map(formatDiagnostic),
    ...diagnostics.map(formatDiagnosticJson),
    formatSarif(diagnostics, '0'),
  ];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Makes every page and file of a site, as a build does, and writes none. */
async function produce(site: Site, spent: Stages): Promise<number> {
  const code = readCodeFiles(layouts, site.config);
  const views = planViews(site, versionsOf(code));
  let bytes = 0;
  await timed(spent, 'files', () => {
    for (const file of planFiles(site, views, layouts, code)) {
      file.key();
      bytes += textOf(file).length;
    }
  });
  await timed(spent, 'pages', async () => {
    for (const page of views.pages) {
      if (page.layout === 'network') continue;
      page.inputs?.();
      const view = page.build();
      const layout = await engine.load(`${page.layout}.vto`);
      const render = (each: PageView): Promise<string> =>
        layout({ view: each, site: views.site, words: views.site.words });
      const isEmail = view.layout === 'email';
      bytes += (await (isEmail ? renderEmail(view as EmailView, views.site, render) : render(view)))
        .length;
    }
  });
  await timed(spent, 'search', () => {
    for (const [place, each] of site.articles.entries()) {
      bytes += JSON.stringify(toSearchRecord(each, place, site)).length;
    }
  });
  return bytes;
}

const rawDay = dayOfInstant(at('2024-01-06T00:00:00Z'), 'UTC');
let known: ReturnType<typeof loadContext> | null = null;

async function runRaw(text: string): Promise<Outcome> {
  if (known === null) {
    const site = article(plainFront);
    known = loadContext(openContent(makeContent(site.kind === 'site' ? site.files : {}), null));
  }
  const context = { ...known, taken: new Set<string>() };
  const spent: Stages = {};
  const reference = { day: rawDay, isGiven: true };
  try {
    const read = await timed(spent, 'parse', () => parseRaw({ text, address: null, reference }));
    if (read.kind === 'feeds') return { output: read.addresses.join().length, refused: [], spent };
    const drafts = await timed(spent, 'draft', () =>
      read.items.map((item) => formatDraft(makeDraft(item, context)).length),
    );
    return { output: drafts.reduce((sum, each) => sum + each, 0), refused: [], spent };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { output: 0, refused: [error.message], spent };
  }
}
