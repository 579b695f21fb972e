/** Stamps of feeds and pages: zones by name, days and months in many languages. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { parseFeedItems } from '../../src/import/parseFeedItems.ts';
import { dateIn } from '../../src/import/webValues.ts';

type StampCase = readonly [text: string, language: string | null, right: string | null, 'guess'?];

const table: readonly StampCase[] = [
  ['Tue, 16 Jan 2024 23:30:00 KST', null, '2024-01-16T23:30:00+09:00'],
  ['Tue, 16 Jan 2024 23:30:00 +0900', null, '2024-01-16T23:30:00+09:00'],
  ['Fri, 05 Jan 2024 10:00:00 GMT', 'en', '2024-01-05T10:00:00Z'],
  ['Fri, 5 Jan 24 10:00 EST', 'en', '2024-01-05T10:00:00-05:00'],
  ['5 Jan 2024 10:00:00 CEST', null, '2024-01-05T10:00:00+02:00'],
  ['2024-01-05 22:15 SGT', null, '2024-01-05T22:15:00+08:00'],
  ['Jan 5, 2024 10:15 PM AEDT', null, '2024-01-05T22:15:00+11:00'],
  ['Fri Jan 5 10:00:00 UTC 2024', null, '2024-01-05T10:00:00Z'],
  // Several zones have the same abbreviation.
  ['Tue, 16 Jan 2024 23:30:00 IST', 'en-IN', '2024-01-16T23:30:00+05:30', 'guess'],
  ['Tue, 16 Jul 2024 23:30:00 IST', 'en-IE', '2024-07-16T23:30:00+01:00', 'guess'],
  ['Tue, 16 Jan 2024 23:30:00 IST', 'he', '2024-01-16T23:30:00+02:00', 'guess'],
  ['Tue, 16 Jul 2024 23:30:00 BST', 'en-GB', '2024-07-16T23:30:00+01:00', 'guess'],
  ['Tue, 16 Jan 2024 23:30:00 BST', 'bn', '2024-01-16T23:30:00+06:00', 'guess'],
  ['Tue, 16 Jan 2024 23:30:00 CST', 'zh-CN', '2024-01-16T23:30:00+08:00', 'guess'],
  ['Tue, 16 Jan 2024 23:30:00 CST', 'en-US', '2024-01-16T23:30:00-06:00', 'guess'],
  ['Tue, 16 Jan 2024 23:30:00 AST', 'ar', '2024-01-16T23:30:00+03:00', 'guess'],
  // What can't be read to the second gives its day.
  ['Tue, 16 Jan 2024 23:30:00 XYZT', null, '2024-01-16', 'guess'],
  ['Tue, 16 Jan 2024 25:70:00 GMT', null, '2024-01-16', 'guess'],
  ['2024-01-16 23:30:00', null, '2024-01-16'],
  ['Tue, 16 Jan 2024', null, '2024-01-16'],
  // Days and months in the language of the feed.
  ['mar., 16 janv. 2024 23:30:00 +0100', 'fr', '2024-01-16T23:30:00+01:00'],
  ['Di, 16 Mär 2024 23:30:00 MEZ', 'de', '2024-03-16T23:30:00+01:00'],
  ['Di, 16. Dezember 2024 23:30 +0100', 'de-AT', '2024-12-16T23:30:00+01:00'],
  ['martes, 16 de enero de 2024 23:30:00 -0300', 'es-AR', '2024-01-16T23:30:00-03:00'],
  ['Вт, 16 января 2024 23:30:00 MSK', 'ru', '2024-01-16T23:30:00+03:00'],
  ['2024년 1월 16일 23:30 KST', 'ko', '2024-01-16T23:30:00+09:00'],
  ['2024年1月16日 23:30 JST', 'ja', '2024-01-16T23:30:00+09:00'],
  ['16.01.2024 23:30 CET', 'de', '2024-01-16T23:30:00+01:00'],
  // No dates.
  ['soon', 'en', null],
  ['Tue, 32 Jan 2024 10:00:00 GMT', 'en', null],
  ['16 Brumaire 2024', 'fr', null],
];

const stamps = suite('stamps of feeds and pages');

for (const [text, language, right, guess] of table) {
  stamps(`${text} (${language ?? 'no language'})`, () => {
    const found = dateIn(text, language);
    assert.is(found?.value ?? null, right);
    assert.is((found?.guess ?? null) !== null, guess === 'guess', found?.guess ?? 'no guess');
  });
}

stamps('an entry of a feed keeps its day', async () => {
  const reference = { day: '2024-03-03' as Day, isGiven: true };
  const feed = (stamp: string): string =>
    `<rss version="2.0"><channel><title>Larn Wire</title><link>https://wire.example/</link><language>ko</language><item><title>T</title><link>https://wire.example/1</link><pubDate>${stamp}</pubDate><description>Calm.</description></item></channel></rss>`;
  const dateOf = async (stamp: string): Promise<unknown> =>
    (await parseFeedItems(feed(stamp), null, reference))[0]?.date;
  assert.equal(await dateOf('Tue, 16 Jan 2024 23:30:00 KST'), {
    value: '2024-01-16T23:30:00+09:00',
    guess: null,
  });
  assert.equal(await dateOf('soon'), {
    value: '2024-03-03',
    guess: 'the day of filing; "soon" can’t be read',
  });
});

stamps.run();
