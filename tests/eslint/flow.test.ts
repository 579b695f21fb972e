import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../support/site.ts';

const test = suite('the direction of the flow');

const { rooms, besideTheFlow } = (await import(
  pathToFileURL(path.join(root, 'eslint.config.js')).href
)) as {
  rooms: readonly string[];
  besideTheFlow: readonly string[];
};
// The files are made up, so there are no types for the rules that want some.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => /^no-restricted-(?:imports|syntax|properties|globals)$/.test(ruleId),
});

async function lint(file: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? ['no result'];
}

const imports = 'no-restricted-imports';
const properties = 'no-restricted-properties';
const globals = 'no-restricted-globals';
const syntax = 'no-restricted-syntax';
const cases: readonly (readonly [file: string, code: string, rules: readonly string[]])[] = [
  ['src/parse/x.ts', "import { a } from '../model/site.ts';", [imports]],
  ['src/parse/x.ts', "import type { a } from '../model/site.ts';", [imports]],
  ['src/parse/x.ts', "export { a } from '../cli/main.ts';", [imports]],
  ['src/parse/deep/x.ts', "import { a } from '../../views/item.ts';", [imports]],
  ['src/diagnostics/x.ts', "import { a } from '../names/fold.ts';", [imports]],
  ['src/model/x.ts', "import { a } from '../parse/site.ts';", []],
  ['src/parse/x.ts', "import { a } from './site.ts';", []],
  ['src/cli/x.ts', "import { a } from '../model/site.ts';", []],
  ['src/parse/x.ts', "import { readFileSync } from 'node:fs';", [imports]],
  ['src/parse/x.ts', "import { readFile } from 'node:fs/promises';", [imports]],
  ['src/model/x.ts', "import fs from 'fs';", [imports]],
  ['src/views/x.ts', "import fs from 'node:fs';", [imports]],
  ['src/read/x.ts', "import { readFileSync } from 'node:fs';", []],
  ['src/model/x.ts', 'export const now = Date.now();', [syntax]],
  ['src/model/x.ts', 'export const now = new Date();', [syntax]],
  ['src/model/x.ts', 'export const day = new Date(0);', []],
  ['src/build/x.ts', 'export const home = process.env.HOME;', [syntax]],
  ['src/cli/x.ts', 'export const now = Date.now();', []],
  ['src/http/x.ts', "import http from 'node:http';", []],
  ['src/serve/x.ts', "import http from 'node:http';", []],
  ['src/import/x.ts', "import http from 'node:http';", [imports]],
  ['src/check/x.ts', "import { lookup } from 'dns/promises';", [imports]],
  ['src/cli/x.ts', "import net from 'net';", [imports]],
  ['src/websub/x.ts', "export const answer = fetch('http://127.0.0.1/');", [globals]],
  ['src/cli/x.ts', "export const socket = new WebSocket('ws://127.0.0.1/');", [globals]],
  ['src/cli/x.ts', "import { a } from '../browser/main.ts';", [imports]],
  ['src/browser/x.ts', "import { a } from '../words/en.ts';", [imports]],
  ['src/browser/x.ts', "import { a } from 'luxon';", [imports]],
  ['src/browser/x.ts', "import { a } from './main/element.ts';", []],
  ['src/browser/x.ts', 'document.body.innerHTML = location.hash;', [properties]],
];
for (const [file, code, rules] of cases) {
  test(`${file}: ${code}`, async () => {
    assert.equal(await lint(file, code), rules);
  });
}

test('every room may import from those before it and from none after it', async () => {
  for (const [index, room] of rooms.entries()) {
    const [before, after] = [rooms[index - 1], rooms[index + 1]];
    const found = async (other: string): Promise<number> =>
      (await lint(`src/${room}/x.ts`, `import { a } from '../${other}/x.ts';`)).length;
    if (before !== undefined) assert.is(await found(before), 0, `${before} from ${room}`);
    if (after !== undefined) assert.is(await found(after), 1, `${after} from ${room}`);
  }
});

test('the rooms of the linter are the folders of src/', () => {
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.equal([...rooms, ...besideTheFlow].sort(), folders.sort());
});

test('src/README.md lists the rooms in the order of the flow', () => {
  const text = readFileSync(path.join(root, 'src/README.md'), 'utf8');
  const listed = [...text.matchAll(/^\| `([a-z]+)` +\|/gm)].map((match) => match[1]);
  assert.equal(listed, rooms);
});

test.run();
