/**
 * `npm run bench`: builds made corpora with Dateline, cold and in the everyday cases, and beside it in
 * the same run with two Hugo sites of the same articles (Debian's package; left out, and said so, where
 * it is missing) and with conventional Eleventy. Checks that each wrote the pages and feeds it should,
 * and prints one table of medians: wall time, processor time of the whole process tree, peak memory.
 * Options: --sizes 1000,10000  --runs 5  --hugo 50000 and --eleventy 10000 (the largest sizes for them)
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusShape, frequentActor, lastDay, writeCorpus } from './corpus.ts';
import { writeEleventySite } from './eleventySite.ts';
import type { HugoKind } from './hugoLayouts.ts';
import { writeHugoSite } from './hugoSite.ts';
import { measure, median, type Run } from './measure.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '5' },
    hugo: { type: 'string', default: '50000' },
    eleventy: { type: 'string', default: '10000' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const cli = path.resolve('dist/src/cli/main.js');
const eleventyCli = path.resolve('node_modules/@11ty/eleventy/cmd.cjs');
const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-bench-'));
const content = path.join(folder, 'content');
const site = path.join(folder, 'site');
const hugos = [
  { kind: 'lean', what: 'Hugo, lean', folder: path.join(folder, 'hugo-lean') },
  { kind: 'same', what: 'Hugo, same pages and feeds', folder: path.join(folder, 'hugo-same') },
] as const;
const eleventy = path.join(folder, 'eleventy');
const aside = path.join(folder, 'aside');
const hasHugo = spawnSync('hugo', ['version']).status === 0;
if (!hasHugo) console.log('hugo is not installed: its rows are left out');

interface Row {
  readonly articles: number;
  readonly what: string;
  readonly measured: readonly Run[];
  readonly files: number;
}

const rows: Row[] = [];
for (const articles of sizes) await benchSize(articles);
rmSync(folder, { recursive: true, force: true });
printTable(rows);

async function benchSize(articles: number): Promise<void> {
  const options = { articles, ...corpusShape };
  writeCorpus(content, options);
  const withHugo = hasHugo && articles <= Number(values.hugo);
  if (withHugo) for (const hugo of hugos) writeHugoSite(hugo.folder, options, hugo.kind);
  const withEleventy = articles <= Number(values.eleventy);
  if (withEleventy) writeEleventySite(eleventy, options);
  const measured = new Map<string, Run[]>();
  const files = new Map<string, number>();
  const keep = (what: string, run: Run, count: number): void => {
    measured.set(what, [...(measured.get(what) ?? []), run]);
    files.set(what, count);
    const seconds = run.seconds.toFixed(2);
    const processor = (run.processor ?? 0).toFixed(2);
    const memory = (run.megabytes ?? 0).toFixed(0);
    console.log(`${articles} ${what}: ${seconds} s, processor ${processor} s, ${memory} MB`);
  };
  // In turn, so that a noisy minute hits all.
  for (let run = 0; run < runs; run++) {
    setAside(site);
    setAside(path.join(folder, '.cache'));
    const build = (): Promise<Run> =>
      good(process.execPath, [cli, 'build', '--content', content, '--output', site]);
    keep('Dateline, cold', await build(), countFiles(site));
    checkOurs(articles);
    keep('Dateline, unchanged', await build(), countFiles(site));
    const added = path.join(content, 'articles', 'one-new.md');
    writeFileSync(added, newArticle());
    keep('Dateline, one new article', await build(), countFiles(site));
    if (!existsSync(path.join(site, lastDay.replaceAll('-', '/'), 'one-new/index.html')))
      throw new Error('no new page');
    rmSync(added);
    await build();
    const actor = path.join(content, `actors/actor-${frequentActor}.md`);
    const before = readFileSync(actor, 'utf8');
    writeFileSync(actor, before.replace(/^name: .*$/m, 'name: Somebody Else'));
    keep('Dateline, an actor of 400 articles renamed', await build(), countFiles(site));
    writeFileSync(actor, before);
    for (const hugo of withHugo ? hugos : []) {
      const output = path.join(hugo.folder, 'public');
      setAside(output);
      const theirs = await good('hugo', ['--quiet', '--source', hugo.folder]);
      keep(hugo.what, theirs, countFiles(output));
      checkHugo(output, articles, hugo.kind);
    }
    if (withEleventy && run === 0) {
      const theirs = await good(process.execPath, [eleventyCli], eleventy);
      keep('Eleventy, a template an article', theirs, countFiles(path.join(eleventy, '_site')));
      checkPages(path.join(eleventy, '_site'), /^articles\/\d{4}\/item-/, articles, 'Eleventy');
    }
  }
  for (const [what, all] of measured) {
    rows.push({ articles, what, measured: all, files: files.get(what) ?? 0 });
  }
}

/**
 * Takes a folder away without deleting it. For minutes after a deletion ext4 uses its inodes for
 * nothing else (`recently_deleted` in fs/ext4/ialloc.c) and walks past all of them for each new file,
 * which would make each run pay for the output of the one before.
 */
function setAside(what: string): void {
  if (!existsSync(what)) return;
  mkdirSync(aside, { recursive: true });
  renameSync(what, path.join(aside, String(readdirSync(aside).length)));
}

async function good(command: string, args: readonly string[], cwd = folder): Promise<Run> {
  const run = await measure(command, args, cwd);
  if (run.status !== 0) {
    throw new Error(`${command} ended with ${run.status ?? 'a signal'}:\n${run.output}`);
  }
  return run;
}

function newArticle(): string {
  return `---\ntitle: One new article\ndate: ${lastDay}\ntopics: [topic-1, topic-2, topic-3]\nactors: [actor-1, actor-2, actor-3, actor-4]\nsources: [Agency 1]\n---\n\nSomething new was said.\n`;
}

/** Each must have written the pages that it should. */
function checkOurs(articles: number): void {
  checkPages(site, /^\d{4}\/\d{2}\/\d{2}\/item-/, articles, 'Dateline');
  const days = Math.ceil(articles / corpusShape.perDay);
  checkPages(site, /^\d{4}\/\d{2}\/\d{2}\/index\.html$/, days, 'Dateline');
  for (const file of ['topics/topic-1/feed.xml', 'actors/actor-1/feed.json', 'feeds.opml']) {
    if (!existsSync(path.join(site, file))) throw new Error(`Dateline wrote no ${file}`);
  }
}

function checkHugo(output: string, articles: number, kind: HugoKind): void {
  checkPages(output, /^articles\/\d{4}\/item-/, articles, 'Hugo');
  checkPages(output, /^days\/\d/, Math.ceil(articles / corpusShape.perDay), 'Hugo');
  const lean = ['feed.xml', 'topics/topic-1/feed.xml', 'actors/actor-1/feed.xml'];
  const same = [
    ...lean.flatMap((file) => [file, file.replace('feed.xml', 'atom.xml')]),
    ...lean.map((file) => file.replace('feed.xml', 'feed.json')),
    `months/${lastDay.slice(0, 7)}/feed.json`,
    'articles/atom.xml',
    `topicyears/topic-1-${lastDay.slice(0, 4)}/index.html`,
  ];
  for (const file of kind === 'lean' ? lean : same) {
    if (!existsSync(path.join(output, file))) throw new Error(`Hugo wrote no ${file}`);
  }
  if (kind === 'same') checkSameEntries(output);
}

/** The feed of a topic must have the same entries here as there. */
function checkSameEntries(output: string): void {
  const read = (at: string): string =>
    readFileSync(path.join(at, 'topics/topic-1/atom.xml'), 'utf8');
  const titles = (xml: string): string =>
    (xml.match(/<entry>[\s\S]*?<title>[^<]*/g) ?? [])
      .map((entry) => entry.replace(/^.*<title>/s, ''))
      .sort()
      .join('\n');
  if (titles(read(output)) === '' || titles(read(output)) !== titles(read(site)))
    throw new Error('The feeds of topic-1 have other entries');
}

function checkPages(output: string, pattern: RegExp, expected: number, who: string): void {
  const found = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && pattern.test(file),
  ).length;
  if (found !== expected)
    throw new Error(`${who} wrote ${found} pages like ${pattern.source}, not ${expected}`);
}

function countFiles(output: string): number {
  return readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
}

function printTable(table: readonly Row[]): void {
  console.log(
    `\n${os.cpus().length} cores, Node ${process.version}, medians of ${runs} (Eleventy: one run)`,
  );
  console.log(
    '| articles | what | wall | processor | × lean Hugo: wall | processor | × Hugo, same feeds: wall | processor | peak memory | files |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  const wall = (row: Row): number => median(row.measured.map((run) => run.seconds));
  const processor = (row: Row): number => median(row.measured.map((run) => run.processor ?? 0));
  const memory = (row: Row): number => median(row.measured.map((run) => run.megabytes ?? 0));
  for (const row of table) {
    const ratios = hugos.flatMap((hugo) => {
      const base = table.find(
        (other) => other.articles === row.articles && other.what === hugo.what,
      );
      return [wall, processor].map((of) => (base ? (of(row) / of(base)).toFixed(2) : ''));
    });
    console.log(
      `| ${[row.articles.toLocaleString('en'), row.what, `${wall(row).toFixed(2)} s`, `${processor(row).toFixed(2)} s`, ...ratios, `${Math.round(memory(row))} MB`, row.files].join(' | ')} |`,
    );
  }
}
