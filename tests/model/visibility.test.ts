import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { visibilityOf } from '../../src/model/buildSite.ts';
import type { Site } from '../../src/model/site.ts';
import { articleFile, at, load, loadGood, type Files } from '../support/site.ts';

const test = suite('what the public may see');

const now = at('2024-01-10T00:00:00Z');
const past = at('2024-01-09T23:59:59Z');
const future = at('2024-01-10T00:00:01Z');

const cases: readonly (readonly [
  status: 'usable' | 'draft' | 'withheld' | 'canceled',
  embargoed: typeof now | null,
  seen: string | null,
  withDrafts: string | null,
])[] = [
  ['usable', null, 'published', 'published'],
  ['usable', past, 'published', 'published'],
  ['usable', now, 'published', 'published'],
  ['usable', future, null, 'embargoed'],
  ['draft', null, null, 'draft'],
  ['draft', future, null, 'draft'],
  ['withheld', null, null, null],
  ['withheld', past, null, null],
  ['canceled', null, 'canceled', 'canceled'],
  ['canceled', future, null, 'embargoed'],
];
for (const [status, embargoed, seen, withDrafts] of cases) {
  test(`${status}, embargoed until ${embargoed?.iso ?? 'never'}`, () => {
    assert.is(visibilityOf({ status, embargoed }, { now, drafts: false }), seen);
    assert.is(visibilityOf({ status, embargoed }, { now, drafts: true }), withDrafts);
  });
}

/** One article with everything that could leak, of a status. */
function secret(more: string): Files {
  return {
    'topics/war.md': articleFile('name: War'),
    'actors/kim.md': articleFile('name: Kim\ntype: person'),
    'actors/ann.md': articleFile('name: Ann\ntype: person'),
    'stories/tale.md': articleFile('name: Tale'),
    'articles/x.md': articleFile(
      `title: Secret title
date: 2024-01-05
topics: [War]
actors: [Kim, Ann]
story: tale
sources: [Secret source]
redirectFrom: [/secret-old/]
corrections: [{ date: 2024-01-06, text: Secret correction }]
${more}`,
      'Secret body.',
    ),
  };
}

/** Everything of a site, maps too, as text. */
function textOf(site: Site): string {
  return JSON.stringify(site, (_, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}

for (const more of ['status: draft', 'status: withheld', 'embargoed: 2024-01-10T00:00:01Z']) {
  test(`${more}: nothing of it is anywhere`, () => {
    const site = loadGood(secret(more), { now });
    assert.not.match(textOf(site), /secret/i);
    assert.is(site.articles.length, 0);
    assert.is(site.days.length, 0);
    assert.is(site.sources.size, 0);
  });
}

test('canceled: its page and its old addresses, and nothing else', () => {
  const site = loadGood(secret('status: canceled'), { now });
  assert.equal(
    site.canceled.map(({ path, visibility }) => [path, visibility]),
    [['/2024/01/05/x/', 'canceled']],
  );
  assert.equal(
    site.redirects.map(({ from, to }) => [from, to]),
    [['/secret-old/', '/2024/01/05/x/']],
  );
  assert.not.match(textOf({ ...site, canceled: [], redirects: [] }), /secret/i);
  assert.is(site.days.length, 0);
});

test('the development server sees drafts and embargoed items, marked', () => {
  const options = { now, drafts: true };
  const draft = loadGood(secret('status: draft'), options);
  assert.is(draft.articles[0]?.visibility, 'draft');
  const embargoed = loadGood(secret('embargoed: 2024-01-10T00:00:01Z'), options);
  assert.is(embargoed.articles[0]?.visibility, 'embargoed');
  assert.is(loadGood(secret('status: withheld'), options).articles.length, 0);
});

test('an embargo ends', () => {
  const files = secret('embargoed: 2024-01-10T00:00:01Z');
  const site = loadGood(files, { now: at('2024-01-10T00:00:01Z') });
  assert.is(site.articles[0]?.visibility, 'published');
  assert.is(site.sources.size, 1);
});

test('a draft of the future is not warned of', () => {
  const { diagnostics } = load(
    { 'articles/x.md': articleFile('title: A\ndate: 2024-02-01\nstatus: draft') },
    { now },
  );
  assert.equal(diagnostics, []);
});

test('a link to a draft is dead, and does not say what is there', () => {
  const { diagnostics } = load(
    {
      'articles/x.md': articleFile('title: Secret\ndate: 2024-01-05\nstatus: draft'),
      'articles/y.md': articleFile('title: A\ndate: 2024-01-05', '[x](../x/)'),
    },
    { now },
  );
  assert.equal(
    diagnostics.map(({ file, code }) => `${file} ${code}`),
    ['content/articles/y.md dead-link'],
  );
});

test('corrections, newest first, of articles and briefings', () => {
  const site = loadGood(
    {
      'articles/x.md': articleFile(
        'title: X\ndate: 2024-01-05\ncorrections: [{ date: 2024-01-06, text: One }, { date: "2024-01-07T12:00:00Z", text: Two }]',
      ),
      'briefings/2024-01-04.md': articleFile(
        'date: 2024-01-04\ncorrections: [{ date: 2024-01-07, text: Three }]',
      ),
    },
    { now },
  );
  assert.equal(
    site.corrections.map(({ text, path, title, of }) => [text, path, title, of]),
    [
      ['Two', '/2024/01/05/x/', 'X', '2024-01-05'],
      ['Three', '/2024/01/04/', null, '2024-01-04'],
      ['One', '/2024/01/05/x/', 'X', '2024-01-05'],
    ],
  );
});

test.run();
