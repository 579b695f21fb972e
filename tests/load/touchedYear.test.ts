import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildCached } from '../../src/build/buildCached.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { editsPack } from '../../src/cache/bodies.ts';
import { findKnownArticles } from '../../src/cache/cache.ts';
import { completeState, filesOf, takeSnapshot } from '../../src/cache/snapshot.ts';
import type { Instant } from '../../src/dates/instant.ts';
import { formatRecords } from '../../src/load/articleRecords.ts';
import { listContentFolder } from '../../src/load/listContentFolder.ts';
import { loadArticle } from '../../src/load/loadArticle.ts';
import { loadTerms } from '../../src/load/loadSite.ts';
import { parseOwn } from '../../src/load/recordText.ts';
import { watchYears } from '../../src/load/touchedYear.ts';
import { hashLoading } from '../../src/load/withContent.ts';
import { articleFile, at, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { testKey } from '../support/key.ts';

const now = at('2024-06-01T12:00:00Z');
const silent = (): void => undefined;

interface Made {
  readonly folder: string;
  readonly content: string;
  readonly cache: string;
}

/** A site that was built, with an item a year and one that is under embargo. */
async function makeBuilt(): Promise<Made> {
  const folder = makeFolder();
  const files: Record<string, string> = {
    'content/site.yaml': siteYaml(),
    'content/topics/war.md': articleFile('name: War'),
    'content/stories/long.md': articleFile('name: Long'),
    'content/assets/a.txt': 'x',
    'content/articles/told.md': articleFile('title: Told\ndate: 2022-03-03\nstory: long'),
    'content/articles/held.md': articleFile(
      'title: Held\ndate: 2021-03-03\nembargoed: 2024-07-01T00:00:00Z',
    ),
  };
  for (const year of [2020, 2021, 2022, 2023, 2024]) {
    files[`content/articles/${year}.md`] = articleFile(`title: Of ${year}\ndate: ${year}-02-02`);
  }
  writeFiles(folder, files);
  const made = {
    folder,
    content: path.join(folder, 'content'),
    cache: path.join(folder, 'cache'),
  };
  const { result } = await buildCached({
    purpose: { kind: 'publish' },
    content: made.content,
    layouts: findLayoutFolders(path.join(folder, 'layouts')),
    output: path.join(folder, 'site'),
    now,
    cache: made.cache,
    key: testKey,
    force: false,
    warn: silent,
    progress: silent,
    waiting: silent,
  });
  assert.ok(result);
  return made;
}

/** What the next build would say, had it loaded what changed. */
function findTouched({ content, cache }: Made, clock: Instant = now): string | null {
  const known = findKnownArticles({ folder: cache, key: testKey }, hashLoading(content));
  assert.ok(known?.last);
  const list = listContentFolder(content);
  const { entries } = list;
  const snapshot = takeSnapshot(filesOf(list), known.inputs, known.last.taken);
  const watched = watchYears(entries, snapshot, known, clock);
  const { names } = loadTerms(content);
  for (const entry of entries) {
    if (entry.kind !== 'article' || !snapshot.changed.has(entry.relative)) continue;
    const [text] = formatRecords([loadArticle(entry, names)], makeFolder(), editsPack, null);
    known.articles.set(entry.relative, text!);
    completeState(entry.relative, parseOwn(text!).sourceHash, snapshot);
  }
  known.bodies.close();
  return watched.find();
}

const test = suite('the first year that a build touches');

const article = (date: string, more = ''): string =>
  articleFile(`title: Another\ndate: ${date}\n${more}`);

const cases: readonly (readonly [
  name: string,
  change: (made: Made) => void,
  touched: string | null,
])[] = [
  [
    'is that of a new article',
    ({ content }) => writeFiles(content, { 'articles/new.md': article('2023-05-05') }),
    '2023',
  ],
  [
    'is the first of many',
    ({ content }) =>
      writeFiles(content, {
        'articles/new.md': article('2024-05-05'),
        'articles/2022.md': article('2022-02-02'),
      }),
    '2022',
  ],
  [
    'is that in which an article was',
    ({ content }) => writeFiles(content, { 'articles/2021.md': article('2024-05-05') }),
    '2021',
  ],
  [
    'is that into which one goes',
    ({ content }) => writeFiles(content, { 'articles/2024.md': article('2019-05-05') }),
    '2019',
  ],
  [
    'is that of an article that is gone',
    ({ content }) => rmSync(path.join(content, 'articles/2022.md')),
    '2022',
  ],
  ['can’t be told where nothing changed', silent, null],
  [
    'can’t be told of an item of a story',
    ({ content }) =>
      writeFiles(content, { 'articles/told.md': article('2022-03-03', 'story: long') }),
    null,
  ],
  [
    'can’t be told of an item that leaves a story',
    ({ content }) => writeFiles(content, { 'articles/told.md': article('2022-03-03') }),
    null,
  ],
  [
    'can’t be told where a topic changed too',
    ({ content }) =>
      writeFiles(content, {
        'articles/new.md': article('2024-05-05'),
        'topics/war.md': articleFile('name: Wars'),
      }),
    null,
  ],
  [
    'can’t be told where an asset came',
    ({ content }) =>
      writeFiles(content, { 'articles/new.md': article('2024-05-05'), 'assets/b.txt': 'x' }),
    null,
  ],
  [
    'can’t be told where something else went',
    ({ content }) => {
      writeFiles(content, { 'articles/new.md': article('2024-05-05') });
      rmSync(path.join(content, 'topics/war.md'));
    },
    null,
  ],
  [
    'can’t be told where states of files are lost',
    ({ content, cache }) => {
      writeFiles(content, { 'articles/new.md': article('2024-05-05') });
      const [id = ''] = readdirSync(cache);
      const inputs = path.join(cache, id, 'inputs');
      rmSync(path.join(inputs, readdirSync(inputs)[0]!));
    },
    null,
  ],
];
for (const [name, change, touched] of cases) {
  test(name, async () => {
    const made = await makeBuilt();
    change(made);
    assert.is(findTouched(made), touched);
  });
}

test('can’t be told when an embargo has passed, or the clock went back', async () => {
  const made = await makeBuilt();
  writeFiles(made.content, { 'articles/new.md': article('2024-05-05') });
  assert.is(findTouched(made), '2024');
  assert.is(findTouched(made, at('2024-07-01T00:00:00Z')), null);
  assert.is(findTouched(made, at('2024-05-31T12:00:00Z')), null);
});

test.run();
