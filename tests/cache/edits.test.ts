import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildCached } from '../../src/build/buildCached.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { editAtRandom, writeEditedSite, type EditedSite } from '../support/edits.ts';
import { createRandom } from '../support/random.ts';
import { at, makeFolder } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';
import { testKey } from '../support/key.ts';

/** `npm run soak` makes 300; every `npm test` the first of them. */
const edits = Number(process.env['DATELINE_EDITS'] ?? 40);
const seed = Number(process.env['DATELINE_SEED'] ?? 20240105);

const test = suite('the cache');

/** Builds after each edit, with the cache and without. */
async function holdAgainstClean(edits: number, config: string): Promise<void> {
  const folder = makeFolder();
  const site: EditedSite = {
    content: path.join(folder, 'content'),
    layouts: path.join(folder, 'layouts'),
    cache: path.join(folder, 'cache'),
    config,
    now: '2030-01-01T12:00:00Z',
  };
  writeEditedSite(site);
  const random = createRandom(seed);
  const output = path.join(folder, 'site');
  const build = (to: string, cache: string): ReturnType<typeof buildCached> =>
    buildCached({
      purpose: { kind: 'publish' },
      content: site.content,
      layouts: findLayoutFolders(site.layouts),
      output: to,
      now: at(site.now),
      cache,
      key: testKey,
      force: false,
      warn: () => undefined,
      progress: () => undefined,
      waiting: () => undefined,
    });
  const history: string[] = [];
  let kept = 0;
  for (let index = 0; index <= edits; index++) {
    if (index > 0) history.push(editAtRandom(site, random));
    const told = `seed ${seed}, edit ${index}: ${history.slice(-3).join('; ')}`;
    const clean = path.join(folder, `clean-${index % 2}`);
    const { result, diagnostics } = await build(output, site.cache);
    const other = await build(clean, path.join(folder, `no-cache-${index}`));
    assert.is(result === null, other.result === null, told);
    assert.equal(diagnostics, other.diagnostics, told);
    kept += result?.kept ?? 0;
    if (hashTree(output) === hashTree(clean)) continue;
    assert.equal(listFiles(output), listFiles(clean), told);
    assert.unreachable(told);
  }
  // The cache must have been of use, or this shows nothing.
  assert.ok(kept > 20 * edits, `only ${kept} files were kept`);
}

test(`after each of ${edits} random edits the output is that of a clean build`, () =>
  holdAgainstClean(edits, ''));

test('the same with search indexes', () =>
  holdAgainstClean(Math.ceil(edits / 8), 'search: true\n'));

test('the same with every export', () =>
  holdAgainstClean(
    Math.ceil(edits / 4),
    'exports: [json, ndjson, csv, sqlite, ninjs, stix, graphml, ics]\n',
  ));

test('the same with compressed copies, of search indexes too', () =>
  holdAgainstClean(Math.ceil(edits / 4), 'search: true\nprecompress: [gzip, br]\n'));

test.run();
