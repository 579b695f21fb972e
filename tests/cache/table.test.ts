import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheTable, emptyTable } from '../../src/cache/table.ts';
import { makeFolder } from '../support/site.ts';

const test = suite('CacheTable');

function never(message: string): void {
  throw new Error(message);
}

test('gives back what was saved, whatever the keys', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, emptyTable, never);
  const entries = [
    ['a.md', '{"one":1}'],
    ['tab\tand\nline', 'x'],
    ['100%', 'per cent'],
    ['%09', 'no tab'],
    ['نص/日本.md', 'متن 🦘'],
    ['empty', ''],
  ] as const;
  for (const [key, value] of entries) table.set(key, value);
  table.save();
  const again = new CacheTable(folder, table.digest, never);
  assert.is(again.size, entries.length);
  for (const [key, value] of entries) assert.is(again.get(key), value, key);
  again.delete('a.md');
  again.keepOnly(new Set(['100%', '%09']));
  again.save();
  assert.equal([...new CacheTable(folder, again.digest, never).keys()].sort(), ['%09', '100%']);
});

test('leaves out a damaged file, says so, and mends it at the next save', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, emptyTable, never);
  for (let index = 0; index < 500; index++) table.set(`key ${index}`, `value ${index}`);
  table.save();
  const [file = ''] = readdirSync(folder);
  appendFileSync(path.join(folder, file), 'x');
  const told: string[] = [];
  const damaged = new CacheTable(folder, table.digest, (message) => told.push(message));
  assert.ok(damaged.size < 500 && damaged.size > 400, `${damaged.size} entries`);
  assert.is(told.length, 1);
  assert.match(told[0] ?? '', file);
  for (let index = 0; index < 500; index++) damaged.set(`key ${index}`, `value ${index}`);
  damaged.save();
  assert.is(new CacheTable(folder, damaged.digest, never).size, 500);
});

test('a save rewrites the files that changed alone', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, emptyTable, never);
  for (let index = 0; index < 500; index++) table.set(`key ${index}`, 'value');
  table.save();
  for (const file of readdirSync(folder)) appendFileSync(path.join(folder, file), 'x');
  table.set('key 7', 'another value');
  table.save();
  const kept = new Set(new CacheTable(folder, table.digest, () => undefined).keys());
  const lost = Array.from({ length: 500 }, (_, index) => `key ${index}`).filter(
    (key) => !kept.has(key),
  );
  assert.ok(kept.size > 0 && kept.size < 30, `${kept.size} entries`);
  const told: string[] = [];
  const again = new CacheTable(folder, table.digest, (message) => told.push(message));
  assert.is(again.get('key 7'), 'another value');
  assert.is(again.size, 500 - lost.length);
  assert.is(told.length, 1, 'once a table');
});

test('takes no file for one that was saved, though it is well formed', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, emptyTable, never);
  table.set('key', 'first');
  table.save();
  const first = table.digest;
  table.set('key', 'second');
  table.save();
  assert.is(new CacheTable(folder, emptyTable, never).get('key'), undefined);
  const told: string[] = [];
  const stale = new CacheTable(folder, first, (message) => told.push(message));
  assert.is(stale.get('key'), undefined);
  assert.is(told.length, 1);
});

test('tells what was replaced since it was read', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, emptyTable, never);
  for (const key of ['a', 'b', 'c', 'd']) table.set(key, `${key} 1`);
  table.save();
  const again = new CacheTable(folder, table.digest, never);
  again.set('a', 'a 2');
  again.set('b', 'b 1');
  again.delete('c');
  again.set('e', 'e 1');
  assert.equal([...again.replaced()].sort(), [
    ['a 1', 'a 2'],
    ['c 1', undefined],
  ]);
});

test.run();
