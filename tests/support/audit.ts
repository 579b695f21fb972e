/**
 * Lighthouse over pages of a fresh build of the sample site, served with its security headers: `npm run
 * audit`. Fails where the median of five runs of a page has less than 98 in a category. Not a part of
 * `npm test`: it takes minutes, wants a quiet machine, and is fetched into a folder that goes with the
 * process.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildContent, sampleContent } from './build.ts';
import { fetchPackage } from './fetchPackage.ts';
import { chromiumFile } from './programs.ts';
import { serveOutput } from './server.ts';

const version = '12.8.2';
const runs = 5;
/** Lighthouse is asked that often for a run. */
const attempts = 3;
const least = 98;

const pages = {
  home: '',
  day: '2024/01/05/',
  article: '2024/01/05/kim-jong-un-visits-launcher-factory/',
  actor: 'actors/north-korea/',
  search: 'search/',
} as const;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Readonly<Record<(typeof categories)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null }>
  >;
}

const run = promisify(execFile);
const lighthouse = path.join(fetchPackage(`lighthouse@${version}`), 'cli/index.js');

/** Chromium's trace of a page is now and then broken, which says nothing about the page. */
async function report(url: string): Promise<Report> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runLighthouse(url);
    } catch (error) {
      const { stderr } = error as { readonly stderr?: string };
      if (stderr === undefined || attempt === attempts) throw new Error(stderr, { cause: error });
      console.log(`          again, for: ${stderr.trim()}`);
    }
  }
}

async function runLighthouse(url: string): Promise<Report> {
  const { stdout } = await run(
    process.execPath,
    [
      ...[lighthouse, url, '--quiet', '--output=json', `--only-categories=${categories.join()}`],
      '--chrome-flags=--headless=new --no-sandbox --disable-quic --disable-background-networking',
    ],
    { env: { ...process.env, CHROME_PATH: chromiumFile }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}

/** Scores from 0 to 100, and the titles of what did not pass. */
async function auditPage(url: string): Promise<{ scores: Scores; failed: readonly string[] }> {
  const { categories: found, audits } = await report(url);
  const score = (name: string): number => Math.round((found[name]?.score ?? 0) * 100);
  const scores = Object.fromEntries(categories.map((name) => [name, score(name)]));
  const failed = Object.values(audits).filter((audit) => audit.score === 0);
  return { scores: scores as Scores, failed: failed.map(({ title }) => title) };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

const server = await serveOutput(buildContent(sampleContent));
const misses: string[] = [];
console.log(['page'.padEnd(8), ...categories].join('  '));
for (const [name, address] of Object.entries(pages)) {
  const all: Scores[] = [];
  const failed = new Set<string>();
  for (let index = 0; index < runs; index++) {
    const result = await auditPage(server.url + address);
    all.push(result.scores);
    for (const title of result.failed) failed.add(title);
  }
  const cells = categories.map((category) => {
    const value = median(all.map((scores) => scores[category]));
    if (value < least) misses.push(`${name}: ${category} ${value}`);
    return String(value).padStart(category.length);
  });
  console.log([name.padEnd(8), ...cells].join('  '));
  for (const title of failed) console.log(`          ${title}`);
}
await server.close();
if (misses.length > 0) {
  console.error(`less than ${least}: ${misses.join(', ')}`);
  process.exitCode = 1;
}
