/**
 * `npm run bench`: builds made corpora with Dateline and, beside it in the same run, with Hugo
 * (Debian's package; left out, and said so, where it is missing). Prints one table of medians.
 * Options: --sizes 1000,10000  --runs 3
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusShape, writeCorpus } from './corpus.ts';
import { writeHugoSite } from './hugoSite.ts';
import { measure, median, type Run } from './measure.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '3' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const cli = path.resolve('dist/src/cli/main.js');
const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-bench-'));
const hasHugo = spawnSync('hugo', ['version']).status === 0;
if (!hasHugo) console.log('hugo is not installed: its rows are left out');

interface Row {
  readonly articles: number;
  readonly what: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly files: number;
}

const rows: Row[] = [];
for (const articles of sizes) {
  const content = path.join(folder, 'content');
  const hugo = path.join(folder, 'hugo');
  writeCorpus(content, { articles, ...corpusShape });
  if (hasHugo) writeHugoSite(hugo, { articles, ...corpusShape });
  const ours: Run[] = [];
  const theirs: Run[] = [];
  // In turn, so that a noisy minute hits both.
  for (let run = 0; run < runs; run++) {
    const output = path.join(folder, 'site');
    rmSync(output, { recursive: true, force: true });
    ours.push(
      await good(process.execPath, [cli, 'build', '--content', content, '--output', output]),
    );
    checkOurs(output, articles);
    if (!hasHugo) continue;
    rmSync(path.join(hugo, 'public'), { recursive: true, force: true });
    theirs.push(await good('hugo', ['--quiet', '--source', hugo]));
    checkHugo(path.join(hugo, 'public'), articles);
  }
  rows.push(toRow(articles, 'Dateline, cold', ours, countFiles(path.join(folder, 'site'))));
  if (hasHugo) rows.push(toRow(articles, 'Hugo', theirs, countFiles(path.join(hugo, 'public'))));
}
rmSync(folder, { recursive: true, force: true });
printTable(rows);

async function good(command: string, args: readonly string[]): Promise<Run> {
  const run = await measure(command, args, folder);
  if (run.status !== 0)
    throw new Error(`${command} ended with ${run.status ?? 'a signal'}:\n${run.output}`);
  return run;
}

/** Each must have written the pages that it should. */
function checkOurs(output: string, articles: number): void {
  const days = Math.ceil(articles / corpusShape.perDay);
  const pages = listPages(output);
  const found = pages.filter((file) => /^\d{4}\/\d{2}\/\d{2}\/item-/.test(file)).length;
  const foundDays = pages.filter((file) => /^\d{4}\/\d{2}\/\d{2}\/index\.html$/.test(file)).length;
  if (found !== articles || foundDays !== days) {
    throw new Error(
      `Dateline wrote ${found} articles on ${foundDays} days, not ${articles} on ${days}`,
    );
  }
  for (const file of ['topics/topic-1/feed.xml', 'actors/actor-1/feed.json', 'feeds.opml']) {
    if (!existsSync(path.join(output, file))) throw new Error(`Dateline wrote no ${file}`);
  }
}

function checkHugo(output: string, articles: number): void {
  const found = listPages(output).filter((file) => /^articles\/\d{4}\/item-/.test(file)).length;
  if (found !== articles) throw new Error(`Hugo wrote ${found} articles, not ${articles}`);
  for (const file of [
    'topics/topic-1/index.xml',
    'actors/actor-1/index.xml',
    'days/2019-01-01/index.html',
  ]) {
    if (!existsSync(path.join(output, file))) throw new Error(`Hugo wrote no ${file}`);
  }
}

function listPages(output: string): readonly string[] {
  return readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
}

function countFiles(output: string): number {
  return readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
}

function toRow(articles: number, what: string, measured: readonly Run[], files: number): Row {
  return {
    articles,
    what,
    seconds: median(measured.map((run) => run.seconds)),
    megabytes: median(measured.map((run) => run.megabytes ?? 0)),
    files,
  };
}

function printTable(table: readonly Row[]): void {
  console.log(`\n${os.cpus().length} cores, Node ${process.version}, medians of ${runs}`);
  console.log('| articles | what | wall | × Hugo | peak memory | × Hugo | files |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of table) {
    const hugo = table.find((other) => other.articles === row.articles && other.what === 'Hugo');
    const times = (value: number, other: number | undefined): string =>
      other === undefined ? '' : (value / other).toFixed(2);
    console.log(
      `| ${row.articles} | ${row.what} | ${row.seconds.toFixed(2)} s | ${times(row.seconds, hugo?.seconds)} | ${Math.round(row.megabytes)} MB | ${times(row.megabytes, hugo?.megabytes)} | ${row.files} |`,
    );
  }
}
