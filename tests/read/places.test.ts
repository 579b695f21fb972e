import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findPlace, isIgnoredName } from '../../src/read/places.ts';

const test = suite('places in the content tree');

const sources: readonly (readonly [path: string, source: string])[] = [
  ['site.yaml', 'site'],
  ['articles/x.md', 'article'],
  ['articles/2024/01/x.md', 'article'],
  ['briefings/2024-01-05.md', 'briefing'],
  ['topics/war.md', 'topic'],
  ['actors/kim.md', 'actor'],
  ['stories/war.md', 'story'],
  ['pages/about.md', 'page'],
  ['pages/about/method.md', 'page'],
];
for (const [path, source] of sources) {
  test(`${path} is a ${source}`, () => {
    assert.equal(findPlace(path), { kind: 'source', source });
  });
}

test('assets and static files', () => {
  assert.equal(findPlace('assets/a/b.png'), { kind: 'asset', root: 'assets', relative: 'a/b.png' });
  assert.equal(findPlace('static/CNAME'), { kind: 'asset', root: 'static', relative: 'CNAME' });
  assert.equal(findPlace('static/.well-known/x.json'), {
    kind: 'asset',
    root: 'static',
    relative: '.well-known/x.json',
  });
});

test('the ledger', () => {
  assert.equal(findPlace('ledger.tsv'), { kind: 'source', source: 'ledger' });
});

const stray: readonly (readonly [path: string, hint: string])[] = [
  ['site.yml', 'site.yaml'],
  ['article.md', 'articles/'],
  ['CNAME', 'static/'],
  ['artcles/x.md', '"articles/"'],
  ['posts/x.md', 'articles, briefings'],
  ['articles/x.markdown', '.md'],
  ['articles/x.MD', '.md'],
  ['articles/x.png', 'assets/'],
  ['articles/x.11tydata.cjs', 'assets/'],
  ['topics/war/iran.md', 'topics/iran.md'],
  ['briefings/2024/2024-01-05.md', 'briefings/2024-01-05.md'],
];
for (const [path, hint] of stray) {
  test(`${path} is stray, and the hint names ${hint}`, () => {
    const place = findPlace(path);
    assert.is(place.kind, 'stray');
    assert.match(place.kind === 'stray' ? place.hint : '', hint);
  });
}

const ignored = [
  '.DS_Store',
  '.x.md.swp',
  'x.md~',
  '#x.md#',
  'x.md.bak',
  'x.md.orig',
  'x.tmp',
  '4913.swx',
  'Thumbs.db',
  'desktop.ini',
];
for (const name of ignored) {
  test(`${name} is ignored`, () => {
    assert.is(isIgnoredName(name), true);
    assert.is(findPlace(`articles/${name}`).kind, 'ignored');
    assert.is(findPlace(`articles/${name}/x.md`).kind, 'ignored');
  });
}

test('names of content are not', () => {
  for (const name of ['x.md', 'template.md', '.well-known', '.nojekyll']) {
    assert.is(isIgnoredName(name), false, name);
  }
});

test.run();
