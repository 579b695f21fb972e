import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { load, JSON_SCHEMA } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findPlace } from '../../src/read/places.ts';
import { loadTerms } from '../../src/load/loadSite.ts';
import { buildSchemas } from '../../src/schemas/buildSchemas.ts';
import type { SchemaKind } from '../../src/schemas/contentSchemas.ts';
import { sampleContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { startLanguageServer, type LanguageServer } from '../support/languageServer.ts';
import { makeContent, makeFolder, root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv') as {
  default: new (options: object) => { compile: (schema: object) => (value: unknown) => boolean };
};

const schemas = buildSchemas(loadTerms(sampleContent));
const kinds = Object.keys(schemas) as readonly SchemaKind[];
const validators = Object.fromEntries(
  kinds.map((kind) => [kind, new Ajv({ strict: false }).compile(schemas[kind])]),
);

const test = suite('JSON Schemas');

test('every file of the sample site is valid', () => {
  let count = 0;
  for (const file of listFiles(sampleContent)) {
    const place = findPlace(file);
    if (place.kind !== 'source') continue;
    const text = readFileSync(path.join(sampleContent, file), 'utf8');
    const yaml = file === 'site.yaml' ? text : (text.split(/^---$/m)[1] ?? '');
    assert.ok(validators[place.source]?.(load(yaml, { schema: JSON_SCHEMA })), file);
    count++;
  }
  assert.ok(count > 150, String(count));
});

const cases: readonly (readonly [kind: SchemaKind, data: object, isValid: boolean])[] = [
  ['article', { title: 'A', date: '2024-01-05' }, true],
  ['article', { title: 'A' }, false],
  ['article', { title: 'A', date: '2024-01-05', titel: 'B' }, false],
  ['article', { title: 'A', date: '2024-01-05', topics: ['any other spelling'] }, true],
  ['article', { title: 'A', date: '2024-01-05', topics: [1] }, false],
  ['article', { title: 'A', date: '2024-01-05', actors: [{ actor: 'DPRK', role: 'x' }] }, true],
  ['article', { title: 'A', date: '2024-01-05', actors: [{ role: 'x' }] }, false],
  ['article', { title: 'A', date: '2024-01-05', likelihood: 'probable' }, false],
  ['actor', { name: 'A', type: 'king' }, false],
  ['story', { name: 'A', aliases: ['B'] }, true],
  ['story', { name: 'A', aliases: 'B' }, false],
  [
    'site',
    {
      title: 'A',
      url: 'https://e.org/',
      language: 'en',
      zone: 'UTC',
      check: { 'no-source': 'off' },
    },
    true,
  ],
  [
    'site',
    {
      title: 'A',
      url: 'https://e.org/',
      language: 'en',
      zone: 'UTC',
      check: { 'no-sauce': 'off' },
    },
    false,
  ],
];

for (const [kind, data, isValid] of cases) {
  test(`${kind} ${JSON.stringify(data)}`, () => assert.is(validators[kind]?.(data), isValid));
}

test('ids and names are choices, but not those of merged entries', () => {
  const folder = makeContent({
    'actors/a.md': '---\nname: Ann\ntype: person\n---\n',
    'actors/old.md': '---\nname: Old\ntype: person\nmergedInto: a\n---\n',
    'stories/ferry.md': '---\nname: The ferry\naliases: [Boat]\n---\n',
  });
  const { article } = buildSchemas(loadTerms(folder));
  assert.match(JSON.stringify(article), '"enum":["Ann","a"]');
  assert.match(JSON.stringify(article), '"enum":["The ferry","ferry"]');
  const text = JSON.stringify(schemas);
  assert.match(text, '"north-korea"');
  assert.match(text, '"KCNA"');
});

test('the same content gives the same bytes', () => {
  assert.is(JSON.stringify(buildSchemas(loadTerms(sampleContent))), JSON.stringify(schemas));
});

test('the command writes a file for each kind; settings.json names them all', () => {
  const cwd = makeFolder();
  const { status, stdout } = runCli(['schema', '--content', sampleContent], { cwd });
  assert.is(status, 0);
  const files = readdirSync(path.join(cwd, '.cache/schemas')).sort();
  assert.equal(files, kinds.map((kind) => `${kind}.json`).sort());
  assert.is(stdout.trimEnd().split('\n').length, files.length);
  const settings = JSON.parse(readFileSync(path.join(root, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  assert.equal(
    Object.keys(settings['yaml.schemas']).sort(),
    files.map((file) => `.cache/schemas/${file}`),
  );
});

test.run();

const editor = suite('completion in editors');

const folder = makeFolder();
let server: LanguageServer;
editor.before(async () => {
  runCli(['schema', '--content', sampleContent, '--output', folder]);
  server = await startLanguageServer();
});
editor.after(() => server.close());

/** `‸` marks the cursor. */
const completions: readonly (readonly [
  kind: SchemaKind,
  text: string,
  offered: readonly string[],
  others: readonly string[],
])[] = [
  [
    'article',
    'title: A\ntopics:\n  - ‸',
    ['missile-tests', 'Missile tests', 'Earthquakes'],
    ['north-korea'],
  ],
  [
    'article',
    'title: A\nactors:\n  - actor: ‸',
    ['north-korea', 'Kim Jong Un', 'ECOWAS'],
    ['missile-tests'],
  ],
  ['article', 'title: A\nactors: [‸]', ['north-korea', 'Kim Jong Un'], ['missile-tests']],
  ['article', 'title: A\nstory: ‸', ['red-sea-shipping'], ['north-korea']],
  ['article', 'title: A\nlikelihood: ‸', ['almost no chance', 'very likely'], ['probable']],
  ['article', 'title: A\nem‸', ['embargoed', 'editorNote'], ['name']],
  ['topic', 'name: A\nbroader: ‸', ['missiles'], ['north-korea']],
  ['actor', 'name: A\nrelated:\n  - actor: ‸', ['north-korea'], ['missiles']],
  ['site', 'title: A\ncheck:\n  no-source: ‸', ['error', 'warning', '"off"'], []],
  ['site', 'title: A\ncheck:\n  ‸', ['no-source', 'dead-link'], ['unknown-actor']],
];

for (const [index, [kind, marked, offered, others]] of completions.entries()) {
  editor(`${kind}: ${JSON.stringify(marked)}`, async () => {
    const comment = `# yaml-language-server: $schema=${path.join(folder, `${kind}.json`)}`;
    const isFront = kind !== 'site';
    const whole = isFront
      ? `---\n${comment}\n${marked}\n---\n\nA *body*.\n`
      : `${comment}\n${marked}\n`;
    const before = whole.slice(0, whole.indexOf('‸')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const file = path.join(folder, isFront ? `${index}.md` : `${index}.yaml`);
    const labels = await server.complete(file, whole.replace('‸', ''), position);
    for (const label of offered)
      assert.ok(labels.includes(label), `${label}: ${labels.join(', ')}`);
    for (const label of others) assert.not.ok(labels.includes(label), label);
  });
}

editor.run();
