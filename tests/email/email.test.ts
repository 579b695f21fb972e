/** The edition for mail: what mail programs take, how long, how wide, and what other programs read. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { maximumBytes } from '../../src/email/fitEmail.ts';
import { buildContent, copySample, edit, readOutput, rebuild } from '../support/build.ts';
import { pythonFile, runProgram } from '../support/programs.ts';
import {
  articleFile,
  makeContent,
  makeFolder,
  root,
  siteYaml,
  writeFiles,
} from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('the edition for mail');

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null;
}

const sample = copySample();
writeFiles(sample, { 'assets/a.txt': 'a' });
edit(sample, 'site.yaml', /$/, '\nemail: true\n');
const long = makeContent({
  'site.yaml': siteYaml('email: true\npublisher: {name: Büro, email: desk@test.example}\n'),
  'briefings/2024-01-06.md': `---\ndate: 2024-01-06\ntitle: A long note\n---\n\n${'Words and words. '.repeat(9000)}\n`,
  ...Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [
      `articles/2024-01-05-item-${index}.md`,
      articleFile(
        `title: Item ${index}\ndate: 2024-01-05\nsummary: ${'Long is the summary of it. '.repeat(20)}`,
      ),
    ]),
  ),
});
const sites = [
  { name: 'sample', content: sample, days: 25 },
  { name: 'hard', content: path.join(root, 'tests/sites/hard/content'), days: 7 },
  { name: 'arabic', content: path.join(root, 'tests/sites/arabic/content'), days: 4 },
  { name: 'long', content: long, days: 2 },
].map((site) => ({ ...site, output: buildContent(site.content) }));
const outputOf = (name: string): string => sites.find((site) => site.name === name)!.output;
const filesOf = (output: string, name: string): readonly string[] =>
  listFiles(output).filter((file) => path.basename(file) === name);

for (const { name, output, days } of sites) {
  test(`${name}: every day has its three files`, () => {
    for (const file of ['email.html', 'email.txt', 'email.eml']) {
      assert.is(filesOf(output, file).length, days, file);
    }
  });

  test(`${name}: a page needs nothing from elsewhere, and each of its texts has its own style`, () => {
    for (const file of filesOf(output, 'email.html')) {
      const html = readOutput(output, file);
      assert.ok(Buffer.byteLength(html) <= maximumBytes, file);
      const elements = elementsOf(html);
      for (const element of elements) {
        const { tagName } = element;
        assert.not.match(
          tagName,
          /^(?:script|link|form|input|button|iframe|img|svg|video|object)$/,
        );
        const href = attribute(element, 'href');
        const isInNote = href?.includes('#fn') === true;
        if (href !== null && !isInNote) assert.match(href, /^(?:https?:|mailto:)/, file);
        if (/^(?:h1|h2|h3|ul)$/.test(tagName)) assert.ok(attribute(element, 'style'), tagName);
        if (tagName === 'a') assert.match(attribute(element, 'style') ?? '', 'color:');
        if (tagName === 'table') assert.is(attribute(element, 'role'), 'presentation');
      }
      assert.is(elements.filter(({ tagName }) => tagName === 'style').length, 1);
      assert.is(elements.filter(({ tagName }) => tagName === 'h1').length, 1);
    }
  });

  test(`${name}: no line of the text is wider than 72 columns but one that is an address`, () => {
    for (const file of filesOf(output, 'email.txt')) {
      for (const line of readOutput(output, file).split('\n')) {
        assert.ok(stringWidth(line) <= 72 || /^ *<?https?:\S+$/.test(line), `${file}: ${line}`);
      }
    }
  });
}

interface Parsed {
  readonly headers: Readonly<Record<string, string>>;
  readonly types: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly defects: number;
  readonly longest: number;
  /** Line feeds without a carriage return. */
  readonly bare: number;
}

/** Python's reader of RFC 5322 and MIME. */
const reader = `
import email, email.policy, json, sys
for file in sys.argv[1:]:
    data = open(file, 'rb').read()
    m = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(m.walk())
    headers = {k: str(v) for k, v in m.items()}
    headers['address'] = m['From'].addresses[0].addr_spec
    headers['name'] = m['From'].addresses[0].display_name
    headers['time'] = m['Date'].datetime.isoformat()
    print(json.dumps({'headers': headers, 'types': [p.get_content_type() for p in parts],
        'text': m.get_body(('plain',)).get_content(), 'html': m.get_body(('html',)).get_content(),
        'defects': sum(len(p.defects) for p in parts) + sum(len(v.defects) for v in m.values()),
        'longest': max(map(len, data.split(b'\\r\\n'))), 'bare': data.count(b'\\n') - data.count(b'\\r\\n')}))
`;

function readMessages(output: string): ReadonlyMap<string, Parsed> {
  const files = filesOf(output, 'email.eml');
  const paths = files.map((file) => path.join(output, file));
  const lines = runProgram(pythonFile, ['-c', reader, ...paths])
    .trimEnd()
    .split('\n');
  return new Map(files.map((file, index) => [file, JSON.parse(lines[index]!) as Parsed]));
}

for (const { name, output } of sites) {
  test(`${name}: Python reads each message as the page and the text`, () => {
    const ids = new Set<string>();
    for (const [file, message] of readMessages(output)) {
      const { headers } = message;
      const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
      const beside = (end: string): string => normal(readOutput(output, file.replace(/eml$/, end)));
      assert.is(message.defects, 0, file);
      assert.ok(message.longest <= 998, file);
      assert.is(message.bare, 0, file);
      assert.equal(message.types, ['multipart/alternative', 'text/plain', 'text/html']);
      assert.is(normal(message.text), beside('txt'));
      assert.is(normal(message.html), beside('html'));
      assert.is(headers['MIME-Version'], '1.0');
      assert.is(headers['To'], undefined);
      ids.add(headers['Message-ID']!);
    }
    assert.is(ids.size, filesOf(output, 'email.eml').length);
  });
}

test('headers in other scripts, the day in the site’s zone, an id from the authority', () => {
  const arabic = readMessages(outputOf('arabic')).get('2024/01/11/email.eml')!.headers;
  assert.is(arabic['Subject'], 'جلسات في لاهاي، 11 يناير 2024');
  assert.is(arabic['name'], 'مكتب النشرة');
  assert.is(arabic['address'], 'no-reply@arabic.example');
  assert.is(arabic['Message-ID'], '<2024-01-11.briefing@arabic.example>');
  assert.is(arabic['time'], '2024-01-11T00:00:00+03:00');
  assert.is(arabic['Content-Language'], 'ar');
  const raw = readOutput(outputOf('arabic'), '2024/01/11/email.eml');
  assert.match(raw.slice(0, raw.indexOf('\r\n\r\n')), /^[\r\n\x20-\x7e]*$/);
  const own = readMessages(outputOf('long')).get('2024/01/05/email.eml')!.headers;
  assert.equal([own['name'], own['address']], ['Büro', 'desk@test.example']);
});

test('Arabic runs from the right, and an item in another script its own way', () => {
  const html = readOutput(outputOf('arabic'), '2024/01/11/email.html');
  assert.match(html, '<html lang="ar" dir="rtl">');
  assert.match(html, /<table [^>]*lang="ar" dir="rtl"/);
  assert.match(readOutput(outputOf('hard'), '2024/01/05/email.html'), /<h2 lang="ar" dir="rtl"/);
});

test('a long day is cut between items, at the same place in all forms, and says so', () => {
  const html = readOutput(outputOf('long'), '2024/01/05/email.html');
  const text = readOutput(outputOf('long'), '2024/01/05/email.txt');
  const shown = html.match(/>Item \d+</g)?.length ?? 0;
  assert.ok(shown > 50 && shown < 150, String(shown));
  assert.ok(Buffer.byteLength(html) > maximumBytes * 0.97);
  assert.is(text.match(/^Item \d+$/gm)?.length, shown);
  assert.match(html, 'href="https://test.example/2024/01/05/"');
  for (const each of [html, text]) assert.match(each, 'read the rest on the site');
});

test('a note that is longer than a message leaves title and link', () => {
  const html = readOutput(outputOf('long'), '2024/01/06/email.html');
  assert.match(html, 'A long note');
  assert.match(html, 'read the rest on the site');
  assert.not.match(html, 'Words and words');
});

test('a day that fits says nothing of a rest', () => {
  assert.not.match(readOutput(outputOf('sample'), '2024/01/16/email.html'), 'the rest');
});

test('without email in site.yaml there is none', () => {
  const output = buildContent(path.join(root, 'tests/sites/zones/content'));
  assert.equal(
    listFiles(output).filter((file) => file.includes('email')),
    [],
  );
});

test('a layout of one’s own is in the page and in the message', () => {
  const layouts = makeFolder();
  writeFileSync(path.join(layouts, 'email.vto'), '<p>Mine: {{ view.title }}</p>\n');
  const output = buildContent(sites[1]!.content, '--layouts', layouts);
  assert.is(
    readOutput(output, '2024/12/30/email.html'),
    '<p>Mine: 日本の年, 30 December 2024</p>\n',
  );
  assert.match(readOutput(output, '2024/12/30/email.eml'), '<p>Mine: =E6=97=A5=E6=9C=AC');
});

test('a new article changes the three files of its day and no other’s; neither map nor search has them', () => {
  const output = outputOf('sample');
  const readAll = (): ReadonlyMap<string, string> =>
    new Map(listFiles(output).map((file) => [file, readOutput(output, file)]));
  const before = readAll();
  writeFiles(sample, {
    'articles/2024-01-16-quokkas.md': articleFile('title: Quokkas\ndate: 2024-01-16\ntopics: []'),
  });
  rebuild(sample, output);
  const after = readAll();
  const changed = [...after.keys()].filter(
    (file) => path.basename(file).startsWith('email.') && after.get(file) !== before.get(file),
  );
  assert.equal(changed, ['2024/01/16/email.eml', '2024/01/16/email.html', '2024/01/16/email.txt']);
  assert.not.match(readOutput(output, 'sitemap.xml'), 'email');
});

test.run();
