import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('renderBody');
const own = '/2024/01/05/x/' as SitePath;

function render(text: string, prefix = ''): string {
  return fillHoles(renderBody(text, own, null).html, prefix);
}

const cases: readonly (readonly [text: string, html: string])[] = [
  ['', ''],
  [' \n\n', ''],
  ['One\ntwo.\n\nThree.', '<p>One\ntwo.</p>\n<p>Three.</p>'],
  ['*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
  ['~~gone~~', '<p><s>gone</s></p>'],
  ['a  \nb', '<p>a<br>\nb</p>'],
  ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
  ['---', '<hr>'],
  ['"Quotes" -- ... (c)', '<p>&quot;Quotes&quot; -- ... (c)</p>'],
  ['https://a.example/ and www.a.example', '<p>https://a.example/ and www.a.example</p>'],
  ['<https://a.example/>', '<p><a href="https://a.example/">https://a.example/</a></p>'],
  ['<a@b.example>', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
  ['```js\na < b\n```', '<pre tabindex="0"><code class="language-js">a &lt; b\n</code></pre>'],
  ['    code', '<pre tabindex="0"><code>code\n</code></pre>'],
  ['a \\* b &amp; c', '<p>a * b &amp; c</p>'],
  ['![A map](/assets/a.png "T")', '<p><img src="/assets/a.png" alt="A map" title="T"></p>'],
];
for (const [text, html] of cases) {
  test(JSON.stringify(text), () => {
    assert.is(render(text), html);
  });
}

test('a table scrolls by keyboard, and aligns by class', () => {
  assert.is(
    render('| a | b |\n|:--|--:|\n| 1 | 2 |'),
    `<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>
<thead>
<tr>
<th class="align-left">a</th>
<th class="align-right">b</th>
</tr>
</thead>
<tbody>
<tr>
<td class="align-left">1</td>
<td class="align-right">2</td>
</tr>
</tbody>
</table></div>`,
  );
});

test('a heading underlined by = or - shifts too', () => {
  assert.is(render('A\n===\n\nB\n---'), '<h2 id="a">A</h2>\n<h3 id="b">B</h3>');
});

const links: readonly (readonly [link: string, href: string])[] = [
  ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['HTTP://a.example/', 'HTTP://a.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['/about/', '/sub/about/'],
  ['/about/#team', '/sub/about/#team'],
  ['/about/?a=b', '/sub/about/?a=b'],
  ['other/', '/sub/2024/01/05/x/other/'],
  ['../y/', '/sub/2024/01/05/y/'],
  ['../../../../../../y/', '/sub/y/'],
  ['./', '/sub/2024/01/05/x/'],
  ['#part', '/sub/2024/01/05/x/#part'],
  ['?a=b', '/sub/2024/01/05/x/?a=b'],
  ['/türkiye/', '/sub/t%C3%BCrkiye/'],
  ['</a b/>', '/sub/a%20b/'],
];
for (const [link, href] of links) {
  test(`[x](${link}) leads to ${href}`, () => {
    assert.is(render(`[x](${link})`, '/sub'), `<p><a href="${href}">x</a></p>`);
  });
}

test('one rendering serves pages and feeds', () => {
  const { html } = renderBody('[a](/b/) and ![c](d.png)', own, null);
  assert.is(
    fillHoles(html, 'https://test.example/sub'),
    '<p><a href="https://test.example/sub/b/">a</a> and <img src="https://test.example/sub/2024/01/05/x/d.png" alt="c"></p>',
  );
});

const noLinks = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'data:image/png;base64,x',
  'file:///etc/passwd',
  'ftp://a.example/',
  'tel:123',
  'x-own:1',
  '//a.example/',
  'http://',
];
for (const link of noLinks) {
  test(`${link} is no link`, () => {
    assert.not.match(render(`[x](${link}) ![y](${link}) <${link}>`), /<a|<img/);
    assert.not.match(render(`[x]\n\n[x]: ${link}`), /<a/);
  });
}

const raw = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- comment -->',
  '<?php echo 1 ?>',
  '<![CDATA[x]]>',
  '<div>\n\n*a*\n\n</div>',
  'a <b>b</b>',
  '<style>p{}</style>',
];
for (const text of raw) {
  test(`raw HTML is text: ${JSON.stringify(text)}`, () => {
    assert.not.match(render(text), /<(?!\/?(?:p|em)>)/);
  });
}

test('footnotes', () => {
  assert.is(
    render('A[^n], again[^n], b^[inline].\n\n[^n]: Note.', '/sub'),
    `<p>A<sup class="footnote-ref"><a href="/sub/2024/01/05/x/#fn1" id="fnref1">[1]</a></sup>, again<sup class="footnote-ref"><a href="/sub/2024/01/05/x/#fn1" id="fnref1-1">[1]</a></sup>, b<sup class="footnote-ref"><a href="/sub/2024/01/05/x/#fn2" id="fnref2">[2]</a></sup>.</p>
<section class="footnotes" aria-label="Footnotes">
<ol>
<li id="fn1"><p>Note. <a href="/sub/2024/01/05/x/#fnref1" aria-label="Back to the text">↩</a> <a href="/sub/2024/01/05/x/#fnref1-1" aria-label="Back to the text">↩</a></p>
</li>
<li id="fn2"><p>inline <a href="/sub/2024/01/05/x/#fnref2" aria-label="Back to the text">↩</a></p>
</li>
</ol>
</section>`,
  );
});

test('a footnote that is not defined is text', () => {
  assert.is(render('A[^n].'), '<p>A[^n].</p>');
});

test('one body does not see the references of another', () => {
  assert.match(render('[x]\n\n[x]: /a/'), 'href="/a/"');
  assert.is(render('[x]'), '<p>[x]</p>');
});

const paragraphs: readonly (readonly [text: string, first: string])[] = [
  ['One *two*\n[three](/x/) `four`.\n\nFive.', 'One two three four.'],
  ['# Heading\n\nText.', 'Text.'],
  ['- item\n\n  loose\n\nText.', 'item'],
  ['![alt text](/a.png)', 'alt text'],
  ['a  \nb', 'a b'],
  ['A &amp; B', 'A & B'],
  ['# Heading', ''],
];
for (const [text, first] of paragraphs) {
  test(`the first paragraph of ${JSON.stringify(text)}`, () => {
    assert.is(renderBody(text, own, null).firstParagraph, first);
  });
}

test('words are counted, two characters of Chinese and Japanese as one', () => {
  assert.is(renderBody('One two\n\n# three\n\n- four', own, null).words, 4);
  assert.is(renderBody('日本日本', own, null).words, 2);
  assert.is(renderBody('', own, null).words, 0);
});

test('links into the site are collected with the line of their block', () => {
  const { links: found } = renderBody(
    'One [a](/a/).\n\nTwo\n[b](../b/) ![c](/c.png) [d](https://d.example/) [e](/e/?x#y).',
    own,
    null,
  );
  assert.equal(found, [
    { path: '/a/', href: '/a/', line: 0 },
    { path: '/2024/01/05/b/', href: '../b/', line: 2 },
    { path: '/c.png', href: '/c.png', line: 2 },
    { path: '/e/', href: '/e/?x#y', line: 2 },
  ]);
});

test.run();
