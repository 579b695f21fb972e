/** What hosts and search engines read. */
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planSitemaps } from '../../src/hosting/formatSitemap.ts';
import type { Year } from '../../src/dates/day.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import type { LayoutName } from '../../src/views/page.ts';
import { groupYearless, type PageGroup, type PagePlan } from '../../src/views/plan.ts';
import type { Views } from '../../src/views/planViews.ts';
import { buildContent, loadContent, readOutput, sampleContent, textOf } from '../support/build.ts';
import { pageOf, readHtml } from '../support/crawl.ts';
import { readHeaderRules } from '../support/server.ts';
import { articleFile, makeContent, root, siteYaml } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const hardContent = path.join(root, 'tests/sites/hard/content');
const sites = [
  { name: 'sample', url: 'https://dateline.example/', output: buildContent(sampleContent) },
  { name: 'hard', url: 'https://host.example/sub/path/', output: buildContent(hardContent) },
];
const hard = sites[1]!;

const sitemap = suite('sitemap.xml');

for (const { name, url, output } of sites) {
  sitemap(`${name}: lists every page that search engines may take, once, by its whole URL`, () => {
    const listed = Array.from(
      readOutput(output, 'sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g),
      ([, loc]) => loc,
    );
    const pages = listFiles(output)
      .filter((file) => file.endsWith('.html'))
      .filter(
        (file) => !readOutput(output, file).includes('<meta name="robots" content="noindex">'),
      )
      .map((file) => url + encodeURI(pageOf(file)));
    assert.equal(listed.sort(), pages.sort());
    assert.is(new Set(listed).size, listed.length);
  });

  sitemap(`${name}: each page’s canonical address is its own`, () => {
    for (const file of listFiles(output).filter((each) => each.endsWith('.html'))) {
      const html = readOutput(output, file);
      if (html.includes('http-equiv="refresh"') || file.endsWith('email.html')) continue;
      assert.ok(readHtml(html).addresses.includes(url + encodeURI(pageOf(file))), file);
    }
  });
}

sitemap('lists no page that was canceled, moved or not found', () => {
  const text = readOutput(hard.output, 'sitemap.xml');
  for (const part of ['canceled', 'moved/former', '404', 'old-ink', 'about-us']) {
    assert.not(text.includes(part), part);
  }
});

/** Groups of so many pages that a sitemap needs parts. */
function manyPages(): readonly PageGroup[] {
  const plansAt = (layout: LayoutName, paths: readonly string[]): readonly PagePlan[] =>
    paths.map((path) => ({ layout, path }) as PagePlan);
  const ofYear = (year: string, length: number): PageGroup => ({
    ...{ year: year as Year, layout: 'article', size: length },
    plans: () =>
      plansAt(
        'article',
        Array.from({ length }, (_, index) => `/${year}/01/01/a-${index}/`),
      ),
  });
  const paths = Array.from({ length: 50_000 }, (_, index) => `/topics/t/${index}/` as SitePath);
  const noPlans = (): never => {
    throw new Error('planned for its path');
  };
  return [
    groupYearless(plansAt('period', ['/2025/01/', '/2024/w01/'])),
    ofYear('2025', 3),
    ofYear('2024', 50_002),
    { year: '2025' as Year, layout: 'email', size: 9, plans: noPlans },
    { year: '2025' as Year, layout: 'term-year', size: 50_000, plans: noPlans, paths: () => paths },
    // The editor's own page may lie anywhere.
    groupYearless(plansAt('page', ['/2023/own/'])),
  ];
}

sitemap('becomes an index above 50,000 pages, with a part for each year', () => {
  const site = loadContent(hardContent);
  const planned = planSitemaps(site, { groups: manyPages() } as unknown as Views);
  const files = planned.map((file) => ({ path: file.path, text: textOf(file) }));
  assert.equal(
    files.map((file) => [file.path, file.text.match(/<loc>/g)?.length]),
    [
      ['/sitemap.xml', 5],
      ['/sitemap-1.xml', 50_000],
      ['/sitemap-2.xml', 1],
      ['/sitemap-2024.xml', 50_000],
      ['/sitemap-2024-2.xml', 3],
      ['/sitemap-2025.xml', 4],
    ],
  );
  assert.match(files[0]!.text, '<loc>https://host.example/sub/path/sitemap-2024-2.xml</loc>');
});

sitemap('plans no item of a year before somebody asks for its part', () => {
  const refuse = (): never => {
    throw new Error('planned');
  };
  const groups = manyPages().map((group) =>
    group.layout === 'article' ? { ...group, plans: refuse } : group,
  );
  const planned = planSitemaps(loadContent(hardContent), { groups } as unknown as Views);
  assert.equal(planned.map(({ path, year }) => [path, year ?? null]).slice(-3), [
    ['/sitemap-2024.xml', '2024'],
    ['/sitemap-2024-2.xml', '2024'],
    ['/sitemap-2025.xml', '2025'],
  ]);
  assert.throws(() => planned.at(-1)!.key(), /planned/);
});

sitemap('robots.txt names it, and that of the news', () => {
  const text = readOutput(hard.output, 'robots.txt');
  for (const name of ['sitemap.xml', 'news-sitemap.xml']) {
    assert.ok(text.split('\n').includes(`Sitemap: https://host.example/sub/path/${name}`), name);
  }
});

const dated = buildContent(
  makeContent({
    'articles/a.md': articleFile('title: A & B\ndate: 2024-01-05'),
    'articles/b.md': articleFile(
      'title: B\ndate: 2024-01-05T10:00:00Z\nupdated: 2024-02-01T00:00:00Z\nlang: de-AT',
    ),
    'articles/c.md': articleFile(
      'title: C\ndate: 2024-01-04\ncorrections: [{ date: 2024-03-01, text: No. }]',
    ),
    'articles/d.md': articleFile('title: D\ndate: 2024-01-03T09:00:00+02:00'),
    'articles/e.md': articleFile('title: E\ndate: 2024-01-06\nstatus: draft'),
    'briefings/2024-01-02.md': articleFile('date: 2024-01-02'),
  }),
);

sitemap('says when items and days last changed, and nothing of what it can not know', () => {
  const text = readOutput(dated, 'sitemap.xml');
  const entries = text.matchAll(
    /<loc>https:\/\/test\.example([^<]*)<\/loc>\s*(?:<lastmod>([^<]*)<\/lastmod>)?/g,
  );
  const changes = Array.from(entries, ([, address, date]) => [address, date] as const);
  assert.equal(changes.filter(([, date]) => date !== undefined).sort(), [
    ['/2024/01/02/', '2024-01-02'],
    ['/2024/01/03/', '2024-01-03T09:00:00+02:00'],
    ['/2024/01/03/d/', '2024-01-03T09:00:00+02:00'],
    ['/2024/01/04/', '2024-03-01T00:00:00Z'],
    ['/2024/01/04/c/', '2024-03-01T00:00:00Z'],
    ['/2024/01/05/', '2024-02-01T00:00:00Z'],
    ['/2024/01/05/a/', '2024-01-05'],
    ['/2024/01/05/b/', '2024-02-01T00:00:00Z'],
  ]);
  assert.ok(changes.some(([address, date]) => address === '/topics/' && date === undefined));
});

sitemap('the news are the items of the newest two days', () => {
  const text = readOutput(dated, 'news-sitemap.xml');
  const read = (name: string): readonly string[] =>
    Array.from(text.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g')), ([, value]) => value!);
  assert.equal(read('loc'), [
    'https://test.example/2024/01/05/b/',
    'https://test.example/2024/01/05/a/',
    'https://test.example/2024/01/04/c/',
  ]);
  assert.equal(read('news:title'), ['B', 'A &amp; B', 'C']);
  assert.equal(read('news:language'), ['de', 'en', 'en']);
  assert.equal(read('news:publication_date'), ['2024-01-05T10:00:00Z', '2024-01-05', '2024-01-04']);
});

sitemap('llms.txt leads to pages and feeds that are there; a site’s own takes its place', () => {
  const text = readOutput(hard.output, 'llms.txt');
  const links = Array.from(text.matchAll(/\]\(([^)]*)\)/g), ([, address]) => address!);
  assert.ok(links.length > 8);
  for (const address of links.filter((each) => each.startsWith(hard.url))) {
    const file = decodeURI(address.slice(hard.url.length)).replace(/(^|\/)$/, '$1index.html');
    assert.ok(listFiles(hard.output).includes(file), file);
  }
  const own = buildContent(makeContent({ 'static/llms.txt': 'Mine.' }));
  assert.is(readOutput(own, 'llms.txt'), 'Mine.');
});

sitemap.run();

const redirects = suite('_redirects');

redirects('each former address leads to one that is there', () => {
  const files = new Set(listFiles(hard.output));
  const lines = readOutput(hard.output, '_redirects').trimEnd().split('\n');
  assert.ok(lines.length > 15);
  for (const line of lines) {
    const [from = '', to = '', status] = line.split(' ');
    assert.is(status, '301');
    for (const address of [from, to]) assert.match(address, /^\/sub\/path\//);
    const target = decodeURIComponent(to.slice('/sub/path/'.length));
    assert.ok(files.has(target.replace(/\/$/, '/index.html')), line);
  }
  assert.is(new Set(lines.map((line) => line.split(' ')[0])).size, lines.length);
});

for (const [from, to] of [
  ['/moved/', '/2024/01/08/moved/'],
  ['/old/every%20thing/', '/2024/01/05/everything/'],
  ['/old/everything.html', '/2024/01/05/everything/'],
  ['/topics/old-ink/', '/topics/ink-paper/'],
  ['/topics/old-ink/feed.xml', '/topics/ink-paper/feed.xml'],
  ['/actors/older-name/atom.xml', '/actors/new-name/atom.xml'],
  ['/who/older/', '/actors/new-name/'],
  ['/about-us.html', '/about/'],
] as const) {
  redirects(`${from} → ${to}`, () => {
    const lines = readOutput(hard.output, '_redirects').split('\n');
    assert.ok(lines.includes(`/sub/path${from} /sub/path${to} 301`));
  });
}

redirects('an HTML page stands at each former page, for hosts that do not redirect', () => {
  const files = listFiles(hard.output);
  for (const file of ['moved/index.html', 'old/everything.html', 'topics/old-ink/index.html']) {
    assert.ok(files.includes(file), file);
    assert.match(readOutput(hard.output, file), 'http-equiv="refresh"');
  }
});

redirects('a draft’s former address is not published', () => {
  assert.not(readOutput(hard.output, '_redirects').includes('not-yet'));
});

redirects('feeds of an actor on a topic move with either, and with both', () => {
  const output = buildContent(
    makeContent({
      'site.yaml': siteYaml('feed: { pairs: [{ actor: ann, topic: sea }] }'),
      'actors/ann.md': '---\nname: Ann\ntype: person\nredirectFrom: [/who/ann/]\n---\n',
      'actors/anne.md': '---\nname: Anne\ntype: person\nmergedInto: ann\n---\n',
      'topics/sea.md': '---\nname: Sea\nredirectFrom: [/tags/sea/]\n---\n',
      'topics/ocean.md': '---\nname: Ocean\nmergedInto: sea\n---\n',
      'articles/a.md': articleFile('title: A\ndate: 2024-01-05\nactors: [ann]\ntopics: [sea]'),
    }),
  );
  const lines = readOutput(output, '_redirects').split('\n');
  const moved = lines.filter((line) => line.includes('/topics/') && line.includes('/atom.xml '));
  const to = '/actors/ann/topics/sea/atom.xml 301';
  assert.equal(moved, [
    `/actors/ann/topics/ocean/atom.xml ${to}`,
    `/actors/anne/topics/ocean/atom.xml ${to}`,
    `/actors/anne/topics/sea/atom.xml ${to}`,
    '/tags/sea/atom.xml /topics/sea/atom.xml 301',
    '/topics/ocean/atom.xml /topics/sea/atom.xml 301',
    `/who/ann/topics/ocean/atom.xml ${to}`,
    `/who/ann/topics/sea/atom.xml ${to}`,
  ]);
});

redirects.run();

const headers = suite('_headers');

for (const { name, url, output } of sites) {
  const base = new URL(url).pathname;
  const rules = readHeaderRules(readOutput(output, '_headers'));
  const headersOf = (address: string): ReadonlyMap<string, string> =>
    new Map(
      rules.filter(({ pattern }) => pattern.test(base + address)).flatMap((rule) => rule.headers),
    );

  for (const [address, type] of [
    ['feed.xml', 'application/xml'],
    ['topics/x/feed.xml', 'application/xml'],
    ['atom.xml', 'application/atom+xml'],
    ['articles/atom.xml', 'application/atom+xml'],
    ['feed.json', 'application/feed+json'],
    ['stories/x/feed.json', 'application/feed+json'],
    ['feeds.opml', 'text/x-opml'],
  ] as const) {
    headers(`${name}: ${address} is ${type}`, () => {
      assert.is(headersOf(address).get('Content-Type'), `${type}; charset=utf-8`);
    });
  }

  headers(`${name}: every page forbids frames, and scripts but from our own files`, () => {
    for (const address of ['', '2024/01/05/', '404.html']) {
      const policy = headersOf(address).get('Content-Security-Policy') ?? '';
      assert.match(policy, "default-src 'none'");
      assert.match(policy, "frame-ancestors 'none'");
      assert.match(policy, /script-src 'self'(?: 'wasm-unsafe-eval')?;/);
      assert.match(policy, "require-trusted-types-for 'script'");
      assert.not.match(policy, /(?<!wasm-)unsafe/);
      assert.is(headersOf(address).get('X-Content-Type-Options'), 'nosniff');
    }
  });
}

headers('a page for mail may have styles in its elements, and no other page may', () => {
  const rules = readOutput(hard.output, '_headers').split('\n');
  // Cloudflare serves it at the second.
  for (const address of ['/sub/path/*/email.html', '/sub/path/*/email']) {
    const at = rules.indexOf(address);
    assert.ok(at > rules.indexOf('/sub/path/*'), 'later rules win');
    assert.is(rules[at + 1], '  ! Content-Security-Policy');
    assert.match(rules[at + 2]!, "style-src 'unsafe-inline'");
  }
  assert.is(rules.filter((rule) => rule.includes("'unsafe-inline'")).length, 2);
  assert.ok(rules.includes('  Content-Type: message/rfc822'));
  const sample = readOutput(sites[0]!.output, '_headers');
  assert.not.match(sample, /email|unsafe-inline/);
});

headers.run();
