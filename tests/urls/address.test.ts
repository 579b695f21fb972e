import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  escapePath,
  parseAbsoluteUrl,
  parseSiteAddress,
  toHref,
  toUrl,
} from '../../src/urls/address.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('addresses');

const urls: readonly (readonly [text: string, url: string | null])[] = [
  ['https://example.org/', 'https://example.org/'],
  ['https://example.org', 'https://example.org/'],
  ['HTTP://EXAMPLE.org/A?b=c#d', 'http://example.org/A?b=c#d'],
  ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
  ['https://example.org:8080/', 'https://example.org:8080/'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['ftp://example.org/', null],
  ['mailto:a@example.org', null],
  ['//example.org/', null],
  ['/relative', null],
  ['www.example.org', null],
  ['https:example.org', null],
  ['https://', null],
  ['https://user:secret@example.org/', null],
  ['https://user@example.org/', null],
  ['https://exa mple.org/', null],
  ['https://example.org/a b', null],
  [' https://example.org/', null],
  ['https://example.org/<script>', null],
  ['https://example.org/"onclick', null],
  ['https://example.org\\evil', null],
  ['https://example.org:99999/', null],
  ['', null],
];
for (const [text, url] of urls) {
  test(`${JSON.stringify(text)} → ${url ?? 'none'}`, () => {
    assert.is(parseAbsoluteUrl(text), url);
  });
}

function addressOf(text: string): ReturnType<typeof parseSiteAddress> {
  return parseSiteAddress(parseAbsoluteUrl(text)!);
}

test('a site at the root, below a path, with a port', () => {
  assert.equal(addressOf('https://example.org'), {
    origin: 'https://example.org',
    base: '',
    host: 'example.org',
  });
  assert.equal(addressOf('https://example.org/a/b/'), {
    origin: 'https://example.org',
    base: '/a/b',
    host: 'example.org',
  });
  assert.equal(addressOf('http://localhost:8080/ü'), {
    origin: 'http://localhost:8080',
    base: '/%C3%BC',
    host: 'localhost',
  });
});

test('a query or a fragment makes no address', () => {
  assert.is(addressOf('https://example.org/?a=b'), null);
  assert.is(addressOf('https://example.org/#a'), null);
});

test('links carry the base path, URLs the origin too', () => {
  const address = addressOf('https://example.org/sub/')!;
  assert.is(toHref(address, '/' as SitePath), '/sub/');
  assert.is(toHref(address, '/türkiye/' as SitePath), '/sub/t%C3%BCrkiye/');
  assert.is(toUrl(address, '/feed.xml' as SitePath), 'https://example.org/sub/feed.xml');
});

const escaped: readonly (readonly [path: string, expected: string])[] = [
  ['/2024/01/05/', '/2024/01/05/'],
  ['/a b/', '/a%20b/'],
  ['/a?b#c', '/a%3Fb%23c'],
  ['/100%/', '/100%25/'],
  ['/日本/', '/%E6%97%A5%E6%9C%AC/'],
  ['/"<>/', '/%22%3C%3E/'],
];
for (const [path, expected] of escaped) {
  test(`${path} is escaped as ${expected}`, () => {
    assert.is(escapePath(path), expected);
    assert.is(escapePath(path), expected, 'the answer is remembered');
  });
}

test.run();
