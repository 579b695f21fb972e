import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, writeFiles, type Files } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('twenty bad inputs in one content folder');

const front = 'title: A headline\ndate: 2024-01-05';
const good: Files = {
  'articles/good.md': articleFile(
    `${front}\nsummary: B.\nsources: [{name: A, url: 'https://example.org/'}]`,
  ),
};
const bomb = `extra:
  a: &a [x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]`;

/** A symbolic link makes the twentieth. */
const bad: Files = {
  'actors/kim-jong-un.md': articleFile('name: Kim Jong Un\ntype: person\naliases: [Kim]'),
  'actors/kim-jong-nam.md': articleFile('name: Kim Jong Nam\ntype: person\naliases: [KIM]'),
  'articles/01-javascript.md': '---js\n({ title: "x" })\n---\n',
  'articles/02-engine.md': articleFile(`${front}\ntemplateEngineOverride: njk`),
  'articles/03-prototype.md': articleFile(`${front}\n__proto__: { polluted: true }`),
  'articles/04-merged.md': articleFile(`${front}\nextra:\n  <<: { __proto__: { a: 1 } }`),
  'articles/05-day.md': articleFile('title: A headline\ndate: 2026-02-30'),
  'articles/06-time.md': articleFile('title: A headline\ndate: 12:30'),
  'articles/07-octal.md': articleFile('title: A headline\ndate: 0777'),
  'articles/08-undated.md': articleFile('title: A headline'),
  'articles/09-bomb.md': articleFile(`${front}\n${bomb}`),
  'articles/10-misspelt.md': articleFile(`${front}\ntopcis: [war]`),
  'articles/11-tab.md': articleFile(`${front}\nextra:\n\tkey: 1`),
  'articles/12-open.md': `---\n${front}\n`,
  'articles/13-empty.md': '',
  'articles/14-utf16.md': Buffer.from(`\ufeff${articleFile(front)}`, 'utf16le'),
  'articles/15-url.md': articleFile(`${front}\nsources: [{ name: AP, url: "javascript:x" }]`),
  'articles/16-story.md': articleFile(`${front}\nstory: nobody-defined-it`),
  'articles/17.11tydata.cjs': 'process.exit(7);\n',
  'topics/self.md': articleFile('name: Self\nbroader: self'),
};

const expected = [
  'actors/kim-jong-un.md:4:11 name-collision',
  'articles/01-javascript.md:1:1 front-matter-language',
  'articles/02-engine.md:4:1 unknown-key',
  'articles/03-prototype.md:4:1 forbidden-key',
  'articles/04-merged.md:5:9 forbidden-key',
  'articles/05-day.md:3:7 bad-date',
  'articles/06-time.md:3:7 bad-date',
  'articles/07-octal.md:3:7 wrong-type',
  'articles/08-undated.md:2:1 missing-key',
  'articles/09-bomb.md:6:10 yaml-alias',
  'articles/10-misspelt.md:4:1 unknown-key',
  'articles/11-tab.md:5:1 yaml-syntax',
  'articles/12-open.md:1:1 unclosed-front-matter',
  'articles/13-empty.md:1:1 no-front-matter',
  'articles/14-utf16.md:1:1 not-utf8',
  'articles/15-url.md:4:28 bad-url',
  'articles/16-story.md:4:8 unknown-story',
  'articles/17.11tydata.cjs:1:1 stray-file',
  'articles/18-link.md:1:1 symlink',
  'topics/self.md:3:1 broader-cycle',
];

function makeBadContent(): string {
  const content = makeContent({ ...good, ...bad, '../outside.md': articleFile(front) });
  mkdirSync(path.join(content, 'articles'), { recursive: true });
  symlinkSync('../../outside.md', path.join(content, 'articles/18-link.md'));
  return content;
}

test('check gives twenty diagnostics in one run', () => {
  const content = makeBadContent();
  const { status, stdout, stderr } = runCli(['check', '--json', '--content', content]);
  const found = stderr
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, string | number>)
    .map(({ file, line, column, code }) => {
      return `${path.relative(content, String(file))}:${line}:${column} ${code}`;
    });
  assert.equal(found, expected);
  assert.is(found.length, 20);
  assert.is(status, 1);
  assert.equal(JSON.parse(stdout), { errors: 20, warnings: 0 });
});

test('the output of the last good build keeps its hash', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'start.txt': '' });
  const build = (content: string): number | null =>
    runCli(['build', '--content', content, '--output', '_site'], { cwd: folder }).status;
  assert.is(build(makeContent(good)), 0);
  const output = path.join(folder, '_site');
  assert.ok(listFiles(output).includes('2024/01/05/good/index.html'));
  const before = hashTree(output);
  assert.is(build(makeBadContent()), 1);
  assert.is(hashTree(output), before);
});

test.run();
