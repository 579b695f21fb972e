/** What files are taken for: reports, sheets, documents, pictures. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tellFileKind } from '../../src/import/fileKind.ts';

const sheet = /spreadsheet, no report: dateline import actors/;
const saveAsCsv = /spreadsheet, no report: save it as CSV/;
const zip = (...names: readonly string[]): string =>
  names.map((name) => `PK\u0003\u0004\u0014\0\0\0\0\0${name}`).join('');

/** A file's name, what is in it (letters are bytes), and what is told; null: it is read. */
const files: readonly (readonly [name: string, text: string, told: RegExp | null])[] = [
  ['actors.csv', 'name,type\nOla Vint,person\n', sheet],
  ['ACTORS.CSV', 'anything at all', sheet],
  ['a.tsv', 'name\ttype', sheet],
  ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), saveAsCsv],
  ['a', zip('[Content_Types].xml', 'xl/worksheets/sheet1.xml'), saveAsCsv],
  ['a', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), saveAsCsv],
  ['a.ods', 'PK', saveAsCsv],
  ['a.xls', '\u00d0\u00cf\u0011\u00e0', saveAsCsv],
  ['a.numbers', zip('Index/Tables/x'), saveAsCsv],
  ['a.txt', 'name,type\nOla Vint,person\n', sheet],
  ['-', '\u00ef\u00bb\u00bfname;type;land\r\nOla Vint;person;NO\r\nLarn;state;NO\r\n', sheet],
  ['a.txt', 'name\ttype\nOla Vint\tperson', sheet],
  ['a.txt', 'name,aliases\n"Vint, Ola","Ola V.\nO. Vint"\nLarn,\n', sheet],
  ['a.txt', 'name,2023,2024\nLarn,5,7\nBelmora,1,2\n', sheet],
  ['a.txt', 'name;notes\nLarn;a port\n\nBelmora;\n', sheet],
  // Two letters a sign, as a spreadsheet writes it.
  ['a.txt', `\u00ff\u00fe${'name\ttype\nLarn\tstate\n'.replace(/(?<=.)/gs, '\0')}`, sheet],
  ['a.txt', 'Port opens, at last\n\nLARN, Jan 9 - The port opened, its master said.\n', null],
  ['a.txt', 'Port opens; line waits\n\nLarn opened; Belmora did not.\n', null],
  ['a.txt', '1,000 leave Larn\n\n2,000 came on Friday.\n', null],
  ['a.txt', 'June 19, 2024\t13:35\tLarn\nPort opens\n\nThe port of Larn opened.\n', null],
  ['a.txt', 'Port opens\n\nCargo,mail,people\nall came.\n', null],
  [
    'a.txt',
    '"We are open," said Vint\n\n"The port is open," the master said, "and so is the line."\n',
    null,
  ],
  ['a.txt', '港が開く\n\nラーン港は火曜日、嵐の後に再開した。\n', null],
  ['a.md', '# Port opens\n\n| a | b |\n| - | - |\n| 1 | 2 |\n', null],
  ['a.html', '<!doctype html><p>Port, opens', null],
  ['feed.json', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', null],
  ['a.json', '{ "name": "Larn" }', /data \(JSON\)/],
  ['a.txt', '[{"name": "Larn"}]', /data \(JSON\)/],
  ['a.txt', '[Larn] Port opens\n\nThe port opened.', null],
  ['a.pdf', '%PDF-1.7\n', /a PDF: save its text/],
  ['a', '%PDF-1.4\n\u00e2\u00e3', /a PDF/],
  ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), /office program: save its text/],
  ['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.text'), /office program/],
  ['a.doc', '\u00d0\u00cf\u0011\u00e0\u00a1', /office program/],
  ['a.rtf', '{\\rtf1\\ansi Port opens\\par}', /rich text/],
  ['a.zip', zip('raw/a.txt'), /an archive/],
  ['a.jpg', 'anything', /picture/],
  ['a', '\u0089PNG\r\n\u001a\n', /picture/],
  ['a', '\u00ff\u00d8\u00ff\u00e0', /picture/],
  ['a.mp3', 'ID3', /picture, a sound or a film/],
  ['a.bin', 'a\0b\0\u0001\u0002\0\0\0', /no text/],
  [
    'a.eml',
    'Received: from x\r\nFrom: desk@agency.example\r\nSubject: Port opens\r\nMIME-Version: 1.0\r\n\r\nLARN',
    /message with its headers/,
  ],
  ['mbox', 'From x Mon\nFrom: a@b.example\nMessage-ID: <1>\n\nLARN', /message with its headers/],
  ['a.txt', 'From: The desk\nSubject: Port opens\n\nLARN, Jan 9 - The port opened.', null],
  ['a.txt', '', null],
];

const test = suite('kinds of files');

for (const [name, text, told] of files) {
  test(`${name} ${JSON.stringify(text.slice(0, 60))}`, () => {
    const found = tellFileKind(name, Buffer.from(text, 'latin1'));
    if (told === null) assert.is(found.kind, 'text');
    else assert.match(found.kind === 'text' ? 'text' : found.message, told);
  });
}

test('a long sheet is one though it is looked at in part', () => {
  const text = `name,type\n${'Ola Vint,person\n'.repeat(20_000)}`;
  assert.is(tellFileKind('a', Buffer.from(text)).kind, 'refused');
});

test.run();
