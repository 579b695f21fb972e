import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BodyStore, editsPack } from '../../src/cache/bodies.ts';
import { formatRecords, toLoaded } from '../../src/load/articleRecords.ts';
import { BodyReader } from '../../src/load/keptArticle.ts';
import { loadArticle } from '../../src/load/loadArticle.ts';
import { loadTerms } from '../../src/load/loadSite.ts';
import type { ResolvedArticle } from '../../src/resolve/resolveArticle.ts';
import { sampleContent } from '../support/build.ts';
import { articleFile, makeContent, makeFolder } from '../support/site.ts';

const test = suite('records of articles');

/** Everything that an article can say. */
const full = articleFile(
  `
title: Everything
date: 2024-01-05T10:30:00+09:00
id: all%09of%it
authors: [One, { name: Two, url: https://two.example/ }]
image: { src: /assets/a.png, alt: A picture, credit: Three }
summary: In short.
dateline: SEOUL
countries: [KR]
topics: [War]
actors: [{ actor: Kim, role: spoke }, Bo]
story: long
sources:
  - Plain Wire
  - "50% \\x1FWire"
  - { name: Wire, url: https://wire.example/, published: 2024-01-05, archived: https://a.example/, language: ko, reliability: B, credibility: 2 }
confidence: low
likelihood: likely
trend: improved
alert: risk
urgency: 2
updated: 2024-01-06T10:30:00Z
corrections: [{ date: 2024-01-07, text: A name was wrong. }]
status: usable
embargoed: 2024-01-05T09:00:00Z
tlp: green
lang: ko
linkMentions: false
redirectFrom: [/old/]
editorNote: A note.
extra: { one: [1, { two: null }] }
`,
  'Kim said [this](/topics/war/).\n\nAnd **more**.',
);
const contents = {
  sample: sampleContent,
  'with everything and nothing': makeContent({
    'site.yaml':
      'title: T\nurl: https://t.example/\nlanguage: en\nzone: UTC\nauthority: t.example\ntlpCeiling: green\n',
    'topics/war.md': articleFile('name: War'),
    'actors/kim.md': articleFile('name: Kim\ntype: person'),
    'actors/bo.md': articleFile('name: Bo\ntype: person'),
    'stories/long.md': articleFile('name: Long'),
    'assets/a.png': 'x',
    'articles/2024-01-05-full.md': full,
    'articles/2024-01-05-bare.md': articleFile('title: Bare\ndate: 2024-01-05', 'Kim came.'),
  }),
} as const;

for (const [name, content] of Object.entries(contents)) {
  for (const isKept of [true, false]) {
    test(`${name}: give the article back, with bodies ${isKept ? 'in a pack' : 'nowhere else'}`, () => {
      const { names, entries } = loadTerms(content);
      const articles = entries.filter(({ kind }) => kind === 'article');
      const loaded = articles.map((entry) => loadArticle(entry, names));
      const folder = path.join(makeFolder(), 'bodies');
      // Where the folder should be is a file.
      if (!isKept) writeFileSync(folder, '');
      const texts = formatRecords(loaded, folder, editsPack, null);
      const bodies = new BodyStore(folder);
      const reader = new BodyReader(names, { bodies, articles: new Map<string, string>() });
      for (const [index, entry] of articles.entries()) {
        const { article, problems } = loaded[index]!;
        const kept = toLoaded(texts[index]!, entry, reader);
        assert.equal(kept.problems, problems);
        assert.ok(article);
        assert.ok(kept.article);
        for (const key of Object.keys(article) as (keyof ResolvedArticle)[]) {
          if (key !== 'body')
            assert.equal(kept.article[key], article[key], `${entry.file}: ${key}`);
        }
        const { html, firstParagraph, words, links } = kept.article.body;
        assert.equal({ html, firstParagraph, words, links }, article.body);
      }
      bodies.close();
    });
  }
}

test('the order of what a source says stays, as exports show it', () => {
  const { names, entries } = loadTerms(contents['with everything and nothing']);
  const entry = entries.find(({ file }) => file.endsWith('full.md'))!;
  const loaded = loadArticle(entry, names);
  const [text] = formatRecords([loaded], makeFolder(), editsPack, null);
  const { article } = toLoaded(text!, entry, null as never);
  assert.is(JSON.stringify(article?.sources), JSON.stringify(loaded.article?.sources));
});

test('what only pages show is not parsed before somebody asks', () => {
  const { names, entries } = loadTerms(contents['with everything and nothing']);
  const entry = entries.find(({ file }) => file.endsWith('bare.md'))!;
  const [text] = formatRecords([loadArticle(entry, names)], makeFolder(), editsPack, null);
  const { article } = toLoaded(text!.replace(/[^\t]*$/, 'no JSON'), entry, null as never);
  assert.is(article?.path, '/2024/01/05/bare/');
  assert.equal(article?.body.links, []);
  assert.is(article?.urgency, 5);
  assert.throws(() => article?.title, /JSON/);
});

test('HTML in a record that no body may have is rendered anew', () => {
  const { names, entries } = loadTerms(contents['with everything and nothing']);
  const entry = entries.find(({ file }) => file.endsWith('bare.md'))!;
  const folder = path.join(makeFolder(), 'bodies');
  writeFileSync(folder, '');
  const [text] = formatRecords([loadArticle(entry, names)], folder, editsPack, null);
  const hostile = text!.replace('Kim</a> came', 'Kim</a><script>alert(1)</script> came');
  assert.is.not(hostile, text);
  const bodies = new BodyStore(folder);
  const kept = toLoaded(hostile, entry, new BodyReader(names, { bodies, articles: new Map() }));
  const { article } = loadArticle(entry, names);
  assert.equal(kept.article?.body.html, article?.body.html);
});

test('a file that can’t be published has its problems and nothing else', () => {
  const content = makeContent({ 'articles/2024-01-05-x.md': articleFile('title: X\ndate: never') });
  const { names, entries } = loadTerms(content);
  const entry = entries.find(({ kind }) => kind === 'article')!;
  const loaded = loadArticle(entry, names);
  assert.is(loaded.article, null);
  const [text] = formatRecords([loaded], makeFolder(), editsPack, null);
  const { article, problems } = toLoaded(text!, entry, null as never);
  assert.is(article, null);
  assert.equal(problems, loaded.problems);
  assert.is(problems.length, 1);
});

test.run();
