import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as assert from 'uvu/assert';
import { runProgram } from '../../src/cli/program.ts';
import { standardError, standardOutput } from '../../src/cli/standardStreams.ts';
import { sampleNow } from '../support/build.ts';
import { articleFile, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';
import { putHostile } from './hostilePlaces.ts';

/** Where a commit, or a program beside, may put something. `<id>` is the cache of the build. */
const places: readonly string[] = [
  ...['_site', '_site/2024', '_site/index.html', '_site/assets'],
  ...['-new', '-journal', '-journal.new', '-lock', '-lock-guard'].map(
    (suffix) => `._site.dateline${suffix}`,
  ),
  ...['.cache', '.cache/build', '.cache/import', '.cache/serve', '.cache/links.json'],
  ...['', '/build.json', '/inputs', '/articles', '/articles/7', '/bodies', '/outputs/2024'].map(
    (below) => `.cache/build/<id>${below}`,
  ),
  ...['content/articles/x.md', 'content/site.yaml', 'content/assets/y.png', 'content/topics'],
];

/** Everything below a folder: kinds, targets of links and bytes; pipes are not opened. */
function takeStock(folder: string, isPassedOver: (file: string) => boolean): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !isPassedOver(file))
    .sort()
    .map((file) => {
      const at = path.join(folder, file);
      const stat = lstatSync(at);
      if (stat.isSymbolicLink()) return `${file} -> ${readlinkSync(at)}`;
      return `${file} ${stat.mode} ${stat.isFile() ? `${stat.size} ${stat.mtimeMs}` : ''}`;
    })
    .join('\n');
}

/** What a build may change: the output, the cache, and what Dateline has beside the output. */
function isOwn(file: string): boolean {
  return /^(?:_site|\.cache|\._site\.dateline-[a-z.-]+|\.git)(?:\/|$)/.test(file);
}

async function build(clean: boolean): Promise<number> {
  const writeOutput = standardOutput.write.bind(standardOutput);
  const { write: writeError } = standardError;
  standardOutput.write = standardError.write = () => undefined;
  try {
    return await runProgram(['build', '--now', sampleNow, ...(clean ? ['--clean'] : [])]);
  } finally {
    standardOutput.write = writeOutput;
    standardError.write = writeError;
  }
}

/** Builds, as a build machine does, a folder into which somebody else put things. */
export const hostileTrees: Campaign = {
  name: 'hostileTrees',
  cases: 300,
  casesInTests: 15,
  open: async () => {
    const root = makeFolder();
    const home = process.cwd();
    process.env['DATELINE_CACHE_KEY'] = 'the secret of the campaign';
    const model = path.join(root, 'model');
    const folder = path.join(root, 'case');
    writeFiles(model, {
      'content/site.yaml': siteYaml(),
      'content/articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05'),
      'content/articles/2024-01-06-two.md': articleFile('title: Two\ndate: 2024-01-06'),
      'content/articles/2024-01-07-draft.md': articleFile(
        'title: Secret\ndate: 2024-01-07\nstatus: draft',
      ),
      'content/assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    cpSync(model, folder, { recursive: true });
    process.chdir(folder);
    assert.is(await build(false), 0);
    const right = hashTree('_site');
    const [id = ''] = readdirSync('.cache/build');
    process.chdir(home);
    const built = path.join(root, 'built');
    cpSync(folder, built, { recursive: true, preserveTimestamps: true });
    return {
      close: () => {
        process.chdir(home);
        delete process.env['DATELINE_CACHE_KEY'];
      },
      runCase: async (random) => {
        rmSync(folder, { recursive: true, force: true });
        const isBuilt = random() < 0.6;
        cpSync(isBuilt ? built : model, folder, { recursive: true, preserveTimestamps: true });
        const victim = path.join(root, 'victim');
        for (const at of [victim, path.join(folder, 'victim')]) {
          rmSync(at, { recursive: true, force: true });
          writeFiles(at, { 'precious.txt': 'precious', '2024/01/05/one/index.html': 'precious' });
        }
        const isTracked = random() < 0.5;
        const put = Array.from({ length: pickNumber(random, 1, 3) }, () =>
          putHostile(folder, pick(random, places).replace('<id>', id), random, victim),
        );
        process.chdir(folder);
        if (isTracked) commitAll();
        const told = [isBuilt ? 'built' : 'new', isTracked ? 'tracked' : '', ...put].join('; ');
        const before = [takeStock('.', isOwn), takeStock(victim, () => false)];
        const tracked = isTracked ? changesOfOwn() : '';
        const status = await build(random() < 0.3);
        assert.ok([0, 1, 2].includes(status), `status ${status}: ${told}`);
        assert.equal([takeStock('.', isOwn), takeStock(victim, () => false)], before, told);
        if (isTracked) assert.is(changesOfOwn(), tracked, told);
        // Content with a hostile file has errors, or one asset more.
        if (status === 0 && !/content\//.test(told)) assert.is(hashTree('_site'), right, told);
        process.chdir(home);
      },
    };
  },
};

function commitAll(): void {
  for (const args of [
    ['init', '-q'],
    ['add', '-A', '-f'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { encoding: 'utf8' });
    // Git passes over pipes; what it can't read stays untracked.
    if (status !== 0) throw new Error(stderr);
  }
}

/** What git says of tracked files, but for the output, which a build replaces. */
function changesOfOwn(): string {
  const args = ['status', '--porcelain', '--untracked-files=no', '--', '.', ':!_site'];
  return spawnSync('git', args, { encoding: 'utf8' }).stdout;
}
