import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { atKey, atPart, atValue, wholeFile, type Where } from '../../src/diagnostics/diagnostic.ts';
import { locateProblem } from '../../src/diagnostics/locate.ts';

const test = suite('locateProblem');

const text = `---
title: A headline
actors: [Kim, { actor: Ann, role: x }]
sources:
  - name: Reuters
    url: nowhere
"quoted": 1
empty:
---

A body with [a link](/gone/),
and /gone/ again.
`;

const cases: readonly (readonly [name: string, where: Where, line: number, column: number])[] = [
  ['the file', wholeFile, 1, 1],
  ['a position', { kind: 'position', line: 3, column: 4 }, 3, 4],
  ['a key', atKey('title'), 2, 1],
  ['a value', atValue('title'), 2, 8],
  ['an item', atValue('actors', 0), 3, 10],
  ['a key in a flow mapping', atKey('actors', 1, 'role'), 3, 29],
  ['a value in a list of mappings', atValue('sources', 0, 'url'), 6, 10],
  ['a quoted key', atKey('quoted'), 7, 1],
  ['a key without a value', atValue('empty'), 8, 7],
  ['a missing key of the file', atKey('date'), 2, 1],
  ['a missing key of an item', atKey('sources', 0, 'link'), 5, 5],
  ['an index out of range', atValue('actors', 9), 3, 9],
  ['a part of a value', atPart('where', 'sources', 0, 'url'), 6, 12],
  ['a part that is not there', atPart('none', 'sources', 0, 'url'), 6, 10],
  ['a text', { kind: 'text', text: '/gone/', fromLine: 11 }, 11, 22],
  ['a text from a later line', { kind: 'text', text: '/gone/', fromLine: 12 }, 12, 5],
  ['a text that is not there', { kind: 'text', text: 'none', fromLine: 11 }, 11, 1],
];

for (const [name, where, line, column] of cases) {
  test(name, () => {
    const problem = { code: 'bad-value', file: 'x.md', where, message: 'm', hint: null } as const;
    const found = locateProblem(problem, 'error', text);
    assert.equal([found.line, found.column], [line, column]);
    const excerpt = where.kind === 'file' ? null : text.split('\n')[line - 1];
    assert.is(found.excerpt, excerpt);
  });
}

test('a YAML file has no opening line', () => {
  const problem = {
    code: 'bad-zone',
    file: 'site.yaml',
    where: atValue('zone'),
    message: 'm',
    hint: null,
  } as const;
  const { line, column, excerpt } = locateProblem(problem, 'error', 'title: A\nzone: X\n');
  assert.equal([line, column, excerpt], [2, 7, 'zone: X']);
});

test('a file that was not read has no place and no excerpt', () => {
  const problem = {
    code: 'unreadable',
    file: 'x.md',
    where: atValue('title'),
    message: 'm',
    hint: null,
  } as const;
  const { line, column, excerpt } = locateProblem(problem, 'error', null);
  assert.equal([line, column, excerpt], [1, 1, null]);
});

test.run();
