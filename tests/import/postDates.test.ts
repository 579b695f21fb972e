/** Days and moments of posts, as the tools of others write them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDay, type Day } from '../../src/dates/day.ts';
import { parsePost } from '../../src/import/parsePost.ts';
import { parsePostDate } from '../../src/import/postDates.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';

interface DateCase {
  readonly text: string;
  readonly zone: string;
  /** The day in the file's name. */
  readonly named?: string;
  /** Null: it is no date. */
  readonly right: string | null;
  readonly isGuess?: true;
}

const west = 'America/New_York';
const east = 'Asia/Tokyo';

const table: readonly DateCase[] = [
  { text: '2024-01-05', zone: west, right: '2024-01-05' },
  { text: '2024-01-05 14:30:00 +0900', zone: east, right: '2024-01-05T14:30:00+09:00' },
  { text: '2024-01-05T14:30:00Z', zone: west, right: '2024-01-05T14:30:00Z' },
  { text: '0000-00-00 00:00:00 +0000', zone: west, right: null },
  { text: 'last week', zone: west, right: null },
  // Midnight in UTC is a day.
  { text: '2019-01-01T00:00:00Z', zone: west, named: '2019-01-01', right: '2019-01-01' },
  { text: '2019-01-01 00:00:00 +0000', zone: west, named: '2019-01-01', right: '2019-01-01' },
  { text: '2019-01-01T00:00:00.000Z', zone: west, right: '2019-01-01', isGuess: true },
  {
    text: '2019-01-01T00:00:00Z',
    zone: 'Pacific/Honolulu',
    named: '2019-01-01',
    right: '2019-01-01',
  },
  { text: '2019-01-01T00:00:00+09:00', zone: 'Europe/Berlin', right: '2019-01-01', isGuess: true },
  { text: '2019-01-01T00:00:00Z', zone: east, named: '2019-01-01', right: '2019-01-01T00:00:00Z' },
  // A time without an offset is in the site's zone.
  { text: '2013-06-07 18:46', zone: west, right: '2013-06-07T18:46:00-04:00' },
  { text: '2013-01-07 23:59:59', zone: west, right: '2013-01-07T23:59:59-05:00' },
  { text: '2013-06-07T18:46:00', zone: east, right: '2013-06-07T18:46:00+09:00' },
  { text: '2013-06-07 00:00', zone: east, right: '2013-06-07' },
  { text: '2013/6/7 8:46:25', zone: east, right: '2013-06-07T08:46:25+09:00' },
  { text: '2013-06-07 6:46 PM', zone: west, right: '2013-06-07T18:46:00-04:00' },
  { text: '2013-06-07 12:05 am', zone: west, right: '2013-06-07T00:05:00-04:00' },
  // Another day in the site's zone.
  { text: '2018-12-31T15:00:00Z', zone: east, named: '2019-01-01', right: '2018-12-31T15:00:00Z' },
  {
    text: '2019-01-01 03:00 UTC',
    zone: west,
    named: '2019-01-01',
    right: '2019-01-01',
    isGuess: true,
  },
  { text: '2019-01-01T03:00:00Z', zone: west, right: '2019-01-01T03:00:00Z' },
  { text: '2019-01-01 25:00', zone: west, right: '2019-01-01', isGuess: true },
  { text: '2019-13-01 10:00', zone: west, right: null },
];

const dates = suite('dates of posts');

for (const { text, zone, named, right, isGuess = false } of table) {
  dates(`${text} in ${zone}${named === undefined ? '' : `, ${named} in its file`}`, () => {
    const found = parsePostDate(text, { zone, named: parseDay(named ?? '') });
    assert.is(found?.value ?? null, right);
    assert.is((found?.guess ?? null) !== null, isGuess);
  });
}

dates('a post whose date has no offset has no doubts', () => {
  const reference = { day: '2024-03-03' as Day, isGiven: true, zone: west };
  const post = (location: string, date: string): ReturnType<typeof parsePost> =>
    parsePost(
      { location, text: `---\ntitle: T\ndate: ${date}\n---\nCalm.\n`, pictures: [] },
      reference,
    );
  const own = post('posts/calm.md', '2013-06-07 18:46');
  assert.equal(own.date, { value: '2013-06-07T18:46:00-04:00', guess: null });
  assert.equal(own.post?.doubts, []);
  const midnight = post('_posts/2019-01-01-new-year.md', '2019-01-01T00:00:00Z');
  assert.equal(midnight.date, { value: '2019-01-01', guess: null });
  assert.equal(midnight.post?.doubts, []);
  const unread = post('_posts/2019-01-01-new-year.md', 'last week');
  assert.is(unread.date.value, '2019-01-01');
  assert.match(unread.post?.doubts[0] ?? '', /"last week" can’t be read/);
});

/** What stands behind `date:` in YAML, the file's name, and the right day. */
const written: readonly (readonly [yaml: string, file: string, right: string, isGuess?: true])[] = [
  ['20240105', 'posts/calm.md', '2024-01-05'],
  ['20240105T143000Z', 'posts/calm.md', '2024-01-05T14:30:00Z'],
  ['June 14, 2013 3:04pm', '_posts/2013-06-14-calm.md', '2013-06-14'],
  ['14 June 2013', 'posts/calm.md', '2013-06-14'],
  ['Fri, 14 Jun 2013 15:04:00 +0000', 'posts/calm.md', '2013-06-14T15:04:00Z'],
  ['06/13/2013', '_posts/2013-06-13-calm.md', '2013-06-13'],
  ['06/07/2013', '_posts/2013-06-07-calm.md', '2013-06-07'],
  ['06/07/2013', 'posts/calm.md', '2013-06-07', true],
  ['07/06/2013', '_posts/2013-06-07-calm.md', '2013-06-07', true],
  ['June 15, 2013', '_posts/2013-06-14-calm.md', '2013-06-14', true],
  ['42', '_posts/2013-06-14-calm.md', '2013-06-14', true],
  ['42', 'posts/calm.md', '2024-03-03', true],
];
for (const [yaml, location, right, isGuess = false] of written) {
  dates(`date: ${yaml} in ${location}`, () => {
    const reference = { day: '2024-03-03' as Day, isGiven: true, zone: west };
    const text = `---\ntitle: T\ndate: ${yaml}\n---\nCalm.\n`;
    const { date, post } = parsePost({ location, text, pictures: [] }, reference);
    assert.is(date.value, right, date.guess ?? '');
    assert.is(date.guess !== null, isGuess, date.guess ?? '');
    assert.is(post?.doubts.length, isGuess ? 1 : 0);
  });
}

dates('an export of WordPress keeps the day that the old site showed', () => {
  const wxr: readonly (readonly [
    zone: string,
    local: string,
    gmt: string,
    right: string,
    isGuess: boolean,
  ])[] = [
    [west, '2019-01-01 00:00:00', '2019-01-01 00:00:00', '2019-01-01', false],
    [west, '2019-01-01 08:00:00', '2018-12-31 23:00:00', '2019-01-01', true],
    [east, '2019-01-01 08:00:00', '2018-12-31 23:00:00', '2018-12-31T23:00:00Z', false],
    [east, '2019-01-01 08:00:00', '0000-00-00 00:00:00', '2019-01-01T08:00:00+09:00', false],
    [west, '2019-01-01 20:00:00', '2019-01-02 01:00:00', '2019-01-02T01:00:00Z', false],
  ];
  for (const [zone, local, gmt, right, isGuess] of wxr) {
    const text = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt><wp:post_type>post</wp:post_type></item></channel></rss>`;
    const { items } = parseWxr(text, { day: '2024-03-03' as Day, isGiven: true, zone });
    assert.is(items[0]?.date.value, right, `${local} in ${zone}`);
    assert.is(items[0]?.date.guess !== null, isGuess, `${local} in ${zone}`);
  }
});

dates.run();
