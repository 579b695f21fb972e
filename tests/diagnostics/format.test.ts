import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatDiagnostic, formatDiagnosticJson } from '../../src/diagnostics/format.ts';
import type { Diagnostic } from '../../src/diagnostics/locate.ts';

const test = suite('formatDiagnostic');

const diagnostic: Diagnostic = {
  code: 'unknown-actor',
  severity: 'error',
  file: 'content/articles/x.md',
  line: 6,
  column: 10,
  message: '"Kim Jong On" names no actor',
  hint: 'did you mean "Kim Jong Un"?',
  excerpt: 'actors: [Kim Jong On]',
};
const head =
  'content/articles/x.md:6:10 error unknown-actor "Kim Jong On" names no actor; did you mean "Kim Jong Un"?';

test('the line, and a caret below it', () => {
  assert.is(formatDiagnostic(diagnostic), `${head}\n  6 | actors: [Kim Jong On]\n               ^`);
});

test('a tab keeps the caret in its column', () => {
  const text = formatDiagnostic({ ...diagnostic, excerpt: '\tkey: x', column: 2 });
  assert.is(text.split('\n').at(-1), '      \t^');
});

test('of a long line what is around the place', () => {
  for (const column of [1, 40, 300, 641, 645]) {
    const excerpt = `${'word '.repeat(128)}😀end`;
    const lines = formatDiagnostic({ ...diagnostic, excerpt, column }).split('\n');
    assert.ok((lines[1] ?? '').length < 120, lines[1]);
    const at = (lines[2] ?? '').indexOf('^');
    assert.is((lines[1] ?? '').charAt(at), excerpt.charAt(column - 1));
  }
});

test('an escape keeps the caret in its place', () => {
  const lines = formatDiagnostic({ ...diagnostic, excerpt: 'a\u202eb: x', column: 3 }).split('\n');
  assert.is(lines[1]?.indexOf('b'), lines[2]?.indexOf('^'));
});

test('without an excerpt or a hint', () => {
  assert.is(formatDiagnostic({ ...diagnostic, excerpt: null }), head);
  assert.is(formatDiagnostic({ ...diagnostic, excerpt: ' ' }), head);
  assert.is(
    formatDiagnostic({ ...diagnostic, excerpt: null, hint: null }),
    'content/articles/x.md:6:10 error unknown-actor "Kim Jong On" names no actor',
  );
});

test('content cannot steer the terminal', () => {
  const message = 'a\u001b[31mb\u0007c\u009bd\u202ee\u2066f\u0000';
  const text = formatDiagnostic({ ...diagnostic, message, hint: null, excerpt: message });
  assert.not.match(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  assert.match(text, 'a\\u001b[31mb\\u0007c\\u009bd\\u202ee\\u2066f\\u0000');
});

test('JSON is one line without the excerpt', () => {
  const text = formatDiagnosticJson({ ...diagnostic, message: 'a\nb' });
  assert.not.match(text, '\n');
  assert.equal(JSON.parse(text), {
    code: 'unknown-actor',
    severity: 'error',
    file: 'content/articles/x.md',
    line: 6,
    column: 10,
    message: 'a\nb',
    hint: 'did you mean "Kim Jong Un"?',
  });
});

test('a line feed in a message makes no second line', () => {
  const text = formatDiagnostic({ ...diagnostic, message: 'a\nx.md:1:1 error b', excerpt: null });
  assert.not.match(text, '\n');
});

test.run();
