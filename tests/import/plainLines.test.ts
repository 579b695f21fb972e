/** Headlines and names of feeds and exports, which may be HTML, as plain text. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseFeedItems } from '../../src/import/parseFeedItems.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';

/** As it stands in the XML, and the plain line. */
const table: readonly (readonly [xml: string, right: string])[] = [
  ['Ports open', 'Ports open'],
  ['It&#8217;s &#x201C;here&#x201D;', 'It’s “here”'],
  ['Fish &amp; Chips', 'Fish & Chips'],
  ['Fish &amp;amp; Chips', 'Fish & Chips'],
  ['Don&amp;#8217;t, caf&amp;eacute;', 'Don’t, café'],
  ['<![CDATA[Ann &#038; Bo &hellip; home]]>', 'Ann & Bo … home'],
  ['A &lt;em&gt;calm&lt;/em&gt; week', 'A calm week'],
  ['<![CDATA[A <b>calm</b> week]]>', 'A calm week'],
  ['two &#10; lines\n\tand more', 'two lines and more'],
  ['2 &lt; 3 and 4 &gt; 3', '2 < 3 and 4 > 3'],
  ['R&#38;D, AT&amp;T, Q&amp;A', 'R&D, AT&T, Q&A'],
  ['&#xC11C;&#xC6B8; \u{1F6A2}', '서울 \u{1F6A2}'],
];

const lines = suite('plain lines');
const reference = { day: '2024-03-03' as Day, isGiven: true, zone: 'UTC' };

for (const [xml, right] of table) {
  lines(`of an export of WordPress: ${right}`, () => {
    const text = `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><wp:author><wp:author_login>a</wp:author_login><wp:author_display_name>${xml}</wp:author_display_name></wp:author><item><title>${xml}</title><dc:creator>a</dc:creator><excerpt:encoded>${xml}</excerpt:encoded><category domain="category" nicename="x">${xml}</category><wp:post_date>2019-01-01 08:00:00</wp:post_date><wp:post_type>post</wp:post_type></item></channel></rss>`;
    const [item] = parseWxr(text, reference).items;
    assert.is(item?.title, right);
    assert.is(item?.summary?.value, right);
    assert.equal(
      item?.authors.map(({ value }) => value),
      [right],
    );
    assert.equal(item?.post?.terms, [right]);
  });
}

for (const [xml, right] of table) {
  lines(`of a feed: ${right}`, async () => {
    const text = `<rss version="2.0"><channel><title>${xml}</title><item><title>${xml}</title><link>https://a.example/1</link><description>Calm.</description></item></channel></rss>`;
    const [item] = await parseFeedItems(text, 'https://a.example/feed.xml', reference);
    assert.is(item?.title, right);
    assert.is(item?.sources[0]?.name, right);
  });
}

lines.run();
