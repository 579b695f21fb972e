/** Layouts of one's own, whole, in part and broken. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLayoutEngine } from '../../src/render/layoutEngine.ts';
import { buildContent, readOutput, rebuild, sampleNow } from '../support/build.ts';
import { runCli, type CliResult } from '../support/cli.ts';
import {
  articleFile,
  makeContent,
  makeFolder,
  root,
  writeFiles,
  type Files,
} from '../support/site.ts';
import { takeStock } from '../support/stat.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const content = makeContent({
  'articles/2024-01-05-one.md': articleFile(
    'title: One & <two>\ndate: 2024-01-05\nextra: {mood: "calm & <quiet>"}',
  ),
});
const article = '2024/01/05/one/index.html';
const plain = buildContent(content, '--layouts', path.join(root, 'layouts'));

function makeLayouts(files: Files): string {
  const layouts = makeFolder();
  writeFiles(layouts, files);
  return layouts;
}

function buildWith(files: Files): string {
  return buildContent(content, '--layouts', makeLayouts(files));
}

const own = suite('layouts of one’s own');

own('one layout takes the place of ours; all other pages stay as they are', () => {
  const output = buildWith({ 'article.vto': '<p>Mine: {{ view.title }}</p>\n' });
  assert.is(readOutput(output, article), '<p>Mine: One &amp; &lt;two&gt;</p>\n');
  assert.equal(listFiles(output), listFiles(plain));
  for (const file of listFiles(plain)) {
    if (file !== article) assert.is(readOutput(output, file), readOutput(plain, file), file);
  }
});

own('a layout of one’s own may use our base', () => {
  const output = buildWith({
    'article.vto': '{{ layout "base.vto" }}<p>Mine</p>{{ /layout }}',
  });
  assert.match(readOutput(output, article), /<!DOCTYPE html>[^]*<main[^]*<p>Mine<\/p>/);
});

own('a partial changes wherever our layouts include it', () => {
  const output = buildWith({ 'partials/feeds.vto': '<p>My feeds</p>\n' });
  const changed = listFiles(plain).filter(
    (file) => file.endsWith('.html') && readOutput(output, file) !== readOutput(plain, file),
  );
  assert.ok(changed.includes('articles/index.html'));
  for (const file of changed) assert.ok(readOutput(output, file).includes('<p>My feeds</p>'));
});

own('a style sheet takes the place of ours, with the theme behind it', () => {
  const output = buildWith({ 'style.css': 'body { color: var(--accent-light); }\n' });
  const style = readOutput(output, 'style.css');
  assert.match(style, /^body \{ color: var\(--accent-light\); \}\n[^]*--accent-light:#/);
});

own('an empty folder changes nothing', () => {
  assert.is(hashTree(buildWith({})), hashTree(plain));
});

own('extra reaches the layouts untouched, and is escaped where it is printed', () => {
  const output = buildWith({ 'article.vto': '<p>{{ view.extra.mood }}</p>' });
  assert.is(readOutput(output, article), '<p>calm &amp; &lt;quiet&gt;</p>');
});

own('only `safe` prints HTML as it is', () => {
  const output = buildWith({ 'article.vto': '{{ view.bodyHtml }}{{ view.bodyHtml |> safe }}' });
  assert.is(
    readOutput(output, article),
    '&lt;p&gt;A first paragraph.&lt;/p&gt;<p>A first paragraph.</p>',
  );
});

own('the folder named layouts in the working directory is taken without asking', () => {
  const cwd = makeFolder();
  writeFiles(cwd, { 'layouts/article.vto': 'By default' });
  const output = path.join(cwd, 'out');
  const { status } = runCli(
    ['build', '--content', content, '--output', output, '--now', sampleNow],
    { cwd },
  );
  assert.is(status, 0);
  assert.is(readOutput(output, article), 'By default');
});

own.run();

const broken = suite('broken layouts');
const output = path.join(makeFolder(), '_site');
rebuild(content, output, '--layouts', path.join(root, 'layouts'));
const stock = takeStock(output);

function fail(files: Files): CliResult {
  return runCli([
    ...['build', '--content', content, '--output', output],
    ...['--now', sampleNow, '--layouts', makeLayouts(files)],
  ]);
}

const mistakes: readonly (readonly [name: string, files: Files, message: RegExp])[] = [
  [
    'a field that the view does not have',
    { 'article.vto': '<p>\n{{ view.titel }}\n</p>' },
    /article\.vto:2: .*view\.titel.* undefined/,
  ],
  [
    'a field of a field that is not there',
    { 'article.vto': '<p></p>\n\n{{ view.nothing.more }}' },
    /article\.vto:3: /,
  ],
  ['a thing that is no text', { 'article.vto': '{{ view.item }}' }, /article\.vto:1: .*no text/],
  ['a tag that is not closed', { 'article.vto': '<p>\n{{ if view.title }}\n</p>' }, /article\.vto/],
  ['JavaScript that is none', { 'article.vto': '\n{{ view.title + }}' }, /article\.vto:2: /],
  [
    'an include that is not there',
    { 'article.vto': '{{ include "partials/none.vto" }}' },
    /partials\/none\.vto/,
  ],
  [
    'a mistake in a partial',
    { 'partials/feeds.vto': '<p>\n\n\n{{ view.none }}</p>' },
    /partials\/feeds\.vto:4: /,
  ],
  [
    'an include from outside the folders',
    { 'article.vto': '{{ include "../../../../etc/passwd" }}' },
    /there is no layout/,
  ],
];

for (const [name, files, message] of mistakes) {
  broken(`${name}: status 2, file and line, and the output untouched`, () => {
    const { status, stdout, stderr } = fail(files);
    assert.is(status, 2, stdout + stderr);
    assert.match(stderr, message);
    assert.not(/\n\s+at /.test(stderr), 'a stack trace');
    assert.is(takeStock(output), stock);
  });
}

broken.run();

const engine = suite('strict printing');

const prints: readonly (readonly [
  template: string,
  data: Record<string, unknown>,
  text: string,
])[] = [
  ['{{ a }}', { a: '<&>"\'' }, '&lt;&amp;&gt;&quot;&#39;'],
  ['{{ a }}', { a: null }, ''],
  ['{{ a }}', { a: 0 }, '0'],
  ['{{ a |> safe }}', { a: '<b>' }, '<b>'],
  ['{{ a ?? "none" }}', { a: null }, 'none'],
  ['{{ if a }}yes{{ else }}no{{ /if }}', { a: '' }, 'no'],
];

for (const [template, data, text] of prints) {
  engine(`${template} with ${JSON.stringify(data)} → ${text}`, async () => {
    const layouts = makeLayouts({ 'x.vto': template });
    const render = await createLayoutEngine([layouts]).load('x.vto');
    assert.is(await render(data), text);
  });
}

for (const [template, data] of [
  ['{{ a.b }}', { a: {} }],
  ['{{ a.b |> safe }}', { a: {} }],
  ['{{ a }}', { a: true }],
  ['{{ a }}', { a: ['x'] }],
  ['{{ a }}', { a: {} }],
] as const) {
  engine(`${template} with ${JSON.stringify(data)} is refused`, async () => {
    const layouts = makeLayouts({ 'x.vto': template });
    const render = await createLayoutEngine([layouts]).load('x.vto');
    let failed = false;
    await render(data).catch(() => {
      failed = true;
    });
    assert.ok(failed);
  });
}

engine(
  'the layouts of the repository print nothing unescaped but HTML and data of the views',
  () => {
    const files = listFiles(path.join(root, 'layouts')).filter((file) => file.endsWith('.vto'));
    const safe = files.flatMap((file) =>
      Array.from(
        readFileSync(path.join(root, 'layouts', file), 'utf8').matchAll(/\{\{([^}]*)\|>\s*safe/g),
        ([, expression]) => expression?.trim() ?? '',
      ),
    );
    assert.ok(safe.length > 0);
    // The data of a page has no `<` (`views/structuredData.ts`).
    for (const expression of safe) assert.match(expression, /Html$|^view\.dataJson$/);
  },
);

engine.run();
