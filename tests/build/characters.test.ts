/**
 * Every code point below U+FFFF, as it is and as a reference, and every reference of HTML that has a name,
 * through bodies, titles, summaries and names, into everything that is written.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withoutForbidden } from '../../src/parse/characters.ts';
import { exportFormats } from '../../src/urls/paths.ts';
import { toSlug } from '../../src/urls/slug.ts';
import { buildContent } from '../support/build.ts';
import { pythonFile, runProgram } from '../support/programs.ts';
import { articleFile, makeContent, root, siteYaml, type Files } from '../support/site.ts';
import {
  elementsIn,
  forbiddenIn,
  isBalanced,
  parseHtml,
  textIn,
  textsIn,
  xmlFault,
} from '../support/strict.ts';
import { listFiles } from '../support/tree.ts';

/** Code points in one article; in the name of one topic, actor or story; in that of one source, at most. */
const perArticle = 512;
const perName = 256;
const perSource = 128;
const last = 0xffff;

const names = readFileSync(path.join(root, 'tests/support/htmlEntities.txt'), 'utf8')
  .replace(/^#.*\n/, '')
  .trim()
  .split(/\s+/);

const perNameFile = 300;
const nameFiles = Math.ceil(names.length / perNameFile);

function range(start: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

/** A text in YAML: every code point escaped. */
function inYaml(word: string, codes: readonly number[]): string {
  return `"${word} ${codes.map((code) => `\\u${hex(code)}`).join('')} end"`;
}

/** Letters that are nothing else, and private ones: some 54,000, which would make as many pages. */
function isPlainLetter(code: number): boolean {
  return code > last / 64 && /[\p{Lo}\p{Co}]/u.test(String.fromCharCode(code));
}

/** Names of sources, as many as there must be for each to make an address. */
function sourcesOf(word: string, codes: readonly number[]): readonly string[] {
  const name = `${word} ${hex(codes[0]!)}`;
  const text = withoutForbidden(String.fromCharCode(...codes));
  if (toSlug(`${name} ${text} end`) !== null) return [inYaml(name, codes)];
  // A few signs can't be in an address, and so not in such a name.
  if (codes.length === 1) return [];
  const middle = Math.ceil(codes.length / 2);
  return [codes.slice(0, middle), codes.slice(middle)].flatMap((half) => sourcesOf(word, half));
}

/** Every code point as it is, where a file may hold it, and as references of three kinds. */
function inMarkdown(codes: readonly number[]): string {
  const raw = codes.filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff));
  const text = (make: (code: number) => string): string => codes.map(make).join(' ');
  return [
    raw.map((code) => `x${String.fromCharCode(code)}x`).join(' '),
    text((code) => `x&#${code};x`),
    text((code) => `x&#x${hex(code)};x`),
    text((code) => `x&#${String(code).padStart(9, '0')};x`),
    `[a](/b/ "${text((code) => `&#${String(code).padStart(14, '0')};`)}")`,
    `![${text((code) => `&#x${hex(code)};`)}](/a.png)`,
    `\`\`\` ${text((code) => `&#${String(code).padStart(14, '0')};`)}\ncode\n\`\`\``,
    raw
      .slice(0, 64)
      .map((code) => `# h${String.fromCharCode(code)}h &#${code};`)
      .join('\n\n'),
  ].join('\n\n');
}

function makeFiles(): Files {
  const files: Record<string, string> = {
    'site.yaml': siteYaml(
      `email: true\nexports: [${exportFormats.join(', ')}]\nfeed: {items: 300}\n` +
        `description: ${inYaml('All', range(0, 256))}\npublisher: {name: ${inYaml('Desk', range(0, 256))}}`,
    ),
  };
  for (let start = 0; start <= last; start += perArticle) {
    const number = start / perArticle;
    const codes = range(start, perArticle);
    const day = `2024-01-${String(1 + (number % 16)).padStart(2, '0')}`;
    const say = (word: string): string => inYaml(`${word} ${number}`, codes);
    const rest = codes.filter((code) => !isPlainLetter(code));
    const sources = range(0, Math.ceil(rest.length / perSource)).flatMap((part) =>
      sourcesOf(`Source ${number}`, rest.slice(part * perSource, (part + 1) * perSource)),
    );
    for (const [half, of] of [codes.slice(0, perName), codes.slice(perName)].entries()) {
      const name = `${number}-${half}`;
      files[`topics/topic-${name}.md`] = `---\nname: ${inYaml(`Topic ${name}`, of)}\n---\n`;
      files[`stories/story-${name}.md`] = `---\nname: ${inYaml(`Story ${name}`, of)}\n---\n`;
      files[`actors/actor-${name}.md`] =
        `---\nname: ${inYaml(`Actor ${name}`, of)}\ntype: person\nsummary: ${say('Of')}\n` +
        `aliases: [${inYaml(`Alias ${name}`, of)}]\n---\n${inMarkdown(of.slice(0, 16))}\n`;
    }
    files[`articles/${day}-a-${number}.md`] = articleFile(
      `title: ${say('Title')}\ndate: ${day}\nsummary: ${say('Summary')}\ndateline: ${say('Place')}\n` +
        `authors: [${say('Author')}]\nimage: {src: /a.png, alt: ${say('Alt')}, credit: ${say('Credit')}}\n` +
        `topics: [topic-${number}-0, topic-${number}-1]\nactors: [{actor: actor-${number}-0, role: ${say('Role')}}, actor-${number}-1]\n` +
        `story: story-${number}-0\nsources: [${sources.join(', ')}]\n` +
        `corrections: [{date: 2024-02-01, text: ${say('Fix')}}]\nextra: {own: ${say('Extra')}}`,
      inMarkdown(codes),
    );
    // Without a summary the first paragraph stands for it.
    files[`articles/${day}-b-${number}.md`] = articleFile(
      `title: ${say('Also')}\ndate: ${day}\nstory: story-${number}-1`,
      `${codes.map((code) => `&#${code};`).join(' ')}.`,
    );
    files[`briefings/${day}.md`] =
      `---\ndate: ${day}\ntitle: ${say('Day')}\nsummary: ${say('Day')}\nkeyTakeaways: [${say('Takeaway')}]\n` +
      `watching: [{text: ${say('Watched')}, due: 2024-03-01}]\n---\n${inMarkdown(codes.slice(0, 64))}\n`;
  }
  for (let start = 0; start < names.length; start += perNameFile) {
    const some = names.slice(start, start + perNameFile);
    files[`articles/names-${start}.md`] = articleFile(
      `title: "${some
        .slice(0, 50)
        .map((name) => `&${name};`)
        .join('')}"\ndate: 2024-01-20`,
      some.map((name) => `[&${name};](/?&${name}; "&${name};") &${name} \`&${name};\``).join('\n'),
    );
  }
  return files;
}

const output = buildContent(makeContent(makeFiles()));
const files = listFiles(output);
const decoder = new TextDecoder('utf-8', { fatal: true });
const read = (file: string): string => decoder.decode(readFileSync(path.join(output, file)));
const named = (pattern: RegExp): readonly string[] => files.filter((file) => pattern.test(file));

const test = suite('every code point and every reference');

test('there is one of everything', () => {
  for (const end of ['feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'news-sitemap.xml']) {
    assert.ok(
      files.some((file) => file.endsWith(end)),
      end,
    );
  }
  for (const end of [
    '.opml',
    '.graphml',
    '.ics',
    '.csv',
    '.ndjson',
    '.sqlite',
    '.eml',
    'llms.txt',
  ]) {
    assert.ok(
      files.some((file) => file.endsWith(end)),
      end,
    );
  }
  assert.ok(named(/^2024\/01\/\d\d\/[ab]-\d+\/index\.html$/).length === 256);
});

test('no text has a forbidden character', () => {
  for (const file of files) {
    if (/\.(?:sqlite|png)$|^pagefind\//.test(file)) continue;
    assert.is(forbiddenIn(read(file)), null, file);
  }
});

test('XML is well-formed', () => {
  const documents = named(/\.(?:xml|opml|graphml|svg)$/);
  for (const file of documents) assert.is(xmlFault(read(file)), null, file);
  assert.ok(documents.length > 300);
});

test('libxml2 says the same of feeds', () => {
  const documents = ['feed.xml', 'articles/atom.xml', 'feeds.opml', 'data/network.graphml'];
  runProgram('xmllint', ['--noout', '--nonet', '--huge', ...documents], { cwd: output });
});

test('pages have no error of HTML, and what turns the direction ends in its element', () => {
  const blocks = /^(?:p|h[1-6]|td|th|figcaption|title|pre|cite|bdi)$/;
  for (const file of named(/\.html$/)) {
    const { nodes, errors } = parseHtml(read(file), 'page');
    assert.equal(errors, [], file);
    for (const element of elementsIn(nodes)) {
      if (!blocks.test(element.tagName)) continue;
      assert.ok(isBalanced(textIn(element.childNodes)), `${file} ${element.tagName}`);
    }
  }
});

test('JSON is read, and so is each line of NDJSON by who takes other breaks for lines too', () => {
  const documents = named(/\.json$/).map((file) => [file, read(file)] as const);
  const lines = read('data/site.ndjson')
    .trimEnd()
    .split(/[\n\u0085\u2028\u2029]/);
  for (const [file, text] of [...documents, ...lines.map((line) => ['a line', line] as const)]) {
    for (const each of textsIn(JSON.parse(text))) assert.is(forbiddenIn(each), null, file);
  }
});

test('what pages say of themselves as JSON-LD is read', () => {
  for (const file of named(/^2024\/.*\.html$/)) {
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(file)) ?? [];
    if (data === undefined) continue;
    for (const each of textsIn(JSON.parse(data))) assert.is(forbiddenIn(each), null, file);
  }
});

test('summaries in feeds end the directions that they begin', () => {
  const { items } = JSON.parse(read('articles/feed.json')) as {
    readonly items: readonly { readonly title: string; readonly summary: string }[];
  };
  assert.is(items.length, 256 + nameFiles);
  for (const { title, summary } of items) assert.ok(isBalanced(title) && isBalanced(summary));
});

test('the calendar is read, and its lines are as long as they may be', () => {
  const bytes = readFileSync(path.join(output, 'data/watching.ics'));
  const text = decoder.decode(bytes);
  const calendar = new ICAL.Component(ICAL.parse(text) as string);
  const events = calendar.getAllSubcomponents('vevent');
  assert.is(events.length, 16);
  for (const event of events) {
    assert.match(String(event.getFirstPropertyValue('summary')), /^Watched \d+ .* end$/s);
  }
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
  }
});

const readCsv = `
import csv, json, sys
json.dump(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True)), sys.stdout)
`;

test('the table is read, and no cell is a formula', () => {
  const file = path.join(output, 'data/articles.csv');
  const rows = JSON.parse(runProgram(pythonFile, ['-c', readCsv, file])) as string[][];
  assert.is(rows.length, 1 + 256 + nameFiles);
  for (const cell of rows.flat()) {
    assert.is(forbiddenIn(cell), null);
    assert.not(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell), cell);
  }
});

const readMail = `
import email, email.policy, json, sys
found = []
for name in json.load(sys.stdin):
    message = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
    parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
    found.append([sorted(message.keys()), message['subject'], str(message['from']), len(message.defects), parts])
json.dump(found, sys.stdout)
`;

test('messages have the headers that they should have, each of one line', () => {
  const messages = named(/\.eml$/).map((file) => path.join(output, file));
  const found = JSON.parse(
    runProgram(pythonFile, ['-c', readMail], { input: JSON.stringify(messages) }),
  ) as readonly [readonly string[], string, string, number, readonly string[]][];
  assert.is(found.length, 17);
  for (const [headers, subject, from, defects, parts] of found) {
    assert.equal(headers, [
      ...['Content-Language', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID'],
      'Subject',
    ]);
    assert.is(defects, 0);
    for (const text of [subject, from, ...parts]) assert.is(forbiddenIn(text), null);
    assert.not.match(subject + from, /[\r\n]/);
  }
  for (const file of messages) {
    const text = readFileSync(file, 'latin1');
    assert.not(/[^\r]\n|\r[^\n]/.test(text), file);
    const head = text.slice(0, text.indexOf('\r\n\r\n'));
    assert.match(head, /^[\t\r\n -~]*$/);
  }
});

const readDatabase = `
import json, sqlite3, sys
database = sqlite3.connect('file:' + sys.argv[1] + '?immutable=1', uri=True)
tables = [name for (name,) in database.execute("select name from sqlite_schema where type = 'table' and name not like '%search%'")]
json.dump([[cell for row in database.execute('select * from "' + table + '"') for cell in row if isinstance(cell, str)] for table in tables], sys.stdout)
`;

test('the database has no text with a forbidden character', () => {
  const file = path.join(output, 'data/site.sqlite');
  const tables = JSON.parse(runProgram(pythonFile, ['-c', readDatabase, file])) as string[][];
  assert.ok(tables.flat().length > 3000);
  for (const text of tables.flat()) assert.is(forbiddenIn(text), null);
});

test('what is allowed is there as it was written', () => {
  const html = read('2024/01/01/a-0/index.html');
  for (const part of ['xAx', 'x\u00a0x', 'x\u00adx', 'x&amp;x', 'x&lt;x', 'x\u01ffx']) {
    assert.ok(html.includes(part), part);
  }
  const feed = read('articles/feed.json');
  for (const letter of ['\u0430', '\u3042', '\u2028', '\u200f', '\ufeff', '\ufffd', '\uf8ff']) {
    assert.ok(feed.includes(letter), letter);
  }
});

test.run();
