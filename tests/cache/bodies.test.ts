import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  BodyStore,
  BodyWriter,
  editsPack,
  formatBodyPlace,
  parseBodyPlace,
} from '../../src/cache/bodies.ts';
import { openCache, type BuildCache } from '../../src/cache/cache.ts';
import { holeMark } from '../../src/markdown/portableHtml.ts';
import { digestOf } from '../../src/files/signed.ts';
import { makeFolder } from '../support/site.ts';
import { testKey } from '../support/key.ts';

const html = ['<p><a href="', '/actors/kim/">Kim</a> — 日本</p>'];
const key = digestOf(html.join(holeMark));

const test = suite('bodies in the cache');

test('are read as they were written, by this build and the next', () => {
  const folder = makeFolder();
  const store = new BodyStore(folder);
  const writer = new BodyWriter(folder, `${store.generation}1`);
  const places = [writer.add(['']), writer.add(html)] as const;
  writer.flush();
  writer.close();
  for (const each of [store, new BodyStore(folder)]) {
    assert.equal(each.read(places[1], key), html);
    assert.equal(each.read(places[0], digestOf('')), ['']);
    each.close();
  }
  assert.is.not(new BodyStore(folder).generation, store.generation);
});

test('are the same in whatever order they are asked for, small ones and large', () => {
  const folder = makeFolder();
  const store = new BodyStore(folder);
  const writer = new BodyWriter(folder, editsPack);
  const all = Array.from({ length: 300 }, (_, index) => {
    const body = [`<p>${index} `, 'text '.repeat(index % 50 === 49 ? 60_000 : 400 + index), '</p>'];
    return { body, place: writer.add(body), key: digestOf(body.join(holeMark)) };
  });
  writer.flush();
  writer.close();
  const scattered = all.map((_, index) => all[(index * 67) % all.length]!);
  for (const order of [all, all.toReversed(), scattered]) {
    for (const { body, place, key: hash } of order) assert.equal(store.read(place, hash), body);
  }
  const beyond = [editsPack, all.at(-1)!.place[1] + 10, all.at(-1)!.place[2]] as const;
  assert.is(store.read(beyond, key), null);
  store.close();
});

test('are none where the pack is gone, cut off or another', () => {
  const folder = makeFolder();
  const writer = new BodyWriter(folder, editsPack);
  const place = writer.add(html);
  writer.flush();
  writer.close();
  const read = (): unknown => {
    const store = new BodyStore(folder);
    const found = store.read(place, key);
    store.close();
    return found;
  };
  assert.equal(read(), html);
  truncateSync(path.join(folder, editsPack), 10);
  assert.is(read(), null);
  writeFileSync(path.join(folder, editsPack), 'x'.repeat(1000));
  assert.is(read(), null);
  assert.is(new BodyStore(folder).read(['nowhere', 0, 10], key), null);
});

test('that are not in use any more go when they are more than the others', () => {
  const root = makeFolder();
  const open = (): BuildCache =>
    openCache({ folder: root, key: testKey }, 'content', 'site', 'environment', (message) => {
      throw new Error(message);
    });
  const put = (cache: BuildCache, name: string, text: string): void => {
    const writer = new BodyWriter(cache.bodies.folder, editsPack);
    const place = formatBodyPlace(writer.add([text]), digestOf(text));
    writer.flush();
    writer.close();
    cache.articles.set(name, `${place}\tthe rest of ${name}`);
  };
  const save = (cache: BuildCache): void => {
    const unpublished = { drafts: 0, embargoed: 0, withheld: 0, tooRed: 0 };
    const counts = { articles: 2, days: 1, pages: 1, files: 1, unpublished };
    cache.save({
      ...{
        environment: 'environment',
        code: 'code',
        names: {},
        years: {},
        taken: 0,
        from: 0,
        until: null,
      },
      ...{ diagnostics: [], counts },
    });
    cache.bodies.close();
  };
  const first = open();
  put(first, 'a.md', 'kept');
  put(first, 'b.md', 'first');
  save(first);
  for (const letter of ['x', 'y']) {
    const next = open();
    put(next, 'b.md', letter.repeat(9_000_000));
    save(next);
  }
  const last = open();
  assert.equal(readdirSync(last.bodies.folder).length, 1);
  const [size = 0] = Object.values(last.bodies.sizes());
  assert.ok(size < 10_000_000, `${size} bytes`);
  const read = (name: string): string | undefined => {
    const [place = '', rest] = last.articles.get(name)?.split('\t') ?? [];
    assert.is(rest, `the rest of ${name}`);
    const kept = parseBodyPlace(place);
    return kept === null ? undefined : last.bodies.read(kept.place, kept.key)?.[0];
  };
  assert.is(read('a.md'), 'kept');
  assert.is(read('b.md')?.length, 9_000_000);
  last.bodies.close();
});

test.run();
