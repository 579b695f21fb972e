/** Tables of pages, feeds and exports, and the Markdown that they become. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { readHtmlText, toMarkdown } from '../../src/import/htmlToText.ts';
import { parsePage } from '../../src/import/parsePage.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';

const table: readonly (readonly [what: string, html: string, right: string])[] = [
  [
    'a head',
    '<table><thead><tr><th>Port</th><th>Ships</th></tr></thead><tbody><tr><td>Larn</td><td>12</td></tr></tbody></table>',
    '| Port | Ships |\n| --- | --- |\n| Larn | 12 |',
  ],
  [
    'a head without thead',
    '<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Larn</td><td>12</td></tr><tr><td>Pell</td><td>7</td></tr></table>',
    '| Port | Ships |\n| --- | --- |\n| Larn | 12 |\n| Pell | 7 |',
  ],
  [
    'no head',
    '<table><tr><td>Larn</td><td>12</td></tr><tr><td>Pell</td><td>7</td></tr></table>',
    '|  |  |\n| --- | --- |\n| Larn | 12 |\n| Pell | 7 |',
  ],
  [
    'a head at the side',
    '<table><tr><th>Larn</th><td>12</td></tr><tr><th>Pell</th><td>7</td></tr></table>',
    '|  |  |\n| --- | --- |\n| Larn | 12 |\n| Pell | 7 |',
  ],
  [
    'links, bold text and signs',
    '<table><tr><th>a|b</th><th>c</th></tr><tr><td><a href="/x">Larn</a></td><td><b>1</b> * 2</td></tr></table>',
    '| a\\|b | c |\n| --- | --- |\n| [Larn](https://a.example/x) | **1** \\* 2 |',
  ],
  [
    'paragraphs and line breaks in cells',
    '<table><tr><th>Port</th><th>Ships</th></tr><tr><td><p>Larn</p><p>North</p></td><td>12<br>13</td></tr></table>',
    '| Port | Ships |\n| --- | --- |\n| Larn North | 12 13 |',
  ],
  [
    'merged cells',
    '<table><tr><th>Port</th><th colspan="2">Ships</th></tr><tr><td rowspan="2">Larn</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    '| Port | Ships |  |\n| --- | --- | --- |\n| Larn | 1 | 2 |\n|  | 3 | 4 |',
  ],
  [
    'a cell over two rows and two columns',
    '<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan="2" colspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
    '| a | b | c |\n| --- | --- | --- |\n| 1 |  | 2 |\n|  |  | 3 |',
  ],
  [
    'a covered column beyond a short row',
    '<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>1</td><td>2</td><td rowspan="2">3</td></tr><tr><td>4</td></tr><tr><td>5</td><td>6</td><td>7</td></tr></table>',
    '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 |  |  |\n| 5 | 6 | 7 |',
  ],
  [
    'a cell down to the end of its part, and no further',
    '<table><thead><tr><th rowspan="3">a</th><th>b</th></tr></thead><tbody><tr><td rowspan="0">1</td><td>2</td></tr><tr><td>3</td></tr></tbody><tfoot><tr><td>4</td><td>5</td></tr></tfoot></table>',
    '| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |\n| 4 | 5 |',
  ],
  [
    'two cells that cover columns side by side',
    '<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan="2">1</td><td rowspan="3">2</td><td>3</td></tr><tr><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>',
    '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  |  | 4 |\n| 5 |  | 6 |',
  ],
  [
    'short rows and empty cells',
    '<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>1</td></tr><tr><td></td><td>2</td><td>3</td></tr></table>',
    '| a | b | c |\n| --- | --- | --- |\n| 1 |  |  |\n|  | 2 | 3 |',
  ],
  [
    'a caption and sides',
    '<table><caption>Ships by port</caption><tr><th>Port</th><th align="right">Ships</th></tr><tr><td>Larn</td><td style="text-align: right">12</td></tr></table>',
    'Ships by port\n\n| Port | Ships |\n| --- | --: |\n| Larn | 12 |',
  ],
  [
    'text before and after',
    '<p>Before.</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><p>After.</p>',
    'Before.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nAfter.',
  ],
  [
    'a quote',
    '<blockquote><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></blockquote>',
    '> | a | b |\n> | --- | --- |\n> | 1 | 2 |',
  ],
  [
    'two tables',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><table><tr><th>c</th><th>d</th></tr><tr><td>3</td><td>4</td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| c | d |\n| --- | --- |\n| 3 | 4 |',
  ],
];

const tables = suite('tables');

for (const [what, html, right] of table) {
  tables(what, async () => {
    const made = toMarkdown(html, 'https://a.example/');
    assert.is(made.body, right);
    assert.is(made.flattened, 0);
    const context = { day: '2024-03-03' as Day, language: 'en' };
    const read = await readHtmlText(html, 'https://a.example/', context);
    assert.is(read.body, right);
  });
}

tables('columns of a page stay paragraphs, which is told', () => {
  for (const html of [
    '<table role="presentation"><tr><td><p>One.</p></td><td><p>Two.</p></td></tr><tr><td>a</td><td>b</td></tr></table>',
    `<table><tr><td>${'Long text. '.repeat(60)}</td><td>Side</td></tr><tr><td>a</td><td>b</td></tr></table>`,
    '<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>',
  ]) {
    const { body, flattened } = toMarkdown(html, null);
    assert.not.match(body, /\|/);
    assert.is(flattened, 1);
  }
});

const rows = Array.from(
  { length: 4 },
  (_, index) => `<tr><td>Port ${index}</td><td>${index + 12}</td></tr>`,
).join('');
const numbers = `<table><tr><th>Port</th><th>Ships</th></tr>${rows}</table>`;
const markdown =
  '| Port | Ships |\n| --- | --- |\n| Port 0 | 12 |\n| Port 1 | 13 |\n| Port 2 | 14 |\n| Port 3 | 15 |';
const reference = { day: '2024-03-03' as Day, isGiven: true };

tables('a page keeps its table, the last cells too', async () => {
  const prose = `<p>${'The harbour of Larn opened a new pier for ferries, the port authority said. '.repeat(4)}</p>`;
  for (const body of [`${prose}${prose}${numbers}`, `${prose}${numbers}${prose}`]) {
    const html = `<!doctype html><html lang="en"><head><title>Pier opens</title><meta property="og:title" content="Pier opens"></head><body><article><h1>Pier opens</h1>${body}</article></body></html>`;
    const item = await parsePage(html, 'https://a.example/pier', reference);
    assert.ok(item.body.includes(markdown), item.body);
    assert.ok(
      item.paragraphs.includes(
        'Port | Ships | Port 0 | 12 | Port 1 | 13 | Port 2 | 14 | Port 3 | 15',
      ),
    );
  }
});

tables('an export of WordPress keeps its tables, without a doubt', () => {
  const post = (html: string): string =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><wp:post_date>2024-01-05 09:00:00</wp:post_date><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`;
  const [item] = parseWxr(
    post(`Ships:\n\n<figure class="wp-block-table">${numbers}</figure>`),
    reference,
  ).items;
  assert.is(item?.body, `Ships:\n\n${markdown}`);
  assert.equal(item?.post?.doubts, []);
  const [flat] = parseWxr(post('<table><tr><td>One.</td></tr></table>'), reference).items;
  assert.equal(flat?.post?.doubts, ['a table became lines of text']);
});

tables.run();
