import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkContent } from '../../src/check/checkContent.ts';
import { styleCodes } from '../../src/diagnostics/codes.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { articleFile, makeContent, siteYaml, testNow } from '../support/site.ts';

const test = suite('style and tradecraft');

/** One of each problem. */
const files = {
  'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n',
  'actors/works.md': '---\nname: Ministry of Works\ntype: organisation\n---\n',
  'topics/race.md': '---\nname: Ra\u0441e talks\n---\n',
  'assets/a.png': 'a picture',
  'articles/2024-01-05-one.md': articleFile(
    `title: One
date: 2024-01-05
summary: ${'It rained, the ministry said. '.repeat(11)}
confidence: low # guess: "low" stands in the text
actors: [works]
sources:
  - name: A paper
  - name: A ministry
    url: https://example.org/one?utm_source=x`,
    `Kim Jong Un came, the ministry said. ![](/assets/a.png) The \u202eend.

We judge that it may thaw. We judge a thaw likely. We judge snow improbable.

We judge with high confidence that hail is unlikely.

This was the worst winter on record.`,
  ),
  'articles/2024-01-06-two.md': articleFile(
    `title: Two
date: 2024-01-06
sources:
  - name: A ministry
    url: https://example.org/one`,
  ),
  'articles/2024-01-07-three.md': articleFile(
    'title: Three\ndate: 2024-01-07\nsummary: Nobody said this.',
  ),
};

async function codesOf(content: string): Promise<readonly string[]> {
  const found = await checkContent({ content, now: testNow, drafts: false });
  return found.map(({ code }) => code).sort();
}

test('a folder with one of each gives each exactly once', async () => {
  assert.equal(await codesOf(makeContent(files)), [...styleCodes].sort());
});

test('a build says nothing of them', () => {
  const { diagnostics } = loadSite({ content: makeContent(files), now: testNow, drafts: false });
  assert.equal(diagnostics, []);
});

for (const code of styleCodes) {
  test(`check: {${code}: off} switches off ${code} alone`, async () => {
    const content = makeContent({ ...files, 'site.yaml': siteYaml(`check: {${code}: off}`) });
    assert.equal(await codesOf(content), styleCodes.filter((other) => other !== code).toSorted());
  });
}

test('a rule can be made an error, and a build goes on all the same', async () => {
  const content = makeContent({ ...files, 'site.yaml': siteYaml('check: {no-source: error}') });
  const found = await checkContent({ content, now: testNow, drafts: false });
  const errors = found.filter(({ severity }) => severity === 'error');
  assert.equal(
    errors.map(({ code, file }) => [code, path.basename(file)]),
    [['no-source', '2024-01-07-three.md']],
  );
  assert.ok(loadSite({ content, now: testNow, drafts: false }).site);
});

test('what is withheld or canceled is not judged; a draft is', async () => {
  const statusOf = (status: string): Promise<readonly string[]> =>
    codesOf(
      makeContent({
        'articles/x.md': articleFile(`title: A\ndate: 2024-01-05\nsummary: B.\nstatus: ${status}`),
      }),
    );
  assert.equal(await statusOf('withheld'), []);
  assert.equal(await statusOf('canceled'), []);
  assert.equal(await statusOf('draft'), ['no-source']);
});

test('a file with errors is judged no further, the others are', async () => {
  const content = makeContent({
    'articles/bad.md': articleFile('title: A\ndate: tomorrow'),
    'articles/good.md': articleFile('title: A\ndate: 2024-01-05\nsummary: B.'),
  });
  assert.equal(await codesOf(content), ['bad-date', 'no-source']);
});

test('rules that know English words leave other languages alone', async () => {
  const content = makeContent({
    'articles/x.md': articleFile(
      'title: A\ndate: 2024-01-05\nlang: de\nsummary: B may likely.\nconfidence: low\njudgement: Es bleibt kalt.\nsources: [{name: A, url: "https://example.org/"}]',
      'This was the worst winter on record.',
    ),
  });
  assert.equal(await codesOf(content), []);
});

test('an article in Arabic is held against every rule but those of English', async () => {
  const content = makeContent({
    'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\naliases: [كيم جونغ أون]\n---\n',
    'articles/x.md': articleFile(
      `title: اجتماع في بيونغ يانغ
date: 2024-01-05
lang: ar
summary: ${'قال الوزير إن المطر هطل. '.repeat(15)}
likelihood: likely
confidence: high
sources: [{name: الوكالة, url: "https://example.org/?utm_source=x"}]`,
      `قال كيم جونغ أون إن المطر may هطل، وهو the worst in history.

We judge with high confidence that it may perhaps rain, and it is likely and probable. ![](/assets/a.png)`,
    ),
    'assets/a.png': 'a picture',
  });
  assert.equal(await codesOf(content), [
    'image-without-text',
    'long-summary',
    'no-judgement',
    'tracking-parameter',
    'untagged-actor',
  ]);
});

test('the site’s language counts where an article names none', async () => {
  const content = makeContent({
    'site.yaml': siteYaml().replace('language: en', 'language: ar'),
    'articles/x.md': articleFile(
      'title: A\ndate: 2024-01-05\nsummary: B.\nsources: [{name: A, url: "https://example.org/"}]',
      'This was the worst winter on record.',
    ),
    'articles/y.md': articleFile(
      'title: A\ndate: 2024-01-05\nlang: en-GB\nsummary: B.\nsources: [{name: A, url: "https://example.org/2"}]',
      'This was the worst winter on record.',
    ),
  });
  assert.equal(await codesOf(content), ['absolute-claim']);
});

test('threads find the same', async () => {
  const content = makeContent(files);
  const options = { content, now: testNow, drafts: false };
  const one = await checkContent(options);
  // Enough for threads, and without a fault.
  const good = (number: number): string =>
    articleFile(
      `title: Good ${number}\ndate: 2024-02-01\nsummary: B.\nsources: [{name: A, url: "https://example.org/good/${number}"}]`,
    );
  for (let number = 0; number < 800; number++) {
    writeFileSync(path.join(content, `articles/good-${number}.md`), good(number));
  }
  assert.equal(await checkContent(options), one);
});

test.run();
