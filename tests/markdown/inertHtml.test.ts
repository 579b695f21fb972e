/** What a body may be: everything that our Markdown writes, and nothing that acts. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BodyStore, BodyWriter } from '../../src/cache/bodies.ts';
import { findActive, isInert } from '../../src/markdown/inertHtml.ts';
import { holeMark } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { Site } from '../../src/model/site.ts';
import { digestOf } from '../../src/files/signed.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { loadContent, sampleContent } from '../support/build.ts';
import { makeFolder, root } from '../support/site.ts';

const test = suite('the gate of bodies');
const own = '/2024/01/05/x/' as SitePath;

function* bodiesOf(site: Site): Generator<string> {
  for (const { body } of site.articles) yield body.html.join(holeMark);
  for (const { briefing } of site.days) yield briefing?.body.html.join(holeMark) ?? '';
  for (const { topic } of site.topics.values()) yield topic.body.html.join(holeMark);
  for (const { actor } of site.actors.values()) yield actor.body.html.join(holeMark);
  for (const { story } of site.stories.values()) yield story.body.html.join(holeMark);
  for (const { body } of site.pages) yield body.html.join(holeMark);
}

const golden = path.join(root, 'tests/sites');
const contents = [
  sampleContent,
  ...readdirSync(golden).map((name) => path.join(golden, name, 'content')),
];
for (const content of contents) {
  test(`every body of ${path.relative(root, content)} passes`, () => {
    for (const html of bodiesOf(loadContent(content))) assert.is(findActive(html), null);
  });
}

const everything = `# One

## Two

Text with *emphasis*, **strength**, ~~what is gone~~, \`code <b>\`, a\\
break, a note[^1] and again[^1], another^[in its place, with [a link](/b/ "T & \\"t\\"")].

Kim met &amp; <script>alert(1)</script> "quoted" &#60;b&#62;.

[a](/b/?c=d&e=f#g) [b](HTTPS://a.example/?b=c&d=e#f "T") [c](mailto:a@b.example) <https://d.example/> [e](#f)
[日本](/日本/) ![A *map* of
"it"](/assets/a.png) ![](https://a.example/a.png "T") [![b](c.png)](d/)

> Said
>
> - one
>   1. two
> - three

7. seven

- [ ] tight

| a | b | c | d |
|:--|--:|:-:|---|
| 1 | *2* | \`3\` | [4](/e/) |

\`\`\`c++ {1,3} title="x"
<a> & "b"
\`\`\`

\`\`\`
plain
\`\`\`

    indented <p>

~~~"><script>
~~~

***

### Three

#### Four

##### Five

###### Six

[^1]: The note,

    in two paragraphs.
`;

test('a body with everything passes, and has every element that may be', () => {
  const mention = { start: 0, end: 3, path: '/actors/kim/' as SitePath };
  const { html } = renderBody(everything, own, (text) => (text.startsWith('Kim') ? [mention] : []));
  const text = html.join(holeMark);
  assert.is(findActive(text), null);
  assert.ok(isInert(text));
  const found = new Set(Array.from(text.matchAll(/<([a-z]\w*)/g), ([, name]) => name));
  assert.equal([...found].sort(), [
    ...['a', 'blockquote', 'br', 'code', 'div', 'em', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
    ...['img', 'li', 'ol', 'p', 'pre', 's', 'section', 'strong', 'sup', 'table', 'tbody'],
    ...['td', 'th', 'thead', 'tr', 'ul'],
  ]);
  assert.match(text, `<a href="${holeMark}/actors/kim/">Kim</a>`);
});

const hole = holeMark;
const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<p><script src="https://evil.example/"></script></p>',
  '<iframe src="https://evil.example/"></iframe>',
  '<object data="x"></object>',
  '<embed src="x">',
  '<form action="https://evil.example/"></form>',
  '<input name="a">',
  '<button>b</button>',
  '<style>p{}</style>',
  '<link rel="stylesheet" href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<svg onload="alert(1)"></svg>',
  '<svg/onload=alert(1)>',
  '<math></math>',
  '<video src="x"></video>',
  '<template></template>',
  '<h1>A title of its own</h1>',
  '<p onclick="alert(1)">a</p>',
  '<p style="position:fixed">a</p>',
  '<p class="top">a</p>',
  '<p id="main_">a</p>',
  '<p>a</p onclick="alert(1)">',
  `<a href="${hole}/b/" onclick="alert(1)">a</a>`,
  `<a href="${hole}/b/" target="_blank">a</a>`,
  `<a onclick="alert(1)" href="${hole}/b/">a</a>`,
  `<a href="${hole}/b/" title="a" onclick="b">a</a>`,
  `<a href="${hole}/b/" title='" onclick="alert(1)'>a</a>`,
  `<a href="${hole}/b/"title="a">a</a>`,
  `<a href=${hole}/b/>a</a>`,
  '<a href="javascript:alert(1)">a</a>',
  '<a href="JavaScript:alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '<a href="java\nscript:alert(1)">a</a>',
  '<a href="data:text/html,x">a</a>',
  '<a href="vbscript:x">a</a>',
  '<a href="/b/">a</a>',
  '<a href="//evil.example/">a</a>',
  '<a href="b/">a</a>',
  `<a href="${hole}//evil.example/">a</a>`,
  `<a href="${hole}/\\evil.example/">a</a>`,
  `<a href="${hole}\\evil.example/">a</a>`,
  `<a href="${hole}/&#47;evil.example/">a</a>`,
  `<a href="${hole}/&sol;evil.example/">a</a>`,
  `<a href="${hole}/\t/evil.example/">a</a>`,
  `<a href="${hole}.evil.example/">a</a>`,
  `<a href="${hole}@evil.example/">a</a>`,
  `<a href="${hole}${hole}/b/">a</a>`,
  `<a href="https://a.example/${hole}">a</a>`,
  `<a href="https://a.example/ b">a</a>`,
  '<a name="b">a</a>',
  '<a>a</a>',
  '<img src="x" alt="a">',
  '<img src="https://a.example/a.png" alt="a" onerror="alert(1)">',
  '<img src="https://a.example/a.png" onerror="alert(1)" alt="a">',
  '<img src="data:image/svg+xml,x" alt="a">',
  '<img src="https://a.example/a.png" srcset="b 2x" alt="a">',
  '<img src=`https://a.example/a.png` alt="a">',
  '<code class="language-a" onclick="b">a</code>',
  '<code class="language-a b">a</code>',
  '<pre><code>a</code></pre>',
  '<ol start="1" onclick="a"></ol>',
  '<div class="scroll">a</div>',
  '<div>a</div>',
  '<section>a</section>',
  '<li id="fn1x">a</li>',
  '<h2 id="">a</h2>',
  '<h2 id="a b">a</h2>',
  '<h2 id="a" onclick="alert(1)">a</h2>',
  '<h2 onclick="alert(1)" id="a">a</h2>',
  '<h2 id="a"onclick="alert(1)">a</h2>',
  "<h2 id='a'>a</h2>",
  '<h2 id=a>a</h2>',
  '<h2 id="a&quot;b">a</h2>',
  '<h2 id="a.b">a</h2>',
  '<h2 id="\u200b">a</h2>',
  `<h2 id="${hole}/a">a</h2>`,
  '<h2 id="main_">a</h2>',
  '<h2 id="sources_">a</h2>',
  '<h2 id="find_q">a</h2>',
  '<h2 id="fn1">a</h2>',
  '<h2 id="fnref1-2">a</h2>',
  '<h2 id="a">a</h2><h3 id="a">a</h3>',
  '<h1 id="a">a</h1>',
  '<h7 id="a">a</h7>',
  '<p id="a">a</p>',
  '<hr id="a">',
  '<!-- a -->',
  '<!DOCTYPE html>',
  '<![CDATA[a]]>',
  '<?xml version="1.0"?>',
  '<p>a',
  'a</p>',
  '</main><p>a</p>',
  '<p><em>a</p></em>',
  '<p >a</p>',
  '<p/>',
  '<br/>',
  '< p>a</p>',
  '<p',
  'a <',
  '<p>\u001b[31m</p>',
  '<p>\ufffe</p>',
];
for (const html of hostile) {
  test(`${JSON.stringify(html)} does not pass`, () => {
    assert.not(isInert(html));
    assert.not(isInert(`<p>Before.</p>\n${html}\n<p>After.</p>`));
  });
}

test('what our Markdown writes passes beside what does not', () => {
  assert.ok(isInert('<p>Before.</p>\n\n<p>After.</p>'));
  assert.ok(isInert('<h2 id="a">A</h2><h3 id="a-1">A</h3><h6 id="港の_閉鎖">港</h6>'));
});

test('a body of the cache is not taken where it does not pass, whatever its hash', () => {
  const folder = makeFolder();
  const writer = new BodyWriter(folder, '1-1');
  const bodies = ['<p>Good.</p>', ...hostile];
  const places = bodies.map((html) => writer.add(html.split(holeMark)));
  writer.flush();
  writer.close();
  const store = new BodyStore(folder);
  const read = bodies.map((html, index) => store.read(places[index]!, digestOf(html)));
  assert.equal(read, [['<p>Good.</p>'], ...hostile.map(() => null)]);
  store.close();
});

test('takes time in proportion to the length', () => {
  const pieces = [
    '<p',
    '<',
    '<p>',
    '</p>',
    `<a href="${hole}/`,
    '<a href="https:&amp;',
    '<p a="">',
  ];
  for (const piece of pieces) {
    const started = performance.now();
    isInert(piece.repeat(Math.ceil(2_000_000 / piece.length)));
    assert.ok(performance.now() - started < 2000, piece);
  }
});

test.run();
