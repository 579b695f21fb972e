/** What the desk judges of an item, word for word the same in everything that readers get. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent } from '../support/build.ts';
import { makeContent } from '../support/site.ts';

/** Fields of front matter, and the line that readers are told. */
const table: readonly (readonly [fields: string, line: string])[] = [
  [
    'judgement: Kim will order more launchers\nlikelihood: likely\nconfidence: low',
    'Likely (55–80%): Kim will order more launchers · low confidence',
  ],
  [
    'judgement: Kim will <order> & wait\nlikelihood: unlikely',
    'Unlikely (20–45%): Kim will <order> & wait',
  ],
  [
    'judgement: The strait stays open\nconfidence: high',
    'Our judgement: The strait stays open · high confidence',
  ],
  ['judgement: The strait stays open', 'Our judgement: The strait stays open'],
  ['likelihood: almost certain', 'Almost certain (95–99%)'],
  [
    'likelihood: almost no chance\nconfidence: moderate',
    'Almost no chance (1–5%) · moderate confidence',
  ],
  ['confidence: moderate', 'Our judgement · moderate confidence'],
];

const content = makeContent({
  'site.yaml': [
    'title: The Line\nurl: https://line.example/\nlanguage: en\nzone: UTC\nauthority: line.example',
    'search: false\nemail: true\n',
  ].join('\n'),
  ...Object.fromEntries(
    table.map(([fields], index) => [
      `articles/2024-01-05-item-${index}.md`,
      `---\ntitle: Item ${index}\ndate: 2024-01-05\nsummary: It was said.\n${fields}\n---\n\nIt was said at length.\n`,
    ]),
  ),
  'articles/2024-01-05-calm.md': '---\ntitle: Calm\ndate: 2024-01-05\nsummary: So.\n---\n\nSo.\n',
});
const output = buildContent(content);

/** The outputs, and how a text stands in each. */
const outputs: Readonly<Record<string, (text: string) => string>> = {
  'the item’s page': (text) => textOf(text),
  'the day': (text) => textOf(text),
  'the mail': (text) => textOf(text),
  'the mail as text': (text) => text.replace(/\s+/g, ' '),
  'the RSS feed': (text) => textOf(unescape(text)),
  'the Atom feed': (text) => textOf(unescape(text)),
  'the JSON feed': (text) =>
    (JSON.parse(text) as { items: readonly { content_html: string }[] }).items
      .map((item) => textOf(item.content_html))
      .join(' '),
  'the RSS feed of briefings': (text) => textOf(unescape(text)),
};

const files: Readonly<Record<string, string>> = {
  'the day': '2024/01/05/index.html',
  'the mail': '2024/01/05/email.html',
  'the mail as text': '2024/01/05/email.txt',
  'the RSS feed': 'articles/feed.xml',
  'the Atom feed': 'articles/atom.xml',
  'the JSON feed': 'articles/feed.json',
  'the RSS feed of briefings': 'feed.xml',
};

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** HTML as a reader sees it. */
function textOf(html: string): string {
  return unescape(html.replace(/<[^<>]*>/g, '')).replace(/\s+/g, ' ');
}

const judgements = suite('judgements');

for (const [index, [fields, line]] of table.entries()) {
  for (const [what, read] of Object.entries(outputs)) {
    judgements(`${fields.replaceAll('\n', ', ')} in ${what}`, () => {
      const file = files[what] ?? `2024/01/05/item-${index}/index.html`;
      const found = read(readFileSync(path.join(output, file), 'utf8'));
      assert.ok(found.includes(line), `${line} is not in ${found}`);
    });
  }
}

judgements('an item without one has no such line', () => {
  const page = readFileSync(path.join(output, '2024/01/05/calm/index.html'), 'utf8');
  assert.not(page.includes('judgement'));
  const day = readFileSync(path.join(output, '2024/01/05/index.html'), 'utf8');
  assert.is(day.match(/class="judgement"/g)?.length, table.length);
});

judgements('the scale of the words is one tap away', () => {
  const day = readFileSync(path.join(output, '2024/01/05/index.html'), 'utf8');
  assert.ok(day.includes('href="/2024/01/05/item-0/#scale_"'));
  const page = readFileSync(path.join(output, '2024/01/05/item-0/index.html'), 'utf8');
  assert.ok(page.includes('href="#scale_"') && page.includes('id="scale_"'));
});

judgements.run();
