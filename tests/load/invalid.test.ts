import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  diagnosticCodes,
  diagnosticSeverities,
  styleCodes,
  type DiagnosticCode,
} from '../../src/diagnostics/codes.ts';
import { checkContent } from '../../src/check/checkContent.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { edit } from '../support/build.ts';
import { makers } from '../support/makers.ts';
import { runCliUnprivileged } from '../support/otherUser.ts';
import { runCli } from '../support/cli.ts';
import { makeContent, makeFolder, root, testNow } from '../support/site.ts';

const test = suite('a site for each diagnostic code');
const invalid = path.join(root, 'tests/invalid');

interface Line {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
}

function contentFor(code: DiagnosticCode): string {
  const maker = makers[code];
  if (maker === undefined) return path.join(invalid, code, 'content');
  const content = makeContent({});
  maker(content);
  return content;
}

function formatLines(content: string, lines: readonly Line[]): string {
  return lines
    .map(({ file, line, column, severity, code }) => {
      const shown = path.relative(path.dirname(content), file).split(path.sep).join('/');
      return `${shown}:${line}:${column} ${severity} ${code}\n`;
    })
    .join('');
}

/** Style and tradecraft have sites that have no other fault. */
const isStyle = new Set<DiagnosticCode>(styleCodes);

async function check(content: string, code: DiagnosticCode): Promise<string> {
  const options = { content, now: testNow, drafts: false };
  const found = isStyle.has(code) ? await checkContent(options) : loadSite(options).diagnostics;
  return formatLines(content, found);
}

/** Nobody listens at port 1. */
function checkOutside(content: string): string {
  const { stderr } = runCli(['check', '--links', '--json', '--content', content], {
    cwd: makeFolder(),
  });
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return formatLines(
    content,
    lines.filter(({ severity }) => severity !== 'note'),
  );
}

/** Builds, withholds an item and removes another, breaks a third, and builds again. */
function checkAfterBuild(source: string): string {
  const content = path.join(makeFolder(), 'content');
  cpSync(source, content, { recursive: true });
  const output = path.join(path.dirname(content), '_site');
  const build = ['build', '--json', '--content', content, '--output', output];
  const options = { cwd: path.dirname(content) };
  assert.is(runCli(build, options).status, 0);
  edit(content, 'articles/2024-01-05-one.md', 'title', 'status: withheld\ntitle');
  rmSync(path.join(content, 'articles/2024-01-05-two.md'));
  writeFileSync(path.join(content, 'articles/2024-01-05-three.md'), 'no front matter');
  const { status, stderr } = runCli(build, options);
  assert.is(status, 1);
  const lines = stderr.trim().split('\n');
  return formatLines(
    content,
    lines.map((line) => JSON.parse(line) as Line),
  );
}

/** Runs `check` as a user whom permissions stop. */
function checkUnprivileged(content: string): string {
  chmodSync(path.dirname(content), 0o755);
  const { status, stderr } = runCliUnprivileged(['check', '--json', '--content', content]);
  assert.is(status, 1, stderr);
  const lines = stderr.trim().split('\n');
  return formatLines(
    content,
    lines.map((line) => JSON.parse(line) as Line),
  );
}

for (const code of diagnosticCodes) {
  test(code, async () => {
    const content = contentFor(code);
    assert.ok(existsSync(content), `tests/invalid/${code} has no content, and there is no maker`);
    const found =
      code === 'unreadable'
        ? checkUnprivileged(content)
        : code === 'outside-link'
          ? checkOutside(content)
          : code === 'still-published'
            ? checkAfterBuild(content)
            : await check(content, code);
    const expectedFile = path.join(invalid, code, 'expected.txt');
    if (process.env['UPDATE'] === '1') writeFileSync(expectedFile, found);
    assert.is(found, readFileSync(expectedFile, 'utf8'));
    assert.match(found, ` ${diagnosticSeverities[code]} ${code}\n`);
  });
}

test.run();
