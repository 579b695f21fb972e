/** Headings: their levels as one, and ids as GitHub gives them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findIds, withoutIds } from '../../src/markdown/bodyIds.ts';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('headings of a body');

function render(text: string): string {
  return fillHoles(renderBody(text, '/b/' as SitePath, null).html, '');
}

/** Levels of headings in a body, and those in the page. */
const levels: readonly (readonly [written: string, expected: string])[] = [
  ['1', '2'],
  ['1 2', '2 3'],
  ['1 1 2', '2 2 3'],
  ['2 3 4', '2 3 4'],
  ['4', '2'],
  ['3 4 3', '2 3 2'],
  ['2 4 3', '2 4 3'],
  ['3 1 2', '4 2 3'],
  ['2 6 6 2', '2 6 6 2'],
  ['1 5 6', '2 6 6'],
];
for (const [written, expected] of levels) {
  test(`levels ${written} become ${expected}`, () => {
    const html = render(
      written
        .split(' ')
        .map((level) => `${'#'.repeat(Number(level))} H`)
        .join('\n\n'),
    );
    assert.is(Array.from(html.matchAll(/<h(\d) id=/g), ([, level]) => level).join(' '), expected);
    assert.is(Array.from(html.matchAll(/<\/h(\d)>/g), ([, level]) => level).join(' '), expected);
  });
}

test('headings in quotations and lists, underlined ones too, move with the others', () => {
  assert.equal(render('One\n===\n\n> Two\n> ---\n\n- ### Three').match(/<h\d id="[a-z]+">/g), [
    '<h2 id="one">',
    '<h3 id="two">',
    '<h4 id="three">',
  ]);
});

/** Headings, one a line, and their ids. */
const ids: readonly (readonly [headings: readonly string[], ids: readonly string[]])[] = [
  [['North'], ['north']],
  [['Ports & Roads'], ['ports--roads']],
  [["What's new, in 2024?"], ['whats-new-in-2024']],
  [['Oil - gas'], ['oil---gas']],
  [['snake_case and kebab-case'], ['snake_case-and-kebab-case']],
  [['`code` *and* [a link](/c/)'], ['code-and-a-link']],
  [['![A map](/a.png) Roads'], ['roads']],
  [['港の閉鎖、再開'], ['港の閉鎖再開']],
  [['평양 회담'], ['평양-회담']],
  [['「港」：概要'], ['港概要']],
  [['Порты Севера'], ['порты-севера']],
  [['نيروبي والميناء'], ['نيروبي-والميناء']],
  [['Économie d’été'], ['économie-dété']],
  [['हिन्दी समाचार'], ['हिन्दी-समाचार']],
  [['A &amp; B &lt;c&gt;'], ['a--b-c']],
  [
    ['Ports', 'Ports', 'Ports'],
    ['ports', 'ports-1', 'ports-2'],
  ],
  [
    ['Ports', 'Ports 1', 'Ports'],
    ['ports', 'ports-1', 'ports-2'],
  ],
  [
    ['Ports-1', 'Ports', 'Ports'],
    ['ports-1', 'ports', 'ports-2'],
  ],
  [
    ['概要', '概要'],
    ['概要', '概要-1'],
  ],
  [
    ['PORTS', 'ports'],
    ['ports', 'ports-1'],
  ],
  [
    ['…', '!', '…'],
    ['section', 'section-1', 'section-2'],
  ],
  [
    ['fn1', 'fnref2', 'main_', 'find_q'],
    ['section-fn1', 'section-fnref2', 'section-main_', 'section-find_q'],
  ],
  [
    ['Sources', 'Corrections'],
    ['sources', 'corrections'],
  ],
  [
    ['constructor', 'constructor'],
    ['constructor', 'constructor-1'],
  ],
];
for (const [headings, expected] of ids) {
  test(`${JSON.stringify(headings)} have ${JSON.stringify(expected)}`, () => {
    assert.equal(findIds(render(headings.map((text) => `## ${text}`).join('\n\n'))), expected);
  });
}

test('ids are unique beside those of footnotes', () => {
  const found = findIds(render('# fn1\n\nA[^1], b[^1].\n\n# fnref1-1\n\n[^1]: # fn1'));
  assert.is(new Set(found).size, found.length, found.join(' '));
  assert.ok(found.includes('fn1') && found.includes('fnref1-1'));
});

test('10,000 headings of one text take a moment', () => {
  const started = performance.now();
  assert.is(new Set(findIds(render('# A\n\n'.repeat(10_000)))).size, 10_000);
  assert.ok(performance.now() - started < 5000);
});

test('ids are taken out of a body, and nothing else', () => {
  const body =
    '# A "B" id="c"\n\nOne[^1] `id="d"` [e](/f/ " id=")\n\n![g id=](/h.png " id=\'i\'")\n\n[^1]: J';
  const html = render(body);
  assert.equal(findIds(html), ['a-b-idc', 'fnref1', 'fn1']);
  const bare = withoutIds(html);
  assert.equal(findIds(bare), []);
  assert.is(
    bare,
    html.replace(' id="a-b-idc"', '').replace(' id="fnref1"', '').replace(' id="fn1"', ''),
  );
  assert.equal(findIds(withoutIds(html, (id) => id === 'fn1')), ['a-b-idc', 'fnref1']);
});

test.run();
