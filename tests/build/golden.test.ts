/**
 * Golden sites: `tests/sites/<case>/content` must give the files of `expected`. Of HTML, which changes
 * with the design, only the paths are held (`tree.txt`). `UPDATE=1` rewrites what is expected.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent } from '../support/build.ts';
import { root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const folder = path.join(root, 'tests/sites');
const test = suite('golden sites');

/** What a golden site holds, by path. */
function readGolden(output: string): ReadonlyMap<string, string> {
  const files = listFiles(output);
  const golden = new Map([['tree.txt', files.map((file) => `${file}\n`).join('')]]);
  for (const file of files) {
    const isKept =
      /\.(?:xml|json|opml|txt|eml)$/.test(file) || file === '_redirects' || file === '_headers';
    if (isKept) golden.set(file, readFileSync(path.join(output, file), 'utf8'));
  }
  return golden;
}

function update(expected: string, golden: ReadonlyMap<string, string>): void {
  rmSync(expected, { recursive: true, force: true });
  for (const [file, text] of golden) {
    const target = path.join(expected, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const cases = readdirSync(folder).sort();

for (const name of cases) {
  const expected = path.join(folder, name, 'expected');
  const golden = readGolden(buildContent(path.join(folder, name, 'content')));
  if (process.env['UPDATE'] === '1') update(expected, golden);

  test(`${name}: no file is missing, none is new`, () => {
    assert.equal([...golden.keys()].sort(), listFiles(expected));
  });

  for (const file of golden.keys()) {
    test(`${name}: ${file}`, () => {
      assert.fixture(golden.get(file)!, readFileSync(path.join(expected, file), 'utf8'));
    });
  }
}

test('there are golden sites', () => {
  assert.ok(cases.length >= 3);
});

test.run();
