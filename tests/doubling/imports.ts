import { asPieces, times, type Growth } from './growth.ts';

function raw(name: string, make: (count: number) => string): Growth {
  return { name: `import: ${name}`, make: (count) => ({ kind: 'raw', text: make(count) }) };
}

const head = 'Leaders meet in Seoul\n\nBy Jane Doe\n\nSEOUL, Jan 5 (Reuters) - ';
const rawParts: readonly string[] = [
  ...[
    'a ',
    'A ',
    'A',
    'a',
    'Jane Doe ',
    'Jan 5 ',
    '5 ',
    'on Monday ',
    'said on ',
    '. ',
    ', ',
    '- ',
    '(',
    ')',
    '(a) ',
  ],
  ...[
    '\n',
    '\n\n',
    ' \n',
    'a\n',
    'a\n\n',
    'A. ',
    'Mr. ',
    '"',
    '“a” ',
    '*',
    '[',
    '_',
    '<',
    '>',
    '&',
    '&amp;',
    '|',
    '#',
    '`',
  ],
  ...[
    'Reporting by ',
    'By ',
    'by A and ',
    'Editing by A; ',
    'told Reuters ',
    'https://a.example/ ',
    'a@b.example ',
    '/',
  ],
  ...[
    'Updated: ',
    'Published ',
    'JANE DOE: a\n\n',
    'SEOUL ',
    'SEOUL, ',
    'until ',
    'before ',
    'Embargoed until ',
    '1. a\n',
    '- a\n',
  ],
  ...[
    'About A\n\n',
    'Read more: a\n\n',
    'Photo: a\n',
    '© ',
    '日本',
    'é',
    '\u00a0',
    '\t',
    '  ',
    ': ',
    '; ',
    '-',
    '--',
    '—',
    '…',
    '12:30 ',
  ],
  ...[
    '5 Rajab 1445 ',
    '1445-07-20 ',
    'Juche113.2.10. ',
    '令和6年2月9日',
    '9 กุมภาพันธ์ 2567 ',
    '/ABC/ ',
    '(BSS) - ',
    '14.02.2024 | ',
    'Updated 9:14 PM EDT, March 11, 2024\n',
    '++ ',
    'BRIEF-',
    '23:30 KST ',
    'OPEC+ ',
    'C++*# ',
    '| a | b |\n',
  ],
];

const html = (inner: string): string =>
  `<!doctype html><html lang=en><head><title>Leaders meet in Seoul</title></head><body><article><h1>Leaders meet in Seoul</h1><p>SEOUL (Reuters) - Leaders met on Friday in the city and agreed on a plan.</p>${inner}<p>They will meet again in a month, the ministry said in a statement.</p></article></body></html>`;
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://a.example/</link>${items}</channel></rss>`;
const htmlParts: readonly string[] = [
  ...[
    '<p>a</p>',
    '<p>',
    '<div>',
    '<b>',
    '<a href="/b/">a</a> ',
    '<br>',
    '<img src="/a.png" alt="b">',
    '<li>a',
    '<table><tr><td>a',
    '<table><tr><td>a</td><td>b</td></tr></table>',
    '<tr><th colspan=3>a',
    '<p class="byline">By Jane Doe</p>',
  ],
  ...[
    '<!-- a -->',
    '<!--',
    '<',
    '&amp;',
    '&',
    '<script>a</script>',
    '<h2>a</h2>',
    '<blockquote>',
    '<span>a</span>',
    '<a b="c" ',
    'a ',
  ],
];

export const imports: readonly Growth[] = [
  ...asPieces(
    rawParts.map((part) =>
      raw(`a text of ${JSON.stringify(part)}`, (count) => head + part.repeat(count)),
    ),
  ),
  ...asPieces(
    rawParts.map((part) =>
      raw(
        `a headline of ${JSON.stringify(part)}`,
        (count) => `${part.repeat(count)}\n\n${head}They met. They agreed.`,
      ),
    ),
  ),
  ...asPieces(
    rawParts.map((part) =>
      raw(
        `an end of ${JSON.stringify(part)}`,
        (count) => `${head}They met. They agreed.\n\nA second one.\n\n${part.repeat(count)}`,
      ),
    ),
  ),
  ...asPieces(
    [' ', '\t', '\u00a0', '- ', ' -', ' |', '|', ', ', '. ', '/', '('].flatMap((part) => [
      raw(
        `a headline with a run of ${JSON.stringify(part)}`,
        (count) => `Leaders meet${part.repeat(count)}in Seoul\n\n${head}They met. They agreed.`,
      ),
      raw(
        `a byline with a run of ${JSON.stringify(part)}`,
        (count) =>
          `Leaders meet in Seoul\n\nBy Jane${part.repeat(count)}Doe\n\nSEOUL, Jan 5 (Reuters) - They met. They agreed.`,
      ),
      raw(
        `a text with a run of ${JSON.stringify(part)}`,
        (count) => `${head}They${part.repeat(count)}met. They agreed.`,
      ),
      raw(
        `an end with a run of ${JSON.stringify(part)}`,
        (count) =>
          `${head}They met. They agreed.\n\nA second one.\n\nReporting by${part.repeat(count)}Jane Doe`,
      ),
    ]),
  ),
  ...htmlParts.map((part) =>
    raw(`a page of ${JSON.stringify(part)}`, (count) => html(part.repeat(count))),
  ),
  raw('a headline of days', (count) => `${'Jan 5 '.repeat(count)}\n\nThey met. They agreed.`),
  raw(
    'a text of days of two calendars',
    (count) => `Leaders meet\n\n${'20 Rajab 1445 - February 1, 2024 '.repeat(count)}`,
  ),
  raw('a page before its root', (count) => `<!--${'-->'.repeat(count)}<!doctype html>`),
  raw('an instruction before the root', (count) => '<?'.repeat(count)),
  raw('a feed of items', (count) =>
    rss(
      times(
        count,
        (i) =>
          `<item><title>Leaders meet ${i}</title><link>https://a.example/${i}</link><description>They met.</description></item>`,
      ),
    ),
  ),
  raw('a feed of one long item', (count) =>
    rss(
      `<item><title>Leaders meet</title><description>${'&lt;p&gt;They met.&lt;/p&gt;'.repeat(count)}</description></item>`,
    ),
  ),
  raw('a feed with a title of tags', (count) =>
    rss(`<item><title>${'&lt;'.repeat(count)}</title><description>They met.</description></item>`),
  ),
  raw('a deep feed', (count) => rss(`<item>${'<a>'.repeat(count)}${'</a>'.repeat(count)}</item>`)),
  raw('a feed of attributes', (count) =>
    rss(`<item ${times(count, (i) => `a${i}="b" `)}><title>A</title></item>`),
  ),
  raw(
    'a list of feeds',
    (count) =>
      `<opml version="2.0"><head><title>A</title></head><body>${times(count, (i) => `<outline text="A" xmlUrl="https://a.example/${i}"/>`)}</body></opml>`,
  ),
  raw('a JSON feed', (count) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A',
      items: Array.from({ length: count }, (_, i) => ({
        id: String(i),
        url: `https://a.example/${i}`,
        title: `Leaders ${i}`,
        content_html: '<p>They met.</p>',
      })),
    }),
  ),
];
