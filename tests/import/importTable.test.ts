/** The table of an import, at terminals of several widths. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatImportTable } from '../../src/import/importTable.ts';

const gathered = {
  inputs: [],
  passed: [{ input: 'raw/photo.jpg', message: 'it is a picture' }],
  problems: [{ input: 'raw/報告.pdf', message: 'it is a PDF' }],
  unchanged: ['https://feed.example/'],
  empty: ['list.opml'],
};
const run = { gathered, items: [], content: 'content' };
const totals = '0 drafts, 1 with nothing new, 1 skipped, 2 not imported';

const wide = `input                  draft in content/articles/  to look at
https://feed.example/  –                           nothing new
raw/photo.jpg          –                           skipped: it is a picture
list.opml              –                           not imported: it lists no feeds
raw/報告.pdf           –                           not imported: it is a PDF

${totals}`;

const narrow = `drafts in content/articles/
https://feed.example/
    nothing new
raw/photo.jpg
    skipped: it is a picture
list.opml
    not imported: it lists no feeds
raw/報告.pdf
    not imported: it is a PDF

${totals}`;

const widths: readonly (readonly [width: number | null, text: string])[] = [
  [null, wide],
  [200, wide],
  [82, wide],
  [81, narrow],
  [40, narrow],
  [1, narrow],
];

const test = suite('the table of an import');

for (const [width, text] of widths) {
  test(`${String(width)} columns`, () => assert.is(formatImportTable(run, width), text));
}

test.run();
