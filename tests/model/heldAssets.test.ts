/** Files that an item names which is not published: in every form, at every place, in every state. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createFileNameFinder } from '../../src/model/fileNames.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { formUrl, forms, hiddenStates, places } from '../support/references.ts';
import { articleFile, at, load, siteYaml, type Files } from '../support/site.ts';

const test = suite('files that only hidden items name');

const now = at('2024-06-01T00:00:00Z');
const yaml = siteYaml('tlpCeiling: green\n').replace('https://test.example/', formUrl);

function assetsOf(files: Files): readonly string[] {
  const { site, diagnostics } = load({ 'site.yaml': yaml, ...files }, { now });
  if (site === null) throw new Error(diagnostics.map((each) => each.message).join('\n'));
  return site.assets.map(({ path }) => path);
}

/** Items that name one file each, of one form and at every place where it may stand. */
function filesOf(write: (path: string) => string, state: string): Files {
  const files: Record<string, string> = {};
  const lines: string[] = [];
  for (const [index, { fits, front, body }] of places.entries()) {
    const path = `/assets/märker/photo ${index}-x.jpg`;
    const address = write(path);
    if (!fits(address)) continue;
    files[path.slice(1)] = 'x';
    files[`articles/2024-01-05-x${index}.md`] = articleFile(
      `title: A\ndate: 2024-01-05\n${state}\n${front?.(address) ?? ''}`,
      body?.(address) ?? 'Words.',
    );
    lines.push(`/2024/01/05/x${index}/\n`);
  }
  // An item that was published and is too red now is withheld.
  return { ...files, 'ledger.tsv': lines.join('') };
}

for (const [form, write] of forms) {
  test(`${form}, at every place`, () => {
    const files = filesOf(write, 'status: withheld');
    assert.ok(Object.keys(files).length > 15);
    assert.equal(assetsOf(files), []);
  });
}

for (const [name, state] of hiddenStates) {
  test(`of an item that is ${name}`, () => {
    assert.equal(assetsOf(filesOf(encodeURI, state)), []);
  });
}

test('the control: of published items every file is there', () => {
  const files = filesOf(encodeURI, '');
  assert.is(
    assetsOf(files).length,
    Object.keys(files).filter((file) => file.startsWith('assets/')).length,
  );
});

const hidden = (text: string): string =>
  articleFile('title: A\ndate: 2024-01-05\nstatus: draft', text);
const shown = (front: string, body = 'Words.'): string =>
  articleFile(`title: B\ndate: 2024-01-06\n${front}`, body);
const asset = { 'assets/p q.jpg': 'x', 'articles/a.md': hidden('![](/assets/p%20q.jpg)') };

/** What publishes a file although a draft names it. */
const naming: readonly (readonly [what: string, files: Files])[] = [
  ['an image', { 'articles/b.md': shown('image: { src: /assets/p%20q.jpg, alt: A }') }],
  [
    'an image by its URL',
    { 'articles/b.md': shown(`image: { src: "${formUrl}assets/p%20q.jpg", alt: A }`) },
  ],
  ['a link', { 'articles/b.md': shown('', '[a](../../../../assets/p%20q.jpg#a)') }],
  ['a whole URL', { 'articles/b.md': shown('', `[a](<${formUrl}assets/p%20q.jpg>)`) }],
  ['capitals', { 'articles/b.md': shown('', `[a](<HTTPS://Test.Example/sub/assets/p%20q.jpg>)`) }],
  [
    'a source',
    { 'articles/b.md': shown(`sources: [{ name: W, url: "${formUrl}assets/p%20q.jpg" }]`) },
  ],
  [
    'an archived source',
    { 'articles/b.md': shown(`sources: [{ name: W, archived: "${formUrl}assets/p%20q.jpg" }]`) },
  ],
  [
    'an author',
    { 'articles/b.md': shown(`authors: [{ name: W, url: "${formUrl}assets/p%20q.jpg" }]`) },
  ],
  ['extra', { 'articles/b.md': shown('extra: { cover: [{ a: /assets/p%20q.jpg }] }') }],
  [
    'a correction',
    { 'articles/b.md': shown('corrections: [{ date: 2024-01-07, text: See /assets/p%20q.jpg. }]') },
  ],
  ['a summary', { 'articles/b.md': shown(`summary: It is in (${formUrl}assets/p%20q.jpg).`) }],
  ['a page', { 'pages/about.md': articleFile('title: About', '![](/assets/p%20q.jpg)') }],
  [
    'a briefing',
    {
      'briefings/2024-01-06.md': articleFile('date: 2024-01-06', `[a](${formUrl}assets/p%20q.jpg)`),
    },
  ],
  ['a topic', { 'topics/war.md': articleFile('name: War', '![](/assets/p%20q.jpg)') }],
  [
    'an actor',
    {
      'actors/ann.md': articleFile('name: Ann\ntype: person\nextra: { photo: /assets/p%20q.jpg }'),
    },
  ],
  ['a story', { 'stories/tale.md': articleFile('name: Tale', '[a](/assets/p%20q.jpg)') }],
  ['the navigation', { 'site.yaml': `${yaml}nav: [{ title: A, url: /assets/p%20q.jpg }]\n` }],
  ['a logo', { 'site.yaml': `${yaml}publisher: { name: A, logo: /assets/p%20q.jpg }\n` }],
  ['a style sheet', { 'assets/own.css': '@font-face { src: url("p%20q.jpg") }' }],
  [
    'a page among the assets, by way of its script',
    {
      'assets/map/index.html': '<script src="map.js">',
      'assets/map/map.js': 'fetch("../p q.jpg")',
    },
  ],
];
for (const [what, files] of naming) {
  test(`is published where ${what} names it`, () => {
    assert.not(assetsOf(asset).includes('/assets/p q.jpg'));
    assert.ok(assetsOf({ ...asset, ...files }).includes('/assets/p q.jpg'));
  });
}

/** What does not. */
const silent: readonly (readonly [what: string, files: Files])[] = [
  ['an editor’s note', { 'articles/b.md': shown('editorNote: See /assets/p%20q.jpg') }],
  ['another draft', { 'articles/b.md': shown('status: draft', '![](/assets/p%20q.jpg)') }],
  [
    'another host',
    { 'articles/b.md': shown('', '[a](https://other.example/sub/assets/p%20q.jpg)') },
  ],
  [
    'a style sheet that is held',
    { 'articles/b.md': shown('status: draft', 'own.css'), 'assets/own.css': 'url("p q.jpg")' },
  ],
  [
    'an actor that is held',
    {
      'actors/ann.md': articleFile('name: Ann\ntype: person', '![](/assets/p%20q.jpg)'),
      'articles/b.md': shown('status: draft\nactors: [ann]'),
    },
  ],
];
for (const [what, files] of silent) {
  test(`is held though ${what} names it`, () => {
    assert.not(assetsOf({ ...asset, ...files }).includes('/assets/p q.jpg'));
  });
}

test('what a term shows that only hidden items name is held with it', () => {
  const files = {
    'assets/ann.jpg': 'x',
    'actors/ann.md': articleFile('name: Ann\ntype: person', '![](/assets/ann.jpg)'),
    'articles/b.md': shown('status: draft\nactors: [ann]'),
  };
  assert.equal(assetsOf(files), []);
  assert.equal(assetsOf({ ...files, 'articles/c.md': shown('actors: [ann]') }), [
    '/assets/ann.jpg',
  ]);
});

test('files of static/ are held where their address is named, and never what hosts ask for', () => {
  const files = {
    'static/report.pdf': 'x',
    'static/deep/data.csv': 'x',
    'static/CNAME': 'test.example',
    'static/favicon.ico': 'x',
    'static/.well-known/security.txt': 'x',
    'static/LICENSE': 'x',
  };
  const all = [
    '/.well-known/security.txt',
    '/CNAME',
    '/LICENSE',
    '/deep/data.csv',
    '/favicon.ico',
    '/report.pdf',
  ];
  const of = (text: string): readonly string[] =>
    [...assetsOf({ ...files, 'articles/a.md': hidden(text) })].sort();
  assert.equal(of('A report.pdf, a CNAME, a license, favicon.ico.'), all);
  assert.equal(of('/CNAME /favicon.ico /.well-known/security.txt'), all);
  assert.equal(
    of(`[a](/report.pdf) ${formUrl}deep/data.csv`),
    all.filter((path) => !/report|data/.test(path)),
  );
});

/** Names and a text → what the text names. */
const cases: readonly (readonly [
  paths: readonly string[],
  text: string,
  named: readonly string[],
])[] = [
  [['/assets/a/p.jpg', '/assets/b/p.jpg'], 'see a/p.jpg', ['/assets/a/p.jpg']],
  [['/assets/a/p.jpg', '/assets/b/p.jpg'], 'see p.jpg', ['/assets/a/p.jpg', '/assets/b/p.jpg']],
  [['/assets/a/p.jpg', '/assets/b/p.jpg'], 'see a p.jpg', ['/assets/a/p.jpg', '/assets/b/p.jpg']],
  [['/assets/a/p.jpg', '/assets/b/p.jpg'], 'a/p.jpg and a/p.jpg', ['/assets/a/p.jpg']],
  [['/assets/a/p.jpg', '/assets/b/p.jpg'], 'a/x/../p.jpg', ['/assets/a/p.jpg', '/assets/b/p.jpg']],
  [['/assets/my p.jpg', '/assets/p.jpg'], 'my p.jpg', ['/assets/my p.jpg', '/assets/p.jpg']],
  [['/assets/my p.jpg', '/assets/p.jpg'], 'your p.jpg', ['/assets/p.jpg']],
  [['/assets/p.jpg'], 'a p jpg, p.jpgs, up.jpg, p-jpg', []],
  [['/assets/p.tar.gz'], 'p.tar.gz', ['/assets/p.tar.gz']],
  [['/assets/LICENSE'], 'a license', []],
  [['/assets/LICENSE'], '/assets/license', ['/assets/LICENSE']],
  [['/assets/100%.png'], '/assets/100%25.png', ['/assets/100%.png']],
  [['/assets/a&b.png'], '/assets/a&amp;b.png', ['/assets/a&b.png']],
  [['/assets/地図.png'], '地図は地図.pngです', ['/assets/地図.png']],
  [['/assets/é.png'], '/assets/e%CC%81.png', ['/assets/é.png']],
  [['/assets/🚀.png'], '/assets/%F0%9F%9A%80.png', ['/assets/🚀.png']],
  [['/assets/🚀.png'], 'a .png', []],
  [['/assets/-.-'], '/assets/-.-', ['/assets/-.-']],
  [['/assets/__proto__.js'], 'constructor __proto__.js', ['/assets/__proto__.js']],
  [['/assets/p.jpg'], '%ff%70.jpg', ['/assets/p.jpg']],
];
for (const [paths, text, named] of cases) {
  test(`of ${paths.join(', ')}: ${text}`, () => {
    const find = createFileNameFinder(
      paths.map((path) => ({ file: path, source: path, path: path as SitePath })),
    );
    assert.equal(
      find(text)
        .map(({ path }) => path)
        .sort(),
      named,
    );
  });
}

test('the time grows with the text, whatever the names', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `img ${index % 7} ${index}`);
  const files = words.map((name) => ({
    file: '',
    source: '',
    path: `/assets/a/a/${name}.jpg` as SitePath,
  }));
  const text = 'img 1 a/a/img 1 img.jpg '.repeat(20_000);
  const time = (repeats: number): number => {
    const find = createFileNameFinder(files);
    const start = process.cpuUsage();
    find(text.repeat(repeats));
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  time(1);
  const [one, two] = [Math.min(time(1), time(1), time(1)), Math.min(time(2), time(2), time(2))];
  assert.ok(two < 3 * one + 20_000, `${one} µs, then ${two} µs`);
});

test.run();
