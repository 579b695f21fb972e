import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contrastRatio } from '../../src/parse/contrast.ts';
import { parseSite, type SiteConfig } from '../../src/parse/site.ts';
import { siteYaml } from '../support/site.ts';
import { collect, makeSource, type Collected } from '../support/source.ts';

const test = suite('parseSite');
const file = 'content/site.yaml';

function parse(text: string): Collected<SiteConfig | null> {
  return collect((report) => parseSite(makeSource('site', 'site.yaml', text), file, report));
}

test('every field', () => {
  const { result, codes } = parse(`title: Test
url: https://test.example/sub/
language: EN-gb
zone: Asia/Singapore
description: About.
publisher: { name: Desk, url: "https://desk.example/", email: a@desk.example, logo: /assets/l.png }
authority: ids.example
nav: [{ title: About, url: /about/ }, { title: Else, url: "https://else.example/" }]
feed:
  items: 10
  content: summary
  archives: false
  hub: https://hub.example/
  pairs: [{ actor: Kim, topic: War }]
tlpCeiling: green
linkMentions: false
search: false
socialImages: true
email: true
exports: [json, csv]
precompress: [br, gzip, br]
admin: true
check: { dead-link: error, future-date: off }
theme: { accent: "#000000", accentDark: "#ffffff", socialFont: /assets/f.ttf }
licence: CC BY 4.0
extra: { own: 1 }
`);
  assert.equal(codes, []);
  assert.equal(result, {
    file,
    title: 'Test',
    address: { origin: 'https://test.example', base: '/sub', host: 'test.example' },
    language: 'en-GB',
    zone: 'Asia/Singapore',
    description: 'About.',
    publisher: {
      name: 'Desk',
      url: 'https://desk.example/',
      email: 'a@desk.example',
      logo: '/assets/l.png',
    },
    authority: 'ids.example',
    nav: [
      { title: 'About', url: '/about/' },
      { title: 'Else', url: 'https://else.example/' },
    ],
    feed: {
      items: 10,
      content: 'summary',
      archives: false,
      hub: 'https://hub.example/',
      pairs: [{ actor: 'Kim', topic: 'War' }],
    },
    tlpCeiling: 'green',
    linkMentions: false,
    search: false,
    socialImages: true,
    email: true,
    exports: ['json', 'csv'],
    precompress: ['gzip', 'br'],
    admin: { content: 'content', localPort: 8081, backend: null },
    hostFiles: new Set(),
    check: new Map([
      ['dead-link', 'error'],
      ['future-date', 'off'],
    ]),
    theme: { accent: '#000000', accentDark: '#ffffff', socialFont: '/assets/f.ttf' },
    licence: 'CC BY 4.0',
    extra: { own: 1 },
  });
});

test('the defaults', () => {
  const { result, codes } = parse(siteYaml().replace('search: false\n', ''));
  assert.equal(codes, []);
  assert.equal(result, {
    file,
    title: 'Test',
    address: { origin: 'https://test.example', base: '', host: 'test.example' },
    language: 'en',
    zone: 'UTC',
    description: null,
    publisher: null,
    authority: 'test.example',
    nav: [],
    feed: { items: 30, content: 'full', archives: true, hub: null, pairs: [] },
    tlpCeiling: 'clear',
    linkMentions: true,
    search: true,
    socialImages: false,
    email: false,
    exports: [],
    precompress: [],
    admin: null,
    hostFiles: new Set(),
    check: new Map(),
    theme: { accent: '#9a3412', accentDark: '#fdba74', socialFont: null },
    licence: null,
    extra: {},
  });
});

/** Addresses of sites, and the base path of those that are taken. */
const siteUrls: readonly (readonly [url: string, base: string | null])[] = [
  ...takenUrls([
    ['https://a.example', ''],
    ['https://a.example/', ''],
    ['https://a.example//', ''],
    ['HTTPS://A.EXAMPLE/Sub/', '/Sub'],
    ['https://bücher.example/ü/', '/%C3%BC'],
    ['https://a.example/%c3%bc/', '/%C3%BC'],
    ['https://a.example/%7Eme/', '/~me'],
    ['https://a.example/../b/', '/b'],
    ['https://a.example/%2e%2e/b/', '/b'],
    ['https://a.example:8443/a/b/', '/a/b'],
    ['http://localhost:8080/', ''],
    ['https://192.0.2.1/', ''],
    ['https://[2001:db8::1]:8080/a/', '/a'],
    ['https://a_b.example/', ''],
    [`https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`, ''],
    ["https://a.example/it's-$x;y=(1),2&3+4!@~/", "/it's-$x;y=(1),2&3+4!@~"],
    ['https://a.example/$host/', '/$host'],
    ['https://a.example/a%20b/', '/a%20b'],
    ['https://a.example/a%22b/', '/a%22b'],
    ['https://a.example/a|b/', '/a%7Cb'],
    ['https://a.example/[a]/', '/%5Ba%5D'],
    ['https://a.example/1:2/', '/1:2'],
  ]),
  ...refusedUrls([
    ...[
      "https://a'b;c.example/",
      'https://a;b.example/',
      'https://a$b.example/',
      'https://$host/',
      'https://a`b/',
    ],
    ...[
      'https://a{b}.example/',
      'https://*.example/',
      'https://a,b/',
      'https://a=b/',
      'https://a(b)/',
      'https://a+b/',
    ],
    ...[
      'https://a!b/',
      'https://a&b/',
      'https://a~b/',
      'https://~a/',
      'https://a..b/',
      'https://.a/',
      'https://a.example./',
    ],
    ...[
      'https://user@a.example/',
      'https://@a.example/',
      'https://a:b@c.example/',
      'https://',
      'https:///a.example/',
    ],
    ...[
      'https:/a.example/',
      'https:a.example',
      'http:\\\\a.example',
      '//a.example/',
      'ftp://a.example/',
    ],
    ...[
      'https://a.example/%zz/',
      'https://a.example/%/',
      'https://a.example/%ff/',
      'https://a.example/a%2',
      'https://a.example/100%25/',
    ],
    ...[
      'https://a.example/%252A/',
      'https://a.example/*/',
      'https://a.example/%2A/',
      'https://a.example/:a/',
      'https://a.example/a:b/',
    ],
    ...[
      'https://a.example//b/',
      'https://a.example/a//b/',
      'https://a.example/%2Fb/',
      'https://a.example/a%2fb/',
    ],
    ...[
      'https://a.example/{a}/',
      'https://a.example/%7B$HOME%7D/',
      'https://a.example/a%5Cb/',
      'https://a.example/a\\b/',
    ],
    ...[
      'https://a.example/a b/',
      'https://a.example/a%0Ab/',
      'https://a.example/a%00/',
      'https://a.example/%20a/',
    ],
    ...[
      'https://a.example/%C2%A0/',
      'https://a.example/%E2%80%A8/',
      'https://a.example/.git/',
      'https://a.example/.netlify/',
    ],
    ...[
      'https://a.example/?a',
      'https://a.example/#a',
      'https://a.example/%3Fa/',
      'https://a.example/%23/',
    ],
    ...[
      `https://a.example/${'a'.repeat(201)}/`,
      `https://${'a'.repeat(64)}.example/`,
      `https://${'a.'.repeat(130)}example/`,
    ],
    ...[
      'https://a.example:99999/',
      'https://a.example:8a/',
      'https://[::1',
      'https://1.2.3.4.5.6/',
    ],
  ]),
];

function takenUrls(
  urls: readonly (readonly [string, string])[],
): readonly (readonly [string, string | null])[] {
  return urls;
}

function refusedUrls(urls: readonly string[]): readonly (readonly [string, null])[] {
  return urls.map((url) => [url, null]);
}

for (const [url, base] of siteUrls) {
  test(`url: ${JSON.stringify(url.slice(0, 80))}: ${base === null ? 'refused' : 'taken'}`, () => {
    const yaml = siteYaml().replace('https://test.example/', JSON.stringify(url));
    const { result, codes } = parse(yaml);
    assert.equal(codes, base === null ? ['bad-url'] : []);
    assert.is(result?.address.base ?? null, base);
  });
}

/** Values that go into headers, style sheets and configurations of hosts. */
const injected: readonly string[] = [
  ...[
    'authority: "a.example\\nX-A: b"',
    'authority: "a b"',
    'authority: "a;b"',
    "authority: a'b",
    'authority: "a,2024:x"',
  ],
  ...[
    'theme: { accent: "#000000;} x{" }',
    'theme: { accent: "#000" }',
    'theme: { accent: "#000000\\n" }',
  ],
  ...['theme: { accent: red }', 'theme: { accentDark: "url(//evil.example/)" }'],
  ...[
    'feed: { hub: "https://a.example/>; rel=x, <b" }',
    'feed: { hub: "https://a.example/\\nX: y" }',
  ],
  ...[
    'feed: { hub: "https://a;b/" }',
    'feed: { hub: "https://a.example/ b" }',
    'feed: { hub: "//a.example/" }',
  ],
  ...['feed: { hub: "https://a@b.example/" }', 'feed: { hub: "javascript:x" }'],
  ...['admin: { backend: { name: gitea, baseUrl: "https://a.example;script-src *" } }'],
  ...['admin: { backend: { name: gitea, baseUrl: "https://a, b" } }'],
  ...['admin: { backend: { name: gitea, apiRoot: "https://a.example\\n  X: y" } }'],
  ...['admin: { backend: { name: gitea, apiRoot: "https://a\';b/" } }'],
  ...[
    'nav: [{ title: A, url: "/%2Fevil.example/" }]',
    'nav: [{ title: A, url: "//evil.example/" }]',
  ],
  ...[
    'nav: [{ title: A, url: "/..//evil.example/" }]',
    'nav: [{ title: A, url: "/\\\\evil.example/" }]',
  ],
  ...[
    'nav: [{ title: A, url: "javascript:alert(1)" }]',
    'nav: [{ title: A, url: "https:evil.example" }]',
  ],
  ...[
    'publisher: { name: A, logo: "/%5C%5Cevil/" }',
    'publisher: { name: A, url: "https://a@evil.example/" }',
  ],
];
for (const lines of injected) {
  test(`${lines} is refused`, () => {
    const yaml = siteYaml(lines).replace(
      lines.startsWith('authority') ? 'authority: test.example\n' : '#',
      '',
    );
    assert.ok(parse(yaml).result === null);
  });
}

test('the authority is the host where none is named, with a warning', () => {
  const { result, problems } = parse(siteYaml().replace('authority: test.example\n', ''));
  assert.is(result?.authority, 'test.example');
  assert.equal(
    problems.map(({ code, hint }) => [code, hint]),
    [['missing-authority', 'add authority: test.example']],
  );
});

test('colours of low contrast are warned of, each', () => {
  const { result, codes } = parse(
    siteYaml('theme: { accent: "#ffff00", accentDark: "#000000" }\n'),
  );
  assert.equal(codes, ['low-contrast', 'low-contrast']);
  assert.is(result?.theme.accent, '#ffff00');
});

test('contrast as in WCAG', () => {
  assert.is(contrastRatio('#000000', '#ffffff'), 21);
  assert.is(contrastRatio('#ffffff', '#ffffff'), 1);
  assert.is(contrastRatio('#767676', '#FFFFFF').toFixed(2), '4.54');
  assert.is(contrastRatio('#ffffff', '#777777').toFixed(2), '4.48');
});

test('no file', () => {
  const { result, codes } = collect((report) => parseSite(undefined, file, report));
  assert.is(result, null);
  assert.equal(codes, ['missing-site']);
});

test('an empty file lacks every required key', () => {
  const { codes, problems } = parse('');
  assert.equal(codes, ['missing-key', 'missing-key', 'missing-key', 'missing-key']);
  assert.equal(
    problems.map(({ hint }) => hint),
    ['add title:', 'add url:', 'add language:', 'add zone:'],
  );
});

const bad: readonly (readonly [text: string, codes: readonly string[]])[] = [
  [siteYaml().replace('zone: UTC', 'zone: Mars/Olympus'), ['bad-zone']],
  [siteYaml().replace('zone: UTC', 'zone: +08:00'), ['bad-zone']],
  [siteYaml().replace('language: en', 'language: english_uk'), ['bad-language']],
  [siteYaml().replace('language: en', 'language: english'), ['bad-language']],
  [siteYaml().replace('https://test.example/', 'test.example'), ['bad-url']],
  [siteYaml().replace('https://test.example/', 'javascript:alert(1)'), ['bad-url']],
  [siteYaml().replace('https://test.example/', 'https://test.example/?a=b'), ['bad-url']],
  [siteYaml().replace('https://test.example/', '"https://test.example/#a"'), ['bad-url']],
  [siteYaml().replace('authority: test.example', 'authority: https://x.example/'), ['bad-value']],
  [siteYaml('zon: UTC\n'), ['unknown-key']],
  [siteYaml('feed: { items: 0 }\n'), ['bad-value']],
  [siteYaml('feed: { items: 1001 }\n'), ['bad-value']],
  [siteYaml('feed: { content: all }\n'), ['bad-value']],
  [siteYaml('feed: { item: 10 }\n'), ['unknown-key']],
  [siteYaml('feed: { hub: hub }\n'), ['bad-url']],
  [siteYaml('feed: { pairs: [{ actor: Kim }] }\n'), ['missing-key']],
  [siteYaml('tlpCeiling: white\n'), ['bad-value']],
  [siteYaml('search: "yes"\n'), ['wrong-type']],
  [siteYaml('exports: [xml]\n'), ['bad-value']],
  [siteYaml('check: { dead-link: none }\n'), ['bad-value']],
  [siteYaml('check: { unknown-key: off }\n'), ['unknown-key']],
  [siteYaml('theme: { accent: red }\n'), ['bad-value']],
  [siteYaml('theme: { accent: "#fff" }\n'), ['bad-value']],
  [siteYaml('theme: { socialFont: f.ttf }\n'), ['bad-path']],
  [siteYaml('publisher: { url: "https://a.example/" }\n'), ['missing-key']],
  [siteYaml('publisher: { name: A, email: a }\n'), ['bad-value']],
  [siteYaml('publisher: A\n'), ['wrong-type']],
  [siteYaml('nav: [{ title: A, url: about }]\n'), ['bad-url']],
  [siteYaml('nav: [/about/]\n'), ['wrong-type']],
  ['- a\n', ['wrong-type']],
  ['a: b: c\n', ['yaml-syntax']],
];
for (const [text, codes] of bad) {
  test(`${JSON.stringify(text.replace(siteYaml(), ''))} is ${codes.join(', ')}`, () => {
    const { problems, codes: found } = parse(text);
    assert.equal(found, codes);
    assert.is(
      problems.every((problem) => problem.file === file),
      true,
    );
  });
}

test.run();
