/** What somebody who reads every day stumbled over, on pages, in mail and in feeds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent } from '../support/build.ts';
import { makeContent } from '../support/site.ts';

const article = (title: string, date: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: ${date}\nsummary: It was said.\ntopics: [ports]\nactors: [Larn]\n${more}---\n\nIt was said at length.\n`;

const output = buildContent(
  makeContent({
    'site.yaml':
      'title: The Line\nurl: https://line.example/\nlanguage: en\nzone: UTC\nauthority: line.example\nsearch: false\nemail: true\n',
    'topics/ports.md': '---\nname: Ports\n---\n',
    'actors/larn.md': '---\nname: Larn\ntype: state\ncountry: NO\n---\n',
    'actors/ann.md': '---\nname: Ann Vell\ntype: person\ncountry: NO\n---\n',
    'stories/ferry.md': '---\nname: The ferry\n---\n',
    'articles/2024-01-01-first.md': article('First words', '2024-01-01').replace(
      '[Larn]',
      '[Ann Vell, Larn]',
    ),
    'articles/2024-01-02-second.md': article('Second words', '2024-01-02'),
    'articles/2024-01-03-third.md': article('Third words', '2024-01-03', 'urgency: 1\n'),
    'articles/2024-01-03-other.md': article('Other words', '2024-01-03'),
    'articles/2024-01-04-line.md': article('Ferry words', '2024-01-04', 'story: ferry\n'),
    'articles/2024-01-04-next.md': article('Ferry again', '2024-01-04', 'story: ferry\n'),
    'articles/2024-01-05-ann.md': article('Ann speaks', '2024-01-05').replace(
      '[Larn]',
      '[Ann Vell, Larn]',
    ),
    'briefings/2024-01-02.md': '---\ndate: 2024-01-02\ntitle: A calm day\n---\n',
    'briefings/2024-01-06.md': '---\ndate: 2024-01-06\nsummary: Nothing came in.\n---\n',
  }),
);
const read = (file: string): string => readFileSync(path.join(output, file), 'utf8');

const daily = suite('a daily read');

daily('a day without items counts none and takes no minute', () => {
  for (const file of ['2024/01/06/index.html', '2024/01/06/email.html', '2024/01/06/email.txt']) {
    assert.not.match(read(file), /0 items|min to read/, file);
    assert.match(read(file), /No items were filed/, file);
  }
  assert.match(read('2024/01/03/index.html'), /2 items, 1 min to read/);
});

daily(
  'a day without a title has its lead’s headline in feeds and as the subject of its mail',
  () => {
    const titles: readonly (readonly [day: string, title: string])[] = [
      ['2024/01/01', 'First words, 1 January 2024'],
      ['2024/01/02', 'A calm day, 2 January 2024'],
      ['2024/01/03', 'Third words, 3 January 2024'],
      ['2024/01/06', 'Saturday, 6 January 2024'],
    ];
    for (const [day, title] of titles) {
      for (const file of ['feed.xml', 'atom.xml'])
        assert.ok(read(file).includes(`<title>${title}`), title);
      assert.ok(
        read('feed.json').includes(`"title": "${title}"`) ||
          read('feed.json').includes(`"title":"${title}"`),
      );
      assert.ok(
        read(`${day}/email.eml`)
          .replace(/\r?\n /g, ' ')
          .includes(`Subject: ${title}`),
        title,
      );
    }
    // The page itself is that of the day.
    assert.match(read('2024/01/03/email.txt'), /Wednesday, 3 January 2024\n=+/);
    assert.match(read('2024/01/03/index.html'), /<h1><time[^>]*>Wednesday, 3 January 2024/);
  },
);

daily('plain mail has no signs of Markdown', () => {
  const text = read('2024/01/04/email.txt');
  assert.match(text, /^Story: The ferry\n=+$/m);
  assert.not.match(text, /^#/m);
});

daily('related headlines stand newest first', () => {
  const page = read('2024/01/05/ann/index.html');
  const days = [...page.slice(page.indexOf('Related')).matchAll(/datetime="(2024-01-0\d)"/g)].map(
    (match) => match[1] ?? '',
  );
  assert.ok(days.length > 2, String(days));
  assert.equal(days, days.toSorted().reverse());
});

daily('a state is no country of itself, a person has one', () => {
  assert.not.match(read('actors/larn/index.html'), /<dd>Norway<\/dd>/);
  assert.match(read('actors/ann/index.html'), /<dd>Norway<\/dd>/);
});

daily('fonts of the site’s own are allowed', () => {
  assert.match(read('_headers'), /font-src 'self'/);
  assert.not.match(read('_headers'), /font-src 'none'/);
});

daily.run();
