/** Every command, with standard output and standard error that are closed, full or read by nobody. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { forEachAtOnce } from '../../src/workers/atOnce.ts';
import { cliFile, runCli } from '../support/cli.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const paragraph = 'A ship left the port on Friday, and another came in after it.\n\n';
const content = makeContent({
  'topics/news.md': '---\nname: News\n---\n',
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `articles/2024-01-05-item-${index}.md`,
      articleFile(`title: Item ${index}\ndate: 2024-01-05\ntopics: [News]`, paragraph.repeat(100)),
    ]),
  ),
});
const folder = path.dirname(content);
const bad = path.dirname(
  makeContent({
    'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05\nactors: [Nobody]'),
    'site.yaml': siteYaml(),
  }),
);

interface Command {
  readonly args: string;
  readonly cwd: string;
  readonly status: 0 | 1 | 2;
  /** It prints nothing on standard output. */
  readonly isSilent?: boolean;
}

const commands: readonly Command[] = [
  { args: 'build --output _site-N', cwd: folder, status: 0 },
  { args: 'build --json --output _site-N', cwd: bad, status: 1 },
  { args: 'check', cwd: folder, status: 0 },
  { args: 'check', cwd: bad, status: 1 },
  { args: 'check --format sarif', cwd: bad, status: 1 },
  { args: 'check --format github', cwd: bad, status: 1 },
  { args: 'list articles', cwd: folder, status: 0 },
  { args: 'list articles --json', cwd: folder, status: 0 },
  { args: 'stats', cwd: folder, status: 0 },
  { args: 'ledger', cwd: folder, status: 0 },
  { args: 'hosting nginx', cwd: folder, status: 0 },
  { args: 'schema --output schemas-N', cwd: folder, status: 0 },
  { args: 'export --format json', cwd: folder, status: 0 },
  { args: 'export --format json', cwd: bad, status: 1, isSilent: true },
  { args: 'new story --name "Story N"', cwd: folder, status: 0 },
  { args: 'rename topic news "News N" --diff', cwd: folder, status: 0 },
  { args: 'init site-N --title T --url https://t.example/', cwd: folder, status: 0 },
  { args: 'ping', cwd: folder, status: 2, isSilent: true },
  { args: 'list nothing', cwd: folder, status: 2, isSilent: true },
  { args: '--help', cwd: folder, status: 0 },
  { args: '--version', cwd: folder, status: 0 },
];

/** Of all commands, those that show each way of printing: text, diagnostics, blocks of bytes. */
const few = commands.filter(({ args }) =>
  /^(?:list articles|check|export --format json)$/.test(args),
);

/** How the command is started, and whether its standard output takes nothing and says so. */
const sinks: readonly (readonly [sink: string, isRefused: boolean])[] = [
  ['COMMAND >/dev/full', true],
  ['COMMAND | true; exit ${PIPESTATUS[0]}', false],
  // Opened for reading: each write is EBADF.
  ['COMMAND 1</dev/null', true],
  ['COMMAND >/dev/full 2>/dev/full', true],
  // Node puts /dev/null in the place of what is closed.
  ['COMMAND >&-', false],
  ['COMMAND 2>&-', false],
  ['COMMAND >&- 2>&- <&-', false],
  ['COMMAND 2>/dev/full', false],
  ['COMMAND 2>&1 | head -c 1; exit ${PIPESTATUS[0]}', false],
];

interface Result {
  readonly status: number | null;
  readonly told: string;
}

function run(command: string, cwd: string): Promise<Result> {
  const child = spawn('bash', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  const take = (chunk: Buffer): void => {
    told += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, told }));
  });
}

const test = suite('standard streams');

test.before(() => {
  assert.is(runCli(['build'], { cwd: folder }).status, 0);
});

let count = 0;
for (const [index, [sink, isRefused]] of sinks.entries()) {
  const asked = index < 2 ? commands : few;
  test(`${sink}: each of ${asked.length} commands has a status that means it, and no stack trace`, async () => {
    const told: string[] = [];
    await forEachAtOnce(asked, async ({ args, cwd, status, isSilent = false }) => {
      const own = args.replaceAll('N', String(++count));
      const command = sink.replace('COMMAND', `"${process.execPath}" "${cliFile}" ${own}`);
      const result = await run(command, cwd);
      const expected = isRefused && !isSilent ? 3 : status;
      if (result.status !== expected) told.push(`${own}: ${String(result.status)} ${result.told}`);
      if (/\n\s+at |EPIPE/.test(result.told)) told.push(`${own}: ${result.told}`);
    });
    assert.equal(told, []);
  });
}

test('what could not be written is said, in one line', async () => {
  const start = `"${process.execPath}" "${cliFile}"`;
  const plain = await run(`${start} hosting nginx >/dev/full`, folder);
  assert.is(plain.told, "dateline: standard output can't be written (ENOSPC)\n");
  const json = await run(`${start} check --json >/dev/full`, folder);
  assert.equal(JSON.parse(json.told.trimEnd().split('\n').at(-1) ?? ''), {
    severity: 'error',
    message: "standard output can't be written (ENOSPC)",
  });
});

test('a disk that gets full in the middle is no whole export', async () => {
  const file = path.join(folder, 'export.json');
  const command = `"${process.execPath}" "${cliFile}" export --format json >"${file}"`;
  assert.is((await run(command, folder)).status, 0);
  const { size } = statSync(file);
  assert.ok(size > 300_000);
  // The limit stands for a full disk: the last write that fits is a part of what was to be written.
  const limited = await run(`ulimit -f 100; ${command}`, folder);
  assert.is(limited.status, 3, limited.told);
  assert.match(limited.told, /standard output can't be written \(EFBIG\)/);
  assert.is(statSync(file).size, 100 * 1024);
});

test('a reader that is slow gets every byte', async () => {
  const start = `"${process.execPath}" "${cliFile}" export --format json`;
  const { told } = await run(`${start} | (sleep 1; wc -c); exit \${PIPESTATUS[0]}`, folder);
  const whole = await run(`${start} >whole.json; wc -c <whole.json`, folder);
  assert.ok(Number(told) > 300_000);
  assert.is(Number(told), Number(whole.told));
});

test.run();
