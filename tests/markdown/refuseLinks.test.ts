/** Links that may not be published: their text is, everything else stays whole, and each is told. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { RefusedLink } from '../../src/markdown/refuseLinks.ts';
import { readTextBlocks } from '../../src/markdown/textBlocks.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('links that are refused');

function render(text: string): { readonly html: string; readonly refused: readonly string[] } {
  const refused: RefusedLink[] = [];
  const { html } = renderBody(text, '/b/' as SitePath, null, {
    refuse: ({ message }) => assert.unreachable(message),
    refuseLink: (link) => void refused.push(link),
  });
  return {
    html: fillHoles(html, ''),
    refused: refused.map(({ href, line }) => `${line} ${href}`),
  };
}

const good = '<a href="https://a.example/">good</a>';

const cases: readonly (readonly [text: string, html: string, refused: readonly string[]])[] = [
  ['Call [us](tel:+6561234567) now.', '<p>Call us now.</p>', ['0 tel:+6561234567']],
  ['[x](//host.example/) y', '<p>x y</p>', ['0 //host.example/']],
  ['<ftp://a.example/b> y', '<p>ftp://a.example/b y</p>', ['0 ftp://a.example/b']],
  [
    'The [good] and [bad] and [last].\n\n[bad]: ftp://b.example/\n[good]: https://a.example/\n[last]: /c/',
    `<p>The ${good} and bad and <a href="/c/">last</a>.</p>`,
    ['0 ftp://b.example/'],
  ],
  [
    '[bad][b] [good]\n\n[b]: javascript:alert(1) "T"\n[good]: https://a.example/',
    `<p>bad ${good}</p>`,
    ['0 javascript:alert(1)'],
  ],
  [
    'One.\n\n[a *b* `c`](data:text/html,x)',
    '<p>One.</p>\n<p>a <em>b</em> <code>c</code></p>',
    ['2 data:text/html,x'],
  ],
  [
    'a ![A *map* of it](data:image/png;base64,x) b',
    '<p>a A map of it b</p>',
    ['0 data:image/png;base64,x'],
  ],
  ['![](ftp://a.example/a.png)', '<p></p>', ['0 ftp://a.example/a.png']],
  [
    '[![map](ftp://a.example/a.png)](/c/)',
    '<p><a href="/c/">map</a></p>',
    ['0 ftp://a.example/a.png'],
  ],
  ['[![map](/a.png)](sms:1)', '<p><img src="/a.png" alt="map"></p>', ['0 sms:1']],
  ['![a [b](/c/) d](ftp://a.example/)', '<p>a b d</p>', ['0 ftp://a.example/']],
  ['# [North](geo:1,2)', '<h2 id="north">North</h2>', ['0 geo:1,2']],
  [
    '[x](ftp://a.example/) [y](ftp://a.example/)\n\n[z](ftp://a.example/)',
    '<p>x y</p>\n<p>z</p>',
    ['0 ftp://a.example/', '2 ftp://a.example/'],
  ],
  [
    '> - [x](irc://a.example/) [good](https://a.example/)',
    `<blockquote>\n<ul>\n<li>x ${good}</li>\n</ul>\n</blockquote>`,
    ['0 irc://a.example/'],
  ],
  ['[x](https://site.example@evil.example/)', '<p>x</p>', ['0 https://site.example@evil.example/']],
  [
    '[x](/..//evil.example/) ~~[y](magnet:?a)~~',
    '<p>x <s>y</s></p>',
    ['0 /..//evil.example/', '0 magnet:?a'],
  ],
  [
    '`[x](ftp://a.example/)` \\[x](ftp://a.example/)',
    '<p><code>[x](ftp://a.example/)</code> [x](ftp://a.example/)</p>',
    [],
  ],
  ['[unused]: ftp://a.example/\n[good]: https://a.example/\n\n[good]', `<p>${good}</p>`, []],
];
for (const [text, html, refused] of cases) {
  test(JSON.stringify(text), () => {
    assert.equal(render(text), { html, refused });
  });
}

test('a link of a cell is told at its row, one of a footnote at its definition', () => {
  const table = '| a | b |\n|---|---|\n| c | d |\n| [e](ftp://a.example/) | f |';
  assert.equal(render(`One.\n\n${table}`).refused, ['5 ftp://a.example/']);
  assert.equal(render('One[^1].\n\nTwo.\n\n[^1]: [x](tel:1)').refused, ['4 tel:1']);
});

test('a name within the text of such a link is linked, as in any text', () => {
  const find = (text: string): readonly { start: number; end: number; path: SitePath }[] =>
    text.startsWith('Kim') ? [{ start: 0, end: 3, path: '/actors/kim/' as SitePath }] : [];
  const { html } = renderBody('[Kim](tel:1) spoke.', '/b/' as SitePath, find);
  assert.is(fillHoles(html, ''), '<p><a href="/actors/kim/">Kim</a> spoke.</p>');
});

test('check takes the address of such a link for no prose', () => {
  const [block] = readTextBlocks('Call [Kim](tel:+6561234567) now.');
  assert.is(block?.prose.replace(/ +/g, ' '), 'Call Kim now.');
});

test.run();
