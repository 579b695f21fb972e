/** Years in which nothing changed: no page of theirs is asked, unless somebody touched the output. */
import { appendFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildCached } from '../../src/build/buildCached.ts';
import { nothingYet } from '../../src/build/lastOutput.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { produce, type Produced } from '../../src/build/produce.ts';
import type { Year } from '../../src/dates/day.ts';
import type { Site } from '../../src/model/site.ts';
import { PageRenderer } from '../../src/render/renderPages.ts';
import { articleFile, at, loadGood, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';
import type { Files } from '../support/site.ts';
import { readFileSync } from 'node:fs';
import { testKey } from '../support/key.ts';

const silent = (): void => undefined;
const layouts = findLayoutFolders('layouts');
const now = at('2026-01-01T00:00:00Z');

/** Items of six years, two a month, that share topics and actors. */
function sixYears(): Files {
  const files: Record<string, string> = {
    'site.yaml': siteYaml('precompress: [gzip]\nemail: true'),
    'topics/war.md': articleFile('name: War'),
    'topics/trade.md': articleFile('name: Trade'),
    'actors/kim.md': articleFile('name: Kim\ntype: person'),
    'actors/bo.md': articleFile('name: Bo\ntype: person'),
  };
  for (const year of [2019, 2020, 2021, 2022, 2023, 2024]) {
    for (const [month, topic] of [
      ['02', 'war'],
      ['09', 'trade'],
    ] as const) {
      const day = `${year}-${month}-03`;
      for (const slug of ['a', 'b']) {
        files[`articles/${year}/${day}-${slug}.md`] = articleFile(
          `title: ${slug} of ${day}\ndate: ${day}\ntopics: [${topic}]\nactors: [Kim, Bo]`,
        );
      }
    }
  }
  return files;
}

/** The first of its year, so that the last page of the year before leads to it. */
const oneNew: Files = {
  'articles/2024/2024-01-10-new.md': articleFile(
    'title: New\ndate: 2024-01-10\ntopics: [war]\nactors: [Kim]',
  ),
};

async function make(site: Site, last: Partial<typeof nothingYet> = {}): Promise<Produced> {
  const folder = makeFolder();
  const renderer = new PageRenderer(silent);
  try {
    return await produce(site, {
      ...{ ...nothingYet, ...last },
      ...{ layouts, staging: path.join(folder, 'staging'), target: path.join(folder, 'site') },
      ...{ renderer, isWhole: false, progress: silent },
    });
  } finally {
    await renderer.close();
  }
}

const test = suite('settled years');

test('none of their pages is asked, and all of them are counted', async () => {
  const first = await make(loadGood(sixYears()));
  const known = new Map(Array.from(first.keys, ({ file, key }) => [file, key]));
  const site = loadGood({ ...sixYears(), ...oneNew });
  const asked = new Set<string | null>();
  const second = await make(site, {
    lastKey: (file, year) => {
      asked.add(year);
      return known.get(file) ?? null;
    },
    lastYears: { years: first.years, touched: '2024' as Year, isIntact: true },
    lastBytes: () => Buffer.from(''),
  });
  const clean = await make(site);
  const skipped = ['2019', '2020', '2021', '2022'];
  assert.equal([...second.skipped].sort(), skipped);
  assert.equal([...asked].filter((year) => year !== null).sort(), ['2023', '2024']);
  assert.equal(second.years, clean.years);
  assert.equal([second.pages, second.files], [clean.pages, clean.files]);
  const all = Array.from(clean.keys).filter(({ year }) => year === null || !skipped.includes(year));
  assert.is(second.keys.size, all.length);
  // Of pages that tell by their views, keys may differ where the pages do not.
  for (const { file, year } of all) assert.ok(second.keys.of(year).has(file), file);
  assert.ok(clean.keys.size > all.length + 40, 'too few files were skipped');
});

interface Desk {
  readonly folder: string;
  readonly output: string;
}

async function build({ folder, output }: Desk): Promise<readonly string[]> {
  const warnings: string[] = [];
  const { result } = await buildCached({
    purpose: { kind: 'publish' },
    ...{ content: path.join(folder, 'content'), layouts, output, now },
    cache: path.join(folder, 'cache'),
    key: testKey,
    ...{ force: false, progress: silent, waiting: silent },
    warn: (message) => warnings.push(message),
  });
  assert.ok(result !== null);
  return warnings;
}

function read(output: string): ReadonlyMap<string, string> {
  return new Map(
    listFiles(output).map((file) => [file, readFileSync(path.join(output, file), 'latin1')]),
  );
}

/** The files of a table of the cache. */
function filesOfTable({ folder }: Desk, table: string): readonly string[] {
  const id = readdirSync(path.join(folder, 'cache'))[0] ?? '';
  const own = path.join(folder, 'cache', id, 'outputs', table);
  return readdirSync(own).map((file) => path.join(own, file));
}

/** What somebody does beside an editor who adds an item, and how often the cache complains. */
const disturbances: readonly (readonly [name: string, work: (desk: Desk) => void, number])[] = [
  ['nothing', silent, 0],
  [
    'a page of an old year is gone',
    ({ output }) => rmSync(path.join(output, '2019/02/03/a/index.html')),
    0,
  ],
  [
    'a page of an old year is another',
    ({ output }) => writeFileSync(path.join(output, '2020/02/03/index.html'), 'x'),
    0,
  ],
  [
    'a copy of an old page is gone',
    ({ output }) => rmSync(path.join(output, '2019/02/03/a/index.html.gz')),
    0,
  ],
  [
    'somebody’s own file lies in an old year',
    ({ output }) => {
      writeFileSync(path.join(output, '2019/02/03/own.html'), 'x');
      rmSync(path.join(output, 'index.html'));
    },
    0,
  ],
  [
    'a table of an old year is damaged',
    (desk) => appendFileSync(filesOfTable(desk, '2019')[0]!, 'x'),
    1,
  ],
  [
    'a table of an old year is gone',
    (desk) => {
      for (const file of filesOfTable(desk, '2020')) rmSync(file);
    },
    0,
  ],
  [
    'an item of an old year is gone',
    ({ folder }) => rmSync(path.join(folder, 'content/articles/2020/2020-02-03-a.md')),
    0,
  ],
  [
    'an old year is gone',
    ({ folder }) => rmSync(path.join(folder, 'content/articles/2021'), { recursive: true }),
    0,
  ],
  [
    'the first year is gone',
    ({ folder }) => rmSync(path.join(folder, 'content/articles/2019'), { recursive: true }),
    0,
  ],
  [
    'an old year has a new item',
    ({ folder }) =>
      writeFiles(folder, {
        'content/articles/2018/x.md': articleFile('title: X\ndate: 2018-05-05\ntopics: [trade]'),
      }),
    0,
  ],
];
for (const [name, work, complaints] of disturbances) {
  test(`a new item, and ${name}`, async () => {
    const folder = makeFolder();
    const desk = { folder, output: path.join(folder, 'site') };
    writeFiles(path.join(folder, 'content'), sixYears());
    assert.equal(await build(desk), []);
    writeFiles(path.join(folder, 'content'), oneNew);
    work(desk);
    const warnings = await build(desk);
    assert.is(warnings.filter((warning) => warning.includes('damaged')).length, complaints);
    const other = makeFolder();
    cpSync(path.join(folder, 'content'), path.join(other, 'content'), { recursive: true });
    const clean = { folder: other, output: path.join(other, 'site') };
    await build(clean);
    const [told, wanted] = [read(desk.output), read(clean.output)];
    assert.equal([...told.keys()], [...wanted.keys()]);
    for (const [file, bytes] of wanted) assert.ok(told.get(file) === bytes, file);
    // What was written down is true: nothing is left to do.
    assert.equal(await build(desk), []);
    assert.equal(read(desk.output), wanted);
  });
}

test.run();
