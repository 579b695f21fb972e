import { spawn } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleNow } from '../support/build.ts';
import { cliFile, runCli } from '../support/cli.ts';
import { runCliUnprivileged } from '../support/otherUser.ts';
import { createRandom } from '../support/random.ts';
import { articleFile, makeContent, makeFolder } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';

/** `npm run soak` kills 60; every `npm test` the first of them. */
const kills = Number(process.env['DATELINE_KILLS'] ?? 8);
const seed = Number(process.env['DATELINE_SEED'] ?? 20240105);

const test = suite('a build that is cut off');

interface Stage {
  /** Holds `site`, the output, and `.cache`. */
  readonly folder: string;
  readonly content: string;
  readonly before: string;
  readonly after: string;
}

/** A published site whose content was changed since; the hashes of its output before and after. */
function makeStage(): Stage {
  const folder = makeFolder();
  const content = makeContent(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `articles/2024-01-${String((index % 28) + 1).padStart(2, '0')}-item-${index}.md`,
        articleFile(
          `title: Item ${index}\ndate: 2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
        ),
      ]),
    ),
  );
  build(content, folder);
  const before = hashTree(path.join(folder, 'site'));
  writeFileSync(
    path.join(content, 'articles/2024-01-29-new.md'),
    articleFile('title: New\ndate: 2024-01-29'),
  );
  rmSync(path.join(content, 'articles/2024-01-01-item-0.md'));
  const clean = makeFolder();
  build(content, clean);
  return { folder, content, before, after: hashTree(path.join(clean, 'site')) };
}

function build(
  content: string,
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): ReturnType<typeof runCli> {
  return runCli(['build', '--content', content, '--output', 'site', '--now', sampleNow], {
    cwd,
    env,
  });
}

function copyStage({ folder }: Stage): string {
  const copy = makeFolder();
  // With its times, which the cache compares.
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

/** The next command makes the new site, and leaves nothing beside it. */
function checkMended(folder: string, { content, after }: Stage, told: string): void {
  const { status, stderr } = build(content, folder);
  assert.is(status, 0, `${told}\n${stderr}`);
  assert.is(hashTree(path.join(folder, 'site')), after, told);
  assert.equal(readdirSync(folder).sort(), ['.cache', 'site'], told);
}

const stage = makeStage();
const contentHash = hashTree(stage.content);

test(`is mended by the next command, after each of ${kills} kills`, async () => {
  const random = createRandom(seed);
  const started = performance.now();
  build(stage.content, copyStage(stage));
  const whole = performance.now() - started;
  let cut = 0;
  for (let index = 0; index < kills; index++) {
    const folder = copyStage(stage);
    const args = ['build', '--content', stage.content, '--output', 'site', '--now', sampleNow];
    const child = spawn(process.execPath, [cliFile, ...args], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.on('close', (_, signal) => resolve(signal));
    });
    const delay = random() * whole;
    await wait(delay);
    child.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') cut++;
    checkMended(
      folder,
      stage,
      `seed ${seed}, kill ${index} after ${delay.toFixed(0)} of ${whole.toFixed(0)} ms`,
    );
    rmSync(folder, { recursive: true });
  }
  assert.ok(cut > kills / 3, `only ${cut} builds were cut off`);
  assert.is(hashTree(stage.content), contentHash);
});

/** Loaded before the program: from the n-th on, every call that writes says that the disk is full. */
const fullDisk = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env.WRITES_LEFT);
const use = () => {
  if (left-- > 0) return;
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
};
for (const name of ['writeFileSync', 'writeSync', 'renameSync', 'mkdirSync', 'copyFileSync']) {
  const call = fs[name];
  fs[name] = (...inputs) => (use(), call(...inputs));
}
for (const name of ['writeFile', 'open', 'rename', 'copyFile']) {
  const call = fs.promises[name];
  fs.promises[name] = async (...inputs) => (use(), call(...inputs));
}
syncBuiltinESMExports();
`;

test('a full disk leaves the old site or one that the next command finishes', () => {
  const folder = makeFolder();
  const module = path.join(folder, 'full.mjs');
  writeFileSync(module, fullDisk);
  let failures = 0;
  for (const left of [0, 1, 3, 10, 40, 80, 120, 160, 200, 240]) {
    const copy = copyStage(stage);
    const env = { NODE_OPTIONS: `--import ${module}`, WRITES_LEFT: String(left) };
    const { status, stderr } = build(stage.content, copy, env);
    const told = `${left} writes: ${status ?? 'no status'} ${stderr}`;
    assert.not.match(stderr, /\n\s+at /, told);
    if (status !== 0) {
      failures++;
      assert.is(status, 3, told);
      assert.match(stderr, /ENOSPC/, told);
      // Staging stays on a full disk only where the new site is decided and the next command needs it.
      const beside = readdirSync(copy).filter((name) => name.startsWith('.site.dateline-'));
      const isDecided = beside.includes('.site.dateline-journal');
      const expected = isDecided ? ['.site.dateline-journal', '.site.dateline-new'] : [];
      assert.equal(beside.sort(), expected, told);
    }
    checkMended(copy, stage, told);
  }
  assert.ok(failures >= 4, `only ${failures} builds failed`);
  assert.is(hashTree(stage.content), contentHash);
});

test('without the right to write, nothing changes', () => {
  const folder = copyStage(stage);
  chmodSync(folder, 0o755);
  const content = path.join(folder, 'content');
  cpSync(stage.content, content, { recursive: true });
  for (const file of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chmodSync(path.join(folder, file), 0o755);
  }
  const output = path.join(folder, 'site');
  const result = runCliUnprivileged([
    'build',
    '--content',
    content,
    '--output',
    output,
    '--now',
    sampleNow,
  ]);
  assert.is(result.status, 3, result.stderr);
  assert.match(result.stderr, /EACCES/);
  assert.not.match(result.stderr, /\n\s+at /);
  assert.is(hashTree(output), stage.before);
});

test('a cache that can’t be written is told, and the site is built', () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, '.cache'), 'a file');
  const { status, stderr } = build(stage.content, folder);
  assert.is(status, 0, stderr);
  assert.match(stderr, /the cache in \.cache is not used: \.cache is/);
  assert.is(hashTree(path.join(folder, 'site')), stage.after);
});

test.run();
