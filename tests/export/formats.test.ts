/** What each format says, and that other people's programs read it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeExport } from '../../src/export/planExports.ts';
import { makeExportSchema, type ExportDocument } from '../../src/export/schema.ts';
import { exportFormats } from '../../src/urls/paths.ts';
import { loadContent, sampleContent } from '../support/build.ts';
import { exportFiles, exportText, secret } from '../support/exports.ts';
import { pythonFile, runProgram } from '../support/programs.ts';
import { articleFile, at, loadGood, makeFolder, root } from '../support/site.ts';

const site = loadGood(exportFiles);
const preview = loadGood(exportFiles, { drafts: true, now: at('2030-01-01T00:00:00Z') });
const sites = {
  made: site,
  sample: loadContent(sampleContent),
  hard: loadContent(path.join(root, 'tests/sites/hard/content')),
  empty: loadContent(path.join(root, 'tests/sites/empty/content')),
};

const all = suite('every format');

for (const format of exportFormats) {
  all(`${format}: nothing that is not published is in it, whatever the server shows`, () => {
    const text = exportText(site, format);
    assert.not.match(text, secret);
    assert.ok(text.includes('Plain') || format === 'graphml' || format === 'ics');
    assert.is(exportText(preview, format), text);
  });

  all(`${format}: the same site gives the same bytes`, () => {
    const bytes = (): Buffer => Buffer.concat(makeExport(site, format));
    assert.ok(bytes().equals(bytes()));
  });

  all(`${format}: a site without items has one too`, () => {
    assert.ok(exportText(sites.empty, format).length > 0);
  });
}

all('the control: the server does show the secrets', () => {
  assert.ok(preview.articles.some(({ title }) => title.includes(secret)));
});

all.run();

const json = suite('JSON');
const ajv = new Ajv2020({ allErrors: true });
const schema = makeExportSchema();
const isDocument = ajv.compile(schema);
const isLine = ajv.compile({ ...schema, ...(schema['$defs'] as { line: object }).line });

function parse(name: keyof typeof sites): ExportDocument {
  return JSON.parse(exportText(sites[name], 'json')) as ExportDocument;
}

for (const name of Object.keys(sites) as (keyof typeof sites)[]) {
  json(`${name}: the published schema takes the document`, () => {
    assert.ok(isDocument(parse(name)), JSON.stringify(isDocument.errors?.slice(0, 3)));
  });

  json(`${name}: NDJSON has the same records, and each fits the schema's line`, () => {
    const lines = exportText(sites[name], 'ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string });
    const { site: config, ...rest } = parse(name);
    const records: object[] = [];
    for (const list of Object.values(rest))
      if (Array.isArray(list)) records.push(...(list as object[]));
    assert.equal(
      lines.map((line) => ({ ...line, kind: null })),
      [config, ...records].map((record) => ({ kind: null, ...record })),
    );
    const union = ajv.compile({ anyOf: (schema['$defs'] as Line).line.anyOf });
    for (const line of lines) assert.ok(union(line), JSON.stringify(line).slice(0, 200));
  });
}

interface Line {
  readonly line: { readonly anyOf: readonly object[] };
}

json('the control: the schema refuses another shape', () => {
  assert.not(isDocument({ ...parse('made'), articles: [{ id: 'x' }] }));
  assert.not(isDocument({ ...parse('made'), more: 1 }));
  assert.not(isLine({ kind: 'nothing' }));
});

json('an article says what its file says', () => {
  const full = parse('made').articles.find(({ id }) => id === 'full');
  assert.ok(full);
  assert.is(full.uri, 'tag:test.example,2024-01-05:full');
  assert.is(full.url, 'https://test.example/2024/01/05/full/');
  assert.is(full.time, '2024-01-05T10:00:00.250+08:00');
  assert.equal(full.topics, ['sub']);
  assert.equal(full.actors[0], { id: 'ann', role: 'speaker' });
  assert.equal(full.extra, { own: [1, null, {}], empty: '' });
  assert.match(full.markdown, /^Ann met Bo\. See \[the page\]/);
  assert.match(full.html, 'href="https://test.example/about/"');
  assert.equal(
    full.corrections.map(({ time }) => time),
    [null, '2024-01-07T08:00:00Z'],
  );
});

json.run();

const csv = suite('CSV');

const readCsv = `
import csv, json, sys
json.dump(list(csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True)), sys.stdout)
`;

csv('Python reads it as it was meant, and no cell is a formula', () => {
  const file = path.join(makeFolder(), 'a.csv');
  writeFileSync(file, exportText(site, 'csv'));
  const rows = JSON.parse(runProgram(pythonFile, ['-c', readCsv, file])) as Record<
    string,
    string
  >[];
  assert.equal(
    rows.map(({ id }) => id),
    site.articles.map(({ id }) => id),
  );
  const full = rows.find(({ id }) => id === 'full');
  assert.ok(full);
  assert.is(full['title'], `'=HYPERLINK("https://example.org/"), "quoted"`);
  assert.is(full['countries'], 'KR; JP');
  assert.is(full['actor_ids'], 'ann; bo; korea');
  assert.is(full['sources'], 'Wire; Agency');
  for (const row of rows)
    for (const cell of Object.values(row)) assert.not(/^[=+\-@\t\r]/.test(cell), cell);
});

csv('lines end as RFC 4180 says', () => {
  const text = exportText(site, 'csv');
  assert.is(text.split('\r\n').length, site.articles.length + 2);
  assert.not(/[^\r]\n/.test(text));
});

/** Titles as YAML writes them, and whether a spreadsheet may run them. */
const formulas: readonly (readonly [title: string, isFormula: boolean])[] = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\\uff1d1', '\\uff0b1', '\\uff0d1', '\\uff20a'].map(yes),
  ...['\\ufe661', '\\ufe621', '\\ufe631', '\\ufe6ba', '\\u207c1', '\\u207a1'].map(yes),
  ...['\\u200b=1', '\\ufeff=1', '\\u2060=1', '\\u00ad=1', '\\u180e=1', '\\u3164=1'].map(yes),
  ...['\\u200e-1', '\\u061c+1', '\\ufe0f=1', '\\u034f=1', '\\u2800=1', '\\U000e0041=1'].map(yes),
  ...['\\u00a0=1', '\\u3000=1', '\\u2003@a', '\\u2028=1', '\\t=1', '\\r=1', ' \\n =1'].map(yes),
  ...['\\u200b \\ufeff \\uff1d1', '\\u0001=1', '\\u0085=1', '\\ufffe=1', '\\u202e=1'].map(yes),
  ...['a=1', '1+1', "'=1", '\\"=1\\"', '(=1)', '\\u2212 5', '\\u2013 a', '#a', 'a\\u200b=1'].map(
    no,
  ),
];

function yes(title: string): readonly [string, boolean] {
  return [title, true];
}

function no(title: string): readonly [string, boolean] {
  return [title, false];
}

csv('a cell that a spreadsheet may run is text, whatever stands unseen before the sign', () => {
  const files = formulas.map(([title], index) => [
    `articles/2024-01-05-a${index}.md`,
    articleFile(`title: "${title}"\ndate: 2024-01-05`),
  ]);
  const made = loadGood(Object.fromEntries(files) as Record<string, string>);
  const file = path.join(makeFolder(), 'a.csv');
  writeFileSync(file, exportText(made, 'csv'));
  const rows = JSON.parse(runProgram(pythonFile, ['-c', readCsv, file])) as Record<
    string,
    string
  >[];
  for (const [index, [title, isFormula]] of formulas.entries()) {
    const row = rows.find(({ id }) => id === `2024-01-05-a${index}`);
    assert.is(row?.['title']?.startsWith("'"), isFormula || title.startsWith("'"), title);
  }
});

csv.run();

const graphml = suite('GraphML');

const readGraph = `
import json, sys
import xml.etree.ElementTree as tree
ns = '{http://graphml.graphdrawing.org/xmlns}'
graph = tree.parse(sys.argv[1]).getroot()
keys = [key.get('id') for key in graph.iter(ns + 'key')]
data = lambda e: {d.get('key'): d.text for d in e.iter(ns + 'data')}
json.dump({
  'keys': keys,
  'nodes': {n.get('id'): data(n) for n in graph.iter(ns + 'node')},
  'edges': [[e.get('source'), e.get('target'), data(e)] for e in graph.iter(ns + 'edge')],
}, sys.stdout)
`;

for (const name of Object.keys(sites) as (keyof typeof sites)[]) {
  graphml(`${name}: it is well-formed, edges join nodes, data has declared keys`, () => {
    const file = path.join(makeFolder(), 'a.graphml');
    writeFileSync(file, exportText(sites[name], 'graphml'));
    runProgram('xmllint', ['--noout', '--nonet', file]);
    const graph = JSON.parse(runProgram(pythonFile, ['-c', readGraph, file])) as {
      keys: string[];
      nodes: Record<string, Record<string, string>>;
      edges: [string, string, Record<string, string>][];
    };
    const named = new Set(sites[name].articles.flatMap(({ actors }) => actors.map(({ id }) => id)));
    assert.equal(Object.keys(graph.nodes).sort(), [...named].sort());
    for (const [source, target, data] of graph.edges) {
      assert.ok(source in graph.nodes && target in graph.nodes);
      for (const key of Object.keys(data)) assert.ok(graph.keys.includes(key));
    }
    if (name !== 'made') return;
    const tie = graph.edges.find(([source, target]) => source === 'ann' && target === 'bo');
    // Alone in one item (1), with a third in another (1/2).
    assert.equal(tie?.[2], { weight: '1.5', count: '2', last: '2024-01-06' });
    assert.is(graph.nodes['ann']?.['items'], '2');
  });
}

graphml.run();

const ics = suite('iCalendar');

ics('another program reads the events', () => {
  const calendar = new ICAL.Component(ICAL.parse(exportText(site, 'ics')) as unknown[]);
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
  assert.equal(
    events.map(({ startDate, summary }) => [startDate.toString(), summary]),
    [
      [
        '2024-02-01',
        'The vote; a long line of text that has to be folded, with 日本語 in it and more words to come',
      ],
      ['2024-02-02', 'Again'],
      ['2024-02-03', 'Again'],
    ],
  );
  assert.is(new Set(events.map(({ uid }) => uid)).size, 3);
});

ics('lines are at most 75 octets and end in CRLF', () => {
  const text = exportText(site, 'ics');
  assert.not(/[^\r]\n/.test(text));
  const lines = text.split('\r\n');
  assert.ok(lines.some((line) => line.startsWith(' ')));
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.not(text.includes('\ufffd'));
});

ics('an event keeps its UID when its day moves', () => {
  const file = 'briefings/2024-01-05.md';
  const moved = loadGood({
    ...exportFiles,
    [file]: String(exportFiles[file]).replace('due: 2024-02-01', 'due: 2024-02-20'),
  });
  const uids = (text: string): unknown => text.match(/UID:.*/g);
  assert.equal(uids(exportText(moved, 'ics')), uids(exportText(site, 'ics')));
  assert.is.not(exportText(moved, 'ics'), exportText(site, 'ics'));
});

ics('without events it has a component that says nothing', () => {
  const read = (of: typeof site): ICAL.Component =>
    new ICAL.Component(ICAL.parse(exportText(of, 'ics')) as unknown[]);
  const empty = read(
    loadGood({ 'articles/2024-01-05-x.md': articleFile('title: X\ndate: 2024-01-05') }),
  );
  assert.equal(
    empty.getAllSubcomponents().map(({ name }) => name),
    ['vtimezone'],
  );
  assert.equal(read(site).getAllSubcomponents('vtimezone'), []);
});

ics.run();
