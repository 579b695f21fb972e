import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSite } from '../../src/load/loadSite.ts';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import type { SiteArticle } from '../../src/model/site.ts';
import {
  articleFile,
  load,
  makeContent,
  siteYaml,
  testNow,
  writeFiles,
  type Files,
} from '../support/site.ts';

const test = suite('hostile input');

const front = 'title: A headline\ndate: 2024-01-05';
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).sort();

test.after.each(() => {
  assert.equal(Object.getOwnPropertyNames(Object.prototype).sort(), prototypeBefore);
  const probe: Record<string, unknown> = {};
  assert.is(probe['polluted'], undefined);
});

/** Runs and asserts that it did not take longer than five seconds of the processor. */
function soon<Result>(run: () => Result): Result {
  const started = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < 5, `it took ${seconds.toFixed(1)} s`);
  return result;
}

function article(lines: string, body?: string): Files {
  return { 'articles/x.md': articleFile(lines, body) };
}

/** The one article of a site that loads without any diagnostic. */
function loadOne(files: Files): SiteArticle {
  const { site, diagnostics } = soon(() => load(files));
  assert.equal(diagnostics, []);
  assert.is(site?.articles.length, 1);
  return site!.articles[0]!;
}

function bodyOf(body: string): string {
  return fillHoles(loadOne(article(front, body)).body.html, '');
}

function bomb(levels: number): string {
  const names = Array.from({ length: levels }, (_, index) => `a${index}`);
  const lines = names.map((name, index) => {
    const value = index === 0 ? 'x' : `*a${index - 1}`;
    return `  ${name}: &${name} [${Array.from({ length: 9 }, () => value).join(', ')}]`;
  });
  return `extra:\n${lines.join('\n')}`;
}

const refused: readonly (readonly [name: string, files: Files, expected: readonly string[]])[] = [
  [
    'a redirect of everything',
    article(`${front}\nredirectFrom: ["/*"]`),
    ['articles/x.md:4:16 bad-path'],
  ],
  [
    '__proto__ with a control character',
    article(`${front}\nextra: { "__proto__\\x01": { a: 1 } }`),
    ['articles/x.md:4:8 forbidden-key'],
  ],
  [
    'a day after the year 9999',
    article('title: A\ndate: 9999-12-31T23:59:59-12:00'),
    ['articles/x.md:3:7 bad-timestamp'],
  ],
  [
    'the year 0000',
    article('title: A\ndate: 0000-01-01T00:00:00Z'),
    ['articles/x.md:3:7 bad-timestamp'],
  ],
  [
    'an offset of 99 hours',
    article('title: A\ndate: 2024-01-05T00:00:00+99:99'),
    ['articles/x.md:3:7 bad-timestamp'],
  ],
  [
    'a folder named constructor',
    { 'constructor/x.md': articleFile(front) },
    ['constructor/x.md:1:1 stray-file'],
  ],
  [
    '---js front matter',
    { 'articles/x.md': '---js\nglobalThis.polluted = true\n---\n' },
    ['articles/x.md:1:1 front-matter-language'],
  ],
  [
    '---jsLegacy front matter',
    { 'articles/x.md': '---jsLegacy\n{ title: (globalThis.polluted = true) }\n---\n' },
    ['articles/x.md:1:1 front-matter-language'],
  ],
  [
    '--- js, with a space',
    { 'articles/x.md': '--- js\n({})\n---\n' },
    ['articles/x.md:1:1 front-matter-language'],
  ],
  [
    'JavaScript by a tag of YAML',
    article(`${front}\nextra:\n  run: !!js/function "function () { return 1 }"`),
    ['articles/x.md:5:48 yaml-syntax'],
  ],
  [
    'templateEngineOverride',
    article(`${front}\ntemplateEngineOverride: njk`),
    ['articles/x.md:4:1 unknown-key'],
  ],
  [
    'permalink out of the output',
    article(`${front}\npermalink: ../x.html`),
    ['articles/x.md:4:1 unknown-key'],
  ],
  ['layout', article(`${front}\nlayout: /etc/passwd`), ['articles/x.md:4:1 unknown-key']],
  [
    'pagination and eleventyComputed',
    article(`${front}\npagination: { data: x }\neleventyComputed: { title: "{{ 1 }}" }`),
    ['articles/x.md:4:1 unknown-key', 'articles/x.md:5:1 unknown-key'],
  ],
  ['tags: [__proto__]', article(`${front}\ntags: [__proto__]`), ['articles/x.md:4:1 unknown-key']],
  [
    'topics: [__proto__]',
    article(`${front}\ntopics: [__proto__, constructor]\nstory: __proto__`),
    [
      'articles/x.md:4:10 unknown-topic',
      'articles/x.md:4:21 unknown-topic',
      'articles/x.md:5:8 unknown-story',
    ],
  ],
  [
    'a data file of Eleventy',
    { 'articles/x.11tydata.cjs': 'globalThis.polluted = true;\n' },
    ['articles/x.11tydata.cjs:1:1 stray-file'],
  ],
  [
    'a template of Eleventy',
    { 'articles/x.njk': '{{ 1 }}', 'index.11ty.js': 'globalThis.polluted = true;' },
    ['articles/x.njk:1:1 stray-file', 'index.11ty.js:1:1 stray-file'],
  ],
  [
    '__proto__ as a key',
    article(`${front}\n__proto__: { polluted: true }`),
    ['articles/x.md:4:1 forbidden-key'],
  ],
  [
    '__proto__ through <<',
    article(`${front}\n<<: { __proto__: { polluted: true } }`),
    ['articles/x.md:4:7 forbidden-key'],
  ],
  [
    '__proto__ through << and an anchor',
    article(`${front}\nextra:\n  a: &a { __proto__: { polluted: true } }\n  <<: *a`),
    ['articles/x.md:5:11 forbidden-key'],
  ],
  [
    'constructor.prototype',
    article(`${front}\nextra: { constructor: { prototype: { polluted: true } } }`),
    ['articles/x.md:4:10 forbidden-key'],
  ],
  [
    '__proto__ in site.yaml',
    { 'site.yaml': siteYaml('extra: { __proto__: { polluted: true } }\n') },
    ['site.yaml:6:10 forbidden-key'],
  ],
  ['date: 2026-02-30', article('title: A\ndate: 2026-02-30'), ['articles/x.md:3:7 bad-date']],
  ['date: 12:30', article('title: A\ndate: 12:30'), ['articles/x.md:3:7 bad-date']],
  ['date: 0777', article('title: A\ndate: 0777'), ['articles/x.md:3:7 wrong-type']],
  ['date: true', article('title: A\ndate: true'), ['articles/x.md:3:7 wrong-type']],
  ['a missing date', article('title: A'), ['articles/x.md:2:1 missing-key']],
  ['an alias bomb', article(`${front}\n${bomb(12)}`), ['articles/x.md:6:12 yaml-alias']],
  [
    'an alias bomb in site.yaml',
    { 'site.yaml': siteYaml(bomb(12)) },
    ['site.yaml:8:12 yaml-alias'],
  ],
  [
    'an alias of itself',
    article(`${front}\nextra: &e { self: *e }`),
    ['articles/x.md:4:19 yaml-alias'],
  ],
  [
    'lists 100,000 deep',
    article(`${front}\nextra: { a: ${'['.repeat(100_000)}${']'.repeat(100_000)} }`),
    ['articles/x.md:4:111 yaml-syntax'],
  ],
  [
    'mappings 1,000 deep',
    article(
      `${front}\nextra:\n${Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index + 1)}a:`).join('\n')}`,
    ),
    ['articles/x.md:103:100 yaml-syntax'],
  ],
  [
    'dashes 100,000 deep',
    article(`${front}\nextra:\n  a:\n    ${'- '.repeat(100_000)}x`),
    ['articles/x.md:6:201 yaml-syntax'],
  ],
  [
    'a URL of javascript: in every place for URLs',
    article(
      `${front}
authors: [{ name: A, url: "javascript:alert(1)" }]
image: { src: "javascript:alert(1)", alt: A }
sources: [{ name: A, url: "javascript:alert(1)", archived: "data:text/html,x" }]`,
    ),
    [
      'articles/x.md:4:27 bad-url',
      'articles/x.md:5:15 bad-url',
      'articles/x.md:6:27 bad-url',
      'articles/x.md:6:60 bad-url',
    ],
  ],
  [
    'a redirect out of the site',
    article(`${front}\nredirectFrom: [//evil.example/, /%2e%2e/x, /a%00b/, "/a\\\\b/"]`),
    [
      'articles/x.md:4:16 bad-path',
      'articles/x.md:4:33 bad-path',
      'articles/x.md:4:44 bad-path',
      'articles/x.md:4:53 bad-path',
    ],
  ],
  [
    'a file name that climbs',
    {
      'articles/..md': articleFile(front),
      'articles/...md': articleFile(front),
      'pages/%2e.md': '',
    },
    ['pages/%2e.md:1:1 bad-name', 'pages/%2e.md:1:1 no-front-matter'],
  ],
];

for (const [name, files, expected] of refused) {
  test(`refused: ${name}`, () => {
    const { site, diagnostics } = soon(() => load(files));
    const found = diagnostics.map(({ file, line, column, code }) => {
      return `${file.replace('content/', '')}:${line}:${column} ${code}`;
    });
    assert.equal(found, expected);
    assert.is(site, null);
  });
}

test('refused: a symbolic link, whose target is not read', () => {
  const content = makeContent({ ...article(front) });
  writeFiles(content, { '../secret/x.md': articleFile('title: Secret\ndate: 2024-01-05') });
  mkdirSync(path.join(content, 'assets'), { recursive: true });
  symlinkSync('../../secret/x.md', path.join(content, 'articles/secret.md'));
  symlinkSync('../../secret', path.join(content, 'assets/secret'));
  const { site, diagnostics } = loadSite({ content, now: testNow, drafts: false });
  assert.is(site, null);
  assert.equal(
    diagnostics.map(({ file, code }) => [path.relative(content, file), code]),
    [
      ['articles/secret.md', 'symlink'],
      ['assets/secret', 'symlink'],
    ],
  );
  assert.not.match(JSON.stringify(diagnostics), 'Secret');
});

const inert: readonly (readonly [body: string, html: string])[] = [
  ['{{ eleventy.env.root }}', '<p>{{ eleventy.env.root }}</p>'],
  ['{{ 1 + 1 }}', '<p>{{ 1 + 1 }}</p>'],
  ['{% include "/etc/passwd" %}', '<p>{% include &quot;/etc/passwd&quot; %}</p>'],
  ['<%= 1 + 1 %> ${1 + 1} #{1}', '<p>&lt;%= 1 + 1 %&gt; ${1 + 1} #{1}</p>'],
  ['{{> import x }} {{ set a = 1 }}', '<p>{{&gt; import x }} {{ set a = 1 }}</p>'],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['<!-- a comment -->', '<p>&lt;!-- a comment --&gt;</p>'],
  ['a <b onclick="x()">b</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>'],
  ['&lt;script&gt;', '<p>&lt;script&gt;</p>'],
  [
    '[x](https://a.example/ "a\\" onclick=\\"b")',
    '<p><a href="https://a.example/" title="a&quot; onclick=&quot;b">x</a></p>',
  ],
  [
    '```"><script>\nx\n```',
    '<pre tabindex="0"><code class="language-&quot;&gt;&lt;script&gt;">x\n</code></pre>',
  ],
];

for (const [body, html] of inert) {
  test(`inert: ${JSON.stringify(body)}`, () => {
    assert.is(bodyOf(body), html);
  });
}

const refusedLinks: readonly (readonly [body: string, html: string])[] = [
  ['[x](javascript:alert(1))', '<p>x</p>'],
  ['[x](JaVaScRiPt&#58;alert(1))', '<p>x</p>'],
  ['![x](data:text/html,x)', '<p>x</p>'],
  ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  ['[x](//evil.example/)', '<p>x</p>'],
  ['[x](/\\evil.example)', '<p>x</p>'],
];

for (const [body, html] of refusedLinks) {
  test(`inert, and told: ${JSON.stringify(body)}`, () => {
    const { site, diagnostics } = load({ 'articles/x.md': articleFile(front, body) });
    assert.equal(
      diagnostics.map(({ code, line }) => [code, line]),
      [['refused-link', 6]],
    );
    assert.is(fillHoles(site?.articles[0]?.body.html ?? [], ''), html);
  });
}

test('inert: a template as title and summary is text', () => {
  const { title, summary } = loadOne(
    article('title: "{{ 1 + 1 }}"\nsummary: "{% x %} <script>"\ndate: 2024-01-05'),
  );
  assert.is(title, '{{ 1 + 1 }}');
  assert.is(summary, '{% x %} <script>');
});

test('inert: a title of 10,000 characters', () => {
  assert.is(
    loadOne(article(`title: ${'x'.repeat(10_000)}\ndate: 2024-01-05`)).title.length,
    10_000,
  );
});

test('inert: control characters of a title are dropped', () => {
  const { title } = loadOne(
    article('title: "a\\a\\e[31mb\\x00\\x7f\\x85c\\n\\td"\ndate: 2024-01-05'),
  );
  assert.is(title, 'a[31mbc d');
});

test('inert: half a surrogate pair is the replacement character', () => {
  const { title } = loadOne(article('title: "a\\ud800b"\ndate: 2024-01-05'));
  assert.is(title, 'a\ufffdb');
});

test('bidirectional overrides are taken out of a title', () => {
  const { title } = loadOne(article('title: "a\\u202eb"\ndate: 2024-01-05'));
  assert.is(title, 'ab');
});

test('inert: BOM and CRLF', () => {
  const text = `\ufeff${articleFile(front, 'One\ntwo.')}`.replaceAll('\n', '\r\n');
  const one = loadOne({ 'articles/x.md': text });
  assert.is(one.title, 'A headline');
  assert.is(fillHoles(one.body.html, ''), '<p>One\ntwo.</p>');
});

test('inert: dates that YAML would turn into something else stay text in extra', () => {
  const { extra } = loadOne(
    article(`${front}\nextra: { day: 2026-02-30, time: 12:30, no: no, y: y }`),
  );
  assert.equal(extra, { day: '2026-02-30', time: '12:30', no: 'no', y: 'y' });
});

const half = 500_000;
const bodies: readonly string[] = [
  '[',
  '*',
  '* ',
  '_',
  '`',
  '<',
  '![',
  '[^',
  '^[',
  '^[x',
  '**a *a ',
  '[a](',
  '<!--',
  '|',
  '# ',
  '~~a ',
  '\\',
  '&',
  'a.',
  '日',
];

for (const part of bodies) {
  test(`no hang: 500 kB of ${JSON.stringify(part)}`, () => {
    const body = part.repeat(Math.floor(half / Buffer.byteLength(part)));
    loadOne({
      ...article(front, body),
      'actors/un.md': articleFile('name: A.A.\ntype: group\naliases: [日本]'),
    });
  });
}

const tooDeep: readonly (readonly [name: string, body: string])[] = [
  ['500 kB of ">"', '>'.repeat(half)],
  ['500 kB of "> "', '> '.repeat(half / 2)],
  [
    'lists 700 deep',
    Array.from({ length: 700 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'),
  ],
];

for (const [name, body] of tooDeep) {
  test(`no hang, and told: ${name}`, () => {
    const { site, diagnostics } = soon(() => load(article(front, body)));
    assert.is(site, null);
    assert.equal(
      diagnostics.map(({ code }) => code),
      ['over-limit'],
    );
  });
}

test('no hang: 2,000 unknown keys', () => {
  const keys = Array.from({ length: 2000 }, (_, index) => `unknown${index}: 1`).join('\n');
  assert.is(soon(() => load(article(`${front}\n${keys}`))).diagnostics.length, 2000);
});

test('no hang: a mail address of 200,000 dots', () => {
  const site = siteYaml(`publisher: { name: A, email: "a@${'.'.repeat(200_000)}@" }\n`);
  assert.is(soon(() => load({ 'site.yaml': site })).diagnostics[0]?.code, 'bad-value');
});

test.run();
