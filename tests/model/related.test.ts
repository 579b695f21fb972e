import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findRelated } from '../../src/model/related.ts';
import type { Site, SiteArticle } from '../../src/model/site.ts';
import { hashParts } from '../../src/views/viewKey.ts';
import { createRandom } from '../support/random.ts';
import { articleFile, loadGood, siteYaml, type Files } from '../support/site.ts';

const terms: Files = {
  'site.yaml': siteYaml('linkMentions: false\n'),
  ...Object.fromEntries(
    ['common', 'rare', 'other'].flatMap((id) => [
      [`topics/${id}.md`, `---\nname: Topic ${id}\n---\n`],
      [`actors/${id}.md`, `---\nname: Actor ${id}\ntype: person\n---\n`],
    ]),
  ),
  'stories/long.md': '---\nname: A long story\n---\n',
};

const keyOf = ({ sourceHash, path, visibility }: SiteArticle): string =>
  hashParts(sourceHash, path, visibility);

/** The slugs that are related to the article of a slug. */
function related(articles: Readonly<Record<string, string>>, slug: string): readonly string[] {
  const site = loadGood({ ...terms, ...toFiles(articles) });
  const article = site.articles.find((each) => each.slug === slug);
  if (article === undefined) throw new Error(`no article ${slug}`);
  return findRelated(site, keyOf)
    .find(article)
    .map((other) => other.slug);
}

function toFiles(articles: Readonly<Record<string, string>>): Files {
  return Object.fromEntries(
    Object.entries(articles).map(([slug, front]) => [
      `articles/${slug}.md`,
      articleFile(`title: Title of ${slug}\n${front}`),
    ]),
  );
}

/** Articles of many days about one actor. */
function many(count: number, front: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `many-${index}`,
      `date: 2024-01-${String(index + 1).padStart(2, '0')}\n${front}`,
    ]),
  );
}

const test = suite('related articles');

test('looks back only, and not at its own day', () => {
  const articles = {
    before: 'date: 2024-01-01\nactors: [rare]',
    same: 'date: 2024-01-02\nactors: [rare]',
    this: 'date: 2024-01-02\nactors: [rare]',
    after: 'date: 2024-01-03\nactors: [rare]',
  };
  assert.equal(related(articles, 'this'), ['before']);
  assert.equal(related(articles, 'before'), []);
});

test('a rare actor counts for more than one of every day, and two shared for more than one', () => {
  const articles = {
    ...many(20, 'actors: [common]'),
    odd: 'date: 2023-12-01\nactors: [rare]',
    both: 'date: 2023-12-02\nactors: [common, other]',
    this: 'date: 2024-02-01\nactors: [common, rare, other]',
  };
  const found = related(articles, 'this');
  assert.is(found.length, 5);
  // `both` is older than the twenty newest of the common actor: there only the other one counts.
  assert.equal(found.slice(0, 3), ['both', 'odd', 'many-19']);
});

test('one topic alone is not enough, two are', () => {
  const articles = {
    one: 'date: 2024-01-01\ntopics: [rare]',
    two: 'date: 2024-01-01\ntopics: [rare, other]',
    this: 'date: 2024-01-02\ntopics: [rare, other]',
  };
  assert.equal(related(articles, 'this'), ['two']);
});

test('articles of one story stand in its timeline instead', () => {
  const articles = {
    part: 'date: 2024-01-01\nactors: [rare]\nstory: long',
    apart: 'date: 2024-01-01\nactors: [rare]',
    this: 'date: 2024-01-02\nactors: [rare]\nstory: long',
  };
  assert.equal(related(articles, 'this'), ['apart']);
});

test('what counts is the past year', () => {
  const articles = {
    ...many(20, 'actors: [common]'),
    before: 'date: 2025-06-01\nactors: [rare]',
    also: 'date: 2025-05-01\nactors: [common]',
    this: 'date: 2025-06-02\nactors: [common, rare]',
  };
  // A year later both actors have been in the news once: the newer one comes first.
  assert.equal(related(articles, 'this').slice(0, 2), ['before', 'also']);
});

/** Random articles: day, actors, topics and story of each. */
function randomArticles(random: () => number, count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`article-${index}`, randomFront(random)]),
  );
}

function randomFront(random: () => number): string {
  const pick = (): string => ['common', 'rare', 'other'].filter(() => random() < 0.5).join(', ');
  const day = `2024-0${1 + Math.floor(random() * 3)}-${10 + Math.floor(random() * 15)}`;
  const story = random() < 0.2 ? '\nstory: long' : '';
  return `date: ${day}\nactors: [${pick()}]\ntopics: [${pick()}]${story}`;
}

function describe(site: Site): ReadonlyMap<string, readonly [key: string, found: string]> {
  const finder = findRelated(site, keyOf);
  return new Map(
    site.articles.map((article) => [
      article.slug,
      [
        hashParts(keyOf(article), finder.key(article)),
        finder
          .find(article)
          .map((other) => `${other.path} ${other.title}`)
          .join(),
      ],
    ]),
  );
}

test('where the key is the same, the related articles are', () => {
  const random = createRandom(20240119);
  const articles = randomArticles(random, 60);
  let before = describe(loadGood({ ...terms, ...toFiles(articles) }));
  let same = 0;
  let changed = 0;
  for (let edit = 0; edit < 40; edit++) {
    const slug = `article-${Math.floor(random() * 70)}`;
    if (random() < 0.3) Reflect.deleteProperty(articles, slug);
    else articles[slug] = randomFront(random);
    const after = describe(loadGood({ ...terms, ...toFiles(articles) }));
    for (const [other, [key, found]] of after) {
      const was = before.get(other);
      if (was === undefined) continue;
      if (was[0] === key) {
        same++;
        assert.is(found, was[1], `edit ${edit}, ${other}`);
      } else if (found !== was[1]) changed++;
    }
    before = after;
  }
  assert.ok(same > 500, `only ${same} keys stayed`);
  assert.ok(changed > 50, `only ${changed} articles changed`);
});

test.run();
