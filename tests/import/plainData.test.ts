/** No structured input brings a key that could reach a prototype: refused, or nowhere in what comes out. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { ImportError } from '../../src/import/decodeRaw.ts';
import { parsePost } from '../../src/import/parsePost.ts';
import { parseRaw } from '../../src/import/parseRaw.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';
import { findFault, parseJson } from '../../src/parse/plainData.ts';
import type { RawItem } from '../../src/import/rawItem.ts';

const reference = { day: '2024-03-03' as Day, isGiven: true };
const keys = ['__proto__', 'constructor', 'prototype'];
const prose = 'The harbour opened a new pier for ferries, the port authority told a meeting. ';

async function read(text: string): Promise<readonly RawItem[]> {
  const content = await parseRaw({ text, address: 'https://x.example/', reference });
  return content.kind === 'items' ? content.items : [];
}

function post(front: string): Promise<readonly RawItem[]> {
  const file = { location: 'posts/2024-01-05-a.md', text: `${front}\n\nText.\n`, pictures: [] };
  return Promise.resolve().then(() => [parsePost(file, reference)]);
}

const feed = (more: string, ofItem = ''): string =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"x",${more}"items":[{"id":"1","url":"https://x.example/1","title":"T",${ofItem}"content_text":"x"}]}`;
const page = (json: string): string =>
  `<!doctype html><html><head><title>Pier</title><script type="application/ld+json">${json}</script></head><body><article><h1>Pier opens</h1><p>${prose.repeat(3)}</p></article></body></html>`;
const wxr = (attribute: string, inner: string): Promise<readonly RawItem[]> =>
  Promise.resolve().then(
    () =>
      parseWxr(
        `<rss version="2.0" ${attribute} xmlns:wp="http://wordpress.org/export/1.2/"><channel>${inner}<item><title>T</title><wp:post_type>post</wp:post_type></item></channel></rss>`,
        reference,
      ).items,
  );

/** Inputs with a key, by form; `refused` ones can't be taken at all. */
const forms: Readonly<
  Record<string, { make: (key: string) => Promise<readonly RawItem[]>; isRefused: boolean }>
> = {
  'YAML, a key': {
    make: (key) => post(`---\ntitle: T\n${key}: {polluted: 1}\n---`),
    isRefused: true,
  },
  'YAML, deep': {
    make: (key) => post(`---\ntitle: T\na: [{b: {${key}: 1}}]\n---`),
    isRefused: true,
  },
  'YAML, quoted': { make: (key) => post(`---\ntitle: T\n"${key}": 1\n---`), isRefused: true },
  'TOML, a table': {
    make: (key) => post(`+++\ntitle = "T"\n[${key}]\npolluted = 1\n+++`),
    isRefused: true,
  },
  'TOML, a dotted table': {
    make: (key) => post(`+++\ntitle = "T"\n[a.${key}.b]\npolluted = 1\n+++`),
    isRefused: true,
  },
  'TOML, a table below': {
    make: (key) => post(`+++\ntitle = "T"\n[constructor.${key}]\npolluted = 1\n+++`),
    isRefused: true,
  },
  'TOML, a list of tables': {
    make: (key) => post(`+++\ntitle = "T"\n[[${key}]]\npolluted = 1\n+++`),
    isRefused: true,
  },
  'TOML, a dotted key': {
    make: (key) => post(`+++\ntitle = "T"\na.${key} = 1\n+++`),
    isRefused: true,
  },
  'TOML, quoted, in a line': {
    make: (key) => post(`+++\ntitle = "T"\na = [{ "${key}" = { polluted = 1 } }]\n+++`),
    isRefused: true,
  },
  'JSON feed': { make: (key) => read(feed(`"${key}":{"polluted":1},`)), isRefused: true },
  'JSON feed, an item': {
    make: (key) => read(feed('', `"${key}":{"polluted":1},`)),
    isRefused: true,
  },
  'JSON feed, escaped': {
    make: (key) => read(feed('', `"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}":1,`)),
    isRefused: true,
  },
  'JSON-LD': {
    make: (key) => read(page(`{"@type":"NewsArticle","headline":"T","${key}":{"polluted":1}}`)),
    isRefused: false,
  },
  'XML, an element': {
    make: (key) => wxr('', `<${key}><polluted>1</polluted></${key}>`),
    isRefused: true,
  },
  'XML, an attribute': { make: (key) => wxr(`${key}="1"`, ''), isRefused: false },
  'RSS, an attribute': {
    make: (key) =>
      read(
        `<rss version="2.0" ${key}="1"><channel ${key}="2"><title>t</title><item ${key}="3"><title>T</title><link>https://x.example/1</link><description>x</description></item></channel></rss>`,
      ),
    isRefused: false,
  },
  'RSS, an element': {
    make: (key) =>
      read(
        `<rss version="2.0"><channel><title>t</title><item><title>T</title><${key}><polluted>1</polluted></${key}></item></channel></rss>`,
      ),
    isRefused: true,
  },
};

const test = suite('plain data');

for (const [form, { make, isRefused }] of Object.entries(forms)) {
  for (const key of keys) {
    test(`${form}: ${key} is ${isRefused ? 'refused' : 'not taken along'}`, async () => {
      let items: readonly RawItem[] | null = null;
      try {
        items = await make(key);
      } catch (error) {
        assert.instance(error, ImportError, String(error));
      }
      assert.is(items === null, isRefused);
      if (items !== null) {
        assert.ok(items.length > 0);
        assert.is(findFault(items), null);
      }
      const probe: Record<string, unknown> = {};
      assert.is(probe['polluted'], undefined);
    });
  }
}

const texts: readonly (readonly [json: string, kind: string])[] = [
  ['{"a":[1,{"b":null}]}', 'data'],
  ['{"toString":1,"hasOwnProperty":2,"proto":3,"__proto":4}', 'data'],
  ['"constructor"', 'data'],
  ['["__proto__"]', 'data'],
  ['null', 'data'],
  ['', 'broken'],
  ['{', 'broken'],
  ['{"a":1}x', 'broken'],
  ['{"__proto__":1}', 'refused'],
  ['[[{"constructor":{}}]]', 'refused'],
  ['{"a":{"b":{"prototype":null}}}', 'refused'],
  [`${'['.repeat(150)}${']'.repeat(150)}`, 'data'],
  [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'refused'],
];
for (const [json, kind] of texts) {
  test(`${json.slice(0, 40)} is ${kind}`, () => assert.is(parseJson(json).kind, kind));
}

test.run();
