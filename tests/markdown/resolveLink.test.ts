import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAllowedLink, resolveLink } from '../../src/markdown/resolveLink.ts';
import { fillHoles, holeMark } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('links of a body');

const allowed: readonly (readonly [href: string, isAllowed: boolean])[] = [
  ['https://a.example/', true],
  ['http://a.example/', true],
  ['mailto:a@b.example', true],
  ['MAILTO:a@b.example', true],
  ['/path/', true],
  ['path/', true],
  ['../path/', true],
  ['#fragment', true],
  ['?query', true],
  ['', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['\tjavascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['vbscript:x', false],
  ['data:text/html,x', false],
  ['blob:x', false],
  ['view-source:x', false],
  ['//a.example/', false],
  ['\\\\a.example/', false],
  ['/\\a.example/', false],
  ['https://', false],
  [':', false],
];
for (const [href, isAllowed] of allowed) {
  test(`${JSON.stringify(href)} is ${isAllowed ? '' : 'not '}allowed`, () => {
    assert.is(isAllowedLink(href), isAllowed);
  });
}

const resolved: readonly (readonly [
  href: string,
  own: string,
  target: string,
  path: string | null,
])[] = [
  ['https://a.example/', '/', 'https://a.example/', null],
  ['/a/', '/b/', '\u0000/a/', '/a/'],
  ['a', '/b/', '\u0000/b/a', '/b/a'],
  ['a', '/b/c.html', '\u0000/b/a', '/b/a'],
  ['..', '/b/c/', '\u0000/b/', '/b/'],
  ['#f', '/b/', '\u0000/b/#f', '/b/'],
  ['', '/b/', '\u0000/b/', '/b/'],
  ['/t%C3%BCr/', '/', '\u0000/t%C3%BCr/', '/tür/'],
  ['x/', '/türkiye/', '\u0000/t%C3%BCrkiye/x/', '/türkiye/x/'],
  ['/a%2Fb/', '/', '\u0000/a%2Fb/', '/a/b/'],
  ['/100%25/', '/', '\u0000/100%25/', '/100%/'],
];
for (const [href, own, target, path] of resolved) {
  test(`${JSON.stringify(href)} on ${own} is ${JSON.stringify(target)}`, () => {
    assert.equal(resolveLink(href, own as SitePath), { href: target, path });
  });
}

/**
 * Addresses in bodies that mean another place, or another scheme, than they seem to, and such that don't.
 * Each is followed as a browser does, from each page, below each base path, and in a feed.
 */
const forms: readonly (readonly [href: string, isAllowed: boolean])[] = [
  ...refusedForms([
    // Dots that leave two slashes in front.
    ...['/..//evil.example/', '/.//evil.example/', './/evil.example/', '..//evil.example/'],
    ...[
      '../..//evil.example/',
      'a/..//evil.example/',
      '/a/../..//evil.example/',
      '/a/..//evil.example/',
    ],
    ...[
      '/%2e%2e//evil.example/',
      '/%2E//evil.example/',
      '/.%2e//evil.example/',
      '%2e%2e//evil.example/',
    ],
    ...['/..///evil.example/', '/..//', '/.//', '/a//b/', 'a//b/', '/;//evil.example/', '/a/..//'],
    // Slashes and backslashes.
    ...['//evil.example/', '///evil.example/', '////evil.example/', '//', '/\\evil.example/'],
    ...[
      '\\\\evil.example/',
      '\\/evil.example/',
      '/a/..\\/evil.example/',
      '/\\/evil.example/',
      '\\',
    ],
    ...['/..\\\\evil.example/', 'a\\b'],
    // Escaped slashes, which servers read as slashes, and below a base path as a way out of it.
    ...[
      '/%2Fevil.example/',
      '/%2f%2fevil.example/',
      '/%2F/evil.example/',
      '/%5Cevil.example/',
      '/%5C%5Cevil/',
    ],
    ...[
      '..%2f..%2fother/',
      '/..%2F..%2Fother/',
      '/a/..%2f..%2fb/',
      '/%2e%2e%2fb/',
      '/a%2f%2e%2e%2fb',
      '/a/%2f',
    ],
    // Signs that browsers leave out.
    ...[
      '/\t/evil.example/',
      '/\n/evil.example/',
      '\t//evil.example/',
      '/\r\n/evil.example/',
      '/a\u0000b',
    ],
    ...[
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'jav\u0000ascript:alert(1)',
    ],
    ...[' \t javascript:alert(1)', 'javascript\t:alert(1)', 'data\n:text/html,x'],
    // Whole URLs that are whole to browsers alone, or look like the site's.
    ...[
      'http:/x',
      'http:x',
      'https:x',
      'https:/x',
      'https:///x',
      'https:',
      'http://',
      'http:\\\\x',
      'https:\\x',
    ],
    ...[
      'http:/\\x',
      'https://site.example@evil.example/',
      'https://a:b@evil.example/',
      'https://@evil.example/',
    ],
    ...[
      'http:%5C%5Cevil',
      'https://evil.example\\@site.example/',
      'https://a b/',
      'https://a;b/',
      "https://a'b/",
    ],
    // Other schemes.
    ...[
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'vbscript:x',
      'data:text/html,x',
      'blob:https://a/x',
      'file:///etc',
    ],
    ...['view-source:x', 'intent:x', 'ftp://a.example/', 'feed:https://a.example/', 'a:b', ':x'],
    // Escapes that are none.
    ...['/%zz', '/%ff/', '/a%00b', '/a%0Ab', '/%'],
  ]),
  ...allowedForms([
    ...[
      '',
      '#a',
      '#//evil.example/',
      '?',
      '?a=b',
      '?//evil.example/',
      '?a=/..//b',
      '#/..//b',
      '/',
      '/a/',
      'a/',
    ],
    ...[
      '.',
      './',
      '..',
      '../',
      '../..',
      '../../../../../a/',
      '/..',
      '/../a/',
      '/./a/',
      '/a/../b/',
      '/;/',
      ';/',
    ],
    ...[
      '/%2e%2e/a/',
      '/%2e/a/',
      '%2e%2e',
      './a:b',
      '/a:b/',
      '/a@b/',
      '/。。/a/',
      '/．．/a/',
      '/／evil.example/',
    ],
    ...[
      '。。/a',
      '/a/?b=//c',
      '/t%C3%BCr/',
      '/100%25/',
      '/%252e%252e/',
      '/%252F/',
      '/a%20b/',
      '/a b/',
      '/~a/',
      '/a|b/',
    ],
    ...[
      'https://a.example/',
      'HTTPS://A.EXAMPLE/',
      'http://a.example//b',
      'https://a.example/../..//b',
      'https://a。example/',
    ],
    ...[
      'https://a.example?b',
      'https://b\u00fccher.example/',
      'https://[2001:db8::1]/',
      'https://a_b.example:8080/',
    ],
    ...['mailto:a@b.example', 'mailto:a@b.example?subject=c', 'MailTo:a@b.example'],
  ]),
];

function refusedForms(hrefs: readonly string[]): readonly (readonly [string, boolean])[] {
  return hrefs.map((href) => [href, false]);
}

function allowedForms(hrefs: readonly string[]): readonly (readonly [string, boolean])[] {
  return hrefs.map((href) => [href, true]);
}

const pages = ['/', '/about/', '/2024/01/05/a/', '/t\u00fcrkiye/', '/404.html'] as SitePath[];
const prefixes = ['', '/sub', '/sub/path', 'https://site.example', 'https://site.example/sub'];

for (const [href, isAllowed] of forms) {
  test(`${JSON.stringify(href)} ${isAllowed ? 'leads where it says' : 'is text'}`, () => {
    assert.is(isAllowedLink(href), isAllowed);
    const isWhole = /^(?:https?|mailto):/i.test(href);
    if (isAllowed && isWhole) assert.is(new URL(href).username, '');
    // What no browser can resolve is never asked for.
    if (!isAllowed && !URL.canParse(href, 'https://site.example/')) return;
    for (const own of pages) {
      const { href: written, path } = resolveLink(href, own);
      if (!written.startsWith(holeMark)) {
        assert.ok(isWhole || !isAllowed);
        continue;
      }
      assert.ok(!isAllowed || path !== null);
      for (const prefix of prefixes) holdInside(written.slice(1), prefix, own, isAllowed);
    }
  });
}

/** What a browser makes of a link on a page, over http and https, and in a feed. */
function holdInside(written: string, prefix: string, own: string, isAllowed: boolean): void {
  const base = prefix.replace('https://site.example', '');
  for (const scheme of prefix === base ? ['http', 'https'] : ['https']) {
    const url = new URL(prefix + written, `${scheme}://site.example${base}${encodeURI(own)}`);
    assert.is(url.origin, `${scheme}://site.example`);
    if (!isAllowed) continue;
    assert.ok(url.pathname.startsWith(`${base}/`), url.pathname);
    // A server that reads escapes and merges slashes finds the same place.
    const served = new URL(url.origin + decodeURIComponent(url.pathname).replace(/[?#%]/g, '_'));
    assert.ok(
      served.pathname.startsWith(`${base}/`) && !served.pathname.includes('//'),
      served.href,
    );
  }
}

test('a body shows what is no link as text, pictures too', () => {
  for (const [href, isAllowed] of forms) {
    if (/[<>\s\u0000-\u001f]/.test(href)) continue;
    const { html } = renderBody(`[a](<${href}>) ![b](<${href}>)`, '/b/' as SitePath, null);
    const whole = fillHoles(html, '');
    const found = Array.from(whole.matchAll(/ (?:href|src)="([^"]*)"/g), ([, value]) => value!);
    for (const value of found) {
      const url = new URL(value.replaceAll('&amp;', '&'), 'http://site.example/b/');
      const isOutside = url.host !== 'site.example' && url.protocol !== 'mailto:';
      assert.ok(!isOutside || /^https?:\/\/[^/]/i.test(href), href);
      assert.match(url.protocol, /^(?:https?|mailto):$/);
    }
    // markdown-it escapes brackets, which makes no host.
    if (isAllowed && !href.includes('[')) assert.is(found.length, 2, href);
  }
});

test('the mark of a hole is no character of a text', () => {
  assert.is(holeMark, '\u0000');
});

test.run();
