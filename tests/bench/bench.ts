/**
 * `npm run bench`: builds made corpora with Dateline, cold and in the everyday cases, and beside it in
 * the same run with Hugo (Debian's package; left out, and said so, where it is missing) and with
 * conventional Eleventy. Checks that each wrote the pages it should, and prints one table of medians.
 * Options: --sizes 10000,50000  --runs 5  --hugo 50000 and --eleventy 10000 (the largest sizes for them)
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
import { writeHugoSite } from './hugoSite.ts';
import { measure, median, type Run } from './measure.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000' },
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
const hugo = path.join(folder, 'hugo');
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
  if (withHugo) writeHugoSite(hugo, options);
  const withEleventy = articles <= Number(values.eleventy);
  if (withEleventy) writeEleventySite(eleventy, options);
  const measured = new Map<string, Run[]>();
  const files = new Map<string, number>();
  const keep = (what: string, run: Run, count: number): void => {
    measured.set(what, [...(measured.get(what) ?? []), run]);
    files.set(what, count);
    const seconds = run.seconds.toFixed(2);
    console.log(`${articles} ${what}: ${seconds} s, ${(run.megabytes ?? 0).toFixed(0)} MB`);
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
    if (withHugo) {
      setAside(path.join(hugo, 'public'));
      const theirs = await good('hugo', ['--quiet', '--source', hugo]);
      keep('Hugo', theirs, countFiles(path.join(hugo, 'public')));
      checkHugo(articles);
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

function checkHugo(articles: number): void {
  const output = path.join(hugo, 'public');
  checkPages(output, /^articles\/\d{4}\/item-/, articles, 'Hugo');
  checkPages(output, /^days\/\d/, Math.ceil(articles / corpusShape.perDay), 'Hugo');
  for (const file of ['topics/topic-1/index.xml', 'actors/actor-1/index.xml']) {
    if (!existsSync(path.join(output, file))) throw new Error(`Hugo wrote no ${file}`);
  }
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
  console.log('| articles | what | wall | × Hugo | peak memory | × Hugo | files |');
  console.log('|---|---|---|---|---|---|---|');
  const wall = (row: Row): number => median(row.measured.map((run) => run.seconds));
  const memory = (row: Row): number => median(row.measured.map((run) => run.megabytes ?? 0));
  for (const row of table) {
    const base = table.find((other) => other.articles === row.articles && other.what === 'Hugo');
    const times = (of: (row: Row) => number): string =>
      base ? (of(row) / of(base)).toFixed(2) : '';
    console.log(
      `| ${row.articles} | ${row.what} | ${wall(row).toFixed(2)} s | ${times(wall)} | ${Math.round(memory(row))} MB | ${times(memory)} | ${row.files} |`,
    );
  }
}
