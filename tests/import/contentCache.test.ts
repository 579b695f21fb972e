/** What imports remember of a content folder: it saves reading, and changes no draft. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { openContentCache } from '../../src/import/contentCache.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import { hashWord, hashWords, wordsOf } from '../../src/import/words.ts';
import { listContentFolder } from '../../src/load/listContentFolder.ts';
import { articleFile, makeContent, makeFolder } from '../support/site.ts';
import { testKey } from '../support/key.ts';
import type { CacheHome } from '../../src/cache/cache.ts';

const raw =
  'Ferries stop at Larn\n\nLARN, Jan 6 (AFP) - The ferries of Larn stopped on Saturday after a storm broke the pier, the harbour said.';
const body = 'A storm broke the pier of Larn, and the ferries stopped, the harbour said.';

function makeSite(): string {
  return makeContent({
    'actors/harbour.md': '---\nname: Harbour of Larn\ntype: organisation\n---\n',
    'topics/ferries.md': '---\nname: Ferries\n---\n',
    'articles/one.md': articleFile(
      'title: Larn pier broken\ndate: 2024-01-05\ntopics: [Ferries]\nsources: [AFP]',
      body,
    ),
    'articles/two.md': articleFile('title: Zwei\ndate: 2024-01-04', 'Über 平壌で会談 etwas.'),
    'articles/broken.md': articleFile('title: Broken\ndate: never'),
  });
}

const cache = suite('what is remembered');

/** Reads all content files; gives the records and which files were read. */
function readAll(folder: string, content: string, zone = 'UTC'): { records: string; read: string } {
  const read: string[] = [];
  const opened = openContentCache({ folder, key: testKey }, content, zone);
  const records = opened.read(listContentFolder(content).entries, ({ relative, text }) => {
    read.push(path.basename(relative, '.md'));
    return JSON.stringify(text);
  });
  opened.save();
  return { records: records.join('\n'), read: read.join(' ') };
}

cache(
  'a file is read again where it changed, and a part of the cache that is damaged',
  async () => {
    const folder = makeFolder();
    const content = makeSite();
    const all = 'harbour broken one two site.yaml ferries';
    assert.is(readAll(folder, content).read, all);
    // A file that was written within two seconds of the look may have changed unseen.
    assert.is(readAll(folder, content).read, all);
    await setTimeout(2100);
    const first = readAll(folder, content);
    assert.equal(readAll(folder, content), { records: first.records, read: '' });
    writeFileSync(path.join(content, 'articles/two.md'), articleFile('title: 2\ndate: 2024-01-04'));
    rmSync(path.join(content, 'articles/broken.md'));
    const changed = readAll(folder, content);
    assert.is(changed.read, 'two');
    assert.match(changed.records, 'title: 2');
    const records = path.join(folder, readdirSync(folder)[0] ?? '', 'records');
    const [shard = ''] = readdirSync(records);
    const file = path.join(records, shard);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"---/, '"--+'));
    assert.is(readAll(folder, content).records, changed.records);
    assert.is(readAll(folder, content, 'Asia/Seoul').read, 'harbour one two site.yaml ferries');
  },
);

cache('a folder that can’t be written is done without', () => {
  const file = path.join(makeFolder(), 'file');
  writeFileSync(file, '');
  const { records } = readAll(file, makeSite());
  assert.match(records, 'Larn pier broken');
});

cache('a draft is the same with and without it', async () => {
  const item = await parseRawText(raw, { day: '2024-01-07' as Day, isGiven: true });
  if (item === null) throw new Error('no item');
  const folder = makeFolder();
  const content = makeSite();
  await setTimeout(2100);
  const draftOf = (cache: CacheHome | null): string => {
    const [imported] = importItems(content, [item], [], { cache }).items;
    if (imported?.kind !== 'written') throw new Error('nothing was written');
    const { relative, similar, warnings } = imported.draft;
    const file = path.join(content, relative);
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    const likeness = similar.map(({ item: other, score, kind }) => [other.title, score, kind]);
    return JSON.stringify([text, likeness, warnings]);
  };
  const without = draftOf(null);
  assert.match(without, 'ferries # guess');
  assert.match(without, 'articles/one.md traces to AFP as well');
  const home = { folder, key: testKey };
  assert.is(draftOf(home), without);
  assert.is(draftOf(home), without);
});

cache.run();

const words = suite('hashes of words');

for (const text of [
  'Hello World, the U.S. naïve café123 and more-so',
  'ÜNDER ünder Straße ŁÓDŹ x',
  '平壌で会談 안녕하세요 ประเทศไทย القاهرة',
  'ends with four',
  '',
]) {
  words(`are those of the words of ${JSON.stringify(text)}`, () => {
    const telling = wordsOf(text).filter((word) => word.length > 3 || /[^\p{ASCII}]/u.test(word));
    assert.equal([...hashWords(text)].sort(), [...new Set(telling.map(hashWord))].sort());
  });
}

words.run();
