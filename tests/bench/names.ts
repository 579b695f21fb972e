/**
 * `npm run bench:names`: a registry of 5,000 actors with 20,000 aliases, in every script some. Tells the
 * share of a cold build that finding names takes (CPU profiles of all threads), and what `import` of one
 * raw article and `check` cost beside it: medians of wall and CPU time.
 * Options: --articles 10000  --actors 5000  --runs 5  --keep FOLDER (the corpus stays there)
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusShape, lastDay, writeCorpus } from './corpus.ts';
import { measure, median, type Run } from './measure.ts';
import { writeAliases, writeRawArticle } from './namesCorpus.ts';
import { readProfile, type ProfileTimes } from './profile.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    actors: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
});
const articles = Number(values.articles);
const actors = Number(values.actors);
const runs = Number(values.runs);
const cli = path.resolve('dist/src/cli/main.js');
const folder = values.keep ?? mkdtempSync(path.join(os.tmpdir(), 'dateline-names-'));
const content = path.join(folder, 'content');
const raw = path.join(folder, 'raw.txt');
const profiles = path.join(folder, 'profiles');

mkdirSync(folder, { recursive: true });
writeCorpus(content, { ...corpusShape, articles, actors });
const aliases = writeAliases(content, actors);
writeRawArticle(raw, actors);
console.log(`${articles} articles, ${actors} actors, ${aliases} aliases`);
await benchBuild();
await benchCommands();
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });

/** The share of finding names is of the same run as the whole. */
async function benchBuild(): Promise<void> {
  for (const each of [profiles, path.join(folder, '.cache'), path.join(folder, 'site')]) {
    rmSync(each, { recursive: true, force: true });
  }
  const flags = ['--cpu-prof', '--cpu-prof-dir', profiles];
  await good([...flags, cli, 'build', '--content', content, '--output', path.join(folder, 'site')]);
  const times = readdirSync(profiles).map((name) =>
    readProfile(path.join(profiles, name), /\/registry\/\w+\.js$/),
  );
  const sum = (of: (each: ProfileTimes) => number): number =>
    times.reduce((total, each) => total + of(each), 0);
  const [found, all] = [sum((each) => each.within), sum((each) => each.busy)];
  console.log(
    `cold build: finding names ${found.toFixed(2)} s of ${all.toFixed(2)} s in ${times.length} threads, ${((100 * found) / all).toFixed(1)} %`,
  );
}

async function benchCommands(): Promise<void> {
  const importing = [cli, 'import', '--content', content, '--date', lastDay, raw];
  const imports: Run[] = [];
  const checks: Run[] = [];
  for (let run = 0; run < runs; run++) {
    const before = new Set(readdirSync(path.join(content, 'articles', lastDay.slice(0, 4))));
    imports.push(await good(importing));
    removeNew(before);
    checks.push(await good([cli, 'check', '--content', content]));
  }
  report('import of one raw article', imports);
  report('check', checks);
}

function removeNew(before: ReadonlySet<string>): void {
  const year = path.join(content, 'articles', lastDay.slice(0, 4));
  const added = readdirSync(year).filter((name) => !before.has(name));
  if (added.length !== 1) throw new Error(`import wrote ${added.length} drafts`);
  for (const name of added) rmSync(path.join(year, name));
}

function report(what: string, all: readonly Run[]): void {
  const wall = median(all.map(({ seconds }) => seconds));
  const cpu = median(all.map(({ processor }) => processor ?? 0));
  console.log(`${what}: ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s (medians of ${all.length})`);
}

async function good(args: readonly string[]): Promise<Run> {
  const run = await measure(process.execPath, args, folder);
  if (run.status !== 0) throw new Error(`${args.join(' ')} failed:\n${run.output}`);
  return run;
}
