import { times, type Growth } from './growth.ts';

const head = 'name,type,aliases,summary,roles,sameAs,country\n';

function sheet(name: string, make: (count: number) => string): Growth {
  return { name: `sheet: ${name}`, make: (count) => ({ kind: 'sheet', text: make(count) }) };
}

/** One cell of many pieces. */
function cell(column: string, part: string): Growth {
  const index = head.trim().split(',').indexOf(column);
  const cells = (text: string): string =>
    ['A', 'group', '', '', '', '', ''].map((each, at) => (at === index ? text : each)).join(',');
  return sheet(`${column} of ${JSON.stringify(part)}`, (count) => {
    return `${head}${cells(`"${part.repeat(count).replaceAll('"', '""')}"`)}\n`;
  });
}

export const sheets: readonly Growth[] = [
  sheet('new actors', (count) => head + times(count, (i) => `Actor ${i},group,A${i}; B${i},,,,\n`)),
  sheet('rows of one actor', (count) => head + times(count, (i) => `A,group,A${i},,,,\n`)),
  sheet('rows that are wrong', (count) => head + times(count, 'B,alien,,,,,\n')),
  sheet(
    'rows that differ',
    (count) => `${head}A,group,,,,,KR\n${'A,group,,,,,KP\n'.repeat(count)}`,
  ),
  sheet('empty rows', (count) => head + ',,\n'.repeat(count)),
  sheet('headings', (count) => `name,type${',alias'.repeat(count)}\nA,group\n`),
  sheet('a heading of brackets', (count) => `name,type,${'('.repeat(count)}\nA,group,\n`),
  sheet('cells of one row', (count) => `${head}A${','.repeat(count)}\n`),
  sheet('a quotation mark that opens', (count) => `${head}"${'A,group\n'.repeat(count)}`),
  sheet('quotation marks in plain cells', (count) => head + 'A "B" C,group,,,,,\n'.repeat(count)),
  ...['a;', 'a, ', ';', '|', ' ', '"', 'a\n', '='].map((part) => cell('aliases', part)),
  ...['a|b;', '|', ';', ' '].map((part) => cell('roles', part)),
  ...['https://a.example/;', ';', ', ', 'https://a.example/ '].map((part) => cell('sameAs', part)),
  ...[' ', '- ', 'a b '].map((part) => cell('summary', part)),
];
