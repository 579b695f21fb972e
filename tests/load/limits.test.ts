import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkContent } from '../../src/check/checkContent.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { limits } from '../../src/read/limits.ts';
import { articleFile, makeContent, root, siteYaml, testNow, type Files } from '../support/site.ts';

const test = suite('bounds on what a file may become');

const front = 'title: A headline\ndate: 2024-01-05';

function list(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

function article(more: string, body = 'Text.'): Files {
  return { 'articles/x.md': articleFile(`${front}\n${more}`, body) };
}

/** Errors of `build`, which must be those of `check`, as `file:line code`. */
async function errorsOf(files: Files): Promise<readonly string[]> {
  const content = makeContent(files);
  const options = { content, now: testNow, drafts: false };
  const { site, diagnostics } = loadSite(options);
  const errorsIn = (all: typeof diagnostics): readonly string[] =>
    all
      .filter(({ severity }) => severity === 'error')
      .map(({ file, line, code }) => `${path.relative(content, file)}:${line} ${code}`);
  const errors = errorsIn(diagnostics);
  assert.equal(errorsIn(await checkContent(options)), errors);
  assert.is(site === null, errors.length > 0);
  return errors;
}

/** What fits exactly, what is one more, and where that is told. */
const bounds: readonly (readonly [name: string, make: (more: 0 | 1) => Files, place: string])[] = [
  [
    'countries of an article',
    (more) => article(`countries: [${'KR, '.repeat(limits.entries + more)}]`),
    'articles/x.md:4',
  ],
  [
    'actors of an article',
    (more) => ({
      ...article(`actors: [${'jane, '.repeat(limits.entries + more)}]`),
      'actors/jane.md': articleFile('name: Jane\ntype: person'),
    }),
    'articles/x.md:4',
  ],
  [
    'former addresses of a topic',
    (more) => ({
      'topics/a.md': articleFile(
        `name: A\nredirectFrom: [${list(limits.entries + more, (index) => `/b${index}/, `)}]`,
      ),
    }),
    'topics/a.md:3',
  ],
  [
    'takeaways of a briefing',
    (more) => ({
      'briefings/2024-01-05.md': articleFile(
        `date: 2024-01-05\nkeyTakeaways: [${list(limits.entries + more, (index) => `A${index}, `)}]`,
      ),
    }),
    'briefings/2024-01-05.md:3',
  ],
  [
    'entries of the navigation',
    (more) => ({
      ...article(''),
      'site.yaml': siteYaml(`nav:\n${'  - {title: A, url: /}\n'.repeat(limits.entries + more)}`),
    }),
    'site.yaml:7',
  ],
  [
    'letters of a title',
    (more) => ({
      'articles/x.md': articleFile(`title: ${'a'.repeat(limits.line + more)}\ndate: 2024-01-05`),
    }),
    'articles/x.md:2',
  ],
  [
    'letters of a name',
    (more) => ({ 'topics/a.md': articleFile(`name: ${'a'.repeat(limits.name + more)}`) }),
    'topics/a.md:2',
  ],
  [
    'letters of an alias',
    (more) => ({
      'actors/a.md': articleFile(
        `name: A\ntype: person\naliases: [${'b'.repeat(limits.name + more)}]`,
      ),
    }),
    'actors/a.md:4',
  ],
  [
    'letters of an address',
    (more) => {
      const start = 'https://a.example/';
      const url = start + 'a'.repeat(limits.url - start.length + more);
      return article(`sources: [{name: A, url: "${url}"}]`);
    },
    'articles/x.md:4',
  ],
  [
    'letters of front matter',
    (more) => {
      const lead = `---\n${front}\n${'# A comment.\n'.repeat(10)}editorNote: `;
      const rest = limits.frontMatter + more - lead.length;
      return { 'articles/x.md': `${lead}${'a'.repeat(rest)}\n---\n\nText.\n` };
    },
    'articles/x.md:14',
  ],
  [
    'empty lines in front matter',
    // Whatever blanks they hold.
    (more) => {
      const lines = list(limits.blankLines + more, (index) => `${' '.repeat(index % 4)}\n`);
      return { 'articles/x.md': `---\n${front}\n${lines}lang: en\n---\n\nText.\n` };
    },
    'articles/x.md:204',
  ],
  [
    'footnotes',
    (more) =>
      article(
        '',
        list(limits.notes + more, (index) => `Text${index}^[A note.]\n\n`),
      ),
    'articles/x.md:2006',
  ],
  [
    'levels of lists',
    // A list takes two levels; the text in the last one is the last level.
    (more) =>
      article(
        '',
        list(limits.nesting / 2 - 1 + more, (index) => `${'  '.repeat(index)}- a\n`),
      ),
    'articles/x.md:37',
  ],
  [
    'levels of emphasis',
    (more) =>
      article('', `${'**a '.repeat(limits.nesting + more)}${'b** '.repeat(limits.nesting + more)}`),
    'articles/x.md:6',
  ],
  [
    'topics above a topic',
    (more) =>
      Object.fromEntries(
        Array.from({ length: limits.broader + 1 + more }, (_, index) => [
          `topics/t${index}.md`,
          articleFile(`name: T${index}${index === 0 ? '' : `\nbroader: t${index - 1}`}`),
        ]),
      ),
    'topics/t33.md:3',
  ],
];

for (const [name, make, place] of bounds) {
  test(`${name}: what fits is taken, one more is not`, async () => {
    assert.equal(await errorsOf(make(0)), []);
    assert.equal(await errorsOf(make(1)), [`${place} over-limit`]);
  });
}

const long = `[a]: https://a.example/${'b'.repeat(30_000)}`;

/** Small inputs that would be large sites. */
const costly: readonly (readonly [name: string, files: Files, error: string])[] = [
  [
    'a long definition, used 7,500 times',
    article('', `${'[a] '.repeat(7500)}\n\n${long}`),
    'articles/x.md:6 over-limit',
  ],
  [
    'a long title of a definition',
    article('', `Text.\n\n${'[a] '.repeat(7500)}\n\n[a]: /b/ "${'c'.repeat(30_000)}"`),
    'articles/x.md:8 over-limit',
  ],
  [
    'a long definition of a picture',
    article('', `${'![a] '.repeat(7500)}\n\n${long}`),
    'articles/x.md:6 over-limit',
  ],
  [
    'a definition used in a topic',
    { 'topics/a.md': articleFile('name: A', `${'[a] '.repeat(7500)}\n\n${long}`) },
    'topics/a.md:5 over-limit',
  ],
  [
    'a definition used on a page',
    { 'pages/a.md': articleFile('title: A', `${'[a] '.repeat(7500)}\n\n${long}`) },
    'pages/a.md:5 over-limit',
  ],
  [
    'a table of empty cells',
    article('', `${'a|'.repeat(250)}\n${'-|'.repeat(250)}\n${'b\n'.repeat(250)}`),
    'articles/x.md:5 over-limit',
  ],
  [
    '30,000 notes within sentences',
    article(
      '',
      list(30_000, (index) => `a^[b${index}] `),
    ),
    'articles/x.md:6 over-limit',
  ],
  [
    'a long body in the feeds of many terms',
    {
      ...article(
        `topics: [${list(200, (index) => `t${index}, `)}]`,
        `${'word '.repeat(100)}\n\n`.repeat(900),
      ),
      ...Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `topics/t${index}.md`,
          articleFile(`name: T${index}`),
        ]),
      ),
    },
    'articles/x.md:6 over-limit',
  ],
  [
    'a chain of 2,000 wider topics',
    Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `topics/t${index}.md`,
        articleFile(`name: T${index}${index === 0 ? '' : `\nbroader: t${index - 1}`}`),
      ]),
    ),
    'topics/t33.md:3 over-limit',
  ],
];

for (const [name, files, error] of costly) {
  test(`refused: ${name}`, async () => {
    assert.equal(await errorsOf(files), [error]);
  });
}

/** Large and honest. */
const generous: readonly (readonly [name: string, files: Files])[] = [
  [
    '200 kB with 500 footnotes',
    article(
      'sources: [Reuters]',
      list(500, (index) => `${'The ministry said so. '.repeat(18)}[^n${index}]\n\n`) +
        list(500, (index) => `[^n${index}]: See [the report](https://a.example/${index}).\n\n`),
    ),
  ],
  [
    'a table of 2,000 rows of figures',
    article('', `a|b|c|d\n-:|-:|-:|-:\n${'1,234|5,678|9,012|3,456\n'.repeat(2000)}`),
  ],
  ['a paragraph of 100,000 lines', article('', 'a\n'.repeat(100_000))],
  ['100,000 blank lines in a text', article('', `a${'\n'.repeat(100_000)}b`)],
  [
    'blank lines in front matter, a hundred at a time',
    {
      'articles/x.md': `---\n${front}\n${`${'\n'.repeat(100)}# Later.\n`.repeat(300)}lang: en\n---\n\nText.\n`,
    },
  ],
  [
    'a chain of 2,000 merged topics',
    Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `topics/t${index}.md`,
        articleFile(`name: T${index}${index === 0 ? '' : `\nmergedInto: t${index - 1}`}`),
      ]),
    ),
  ],
  [
    'articles in 200 folders, one in the other',
    { [`articles/${'a/'.repeat(200)}2024-01-05-x.md`]: articleFile(front) },
  ],
];

for (const [name, files] of generous) {
  test(`taken: ${name}`, async () => {
    assert.equal(await errorsOf(files), []);
  });
}

test('the README tells of each bound', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const start = readme.indexOf('### How much a file may hold');
  const table = readme.slice(start, readme.indexOf('\n## ', start)).replaceAll(',', '');
  for (const [name, value] of Object.entries(limits)) {
    assert.match(table, new RegExp(`\\b${value}\\b`), name);
  }
});

test.run();
