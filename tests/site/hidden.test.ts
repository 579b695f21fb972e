/** What must not be published is in no file of the output, whatever its kind. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, readOutput, sampleContent } from '../support/build.ts';
import { articleFile, makeContent, siteYaml, type Files } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

function findIn(output: string, text: string): readonly string[] {
  const wanted = text.toLowerCase();
  return listFiles(output).filter(
    (file) =>
      file.toLowerCase().includes(wanted) ||
      readFileSync(path.join(output, file), 'utf8').toLowerCase().includes(wanted),
  );
}

const front = (word: string, more = ''): string =>
  articleFile(
    `title: The ${word} title
date: 2024-03-0${(word.length % 9) + 1}
id: ${word}-id
summary: The ${word} summary.
dateline: ${word.toUpperCase()}VILLE
topics: [${word}-topic]
actors: [{actor: ${word}-actor, role: the ${word} role}]
story: ${word}-story
authors: [${word} author]
image: {src: /assets/${word}.png, alt: The ${word} picture}
sources: [{name: The ${word} source, url: "https://${word}.example/"}]
corrections: [{date: 2024-03-09, text: The ${word} correction}]
redirectFrom: [/old-${word}/]
editorNote: The note about the ${word}.
extra: {secret: ${word}-extra}
${more}`,
    `The ${word} body names Gandalf. [Its table](/assets/tables/${word}.csv), [all](/assets/all.csv).`,
  );

const words = ['aardvark', 'bandicoot', 'capybara', 'dugong', 'echidna'] as const;
/** Terms whose names do not give away the items that name them. */
const terms: Files = Object.fromEntries(
  words.flatMap((word, index): readonly (readonly [string, string])[] => [
    [`topics/${word}-topic.md`, `---\nname: Topic number ${index}\n---\n`],
    [`actors/${word}-actor.md`, `---\nname: Actor number ${index}\ntype: group\n---\n`],
    [`stories/${word}-story.md`, `---\nname: Story number ${index}\n---\n`],
  ]),
);

/** What the items show and link to; all of them link to one of these, the published one too. */
const files: Files = Object.fromEntries(
  [...[...words, 'fossa'].flatMap((word) => [`${word}.png`, `tables/${word}.csv`]), 'all.csv'].map(
    (file) => [`assets/${file}`, `${file}\n`],
  ),
);

const content = makeContent({
  ...terms,
  ...files,
  'site.yaml': siteYaml('email: true\nexports: [json, ndjson, csv]\n'),
  'articles/aardvark.md': front('aardvark', 'status: draft'),
  'articles/bandicoot.md': front('bandicoot', 'status: withheld'),
  'articles/capybara.md': front('capybara', 'embargoed: 2027-06-01T12:00:00+02:00'),
  'articles/dugong.md': front('dugong', 'status: canceled'),
  'articles/echidna.md': front('echidna'),
  'articles/fossa.md': front('echidna', 'status: draft\nembargoed: 2020-01-01T00:00:00Z')
    .replaceAll('echidna', 'fossa')
    .replace(/^(?:topics|actors|story):.*\n/gm, ''),
  'briefings/2024-03-09.md':
    '---\ndate: 2024-03-09\nlead: [aardvark-id]\nextra: {}\n---\n\nThe note.\n',
});
const output = buildContent(content);
const test = suite('what is not published');

const secrets = (word: string): readonly string[] => [
  `The ${word}`,
  `${word}ville`,
  `${word}-id`,
  `${word} author`,
  `${word} body`,
  `${word}-extra`,
  `${word}.example`,
  `old-${word}`,
  `sources/the-${word}-source`,
  `${word}.png`,
  `${word}.csv`,
];

for (const [kind, word] of [
  ['a draft', 'aardvark'],
  ['a withheld item', 'bandicoot'],
  ['an embargoed item', 'capybara'],
  ['a draft whose embargo has passed', 'fossa'],
] as const) {
  test(`nothing of ${kind} is in the output`, () => {
    for (const secret of secrets(word)) assert.equal(findIn(output, secret), [], secret);
  });
}

test('the control: a usable item is in the output by each of these texts', () => {
  const shown = secrets('echidna').filter((secret) => !['echidna-extra'].includes(secret));
  for (const secret of shown) assert.ok(findIn(output, secret).length > 0, secret);
});

test('an editor’s note is nowhere, that of a published item neither', () => {
  assert.equal(findIn(output, 'The note about'), []);
});

test('a canceled item leaves its page and its redirect only, and they say nothing of it', () => {
  const page = '2024/03/07/dugong/index.html';
  // Data says of an item that it was canceled, by its id and address.
  const findInPages = (text: string): readonly string[] =>
    findIn(output, text).filter((file) => !file.startsWith('data/'));
  assert.equal(findInPages('03/07/dugong'), ['_redirects', page, 'old-dugong/index.html'].sort());
  assert.ok(/canceled/i.test(readOutput(output, page)));
  for (const secret of [
    'The dugong',
    'dugongville',
    'dugong body',
    'dugong.example',
    'dugong.png',
    'dugong.csv',
  ]) {
    assert.equal(findIn(output, secret), [], secret);
  }
  assert.equal(findInPages('dugong-id'), []);
});

test('a file that a published item links to is published, whoever else does', () => {
  assert.ok(listFiles(output).includes('assets/all.csv'));
});

test('a day with nothing published but canceled items has no briefing', () => {
  assert.not(listFiles(output).includes('2024/03/07/index.html'));
});

test('an embargo passes at its moment, and not before', () => {
  const before = buildContent(content, '--now', '2027-06-01T09:59:59Z');
  assert.equal(findIn(before, 'capybara body'), []);
  const after = buildContent(content, '--now', '2027-06-01T10:00:00Z');
  assert.ok(findIn(after, 'capybara body').length > 3);
  for (const secret of secrets('capybara').filter((each) => each !== 'capybara-extra'))
    assert.ok(findIn(after, secret).length > 0, secret);
  assert.equal(findIn(after, 'The note about'), []);
});

test('the sample’s draft, its embargoed item and its notes are nowhere', () => {
  const sample = buildContent(sampleContent);
  const texts: string[] = ['Unfinished draft', 'Held until 2099', 'embargoed-the-red-sea'];
  for (const file of listFiles(sampleContent)) {
    const note = /^editorNote: (.*)$/m.exec(
      readFileSync(path.join(sampleContent, file), 'utf8'),
    )?.[1];
    if (note !== undefined) texts.push(note);
  }
  assert.ok(texts.length > 4);
  for (const text of texts) assert.equal(findIn(sample, text), [], text);
});

test('the sample’s embargoed item is there in 2099', () => {
  const late = buildContent(sampleContent, '--now', '2099-01-01T00:00:00Z');
  const files = findIn(late, 'Held until 2099');
  for (const file of ['index.html', 'articles/feed.xml', 'actors/houthis/atom.xml']) {
    assert.ok(files.includes(file), file);
  }
  assert.equal(findIn(late, 'Unfinished draft'), []);
});

test.run();
