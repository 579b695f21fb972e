import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CacheTable } from '../../src/cache/table.ts';
import { makeFolder } from '../support/site.ts';

const test = suite('CacheTable');

function never(message: string): void {
  throw new Error(message);
}

test('gives back what was saved, whatever the keys', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, never);
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
  const again = new CacheTable(folder, never);
  assert.is(again.size, entries.length);
  for (const [key, value] of entries) assert.is(again.get(key), value, key);
  again.delete('a.md');
  again.keepOnly(new Set(['100%', '%09']));
  again.save();
  assert.equal([...new CacheTable(folder, never).keys()].sort(), ['%09', '100%']);
});

test('leaves out a damaged file, says so, and mends it at the next save', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, never);
  for (let index = 0; index < 500; index++) table.set(`key ${index}`, `value ${index}`);
  table.save();
  const [file = ''] = readdirSync(folder);
  appendFileSync(path.join(folder, file), 'x');
  const told: string[] = [];
  const damaged = new CacheTable(folder, (message) => told.push(message));
  assert.ok(damaged.size < 500 && damaged.size > 400, `${damaged.size} entries`);
  assert.is(told.length, 1);
  assert.match(told[0] ?? '', file);
  for (let index = 0; index < 500; index++) damaged.set(`key ${index}`, `value ${index}`);
  damaged.save();
  assert.is(new CacheTable(folder, never).size, 500);
});

test('a save rewrites the files that changed alone', () => {
  const folder = path.join(makeFolder(), 'table');
  const table = new CacheTable(folder, never);
  for (let index = 0; index < 500; index++) table.set(`key ${index}`, 'value');
  table.save();
  for (const file of readdirSync(folder)) appendFileSync(path.join(folder, file), 'x');
  table.set('key 7', 'another value');
  table.save();
  const told: string[] = [];
  assert.is(new CacheTable(folder, (message) => told.push(message)).get('key 7'), 'another value');
  assert.is(told.length, readdirSync(folder).length - 1);
});

test.run();
