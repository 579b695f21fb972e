import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAllowedLink, resolveLink } from '../../src/markdown/resolveLink.ts';
import { holeMark } from '../../src/markdown/portableHtml.ts';
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

test('the mark of a hole is no character of a text', () => {
  assert.is(holeMark, '\u0000');
});

test.run();
