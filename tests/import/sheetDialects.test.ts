/** Sheets as spreadsheets and people write them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ImportError } from '../../src/import/decodeRaw.ts';
import { readSheet, type Sheet } from '../../src/import/sheets/readSheet.ts';
import { countHeadings } from '../../src/import/sheets/sheetColumns.ts';

const read = (sheet: string | Uint8Array): Sheet =>
  readSheet(typeof sheet === 'string' ? Buffer.from(sheet) : sheet, countHeadings('actor'));
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string): Buffer => utf16(text).swap16();

const dialects = suite('dialects of CSV');

/** Each is the same table: a heading row, then rows with their lines. */
const same: readonly (readonly [name: string, sheet: string | Uint8Array])[] = [
  ['commas', 'Name,Type,Summary\nMüller,person,"one, two"\nB,group,\n'],
  ['CRLF', 'Name,Type,Summary\r\nMüller,person,"one, two"\r\nB,group,\r\n'],
  ['carriage returns alone', 'Name,Type,Summary\rMüller,person,"one, two"\rB,group,\r'],
  ['no line break at the end', 'Name,Type,Summary\nMüller,person,"one, two"\nB,group,'],
  ['a byte order mark', '\ufeffName,Type,Summary\nMüller,person,"one, two"\nB,group,\n'],
  ['semicolons of a German Excel', 'Name;Type;Summary\r\nMüller;person;one, two\r\nB;group;\r\n'],
  ['tabs', 'Name\tType\tSummary\nMüller\tperson\tone, two\nB\tgroup\t\n'],
  ['bars', 'Name|Type|Summary\nMüller|person|one, two\nB|group|\n'],
  ['all cells quoted', '"Name","Type","Summary"\n"Müller","person","one, two"\n"B","group",""\n'],
  ['semicolons, quoted', '"Name";"Type";"Summary"\n"Müller";"person";"one, two"\n"B";"group";""\n'],
  [
    'UTF-16, tabs: Unicode text',
    utf16('Name\tType\tSummary\r\nMüller\tperson\tone, two\r\nB\tgroup\t'),
  ],
  ['UTF-16 of the other order', utf16be('Name;Type;Summary\r\nMüller;person;one, two\r\nB;group;')],
  [
    'Windows-1252',
    Buffer.from('Name;Type;Summary\r\nMüller;person;one, two\r\nB;group;\r\n', 'latin1'),
  ],
];

for (const [name, sheet] of same) {
  dialects(name, () => {
    const { headings, rows } = read(sheet);
    assert.equal(headings, ['Name', 'Type', 'Summary']);
    assert.equal(rows, [
      { line: 2, cells: ['Müller', 'person', 'one, two'], isWhole: true },
      { line: 3, cells: ['B', 'group', ''], isWhole: true },
    ]);
  });
}

type Row = readonly [line: number, ...cells: readonly string[]];

/** Sheets of which the rows are odd. */
const odd: readonly (readonly [name: string, sheet: string, rows: readonly Row[]])[] = [
  [
    'line breaks in quotes',
    'name,summary\r\nA,"x\r\ny"\r\nB,z',
    [
      [2, 'A', 'x\ny'],
      [4, 'B', 'z'],
    ],
  ],
  ['quotation marks in quotes', 'name,type\n"the ""A""",b', [[2, 'the "A"', 'b']]],
  [
    'empty rows',
    'name,type\n\n,,\nA,b\n \nC,d\n',
    [
      [4, 'A', 'b'],
      [6, 'C', 'd'],
    ],
  ],
  ['empty lines first', '\n\nname,type\nA,b', [[4, 'A', 'b']]],
  ['Excel names the separator', 'sep=;\nname;type\nA;b', [[3, 'A', 'b']]],
  ['a comma in a heading', 'name;aliases (a, b, c)\nA;b', [[2, 'A', 'b']]],
  [
    'one column',
    'name\nA\nB',
    [
      [2, 'A'],
      [3, 'B'],
    ],
  ],
  ['headings alone', 'name,type\n', []],
  ['a formula is text', 'name,type\n=cmd,"=HYPERLINK(""x"")"', [[2, '=cmd', '=HYPERLINK("x")']]],
  ['quotation marks in plain cells', 'name,type\nsay "A",b', [[2, 'say "A"', 'b']]],
];

for (const [name, sheet, rows] of odd) {
  dialects(name, () => {
    const found = read(sheet).rows.map(({ line, cells }) => [line, ...cells]);
    assert.equal(found, rows);
  });
}

dialects('a title above the headings is told', () => {
  const { headings, rows, above } = read('Our actors,,\n\nName,Type,Country\nA,person,KR\n');
  assert.equal(headings, ['Name', 'Type', 'Country']);
  assert.equal(above, [1]);
  assert.equal(
    rows.map(({ line }) => line),
    [4],
  );
});

dialects('a row whose quotation marks are odd and that has several lines is not whole', () => {
  const { rows } = read('name,type\nsay "x" y,b\n"k\nl",m\n');
  assert.equal(
    rows.map(({ isWhole }) => isWhole),
    [true, false],
  );
});

const refused: readonly (readonly [name: string, sheet: string | Uint8Array, message: RegExp])[] = [
  ['a workbook', 'PK\u0003\u0004rest', /workbook.*save the sheet as CSV/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /workbook/],
  ['no column of names', 'title,date\nA,2024-01-05', /no column .*"title", "date"/],
  ['no headings', 'A,person\nB,group', /no column .*"A", "person"/],
  ['nothing', '', /empty/],
  ['a quotation mark that opens', 'name,type\n"A,b\nC,d', /quotation mark/],
  ['a report', 'SEOUL, Jan 5 (Agency) - The port opened.\n', /no column/],
  ['too many columns', `name${',alias'.repeat(300)}\nA`, /301 columns/],
  ['bytes', Buffer.from([1, 0, 2, 0, 255, 0, 254, 7, 9]), /no text/],
];

for (const [name, sheet, message] of refused) {
  dialects(`refused: ${name}`, () => {
    assert.throws(
      () => read(sheet),
      (error: unknown) => error instanceof ImportError && message.test(error.message),
    );
  });
}

dialects.run();
