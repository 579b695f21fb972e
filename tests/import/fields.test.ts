/** How many fields of the raw articles' drafts are right, by a table that no program wrote. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../support/site.ts';
import { judgeDraft, type JudgedField } from './countFields.ts';
import { expectedFields, filedOf, importOne, readRaw } from './rawArticles.ts';
/** The least share of fields that must be right. */
const least = 0.99;

const counted = suite('fields of drafts');

counted('of all raw articles, 99 % are right and none is wrong without a mark', async () => {
  const all: (JudgedField & { readonly name: string })[] = [];
  for (const [name, expected] of Object.entries(expectedFields)) {
    const { text } = importOne(await readRaw(`${name}.txt`, filedOf(name)));
    all.push(...judgeDraft(text, expected).map((judged) => ({ name, ...judged })));
  }
  const count = (kind: JudgedField['kind']): number =>
    all.filter((judged) => judged.kind === kind).length;
  const figures = `${count('right')} of ${all.length} right, ${count('doubted')} wrong with a mark, ${count('wrong')} without, ${count('missing')} missing`;
  const others = all.filter(({ kind }) => kind !== 'right');
  const list = others.map(
    ({ name, field, value, kind }) => `${kind.padEnd(8)}${name} ${field}: ${value}`,
  );
  if (process.env['SHOW'] === '1') console.log(`${figures}\n${list.join('\n')}`);
  assert.equal(
    list.filter((line) => line.startsWith('wrong')),
    [],
  );
  assert.ok(count('right') >= least * all.length, `${figures}\n${list.join('\n')}`);
});

counted('the table has every raw article', () => {
  assert.equal(
    Object.keys(expectedFields).sort(),
    readdirSync(path.join(root, 'tests/import/raw'))
      .map((name) => name.replace(/\.txt$/, ''))
      .sort(),
  );
});

counted('a draft that is wrong is judged so', () => {
  const draft =
    '---\ntitle: One\ndate: 2024-01-05 # guess: why\nactors:\n  - a # guess: why\n  - b\nsources:\n  - name: X\n---\n\nIt rained. It stopped.\n';
  const expected = {
    ...{ title: 'Other', date: '2024-01-06', actors: ['b', 'c'], sources: ['X 2024-01-05'] },
    ...{ dateline: 'SORUN', text: ['It rained', 'It went on.'] },
  };
  assert.equal(
    judgeDraft(draft, expected).map(({ field, kind }) => `${field} ${kind}`),
    [
      ...['title wrong', 'date doubted', 'dateline missing', 'actors doubted', 'actors right'],
      ...['actors missing', 'sources wrong', 'sources missing', 'text right', 'text wrong'],
    ],
  );
});

counted.run();
