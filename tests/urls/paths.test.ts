import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day, Month, Week, Year } from '../../src/dates/day.ts';
import {
  articlePath,
  assetPath,
  dayPath,
  feedPath,
  monthPath,
  outputFile,
  pagePath,
  parseSitePath,
  staticPath,
  termPath,
  termsPath,
  termYearPath,
  weekPath,
  yearPath,
  type SitePath,
} from '../../src/urls/paths.ts';
import type { Slug } from '../../src/urls/slug.ts';

const test = suite('paths');
const day = '2024-01-05' as Day;
const slug = 'x' as Slug;
const year = '2024' as Year;

const made: readonly (readonly [path: string, expected: string])[] = [
  [dayPath(day), '/2024/01/05/'],
  [articlePath(day, slug), '/2024/01/05/x/'],
  [monthPath('2024-01' as Month), '/2024/01/'],
  [weekPath('2025-W01' as Week), '/2025/w01/'],
  [yearPath(year), '/2024/'],
  [termsPath('topics'), '/topics/'],
  [termPath('actors', slug), '/actors/x/'],
  [termYearPath('sources', slug, year), '/sources/x/2024/'],
  [pagePath(['about', 'method'] as Slug[]), '/about/method/'],
  [assetPath('a/b.png'), '/assets/a/b.png'],
  [staticPath('CNAME'), '/CNAME'],
  [feedPath('/' as SitePath, 'rss'), '/feed.xml'],
  [feedPath('/topics/x/' as SitePath, 'atom'), '/topics/x/atom.xml'],
  [feedPath('/articles/' as SitePath, 'json'), '/articles/feed.json'],
];
for (const [path, expected] of made) {
  test(expected, () => {
    assert.is(path, expected);
  });
}

const files: readonly (readonly [path: string, file: string])[] = [
  ['/', 'index.html'],
  ['/2024/01/05/', '2024/01/05/index.html'],
  ['/404.html', '404.html'],
  ['/topics/x/feed.xml', 'topics/x/feed.xml'],
];
for (const [path, file] of files) {
  test(`${path} is the file ${file}`, () => {
    assert.is(outputFile(path as SitePath), file);
  });
}

const parsed: readonly (readonly [text: string, path: string | null])[] = [
  ['/', '/'],
  ['/about/', '/about/'],
  ['/about', '/about'],
  ['/assets/a.png', '/assets/a.png'],
  ['/t%C3%BCrkiye/', '/türkiye/'],
  ['/türkiye/', '/türkiye/'],
  ['/tu\u0308rkiye/', '/t\u00fcrkiye/'],
  ['/a%20b/', '/a b/'],
  ['/a.b/..c/', '/a.b/..c/'],
  ['about/', null],
  ['', null],
  ['//evil.example/', null],
  ['/a//b/', null],
  ['/../x.html', null],
  ['/a/../b/', null],
  ['/a/./b/', null],
  ['/%2e%2e/x', null],
  ['/a%2f..%2fb', null],
  ['/a\\b', null],
  ['/a%5cb', null],
  ['/a%00b', null],
  ['/a%0ab', null],
  ['/a%zz', null],
  ['/a?b=c', null],
  ['/a#b', null],
  ['/a b', null],
  ['/a"b', null],
  ['/<script>', null],
  ['https://example.org/', null],
  ['javascript:alert(1)', null],
];
for (const [text, path] of parsed) {
  test(`${JSON.stringify(text)} → ${path ?? 'none'}`, () => {
    assert.is(parseSitePath(text), path);
  });
}

test.run();
