/** Every language has all words and its plural forms; a page in Arabic has none that is English. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { en } from '../../src/words/en.ts';
import { languageOf, languages } from '../../src/words/language.ts';
import { fillWords } from '../../src/words/forms.ts';
import { around, linked } from '../../src/words/phrases.ts';
import { buildContent } from '../support/build.ts';
import { englishIn, leavesOf } from '../support/englishWords.ts';
import { root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('words');
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

function isPlural(value: object): boolean {
  return 'other' in value && Object.keys(value).every((key) => categories.includes(key));
}

/** The plural forms of a language, by their paths. */
function pluralsOf(value: unknown, at: string): readonly (readonly [at: string, forms: object])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isPlural(value)) return [[at, value]];
  return Object.entries(value).flatMap(([key, item]) => pluralsOf(item, `${at}.${key}`));
}

function keysOf(words: unknown): readonly string[] {
  const plurals = pluralsOf(words, '').map(([at]) => at);
  const texts = leavesOf(words, '').map(([at]) => at);
  const isForm = (at: string): boolean =>
    plurals.some(
      (plural) => at.startsWith(`${plural}.`) && categories.includes(at.slice(plural.length + 1)),
    );
  return [...plurals, ...texts.filter((at) => !isForm(at))].sort();
}

/** `{name}` places of a phrase, sorted. */
function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\w*\}/g)].map(([place]) => place).sort();
}

for (const [language, words] of Object.entries(languages)) {
  test(`${language}: all keys, and none besides`, () => {
    assert.equal(keysOf(words), keysOf(en));
  });

  test(`${language}: the plural forms that its rules choose between`, () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [at, forms] of pluralsOf(words, '')) {
      assert.equal(Object.keys(forms).sort(), needed, at);
    }
  });

  test(`${language}: the places of each phrase are those of the English one`, () => {
    const english = new Map(leavesOf(en, ''));
    for (const [at, text] of leavesOf(words, '')) {
      const other = english.get(at);
      if (other === undefined) continue;
      // Forms for one and two may do without the number.
      const isForm = categories.includes(at.slice(at.lastIndexOf('.') + 1));
      const needed = (phrase: string): readonly string[] =>
        placesOf(phrase).filter((place) => !isForm || place !== '{n}');
      assert.equal(needed(text), needed(other), at);
    }
  });

  test(`${language}: no text is empty but the ends of a phrase`, () => {
    for (const [at, text] of leavesOf(words, '')) {
      if (/\.(?:before|after)$/.test(at)) continue;
      assert.ok(text.trim() !== '', at);
    }
  });
}

test('a region keeps the words of its language, one without words gets the English ones', () => {
  assert.is(languageOf('ar-EG').words, languages['ar']);
  assert.is(languageOf('en-US').words, en);
  assert.is(languageOf('de').words, en);
});

test('numbers of things, in the digits and forms of the language', () => {
  const { count, words } = languageOf('ar-EG');
  const counted = [0, 1, 2, 3, 11, 100].map((value) => count(words.counted.items, value));
  assert.equal(counted, ['لا أخبار', 'خبر واحد', 'خبران', '٣ أخبار', '١١ خبرًا', '١٠٠ خبر']);
  assert.is(languageOf('en').count(en.counted.items, 1234), '1,234 items');
});

test('phrases are taken apart at their place or link', () => {
  assert.equal(around('Due {}'), { before: 'Due ', after: '' });
  assert.equal(linked('You [may] go.'), { before: 'You ', link: 'may', after: ' go.' });
  assert.throws(() => around('Due'));
  assert.throws(() => around('{} and {}'));
  assert.throws(() => linked('You may go.'));
  assert.is(fillWords('{a} of {b}', { a: '{b}', b: '$1' }), '{b} of $1');
});

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** What a reader, a screen reader or a feed reader is told by a page or feed; no addresses. */
function spokenBy(file: string): string {
  const text = readFileSync(file, 'utf8').replace(/https?:\/\/[^\s"<\\]+/g, '');
  if (file.endsWith('.json')) {
    // What is for programs has front matter's words.
    const isForPrograms = (key: string): boolean => key === '_dateline';
    const said: unknown = JSON.parse(text, (key, value: unknown) =>
      isForPrograms(key) ? undefined : value,
    );
    return leavesOf(said, '')
      .map(([, value]) => value)
      .join('\n');
  }
  // The data of a page: its texts, not the names of properties and types, which are schema.org's.
  const data = /<script type="application\/ld\+json">(.*)<\/script>/;
  const [block = '', json = '{}'] = data.exec(text) ?? [];
  const told = leavesOf(JSON.parse(json), '').filter(([key]) => !key.endsWith('@type'));
  const labels = [...text.matchAll(/ (?:aria-label|title|text|alt|content)="([^"]*)"/g)];
  return [
    text.replace(block, '').replace(/<[^>]*>/g, '\n'),
    ...[...labels, ...told].map(([, value]) => value),
  ]
    .join('\n')
    .replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}

const arabic = buildContent(path.join(root, 'tests/sites/arabic/content'));
const pages = listFiles(arabic).filter((file) =>
  /(?:\.html|\.opml|feed\.xml|atom\.xml|feed\.json)$/.test(file),
);

test('no page and no feed in Arabic has an English word of ours', () => {
  const found = pages.flatMap((file) =>
    englishIn(spokenBy(path.join(arabic, file))).map((words) => `${file}: ${words}`),
  );
  assert.equal(found, []);
  assert.ok(pages.filter((file) => file.endsWith('.html')).length >= 40);
});

test('names are isolated, and titles in another language say so', () => {
  const read = (file: string): string => readFileSync(path.join(arabic, file), 'utf8');
  assert.match(read('index.html'), '<bdi>UN Security Council</bdi>');
  const article = read('2024/01/10/security-council/index.html');
  assert.match(article, '<bdi lang="en">Egypt, Ethiopia, Iran');
  const english = read('2024/01/01/brics/index.html');
  assert.match(english, '<html lang="en" dir="ltr">');
  assert.match(english, /<section class="cited" id="sources_" lang="ar" dir="rtl">/);
});

test('the control: the same search finds them on a page in English', () => {
  const output = buildContent(path.join(root, 'tests/sites/empty/content'));
  const found = englishIn(spokenBy(path.join(output, 'index.html')));
  assert.ok(found.includes(en.frame.skip));
  assert.ok(found.includes(en.home.noBriefing));
});

/** English words for sites in other languages, whose own plural rules know other forms. */
const borrowed: readonly (readonly [tag: string, counts: readonly string[]])[] = [
  ['ja', ['0 items', '1 item', '2 items', '1,234 items']],
  ['zh-Hans', ['0 items', '1 item', '2 items', '1,234 items']],
  ['ko', ['0 items', '1 item', '2 items', '1,234 items']],
  ['th', ['0 items', '1 item', '2 items', '1,234 items']],
  ['vi', ['0 items', '1 item', '2 items', '1.234 items']],
  // Their own rules have a singular for nothing, or for 21.
  ['fr', ['0 items', '1 item', '2 items', '1\u202f234 items']],
  ['hi', ['0 items', '1 item', '2 items', '1,234 items']],
  ['pt-BR', ['0 items', '1 item', '2 items', '1.234 items']],
  ['de', ['0 items', '1 item', '2 items', '1.234 items']],
  ['en-GB', ['0 items', '1 item', '2 items', '1,234 items']],
];
for (const [tag, counts] of borrowed) {
  test(`counts of a site in ${tag}`, () => {
    const { words, count } = languageOf(tag);
    assert.equal(
      [0, 1, 2, 1234].map((value) => count(words.counted.items, value)),
      counts,
    );
  });
}
test('21 is many in English words, whatever Russian says', () => {
  const { words, count } = languageOf('ru');
  assert.is(count(words.counted.items, 21), '21 items');
});

test.run();
