/**
 * Runs every test file in a process of its own and counts. It fails where a file fails, registers no
 * test, leaves a suite without `.run()`, skips a test, or prints no totals: uvu alone exits with 0 in
 * these cases. Arguments narrow the run to files whose path contains one of them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const timeLimit = 15 * 60_000;
const parallel = 2;

interface Outcome {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly problem: string | null;
  readonly output: string;
  readonly seconds: number;
}

const wanted = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.test.js'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

// The key that signs caches: tests leave the user's own alone.
const state = mkdtempSync(path.join(os.tmpdir(), 'dateline-state-'));
process.on('exit', () => rmSync(state, { recursive: true, force: true }));

let passed = 0;
let failed = 0;
const queue = [...files];
await Promise.all(Array.from({ length: parallel }, work));
if (files.length === 0) {
  console.log(`no test file matches ${wanted.join(' ')}`);
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const outcome = await runFile(file);
    passed += outcome.passed;
    failed += outcome.failed;
    const mark = outcome.problem === null ? 'ok  ' : 'FAIL';
    const note = outcome.problem === null ? '' : ` — ${outcome.problem}`;
    console.log(
      `${mark} ${file} (${outcome.passed} passed, ${outcome.seconds.toFixed(1)} s)${note}`,
    );
    if (outcome.problem !== null) console.log(outcome.output);
  }
}

async function runFile(file: string): Promise<Outcome> {
  const started = performance.now();
  const { output, status } = await runProcess(path.join(folder, file));
  const total = readTotal(output, 'Total');
  const passedTests = readTotal(output, 'Passed') ?? 0;
  const skipped = readTotal(output, 'Skipped') ?? 0;
  const judged = judge(file, status, total, passedTests, skipped);
  // uvu tells each test that fails, but of a hook that throws after a test nothing.
  const isUntold = judged !== null && passedTests !== total && !/^\s+FAIL\s/m.test(output);
  const problem = isUntold ? `${judged}; a hook threw` : judged;
  const failedTests = Math.max((total ?? 0) - passedTests, problem === null ? 0 : 1);
  const seconds = (performance.now() - started) / 1000;
  return { file, passed: passedTests, failed: failedTests, problem, output, seconds };
}

function judge(
  file: string,
  status: number | string,
  total: number | null,
  passedTests: number,
  skipped: number,
): string | null {
  const source = readFileSync(path.join(folder, file), 'utf8');
  const suites = source.match(/\bsuite\(/g)?.length ?? 0;
  const runs = source.match(/\.run\(\)/g)?.length ?? 0;
  if (suites !== runs) return `${suites} suites, but ${runs} of them run`;
  if (total === null) return 'it printed no totals';
  if (total === 0) return 'it registered no test';
  if (skipped > 0) return `${skipped} skipped`;
  if (passedTests !== total) return `${total - passedTests} of ${total} failed`;
  if (status !== 0) return `it ended with ${status}`;
  return null;
}

function readTotal(output: string, name: string): number | null {
  const match = new RegExp(`^\\s+${name}:\\s+(\\d+)`, 'm').exec(output);
  return match?.[1] === undefined ? null : Number(match[1]);
}

function runProcess(file: string): Promise<{ output: string; status: number | string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', XDG_STATE_HOME: state },
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ output, status: code ?? signal ?? 'no status' });
    });
  });
}
