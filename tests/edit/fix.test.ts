import { mkdirSync, readFileSync, statSync, chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits } from '../../src/edit/contentText.ts';
import { findFixes } from '../../src/edit/fixContent.ts';
import { runCli } from '../support/cli.ts';
import { makeFolder, root, siteYaml, writeFiles } from '../support/site.ts';
import { createRandom } from '../support/random.ts';
import { enter, runAtTerminal } from '../support/terminal.ts';
import { hashTree } from '../support/tree.ts';

function mend(raw: string): string {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const source = { kind: 'article', file: 'x.md', relative: 'articles/x.md', text } as const;
  return applyEdits({ raw, source, entry: { ...source, location: '' } }, findFixes(source));
}

const front = (url: string): string => `---\ntitle: A\nsources: [{name: A, url: ${url}}]\n---\n`;

const table = suite('what --fix mends');

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['plain YAML', front('https://e.org/?a=1&utm_x=2'), front('https://e.org/?a=1')],
  ['quoted YAML', front('"https://e.org/?utm_x=2#f"'), front('"https://e.org/#f"')],
  ['quoted with an escape stays', front('"https://e.org/\\u0061?utm_x=2"'), ''],
  ['an archived address stays', front('https://e.org/, archived: "https://a.org/?utm_x=2"'), ''],
  ['an address in extra stays', '---\nextra: {a: "https://e.org/?utm_x=2"}\n---\n', ''],
  ['a link', '---\n---\n[a](https://e.org/?utm_x=1)', '---\n---\n[a](https://e.org/)'],
  [
    'a link with a title',
    '---\n---\n[a]( <https://e.org/?gclid=1> "t")',
    '---\n---\n[a]( <https://e.org/> "t")',
  ],
  [
    'a link on the next line',
    '---\n---\n> [a\n> b](https://e.org/?gclid=1)\n',
    '---\n---\n> [a\n> b](https://e.org/)\n',
  ],
  ['an autolink', '---\n---\n<https://e.org/?gclid=1>', '---\n---\n<https://e.org/>'],
  [
    'an image',
    '---\n---\n![a](https://e.org/a.png?gclid=1)',
    '---\n---\n![a](https://e.org/a.png)',
  ],
  [
    'an entity',
    '---\n---\n[a](https://e.org/?gclid=1&amp;b=2)',
    '---\n---\n[a](https://e.org/?b=2)',
  ],
  [
    'a definition',
    '---\n---\n[a]\n\n[a]: https://e.org/?gclid=1 "t"\n',
    '---\n---\n[a]\n\n[a]: https://e.org/ "t"\n',
  ],
  [
    'a definition that stands in code too stays',
    '---\n---\n[a]\n\n[a]: https://e.org/?gclid=1\n\n```\n[a]: https://e.org/?gclid=1\n```\n',
    '',
  ],
  [
    'the same address in code before the link',
    '---\n---\n`(https://e.org/?gclid=1)` [a](https://e.org/?gclid=1)',
    '---\n---\n`(https://e.org/?gclid=1)` [a](https://e.org/)',
  ],
  ['text and code', '---\n---\nhttps://e.org/?gclid=1\n\n    https://e.org/?gclid=1\n', ''],
  [
    'a table',
    '---\n---\n| [a](https://e.org/?gclid=1) | [a](https://e.org/?gclid=1) |\n|---|---|\n| b | [c](/?gclid=1) |\n',
    '---\n---\n| [a](https://e.org/) | [a](https://e.org/) |\n|---|---|\n| b | [c](/) |\n',
  ],
  [
    'a nested list',
    '---\n---\n- a\n  1. [b](https://e.org/?gclid=1)\n     [c](https://e.org/?gclid=2)\n',
    '---\n---\n- a\n  1. [b](https://e.org/)\n     [c](https://e.org/)\n',
  ],
  [
    'carriage returns and a byte order mark',
    '\ufeff---\r\ntitle: A\r\n---\r\na\r\n[a](https://e.org/?gclid=1)\r\nb\r\n',
    '\ufeff---\r\ntitle: A\r\n---\r\na\r\n[a](https://e.org/)\r\nb\r\n',
  ],
  [
    'direction controls in prose and front matter',
    '---\ntitle: A\u202eb\u202c\n---\nc \u2067d\u2069 e',
    '---\ntitle: Ab\n---\nc d e',
  ],
  ['direction controls beside Hebrew stay', '---\n---\n\u202eשלום\u202c', ''],
  ['direction controls in code stay', '---\n---\n`a\u202eb`\n\n```\n\u202e\n```\n', ''],
  [
    'both in one line',
    '---\n---\n\u202e[a](https://e.org/?utm_x=\u202e1)\u202c',
    '---\n---\n[a](https://e.org/)',
  ],
  [
    'an underlined heading',
    '---\n---\n[a](https://e.org/?gclid=1)\n===\n',
    '---\n---\n[a](https://e.org/)\n===\n',
  ],
  [
    'a wide character before',
    '---\n---\n😀 é [a](https://e.org/?gclid=1)',
    '---\n---\n😀 é [a](https://e.org/)',
  ],
];

for (const [name, before, after] of cases) {
  table(name, () => {
    const expected = after === '' ? before : after;
    const mended = mend(before);
    assert.is(mended, expected);
    assert.is(mend(mended), mended, 'twice changes nothing the second time');
  });
}

table('random texts: nothing but the parameters goes, and twice changes nothing', () => {
  const random = createRandom(7);
  const parts = [
    'a ',
    '\n',
    '\r\n',
    '> ',
    '- ',
    '`',
    '```\n',
    '[b](https://e.org/?gclid=1)',
    '<https://e.org/?gclid=1>',
    '| ',
    '|---|\n',
    '*',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '![',
    '&amp;',
    '\t',
    '    ',
  ];
  let mendings = 0;
  for (let round = 0; round < 3000; round++) {
    const length = 1 + Math.floor(random() * 14);
    const body = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join('');
    const before = `---\ntitle: A\n---\n${body}`;
    const after = mend(before);
    if (after !== before) mendings++;
    assert.is(
      after.replaceAll('?gclid=1', ''),
      before.replaceAll('?gclid=1', ''),
      JSON.stringify(before),
    );
    assert.is(mend(after), after, JSON.stringify(before));
  }
  assert.ok(mendings > 500, String(mendings));
});

table.run();

const command = suite('check --fix');
const dirty =
  '---\ntitle: A\ndate: 2024-01-05\nsummary: B.\nsources: [{name: A, url: "https://example.org/?utm_x=1"}]\n---\nA \u202e[b](https://example.org/?gclid=1).\n';

function makeSite(): string {
  const cwd = makeFolder();
  writeFiles(cwd, { 'content/site.yaml': siteYaml(), 'content/articles/a.md': dirty });
  return cwd;
}

command('shows the changes and writes nothing where nobody can be asked', () => {
  const cwd = makeSite();
  const before = hashTree(cwd);
  const { status, stdout, stderr } = runCli(['check', '--fix'], { cwd });
  assert.is(status, 0);
  assert.is(hashTree(cwd), before);
  assert.match(
    stdout,
    '-A \\u202e[b](https://example.org/?gclid=1).\n+A [b](https://example.org/).\n',
  );
  assert.not.match(stdout, '\u202e');
  assert.match(stderr, /--yes/);
  assert.is(stdout.trimEnd().split('\n').at(-1), 'content: 3 warnings');
});

command(
  '--yes writes, keeps rights, leaves nothing beside, and the second time changes nothing',
  () => {
    const cwd = makeSite();
    const file = path.join(cwd, 'content/articles/a.md');
    chmodSync(file, 0o640);
    const { stdout, status } = runCli(['check', '--fix', '--yes'], { cwd });
    assert.is(status, 0);
    assert.is(stdout.trimEnd().split('\n').at(-1), 'content: no problems');
    assert.is(statSync(file).mode & 0o777, 0o640);
    assert.is(
      readFileSync(file, 'utf8'),
      dirty.replace('?utm_x=1', '').replace('?gclid=1', '').replace('\u202e', ''),
    );
    const after = hashTree(cwd);
    const again = runCli(['check', '--fix', '--yes'], { cwd });
    assert.match(again.stderr, 'nothing to change');
    assert.is(hashTree(cwd), after);
  },
);

command('at a terminal it asks, and no is no', () => {
  const cwd = makeSite();
  const before = hashTree(cwd);
  const declined = runAtTerminal(['check', '--fix'], [['Change 1 file?', enter]], { cwd });
  assert.is(declined.status, 0, declined.screen);
  assert.is(hashTree(cwd), before);
  const { status, screen } = runAtTerminal(['check', '--fix'], [['Change 1 file?', 'y']], { cwd });
  assert.is(status, 0, screen);
  assert.not.match(readFileSync(path.join(cwd, 'content/articles/a.md'), 'utf8'), 'gclid');
});

command('with --json the result names the files', () => {
  const cwd = makeSite();
  const { stdout } = runCli(['check', '--fix', '--yes', '--json'], { cwd });
  assert.equal(JSON.parse(stdout), { errors: 0, warnings: 0, mended: ['content/articles/a.md'] });
});

command('--yes alone, and --fix with a log, are wrong usage', () => {
  assert.is(runCli(['check', '--yes']).status, 2);
  assert.is(runCli(['check', '--fix', '--format', 'sarif']).status, 2);
});

command('the sample site has nothing to mend', () => {
  const { stderr, status } = runCli(['check', '--fix'], { cwd: root });
  assert.is(status, 0);
  assert.match(stderr, 'nothing to change');
});

command('site.yaml is left alone, and so is a file that can’t be parsed', () => {
  const cwd = makeFolder();
  mkdirSync(path.join(cwd, 'content/articles'), { recursive: true });
  writeFileSync(
    path.join(cwd, 'content/site.yaml'),
    `${siteYaml()}licence: https://e.org/?utm_x=1\n`,
  );
  writeFileSync(
    path.join(cwd, 'content/articles/a.md'),
    '---\ntitle: [\n---\n[a](https://e.org/?gclid=1)\n',
  );
  const before = hashTree(cwd);
  assert.is(runCli(['check', '--fix', '--yes'], { cwd }).status, 1);
  assert.is(hashTree(cwd), before);
});

command.run();
