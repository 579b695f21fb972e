/** Character references are decoded after a text was cleaned: what they bring is cleaned too. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('decoded character references');
const own = '/x/' as SitePath;

function render(text: string): string {
  return fillHoles(renderBody(text, own, null).html, '');
}

/** `@` is the reference. */
const places: readonly (readonly [text: string, html: string])[] = [
  ['a@b', '<p>ab</p>'],
  ['# a@b', '<h2 id="ab">ab</h2>'],
  ['*a@b*', '<p><em>ab</em></p>'],
  ['[a@b](/c/)', '<p><a href="/c/">ab</a></p>'],
  ['[a](/c/ "d@e")', '<p><a href="/c/" title="de">a</a></p>'],
  ['[a][b]\n\n[b]: /c/ "d@e"', '<p><a href="/c/" title="de">a</a></p>'],
  ['![a@b](/c.png "d@e")', '<p><img src="/c.png" alt="ab" title="de"></p>'],
  ['![*a@b*](/c.png)', '<p><img src="/c.png" alt="ab"></p>'],
  ['- a@b', '<ul>\n<li>ab</li>\n</ul>'],
  ['> a@b', '<blockquote>\n<p>ab</p>\n</blockquote>'],
  ['`a@b`', '<p><code>a&amp;REFb</code></p>'],
];
// The last is too long for what markdown-it looks at itself, and goes to the decoder of HTML.
const references = ['#12;', '#x0c;', '#X00000C;', '#13;', '#0000012;'];
for (const reference of references) {
  for (const [text, html] of places) {
    test(`&${reference} in ${JSON.stringify(text)}`, () => {
      const expected = html.replace('REF', reference);
      assert.is(render(text.replaceAll('@', `&${reference}`)), expected);
    });
  }
}

test('in a table and in footnotes', () => {
  assert.match(render('| a&#12;b |\n|---|\n| c&#12;d |'), /<th>ab<\/th>[^]*<td>cd<\/td>/);
  const html = render('a[^1] b^[c&#12;d]\n\n[^1]: e&#12;f');
  assert.match(html, '<p>ef ');
  assert.match(html, '<p>cd ');
});

test('in addresses', () => {
  // No address of the site has such a letter, so that the link becomes text.
  assert.is(render('[a](/b&#12;c)'), '<p>a</p>');
  assert.is(
    render('[a](https://b.example/&#xfffe;)'),
    '<p><a href="https://b.example/&amp;#xfffe;">a</a></p>',
  );
});

test('references so long that only the decoder of HTML takes them', () => {
  assert.is(render('[a](/b/ "c&#0000000000001;d")'), '<p><a href="/b/" title="cd">a</a></p>');
  assert.is(render('[a](/b/ "c&#x00000000fffe;d")'), '<p><a href="/b/" title="cd">a</a></p>');
  assert.match(render('``` a&#0000000000001;b\nc\n```'), '<code class="language-ab">');
});

test('what they may bring stays', () => {
  assert.is(
    render('&copy; &#x1f998; &#160;&Tab;&#9;&NewLine;&#x2028;e&#x301;'),
    '<p>© 🦘 \u00a0\t\t\n\u2028e\u0301</p>',
  );
});

test('the first paragraph is clean too', () => {
  assert.is(renderBody('a&#12;b ![c&#12;d](/e)', own, null).firstParagraph, 'ab cd');
});

const rlo = '\u202e';
const pdf = '\u202c';
const rli = '\u2067';
const pdi = '\u2069';
const directions: readonly (readonly [text: string, html: string])[] = [
  [`a${rlo}b${pdf}c`, `<p>a${rlo}b${pdf}c</p>`],
  [`a${rlo}b\n\nc`, `<p>a${rlo}b${pdf}</p>\n<p>c</p>`],
  ['a&#x202e;b\n\nc', `<p>a${rlo}b${pdf}</p>\n<p>c</p>`],
  [`a${pdf}b${pdi}c`, '<p>abc</p>'],
  [`*a${rli}* b${pdi}`, `<p><em>a${rli}</em> b${pdi}</p>`],
  [`a${rli}\`b${rlo}\``, `<p>a${rli}<code>b${rlo}</code>${pdf}${pdi}</p>`],
  [`# a${rli}`, `<h2 id="a">a${rli}${pdi}</h2>`],
  [`- a${rlo}\n- b`, `<ul>\n<li>a${rlo}${pdf}</li>\n<li>b</li>\n</ul>`],
  [
    `![a${rlo}](/b "c${rli}") d`,
    `<p><img src="/b" alt="a${rlo}${pdf}" title="c${rli}${pdi}"> d</p>`,
  ],
  [`    a${rlo}\n`, `<pre tabindex="0"><code>a${rlo}\n${pdf}</code></pre>`],
];
for (const [text, html] of directions) {
  test(`${JSON.stringify(text)} ends the directions that it begins`, () => {
    assert.is(render(text), html);
  });
}

test('a first paragraph ends them too', () => {
  assert.is(renderBody('a &rlm;&#x202e;b', own, null).firstParagraph, `a \u200f${rlo}b${pdf}`);
});

test.run();
