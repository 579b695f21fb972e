/** What exports of WordPress and feeds hide in their markup: signs in titles, languages, dates. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseFeedItems } from '../../src/import/parseFeedItems.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';

const reference = { day: '2024-06-03' as Day, isGiven: true, zone: 'UTC' };
const head =
  '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://old.example</link>';
const itemOf = (inner: string): string =>
  `<item>${inner}<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2024-01-05 10:15:00</wp:post_date><content:encoded><![CDATA[<p>Calm.</p>]]></content:encoded></item>`;
const end = '</channel></rss>';

/** Older exports write a title as XML, later ones as CDATA; it is HTML in both. */
const titles: readonly (readonly [written: string, right: string])[] = [
  ['Ki&#039;s port', "Ki's port"],
  ['<![CDATA[Ki&#039;s port]]>', "Ki's port"],
  ['<![CDATA[Nuts &amp; bolts]]>', 'Nuts & bolts'],
  ['Nuts &amp;amp; bolts', 'Nuts & bolts'],
  ['Nuts &amp; bolts', 'Nuts & bolts'],
  ['<![CDATA[The <em>new</em> pier]]>', 'The new pier'],
  ['The &lt;em&gt;new&lt;/em&gt; pier', 'The new pier'],
  ['<![CDATA[Pier &#8211; &#x201C;new&#x201D;]]>', 'Pier – “new”'],
  ['<![CDATA[Le port&nbsp;: ouvert]]>', 'Le port : ouvert'],
  ['<![CDATA[5 < 6 ports]]>', '5 < 6 ports'],
];

const exports = suite('exports of WordPress');
for (const [written, right] of titles) {
  exports(`the title ${written}`, () => {
    const { items } = parseWxr(`${head}${itemOf(`<title>${written}</title>`)}${end}`, reference);
    assert.equal(
      items.map(({ title }) => title),
      [right],
    );
  });
}

exports('names of authors and terms are HTML too', () => {
  const author =
    '<wp:author><wp:author_login>jd</wp:author_login><wp:author_display_name><![CDATA[Jane &amp; John]]></wp:author_display_name></wp:author>';
  const item = itemOf(
    '<title>T</title><dc:creator>jd</dc:creator><category domain="category" nicename="x"><![CDATA[Ports &amp; ships]]></category>',
  );
  const [post] = parseWxr(`${head}${author}${item}${end}`, reference).items;
  assert.equal(post?.authors, [{ value: 'Jane & John', guess: null }]);
  assert.equal(post?.post?.terms, ['Ports & ships']);
});

exports('comments may stand behind the end, and nothing else', () => {
  const text = `${head}${itemOf('<title>T</title>')}${end}`;
  assert.is(
    parseWxr(`${text}\n<!-- served by a cache -->\n<!-- twice -->\n`, reference).items.length,
    1,
  );
  for (const more of ['<!-- open', 'x', '<item>'])
    assert.throws(() => parseWxr(text + more, reference), /cut off/);
});

exports('years of other calendars are none of a post', () => {
  const dateOf = (written: string): unknown =>
    parseWxr(`${head}${itemOf('<title>T</title>').replace('2024-01-05', written)}${end}`, reference)
      .items[0]?.date;
  assert.equal(dateOf('2567-01-05'), { value: '2024-01-05T10:15:00Z', guess: null });
  assert.is((dateOf('1445-06-23') as { value: string }).value, '2024-06-03');
});

exports('an address that can’t redirect here is told', () => {
  const doubtsOf = (link: string): readonly string[] => {
    const item = itemOf(`<title>T</title><link>${link}</link>`);
    return parseWxr(`${head}${item}${end}`, reference).items[0]?.post?.doubts ?? [];
  };
  assert.match(doubtsOf('https://old.example//greek/pier/').join(), /can’t redirect/);
  for (const link of [
    'https://old.example/pier/',
    'https://old.example/?p=12',
    'https://old.example/',
  ])
    assert.equal(doubtsOf(link), []);
});
exports.run();

const item = (inner: string, attributes = ''): string =>
  `<item${attributes}><title>T</title><link>https://wire.example/1</link>${inner}<description>Calm.</description></item>`;
const rss = (channel: string, inner: string, attributes = ''): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><link>https://wire.example/</link>${channel}${item(inner, attributes)}</channel></rss>`;
const atom = (feed: string, entry: string, inner: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${feed}><title>Wire</title><id>urn:x</id><updated>2024-02-01T00:00:00Z</updated><entry${entry}><title>T</title><id>urn:y</id><link href="https://wire.example/1"/>${inner}</entry></feed>`;
const calm = '<content type="html">&lt;p&gt;Calm.&lt;/p&gt;</content>';
const changed = '<updated>2024-02-01T00:00:00Z</updated>';

type FeedCase = readonly [what: string, feed: string, date: string, language: string | null];
const feeds: readonly FeedCase[] = [
  [
    'language of RSS',
    rss('<language>fr</language>', '<pubDate>5 févr. 2024</pubDate>'),
    '2024-02-05',
    'fr',
  ],
  [
    'dc:language of its channel',
    rss('<dc:language>de</dc:language>', '<pubDate>5. März 2024</pubDate>'),
    '2024-03-05',
    'de',
  ],
  [
    'dc:language of an item',
    rss('<language>en</language>', '<dc:language>es</dc:language><pubDate>5 enero 2024</pubDate>'),
    '2024-01-05',
    'es',
  ],
  [
    'xml:lang of an item',
    rss('', '<pubDate>5 gennaio 2024</pubDate>', ' xml:lang="it"'),
    '2024-01-05',
    'it',
  ],
  [
    'no tag of a language',
    rss('<language>english</language>', '<pubDate>5 Jan 2024</pubDate>'),
    '2024-01-05',
    null,
  ],
  [
    'xml:lang of Atom',
    atom(' xml:lang="ru"', '', `<published>5 января 2024</published>${changed}${calm}`),
    '2024-01-05',
    'ru',
  ],
  [
    'xml:lang of an entry',
    atom(
      ' xml:lang="en"',
      ' xml:lang="pl"',
      `<published>5 stycznia 2024</published>${changed}${calm}`,
    ),
    '2024-01-05',
    'pl',
  ],
  [
    'xml:lang of a content',
    atom(
      '',
      '',
      `<published>5 ocak 2024</published>${changed}${calm.replace('type', 'xml:lang="tr" type')}`,
    ),
    '2024-01-05',
    'tr',
  ],
  ['a change is no publication', atom('', '', changed + calm), '2024-02-01T00:00:00Z?', null],
  [
    'the Buddhist era',
    rss('<language>th</language>', '<pubDate>Fri, 05 Jan 2567 10:15:00 +0700</pubDate>'),
    '2024-01-05T10:15:00+07:00',
    'th',
  ],
  [
    'the Hijri calendar',
    rss('<language>ar</language>', '<pubDate>1445-06-23 10:15 +0300</pubDate>'),
    '2024-01-05T10:15:00+03:00?',
    'ar',
  ],
  [
    'the Persian calendar',
    rss('<language>fa</language>', '<pubDate>۱۴۰۲/۱۰/۱۵</pubDate>'),
    '2024-01-05?',
    'fa',
  ],
  ['a year of no calendar here', rss('', '<pubDate>5784-04-24</pubDate>'), '2024-06-03?', null],
  [
    'the dateline of the text',
    rss('', '').replace('Calm.', 'LARN, Jan. 5, 2024 (Reuters) - Calm.'),
    '2024-01-05',
    null,
  ],
];

const entries = suite('entries of feeds');
for (const [what, feed, date, language] of feeds) {
  entries(what, async () => {
    const [entry] = await parseFeedItems(feed, null, reference);
    const { value = '', guess = null } = entry?.date ?? {};
    assert.is(`${value}${guess === null ? '' : '?'}`, date);
    assert.is(entry?.language?.value ?? null, language);
  });
}

entries('authors in scripts without capitals are authors, and what is none is told', async () => {
  const feed = rss('', '<dc:creator>王小明</dc:creator><dc:creator>admin</dc:creator>');
  const [entry] = await parseFeedItems(feed, null, reference);
  assert.equal(
    entry?.authors.map(({ value }) => value),
    ['王小明'],
  );
  assert.equal(entry?.leftOut, ['author: admin']);
});
entries.run();
