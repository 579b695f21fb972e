/** `npx eleventy` gives the same bytes as `dateline build`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, sampleContent } from '../support/build.ts';
import { articleFile, makeContent, makeFolder, root, siteYaml } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('npx eleventy');
const eleventy = path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs');

function runEleventy(args: readonly string[], cwd = root): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [eleventy, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, text: stdout + stderr };
}

test('makes the same files, byte by byte', () => {
  const output = path.join(makeFolder(), 'eleventy');
  const { status, text } = runEleventy([`--output=${output}`]);
  assert.is(status, 0, text);
  // It takes the clock for now, as a build does without --now.
  const expected = buildContent(sampleContent, '--now', new Date().toISOString());
  assert.equal(listFiles(output), listFiles(expected));
  assert.is(hashTree(output), hashTree(expected));
});

test('makes compressed copies too, and leaves none that is not true any more', () => {
  const body = 'Words. '.repeat(300);
  const content = makeContent({
    'site.yaml': siteYaml('search: true\nprecompress: [gzip, br]\n'),
    'articles/a.md': articleFile('title: A\ndate: 2024-01-05', body),
    'assets/a.txt': body,
  });
  const folder = path.dirname(content);
  const plugin = path.join(root, 'dist/src/cli/eleventyPlugin.js');
  const options = JSON.stringify({ content: path.basename(content) });
  writeFileSync(
    path.join(folder, '.eleventy.mjs'),
    `import dateline from '${plugin}';\nexport default (config) => dateline(config, ${options});\n`,
  );
  for (const text of [body, 'Short.']) {
    writeFileSync(path.join(content, 'assets/a.txt'), text);
    const { status, text: told } = runEleventy(['--config=.eleventy.mjs'], folder);
    assert.is(status, 0, told);
    const expected = buildContent(content, '--now', new Date().toISOString());
    assert.is(listFiles(expected).includes('assets/a.txt.gz'), text === body);
    assert.equal(listFiles(path.join(folder, '_site')), listFiles(expected));
    assert.is(hashTree(path.join(folder, '_site')), hashTree(expected));
  }
});

test('its configuration is wiring: at most 30 lines', () => {
  const lines = readFileSync(path.join(root, '.eleventy.js'), 'utf8').trimEnd().split('\n');
  assert.ok(lines.length <= 30, `${lines.length} lines`);
});

test.run();
