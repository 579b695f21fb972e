import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import type { MentionFinder } from '../../src/markdown/linkMentions.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import { createMentionFinder } from '../../src/registry/findMentions.ts';
import { buildRegistry } from '../../src/registry/registry.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import type { Slug } from '../../src/urls/slug.ts';

const test = suite('mentions in a body');

/** Finds "Kim" and "Kim Un" and nothing else. */
const find: MentionFinder = (text) =>
  [...text.matchAll(/Kim(\sUn)?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    path: (match[1] === undefined ? '/actors/kim/' : '/actors/kim-un/') as SitePath,
  }));
const kim = '<a href="/sub/actors/kim/">Kim</a>';

const cases: readonly (readonly [text: string, html: string])[] = [
  ['Kim said.', `<p>${kim} said.</p>`],
  ['So said Kim', `<p>So said ${kim}</p>`],
  ['Kim and Kim.', `<p>${kim} and Kim.</p>`],
  ['Kim.\n\nKim.', `<p>${kim}.</p>\n<p>${kim}.</p>`],
  ['Kim *and Kim*.', `<p>${kim} <em>and Kim</em>.</p>`],
  ['*Kim* said.', `<p><em>${kim}</em> said.</p>`],
  ['Kim\nUn', '<p><a href="/sub/actors/kim-un/">Kim\nUn</a></p>'],
  ['Kim  \nUn', `<p>${kim}<br>\nUn</p>`],
  ['[Kim](/x/) said.', '<p><a href="/sub/x/">Kim</a> said.</p>'],
  ['[*Kim*](/x/), Kim.', `<p><a href="/sub/x/"><em>Kim</em></a>, ${kim}.</p>`],
  ['`Kim`, Kim.', `<p><code>Kim</code>, ${kim}.</p>`],
  ['![Kim](/k.png)', '<p><img src="/sub/k.png" alt="Kim"></p>'],
  ['# Kim\n\nKim.', `<h2 id="kim">Kim</h2>\n<p>${kim}.</p>`],
  ['    Kim', '<pre tabindex="0"><code>Kim\n</code></pre>'],
  ['- Kim\n- Kim', `<ul>\n<li>${kim}</li>\n<li>${kim}</li>\n</ul>`],
  ['> Kim', `<blockquote>\n<p>${kim}</p>\n</blockquote>`],
  ['<b>Kim</b> & Kim', `<p>&lt;b&gt;${kim}&lt;/b&gt; &amp; Kim</p>`],
  ['&amp;Kim \\*', `<p>&amp;${kim} *</p>`],
  ['<https://a.example/Kim>', '<p><a href="https://a.example/Kim">https://a.example/Kim</a></p>'],
];
for (const [text, html] of cases) {
  test(JSON.stringify(text), () => {
    const body = renderBody(text, '/x/' as SitePath, find);
    assert.is(fillHoles(body.html, '/sub'), html);
  });
}

/** With the registry's own finder: the words beside a name count, whatever marks stand between. */
const findState = createMentionFinder(
  buildRegistry(
    'actor',
    [
      {
        ...{ file: 'china.md', id: 'china' as Slug, name: 'China', aliases: [], mergedInto: null },
        type: 'state',
      },
    ],
    [],
    (problem) => {
      throw new Error(problem.message);
    },
  ),
);

const marked: readonly (readonly [text: string, isLinked: boolean])[] = [
  ['Ships left China on Monday.', true],
  ['Ships crossed the South China Sea on Monday.', false],
  ['Ships crossed the South **China** Sea on Monday.', false],
  ['Ships crossed the *South China* Sea on Monday.', false],
  ['Ships crossed the [South](/x/) China [Sea](/x/) on Monday.', false],
  ['Loans of the Bank of **China** fell.', false],
  ['Loans of the *Bank* of China fell.', false],
  ['Ships left **China** on Monday.', true],
  ['He said: **China** Foreign Ministry officials left.', true],
  ['They sailed south  \nChina protested.', true],
  ['They sailed on *Monday*. China protested.', true],
];
for (const [text, isLinked] of marked) {
  test(`longer names: ${text}`, () => {
    const { html } = renderBody(text, '/x/' as SitePath, findState);
    assert.is(fillHoles(html, '').includes('/actors/china/'), isLinked);
  });
}

test('links of mentions are none of the author, so they are not checked', () => {
  assert.equal(renderBody('Kim.', '/x/' as SitePath, find).links, []);
});

test('the first paragraph stays plain text', () => {
  assert.is(renderBody('Kim said.', '/x/' as SitePath, find).firstParagraph, 'Kim said.');
});

test('a path of other scripts is escaped', () => {
  const other: MentionFinder = () => [{ start: 0, end: 2, path: '/actors/日本/' as SitePath }];
  const { html } = renderBody('日本', '/x/' as SitePath, other);
  assert.is(fillHoles(html, ''), '<p><a href="/actors/%E6%97%A5%E6%9C%AC/">日本</a></p>');
});

test.run();
