import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Year } from '../../src/dates/day.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import {
  articleFile,
  at,
  load,
  loadGood,
  makeContent,
  siteYaml,
  type Files,
} from '../support/site.ts';

const test = suite('addresses, redirects, links');

const article = articleFile('title: A\ndate: 2024-01-05');
const page = articleFile('title: A page');

function reported(files: Files): readonly string[] {
  return load(files).diagnostics.map(({ file, line, column, code }) => {
    return `${file.replace('content/', '')}:${line}:${column} ${code}`;
  });
}

/** Files, the file that is reported, and what its message names besides. */
const collisions: readonly (readonly [name: string, files: Files, at: string, other: string])[] = [
  [
    'two articles',
    {
      'articles/a/x.md': articleFile('title: A\ndate: 2024-01-05\nid: a'),
      'articles/b/2024-01-05-x.md': articleFile('title: B\ndate: 2024-01-05\nid: b'),
    },
    'articles/b/2024-01-05-x.md:1:1',
    'content/articles/a/x.md',
  ],
  [
    'an article and a draft',
    {
      'articles/a/x.md': articleFile('title: A\ndate: 2024-01-05\nid: a'),
      'articles/b/x.md': articleFile('title: B\ndate: 2024-01-05\nid: b\nstatus: draft'),
    },
    'articles/b/x.md:1:1',
    'content/articles/a/x.md',
  ],
  [
    'a page and the index of topics',
    { 'pages/topics.md': page },
    'pages/topics.md:1:1',
    'Dateline',
  ],
  ['a page and search', { 'pages/search.md': page }, 'pages/search.md:1:1', 'Dateline'],
  [
    'a page and a year',
    { 'pages/2024.md': page, 'articles/x.md': article },
    'pages/2024.md:1:1',
    'Dateline',
  ],
  [
    'a page and a day',
    {
      'pages/2024/01/05.md': page,
      'articles/x.md': article,
    },
    'pages/2024/01/05.md:1:1',
    'Dateline',
  ],
  [
    'a page and a topic',
    { 'pages/topics/war.md': page, 'topics/war.md': articleFile('name: War') },
    'pages/topics/war.md:1:1',
    'content/topics/war.md',
  ],
  [
    'a static file and a page',
    { 'pages/about.md': page, 'static/about/index.html': 'x' },
    'static/about/index.html:1:1',
    'content/pages/about.md',
  ],
  [
    'a static file and the home page',
    { 'static/index.html': 'x' },
    'static/index.html:1:1',
    'Dateline',
  ],
  ['a static file and a feed', { 'static/feed.xml': 'x' }, 'static/feed.xml:1:1', 'Dateline'],
  [
    'a static file and the rules of hosts',
    { 'static/_headers': 'x' },
    'static/_headers:1:1',
    'Dateline',
  ],
  [
    'a file where a folder is needed',
    { 'static/2024': 'x', 'articles/x.md': article },
    'static/2024:1:1',
    'content/articles/x.md',
  ],
  [
    'two files of assets in different folders',
    { 'assets/a.png': 'x', 'static/assets/a.png': 'x' },
    'static/assets/a.png:1:1',
    'content/assets/a.png',
  ],
  [
    'a redirect and a page',
    {
      'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nredirectFrom: [/about/]'),
      'pages/about.md': page,
    },
    'articles/x.md:4:15',
    'content/pages/about.md',
  ],
  [
    'a redirect without its slash and a page',
    {
      'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nredirectFrom: [/about]'),
      'pages/about.md': page,
    },
    'articles/x.md:4:15',
    'content/pages/about.md',
  ],
  [
    'two redirects',
    {
      'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nredirectFrom: [/old/]'),
      'pages/about.md': articleFile('title: A page\nredirectFrom: [/old]'),
    },
    'pages/about.md:3:15',
    'content/articles/x.md',
  ],
  [
    'a redirect to itself',
    { 'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nredirectFrom: [/2024/01/05/x/]') },
    'articles/x.md:4:15',
    'content/articles/x.md',
  ],
];
for (const [name, files, at, other] of collisions) {
  test(`collision: ${name}`, () => {
    assert.equal(reported(files), [`${at} url-collision`]);
    const [diagnostic] = load(files).diagnostics;
    assert.match(diagnostic?.message ?? '', other);
  });
}

const peaceful: readonly (readonly [name: string, files: Files])[] = [
  [
    'one slug on two days',
    { 'articles/x.md': article, 'articles/2/x.md': articleFile('title: A\ndate: 2024-01-06') },
  ],
  [
    'a topic and an actor of one id',
    {
      'topics/x.md': articleFile('name: X'),
      'actors/x.md': articleFile('name: X\ntype: group'),
      'stories/x.md': articleFile('name: X'),
      'pages/x.md': page,
    },
  ],
  ['a page below a page', { 'pages/about.md': page, 'pages/about/method.md': page }],
  ['a page below a year', { 'pages/2024/review.md': page, 'articles/x.md': article }],
  ['an article that is called like a week', { 'articles/w01.md': article }],
];
for (const [name, files] of peaceful) {
  test(`no collision: ${name}`, () => {
    assert.equal(reported(files), []);
  });
}

test('one id twice is reported at the second', () => {
  const files = {
    'articles/a.md': articleFile('title: A\ndate: 2024-01-05\nid: one'),
    'articles/b.md': articleFile('title: B\ndate: 2024-01-06\nid: one'),
  };
  assert.equal(reported(files), ['articles/b.md:4:5 duplicate-id']);
  assert.match(load(files).diagnostics[0]?.message ?? '', 'content/articles/a.md');
});

test('an id that is the default of another', () => {
  const files = {
    'articles/a.md': article,
    'articles/b.md': articleFile('title: B\ndate: 2024-01-06\nid: 2024-01-05-a'),
  };
  assert.equal(reported(files), ['articles/b.md:4:5 duplicate-id']);
});

test('redirects are sorted, decoded, and end in a slash where they name no file', () => {
  const site = loadGood({
    'articles/x.md': articleFile(
      'title: A\ndate: 2024-01-05\nredirectFrom: [/old, /a/b.html, /t%C3%BCr/]',
    ),
    'topics/war.md': articleFile('name: War\nredirectFrom: [/wars/]'),
    'stories/s.md': articleFile('name: S\nredirectFrom: [/s/]'),
    'pages/about.md': articleFile('title: About\nredirectFrom: [/us/]'),
    'actors/old.md': articleFile(
      'name: Old\ntype: group\nmergedInto: new\nredirectFrom: [/older/]',
    ),
    'actors/new.md': articleFile('name: New\ntype: group'),
  });
  assert.equal(
    site.redirects.map(({ from, to }) => `${from} → ${to}`),
    [
      '/a/b.html → /2024/01/05/x/',
      '/actors/old/ → /actors/new/',
      '/actors/old/atom.xml → /actors/new/atom.xml',
      '/actors/old/feed.json → /actors/new/feed.json',
      '/actors/old/feed.xml → /actors/new/feed.xml',
      '/old/ → /2024/01/05/x/',
      '/older/ → /actors/new/',
      '/older/atom.xml → /actors/new/atom.xml',
      '/older/feed.json → /actors/new/feed.json',
      '/older/feed.xml → /actors/new/feed.xml',
      '/s/ → /stories/s/',
      '/s/atom.xml → /stories/s/atom.xml',
      '/s/feed.json → /stories/s/feed.json',
      '/s/feed.xml → /stories/s/feed.xml',
      '/tür/ → /2024/01/05/x/',
      '/us/ → /about/',
      '/wars/ → /topics/war/',
      '/wars/atom.xml → /topics/war/atom.xml',
      '/wars/feed.json → /topics/war/feed.json',
      '/wars/feed.xml → /topics/war/feed.xml',
    ],
  );
});

test('a term that moved takes its year pages along, but where another page stands there', () => {
  const site = loadGood({
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05\ntopics: [war]'),
    'articles/y.md': articleFile('title: A\ndate: 2023-01-05\ntopics: [war]'),
    'topics/war.md': articleFile('name: War\nredirectFrom: [/wars/]'),
    'pages/wars/2023.md': page,
    'static/wars/feed.xml': 'x',
  });
  assert.equal(
    site.redirects.map(({ from, to }) => `${from} → ${to}`),
    [
      '/wars/ → /topics/war/',
      '/wars/2024/ → /topics/war/2024/',
      '/wars/atom.xml → /topics/war/atom.xml',
      '/wars/feed.json → /topics/war/feed.json',
    ],
  );
});

test('redirects in a circle, or from one to the next, are collisions', () => {
  const at = (slug: string, from: string): Files => ({
    [`articles/${slug}.md`]: articleFile(`title: A\ndate: 2024-01-05\nredirectFrom: [${from}]`),
  });
  assert.equal(reported({ ...at('a', '/2024/01/05/b/'), ...at('b', '/2024/01/05/a/') }), [
    'articles/a.md:4:15 url-collision',
    'articles/b.md:4:15 url-collision',
  ]);
  assert.equal(reported({ ...at('a', '/old/'), ...at('b', '/2024/01/05/a') }), [
    'articles/b.md:4:15 url-collision',
  ]);
});

test('a topic that is merged twice leads to the last in one step', () => {
  const site = loadGood({
    'topics/a.md': articleFile('name: A\nmergedInto: b\nredirectFrom: [/a/]'),
    'topics/b.md': articleFile('name: B\nmergedInto: c'),
    'topics/c.md': articleFile('name: C'),
  });
  const targets = new Map(site.redirects.map(({ from, to }) => [from as string, to as string]));
  for (const from of ['/a/', '/topics/a/', '/topics/b/']) {
    assert.is(targets.get(from), '/topics/c/');
  }
  for (const to of targets.values()) assert.not(targets.has(to), to);
});

const liveLinks = [
  '/',
  '/articles/',
  '/archive/',
  '/subscribe/',
  '/corrections/',
  '/network/',
  '/topics/',
  '/actors/',
  '/stories/',
  '/sources/',
  '/feed.xml',
  '/articles/atom.xml',
  '/feeds.opml',
  '/sitemap.xml',
  '/2024/',
  '/2024/01/',
  '/2024/w01/',
  '/2024/01/05/',
  '/2024/01/05/#x',
  '/2024/01/05/x/',
  './',
  '../',
  '#ports',
  '/topics/war/',
  '/topics/war/2024/',
  '/topics/war/feed.json',
  '/actors/old/',
  '/actors/new/',
  '/about/',
  '/former/',
  '/assets/a.png',
  '/CNAME',
  'https://elsewhere.example/nothing/',
  'https://test.example:8443/nothing/',
  'https://sub.test.example/nothing/',
  'https://test.example.example/nothing/',
  'mailto:a@test.example',
  'https://test.example',
  'https://test.example/about/',
  'http://TEST.example/2024/01/05/x/?a=b#ports',
  'https://test.example/feed.xml',
  '#',
  '#top',
  '#:~:text=One',
  '#ports-1',
  '#%E6%B8%AF',
  '#港',
  '#main_',
  '#fn1',
  '/2024/01/05/x/#ports',
  './#ports',
  '/about/#team',
  '/topics/war/#parties',
  '/2024/01/05/#week',
  '/2024/01/05/#main_',
  // What stands on a page without a body, or in a file, is not known.
  '/archive/#anything',
  '/assets/a.png#page=3',
];
const deadLinks = [
  '/nowhere/',
  '/about',
  'about/',
  '../y/',
  '/2023/',
  '/network/2024/',
  '/2024/01/06/',
  '/topics/peace/',
  '/topics/war/2023/',
  '/assets/b.png',
  '/ABOUT/',
  'https://test.example/nowhere/',
  'http://test.example/about',
  'HTTPS://TEST.EXAMPLE/nowhere/',
  'https://test.example/2024/01/05/y/?a=b#ports',
  '#port',
  '#Ports',
  '#ports-2',
  '#%E6%B9%BE',
  '#湾',
  '/日本/',
  '#fn2',
  '/about/#teams',
  '/about/#ports',
  '/topics/war/#ports',
  '/2024/01/05/#y',
  '/2024/01/05/x/?a=b#nothing',
  'https://test.example/about/#nothing',
];
const linked: Files = {
  'topics/war.md': articleFile('name: War', '### Parties'),
  'actors/old.md': articleFile('name: Old\ntype: group\nmergedInto: new'),
  'actors/new.md': articleFile('name: New\ntype: group'),
  'pages/about.md': articleFile('title: About\nredirectFrom: [/former/]', '## Team'),
  'assets/a.png': 'x',
  'static/CNAME': 'x',
  'briefings/2024-01-05.md': articleFile('date: 2024-01-05', '## Week'),
};
/** An article has this behind its link. */
const places = '\n\n# Ports\n\n# Ports[^1]\n\n# 港\n\n[^1]: A note.';
const front = 'title: A\ndate: 2024-01-05\ntopics: [war]';

for (const link of liveLinks) {
  test(`${link} leads somewhere`, () => {
    assert.equal(
      reported({ ...linked, 'articles/x.md': articleFile(front, `[a](${link})${places}`) }),
      [],
    );
  });
}
for (const link of deadLinks) {
  test(`${link} leads nowhere`, () => {
    const files = { ...linked, 'articles/x.md': articleFile(front, `One,\n[a](${link})${places}`) };
    assert.equal(reported(files), ['articles/x.md:8:5 dead-link']);
  });
}

test('dead fragments are told in bodies of all kinds, below a base path too, with a near id', () => {
  const body = '## Ports\n\n[a](/2024/01/05/x/#port) [b](https://test.example/sub/gone/)';
  const { diagnostics } = load({
    'site.yaml': siteYaml().replace('test.example/', 'test.example/sub/'),
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05', body),
    'pages/p.md': articleFile('title: P', `[c](https://test.example/gone/)\n\n${body}`),
  });
  assert.equal(
    diagnostics.map(({ file, line, code, hint }) => [file, line, code, hint]),
    [
      ['content/articles/x.md', 8, 'dead-link', 'did you mean "ports"?'],
      ['content/articles/x.md', 8, 'dead-link', null],
      ['content/pages/p.md', 9, 'dead-link', 'did you mean "ports"?'],
      ['content/pages/p.md', 9, 'dead-link', null],
    ],
  );
});

test('a missing slash and a near address are hints', () => {
  const hintOf = (link: string): string | null | undefined =>
    load({ ...linked, 'articles/x.md': articleFile(front, `[a](${link})`) }).diagnostics[0]?.hint;
  assert.is(hintOf('/about'), 'write /about/');
  assert.match(hintOf('/topics/wars/') ?? '', '/topics/war/');
});

test('dead links in every kind of body, in the navigation and of an image', () => {
  const body = '[a](/gone/)';
  assert.equal(
    reported({
      'site.yaml': siteYaml('nav: [{ title: A, url: /gone/ }, { title: B, url: / }]\n'),
      'actors/a.md': articleFile('name: Harbour Board\ntype: group', body),
      'articles/x.md': articleFile(
        'title: A\ndate: 2024-01-05\nimage: { src: /assets/gone.png, alt: A }',
        body,
      ),
      // Nothing of it is published, so its links are nobody's concern.
      'articles/y.md': articleFile('title: A\ndate: 2024-01-05\nstatus: canceled', body),
      'briefings/2024-01-05.md': articleFile('date: 2024-01-05', body),
      'pages/p.md': articleFile('title: P', body),
      'stories/s.md': articleFile('name: S', body),
      'topics/t.md': articleFile('name: T', body),
    }),
    [
      'actors/a.md:6:5 dead-link',
      'articles/x.md:4:15 dead-link',
      'articles/x.md:7:5 dead-link',
      'briefings/2024-01-05.md:5:5 dead-link',
      'pages/p.md:5:5 dead-link',
      'site.yaml:6:24 dead-link',
      'stories/s.md:5:5 dead-link',
      'topics/t.md:5:5 dead-link',
    ],
  );
});

test('a page that failed makes no dead links', () => {
  assert.equal(
    reported({
      'pages/about.md': articleFile('titel: About'),
      'articles/x.md': articleFile('title: A\ndate: 2024-01-05', '[a](/about/)'),
    }),
    ['pages/about.md:2:1 missing-key', 'pages/about.md:2:1 unknown-key'],
  );
});

test('pages by their order, then by path', () => {
  const site = loadGood({
    'pages/c.md': articleFile('title: C\norder: 1'),
    'pages/b.md': articleFile('title: B'),
    'pages/a.md': articleFile('title: A'),
    'pages/d.md': articleFile('title: D\norder: -1'),
  });
  assert.equal(
    site.pages.map(({ path }) => path),
    ['/d/', '/c/', '/a/', '/b/'],
  );
});

test('two articles with one URL and default ids are one problem', () => {
  assert.equal(reported({ 'articles/a/x.md': article, 'articles/b/x.md': article }), [
    'articles/b/x.md:1:1 url-collision',
  ]);
});

/** Articles of years that were built without an error. */
const clear: Files = {
  'articles/2020/a.md': articleFile('title: A\ndate: 2020-01-05\nredirectFrom: [/former/]'),
  'articles/2020/ab.md': articleFile('title: AB\ndate: 2020-01-05', 'See [it](/2021/03/03/c/).'),
  'articles/2021/c.md': articleFile(
    'title: C\ndate: 2021-03-03\nid: own',
    'And [this](/2020/no/).',
  ),
  'articles/2021/d.md': articleFile('title: D\ndate: 2021-03-04\nstatus: draft'),
  'articles/2023/e.md': articleFile('title: E\ndate: 2023-01-05'),
};
const later = (front: string, body?: string): Files => ({
  'articles/2023/x.md': articleFile(`title: X\ndate: 2023-05-05\n${front}`, body),
});
/** What is new, and what is reported of it. */
const news: readonly (readonly [name: string, files: Files, codes: readonly string[]])[] = [
  ['nothing', {}, []],
  ['an item', later(''), []],
  [
    'the address of an old item as a former one',
    later('redirectFrom: [/2020/01/05/a/]'),
    ['url-collision'],
  ],
  ['that of an old day', later('redirectFrom: [/2021/03/03/]'), ['url-collision']],
  ['that of an old week', later('redirectFrom: [/2021/w09/]'), ['url-collision']],
  ['that of an old draft', later('redirectFrom: [/2021/03/04/d/]'), ['url-collision']],
  ['a file where an old folder is', later('redirectFrom: [/2021]'), ['url-collision']],
  ['the former address of an old item', later('redirectFrom: [/former/]'), ['url-collision']],
  [
    'the picture of an old item',
    later('redirectFrom: [/2020/01/05/a/social.png]'),
    ['url-collision'],
  ],
  ['an address of an old year that is free', later('redirectFrom: [/2020/01/05/b/]'), []],
  ['the id of an old item', later('id: own'), ['duplicate-id']],
  ['the default id of an old item', later('id: a'), []],
  ['the id of briefings', later('id: briefing'), ['bad-id']],
  [
    'a link to an old item and its picture',
    later('', '[A](/2020/01/05/a/) [B](/2020/01/05/a/social.png)'),
    [],
  ],
  ['a link past old items', later('', '[A](/2020/01/05/b/)'), ['dead-link']],
  [
    'two of one id',
    {
      ...later('id: same'),
      'articles/2024.md': articleFile('title: Y\ndate: 2024-01-05\nid: same'),
    },
    ['duplicate-id'],
  ],
];
for (const [name, files, codes] of news) {
  test(`years that are clear: ${name}`, () => {
    const content = makeContent({
      'site.yaml': siteYaml('socialImages: true'),
      ...clear,
      ...files,
    });
    const all = (clearBefore: string | null) =>
      loadSite({
        ...{ content, now: at('2026-01-01T00:00:00Z'), drafts: false },
        clearBefore: clearBefore as Year | null,
      }).diagnostics;
    const told = all(null);
    // One link of the old items leads nowhere, which is not told beside an error.
    const isError = codes.some((code) => code !== 'dead-link');
    assert.equal(
      told.map(({ code }) => code),
      isError ? codes : ['dead-link', ...codes],
    );
    for (const year of ['2022', '2023']) assert.equal(all(year), told);
  });
}

/** Former addresses at which Dateline has something, or will have. */
const takenAddresses: readonly string[] = [
  ...[
    '/',
    '/index.html',
    '/style.css',
    '/main.js',
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/robots.txt',
  ],
  ...[
    '/sitemap-1.xml',
    '/sitemap-2024.xml',
    '/sitemap-2024-2.xml',
    '/feed.xml',
    '/articles/atom.xml',
  ],
  ...['/feeds.opml', '/404.html', '/feed.css', '/icon.svg', '/llms.txt', '/2024/01/feed.xml'],
  ...[
    '/pagefind/',
    '/pagefind/x/',
    '/pagefind/pagefind.js',
    '/search/',
    '/data/site.json',
    '/data/schema.json',
  ],
  ...['/data/articles.csv', '/admin/', '/admin', '/admin/config.yml', '/topics/war/feed.json'],
  ...['/2024/01/05/social.png', '/2024/01/05/x/social.png', '/2024/02/02/gone/social.png'],
  ...[
    '/index.html.gz/',
    '/feed.xml.gz',
    '/style.css.br',
    '/2024/01/05/x/index.html.br/a/',
    '/main.js.gz/',
  ],
  ...[
    '/topics%2Fwar/',
    '/%74opics/war/',
    '/2024/01/05/x/',
    '/2024/01/05/x',
    '/2024/01/05/',
    '/about/',
  ],
  ...['/about', '/about/index.html', '/assets/a.png', '/assets/a.png/', '/t%C3%BCr/', '/tu%CC%88r'],
];
for (const address of takenAddresses) {
  test(`a former address can't be ${address}`, () => {
    const codes = load({
      'articles/x.md': article,
      'articles/y.md': articleFile(`title: B\ndate: 2024-01-06\nredirectFrom: ["${address}"]`),
      'topics/war.md': articleFile('name: War'),
      'pages/about.md': page,
      'pages/t\u00fcr.md': page,
      'assets/a.png': 'x',
    }).diagnostics.map(({ code }) => code);
    assert.equal(codes, ['url-collision']);
  });
}

for (const address of [
  ...[
    '/archive.tar.gz',
    '/data/',
    '/data/report.html',
    '/admin/login.php',
    '/old/feed.xml',
    '/old/social.png',
  ],
  ...['/2023/01/05/', '/2024/01/05/email.html', '/assets/b.png', '/sitemap.html', '/About/'],
]) {
  test(`a former address can be ${address}`, () => {
    const files = {
      'articles/x.md': article,
      'articles/y.md': articleFile(`title: B\ndate: 2024-01-06\nredirectFrom: ["${address}"]`),
      'pages/about.md': page,
    };
    assert.equal(reported(files), []);
  });
}

/** Files of content, and the code of what is said of them. */
const assetFiles: readonly (readonly [file: string, code: string | null])[] = [
  ['static/CNAME', null],
  ['static/.well-known/security.txt', null],
  ['static/favicon.ico', null],
  ['static/ads.txt', null],
  ['static/other.html', null],
  ['assets/large.json.gz', null],
  ['static/archive.tar.gz', null],
  ['static/_worker.js', 'host-file'],
  ['static/_routes.json', 'host-file'],
  ['static/sub/web.config', 'host-file'],
  ['assets/mail.php', 'host-file'],
  ['static/functions/a.js', 'host-file'],
  ['static/_headers', 'url-collision'],
  ['static/index.html.gz', 'url-collision'],
  ['static/2024/01/05/x/index.html.br', 'url-collision'],
  ['static/feed.xml.gz', 'url-collision'],
  ['static/style.css.br', 'url-collision'],
  ['assets/' + 'letters/'.repeat(93) + 'a.txt', 'bad-name'],
];
for (const [file, code] of assetFiles) {
  test(`${file.slice(0, 60)}: ${code ?? 'nothing is said'}`, () => {
    const { diagnostics } = load({ 'articles/x.md': article, [file]: 'x' });
    assert.equal(
      diagnostics.map((each) => each.code),
      code === null ? [] : [code],
    );
  });
}

test('a file that hosts obey is taken where the operator names it', () => {
  const files = { 'static/_worker.js': 'x', 'static/a/mail.php': 'x', 'static/b.php': 'x' };
  const yaml = siteYaml('hostFiles: [_worker.js, /a/mail.php]');
  assert.equal(reported({ ...files, 'site.yaml': yaml }), ['static/b.php:1:1 host-file']);
});

test('nothing is said of such files where site.yaml failed', () => {
  const files = { 'static/_worker.js': 'x', 'site.yaml': siteYaml('hostFile: [_worker.js]') };
  assert.equal(reported(files), ['site.yaml:6:1 unknown-key']);
});

test('a page whose address is longer than file systems take', () => {
  const fits = `pages/${'letters/'.repeat(93)}a.md`;
  const long = `pages/${'letters/'.repeat(94)}a.md`;
  assert.equal(reported({ [fits]: page }), []);
  assert.equal(reported({ [long]: page }), [`${long}:1:1 bad-name`]);
});

test('the ledger makes no splat', () => {
  const ledger = '/sources/*/2024/\n/sources/:name/\n/sources/gone/\n/topics/a b/\n';
  const { site, diagnostics } = load({ 'articles/x.md': article, 'ledger.tsv': ledger });
  assert.is(site, null);
  assert.equal(
    diagnostics.map(({ code, line }) => [code, line]),
    [
      ['lost-address', 1],
      ['lost-address', 2],
      ['lost-address', 4],
    ],
  );
});

test.run();
