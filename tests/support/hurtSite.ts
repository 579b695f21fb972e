/**
 * A site made to hurt feeds: what it says beside what every reader must make of it, written by hand.
 * `/topics/none/` has no item, `/topics/one/` one, `/articles/` five hundred.
 */
import { articleFile, makeContent, siteYaml } from './site.ts';

interface HurtItem {
  readonly slug: string;
  /** As YAML writes it. */
  readonly title: string;
  /** As a reader shows it. */
  readonly shown: string;
  readonly front?: string;
  readonly body: string;
  /** The content, with whole URLs. */
  readonly html: string;
}

const day = '2024-03-01';
const page = 'https://test.example/2024/03/01';

export const hurtItems: readonly HurtItem[] = [
  {
    slug: 'markup',
    title: `'AT&T, 3 < 4 > 2, "double" ''single'' ]]> <![CDATA['`,
    shown: `AT&T, 3 < 4 > 2, "double" 'single' ]]> <![CDATA[`,
    body: 'Text with & and < and > and ]]>.',
    html: '<p>Text with &amp; and &lt; and &gt; and ]]&gt;.</p>',
  },
  {
    // W3C's validator warns of these texts, which it takes for HTML; of nothing else here.
    slug: 'html',
    title: `'<b>bold</b> &amp; &lt;i&gt; <!-- -->'`,
    shown: '<b>bold</b> &amp; &lt;i&gt; <!-- -->',
    body: 'Text with &amp;amp; and <script>alert(1)</script>.',
    html: '<p>Text with &amp;amp; and &lt;script&gt;alert(1)&lt;/script&gt;.</p>',
  },
  {
    slug: 'emoji',
    title: '🦘 👩‍👩‍👧‍👦 🇰🇵 é \u202dleft to right\u202c',
    // Marks that turn the direction of what follows are taken away.
    shown: '🦘 👩‍👩‍👧‍👦 🇰🇵 é left to right',
    body: 'Beyond the first plane: 𝒳 🦘.',
    html: '<p>Beyond the first plane: 𝒳 🦘.</p>',
  },
  {
    slug: 'right-to-left',
    title: '"محكمة العدل الدولية: AT&T و«القضية»"',
    shown: 'محكمة العدل الدولية: AT&T و«القضية»',
    front: 'lang: ar',
    body: 'نص مع `code` و[رابط](/articles/).',
    html: '<div lang="ar" dir="rtl">\n<p>نص مع <code>code</code> و<a href="https://test.example/articles/">رابط</a>.</p>\n</div>',
  },
  {
    slug: 'controls',
    title: '"Bell\\u0007, tab\\u000B, \\uFFFE, escape\\u001B and \\u0085 next"',
    shown: 'Bell, tab, , escape and next',
    body: 'A bell \u0007 and a form feed \u000c in the text.',
    html: '<p>A bell  and a form feed  in the text.</p>',
  },
  {
    slug: 'body',
    title: 'A body with everything',
    shown: 'A body with everything',
    body: [
      'A note.[^1] [Beside](../emoji/), [below](#part), [a page](/topics/one/), [elsewhere](https://example.org/?a=1&b=2).',
      '| a | b |\n|---|--:|\n| 1 & 2 | <3 |',
      '```html\n<p class="x">]]>&amp;</p>\n```',
      '![A <picture>](/assets/picture.svg)',
      '[^1]: The *note*.',
    ].join('\n\n'),
    html: [
      `<p>A note.<sup class="footnote-ref"><a href="${page}/body/#fn1">[1]</a></sup> <a href="${page}/emoji/">Beside</a>, <a href="${page}/body/#part">below</a>, <a href="https://test.example/topics/one/">a page</a>, <a href="https://example.org/?a=1&amp;b=2">elsewhere</a>.</p>`,
      '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>',
      '<tbody>\n<tr>\n<td>1 &amp; 2</td>\n<td class="align-right">&lt;3</td>\n</tr>\n</tbody>\n</table></div>',
      '<pre tabindex="0"><code class="language-html">&lt;p class=&quot;x&quot;&gt;]]&gt;&amp;amp;&lt;/p&gt;\n</code></pre>',
      '<p><img src="https://test.example/assets/picture.svg" alt="A &lt;picture&gt;"></p>',
      `<section class="footnotes" aria-label="Footnotes">\n<ol>\n<li><p>The <em>note</em>. <a href="${page}/body/#fnref1" aria-label="Back to the text">↩</a></p>\n</li>\n</ol>\n</section>`,
    ].join('\n'),
  },
  {
    slug: 'changed',
    title: 'Changed and corrected',
    shown: 'Changed and corrected',
    front: [
      'image: {src: /assets/picture.svg, alt: "A <picture> & more", credit: "© Us & them"}',
      'updated: 2024-03-02T10:00:00+09:00',
      'corrections: [{date: 2024-03-03, text: "It was <two> & not three."}]',
    ].join('\n'),
    body: 'Two.',
    html: [
      '<p><strong>Correction, 3 March 2024:</strong> It was &lt;two&gt; &amp; not three.</p>',
      '<figure><img src="https://test.example/assets/picture.svg" alt="A &lt;picture&gt; &amp; more"><figcaption>© Us &amp; them</figcaption></figure>',
      '<p>Two.</p>',
    ].join('\n'),
  },
  {
    slug: 'long',
    title: 'A long body',
    shown: 'A long body',
    body: 'Word & word. '.repeat(20_000),
    html: `<p>${'Word &amp; word. '.repeat(20_000).trimEnd()}</p>`,
  },
];

export const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n';
export const manyItems = 500;

/** @param feed lines below `feed:` in site.yaml, as a flow mapping */
export function makeHurtSite(
  feed = `{items: ${manyItems}, hub: 'https://hub.example/?a=1&b=2'}`,
): string {
  const hurt = hurtItems.map(({ slug, title, front = '', body }) => [
    `articles/${day}-${slug}.md`,
    articleFile(`title: ${title}\ndate: ${day}\n${front}`, body),
  ]);
  const plain = Array.from({ length: manyItems - hurtItems.length }, (_, index) => [
    `articles/plain/${dayOf(index)}-plain-${index}.md`,
    articleFile(
      `title: Plain ${index}\ndate: ${dayOf(index)}${index === 0 ? '\ntopics: [one]' : ''}`,
      `Body of ${index}.`,
    ),
  ]);
  return makeContent({
    'site.yaml': siteYaml(`feed: ${feed}\n`),
    'topics/none.md': '---\nname: None at all\n---\n',
    'topics/one.md': '---\nname: One & only\n---\n',
    'assets/picture.svg': picture,
    ...(Object.fromEntries([...hurt, ...plain]) as Record<string, string>),
  });
}

/** Two a day, so that many have the same date. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2023, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10);
}
