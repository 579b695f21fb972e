/** `npx eleventy` gives the same bytes as `dateline build`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, sampleContent } from '../support/build.ts';
import { makeFolder, root } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('npx eleventy');
const eleventy = path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs');

function runEleventy(...args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [eleventy, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, text: stdout + stderr };
}

test('makes the same files, byte by byte', () => {
  const output = path.join(makeFolder(), 'eleventy');
  const { status, text } = runEleventy(`--output=${output}`);
  assert.is(status, 0, text);
  // It takes the clock for now, as a build does without --now.
  const expected = buildContent(sampleContent, '--now', new Date().toISOString());
  assert.equal(listFiles(output), listFiles(expected));
  assert.is(hashTree(output), hashTree(expected));
});

test('its configuration is wiring: at most 30 lines', () => {
  const lines = readFileSync(path.join(root, '.eleventy.js'), 'utf8').trimEnd().split('\n');
  assert.ok(lines.length <= 30, `${lines.length} lines`);
});

test.run();
