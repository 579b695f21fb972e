/** The database as another SQLite reads it: Python's, with the queries that the README shows. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeExport } from '../../src/export/planExports.ts';
import type { Site } from '../../src/model/site.ts';
import { loadContent, sampleContent } from '../support/build.ts';
import { exportFiles } from '../support/exports.ts';
import { pythonFile, runProgram } from '../support/programs.ts';
import { loadGood, makeFolder, root } from '../support/site.ts';

const script = `
import json, sqlite3, sys
database = sqlite3.connect('file:' + sys.argv[1] + '?immutable=1', uri=True)
json.dump([database.execute(query).fetchall() for query in json.load(sys.stdin)], sys.stdout)
`;

type Rows = readonly (readonly (string | number | null)[])[];

function writeDatabase(site: Site): string {
  const file = path.join(makeFolder(), 'site.sqlite');
  writeFileSync(file, Buffer.concat(makeExport(site, 'sqlite')));
  return file;
}

function ask(file: string, queries: readonly string[]): readonly Rows[] {
  const input = JSON.stringify(queries);
  return JSON.parse(runProgram(pythonFile, ['-c', script, file], { input })) as readonly Rows[];
}

const site = loadGood(exportFiles);
const made = writeDatabase(site);
const sample = writeDatabase(loadContent(sampleContent));

const test = suite('SQLite');

test('it is whole, and every reference has its row', () => {
  for (const file of [made, sample]) {
    const [integrity, foreign, search] = ask(file, [
      'PRAGMA integrity_check',
      'PRAGMA foreign_key_check',
      'SELECT count(*) FROM articles_fts',
    ]);
    assert.equal(integrity, [['ok']]);
    assert.equal(foreign, []);
    assert.ok(Number(search?.[0]?.[0]) >= 3);
  }
});

test('rows say what the files say', () => {
  const [articles, actors, sources, watching, names] = ask(made, [
    'SELECT id, date, confidence, tlp, story, text FROM articles ORDER BY number',
    "SELECT actor, role FROM article_actors WHERE article = 'full' ORDER BY actor",
    'SELECT source, reliability, credibility FROM article_sources ORDER BY source',
    'SELECT due FROM watching WHERE due IS NOT NULL ORDER BY due',
    "SELECT name, kind FROM actor_names WHERE actor = 'bo'",
  ]);
  assert.equal(
    articles?.map(([id]) => id),
    site.articles.toReversed().map(({ id }) => id),
  );
  assert.equal(articles?.[0], [
    ...['full', '2024-01-05', 'moderate', 'amber+strict', 'tale'],
    'Ann met Bo. See the page. open code',
  ]);
  assert.equal(actors, [
    ['ann', 'speaker'],
    ['bo', null],
    ['korea', null],
  ]);
  assert.equal(sources, [
    ['agency', 'B', 2],
    ['wire', null, null],
  ]);
  assert.equal(watching, [['2024-02-01'], ['2024-02-02'], ['2024-02-03']]);
  assert.equal(names, [
    ['Bo', 'name'],
    ['Beau', 'former'],
  ]);
});

test('full-text search finds words whatever their accents', () => {
  const [found] = ask(sample, [
    "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'houthi OR hóuthi'",
  ]);
  assert.ok(Number(found?.[0]?.[0]) > 0);
});

test('the queries of the README give rows of the sample', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const blocks = Array.from(readme.matchAll(/```sql\n([^]*?)```/g), ([, sql = '']) => sql);
  const queries = blocks.flatMap((sql) => sql.split(';').filter((query) => query.trim() !== ''));
  assert.ok(queries.length >= 3, 'the README shows queries');
  for (const [index, rows] of ask(sample, queries).entries()) {
    assert.ok(rows.length > 0, queries[index]);
  }
});

test.run();
