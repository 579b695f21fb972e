import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildCached } from '../../src/build/buildCached.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { CacheTable } from '../../src/cache/table.ts';
import { makeExport } from '../../src/export/planExports.ts';
import { loadContent } from '../../src/load/loadSite.ts';
import type { LoadedContent } from '../../src/load/stages.ts';
import { withContent } from '../../src/load/withContent.ts';
import { edit } from '../support/build.ts';
import { articleFile, at, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';
import { readSigned, writeSigned, type MachineKey } from '../../src/files/signed.ts';
import type { BuildRecord } from '../../src/cache/cache.ts';
import { otherKey, testKey } from '../support/key.ts';

const now = at('2030-01-01T12:00:00Z');
const silent = (): void => undefined;

interface Made {
  readonly folder: string;
  readonly content: string;
  readonly cache: string;
}

function makeSite(articles = 3): Made {
  const folder = makeFolder();
  const files: Record<string, string> = {
    'content/site.yaml': siteYaml(),
    'content/actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n',
  };
  for (let number = 0; number < articles; number++) {
    files[`content/articles/2024-01-05-item-${number}.md`] = articleFile(
      `title: Item ${number}\ndate: 2024-01-05\nactors: [Kim Jong Un]`,
      `Kim Jong Un said ${number}.\n\nAnd **more**.`,
    );
  }
  writeFiles(folder, files);
  return { folder, content: path.join(folder, 'content'), cache: path.join(folder, 'cache') };
}

async function build({ folder, content, cache }: Made): Promise<void> {
  const { result } = await buildCached({
    purpose: { kind: 'publish' },
    content,
    layouts: findLayoutFolders(path.join(folder, 'layouts')),
    output: path.join(folder, 'site'),
    now,
    cache,
    key: testKey,
    force: false,
    warn: silent,
    progress: silent,
    waiting: silent,
  });
  assert.ok(result);
}

function exported({ site, problems }: LoadedContent): string {
  assert.equal(problems, []);
  return Buffer.concat(makeExport(site, 'json')).toString();
}

const load = ({ content, cache }: Made): Promise<string> =>
  withContent({ content, now, drafts: false }, { folder: cache, key: testKey }, exported);

const loadAnew = ({ content }: Made): string =>
  exported(loadContent({ content, now, drafts: false }));

const first = 'content/articles/2024-01-05-item-0.md';

const cases: readonly (readonly [what: string, change: (made: Made) => void])[] = [
  ['as it was built', silent],
  ['with a text that changed', ({ folder }) => edit(folder, first, 'said 0', 'denied 0')],
  ['with an article that went', ({ folder }) => rmSync(path.join(folder, first))],
  [
    'with an actor of another name',
    ({ folder }) =>
      edit(folder, 'content/actors/kim.md', 'Kim Jong Un', 'Somebody\naliases: [Kim Jong Un]'),
  ],
  [
    'with another configuration',
    ({ folder }) => edit(folder, 'content/site.yaml', 'zone: UTC', 'zone: Asia/Seoul'),
  ],
  [
    'with a damaged cache',
    ({ cache }) => {
      for (const file of readdirSync(cache, { recursive: true, encoding: 'utf8' })) {
        if (/articles.\d+$|bodies/.test(file) && !file.endsWith('bodies'))
          writeFileSync(path.join(cache, file), 'damaged');
      }
    },
  ],
];

const test = suite('withContent');

for (const [what, change] of cases) {
  test(`gives the same as a whole load, ${what}, and leaves the cache alone`, async () => {
    const made = makeSite();
    await build(made);
    change(made);
    const before = hashTree(made.cache);
    assert.is(await load(made), loadAnew(made));
    assert.is(hashTree(made.cache), before);
  });
}

/** Changes what the cache knows of an article, as somebody who has a key. */
function changeRecord({ cache }: Made, key: MachineKey): void {
  const [id = ''] = readdirSync(cache);
  const file = path.join(cache, id, 'build.json');
  const found = readSigned(file, `build ${id}`, testKey);
  if (found.kind !== 'signed') throw new Error('the cache has no record');
  const record = JSON.parse(found.text) as BuildRecord;
  const { articles } = record.tables;
  const table = new CacheTable(path.join(cache, id, 'articles'), articles, silent);
  const name = 'articles/2024-01-05-item-0.md';
  table.set(name, (table.get(name) ?? '').replace('"Item 0"', '"From the cache"'));
  table.save();
  const tables = { ...record.tables, articles: table.digest };
  writeSigned(file, JSON.stringify({ ...record, tables }), `build ${id}`, key);
}

test('takes no article from a cache that somebody else wrote', async () => {
  const made = makeSite();
  await build(made);
  changeRecord(made, otherKey);
  assert.is(await load(made), loadAnew(made));
});

test('takes articles from the cache', async () => {
  const made = makeSite();
  await build(made);
  changeRecord(made, testKey);
  assert.match(await load(made), '"From the cache"');
});

test('without a cache loads on all cores, and leaves nothing behind', async () => {
  const made = makeSite(900);
  const before = process.env['TMPDIR'];
  const temporary = makeFolder();
  process.env['TMPDIR'] = temporary;
  try {
    assert.is(await load(made), loadAnew(made));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  assert.not(existsSync(made.cache));
  assert.equal(readdirSync(temporary), []);
});

test.run();
