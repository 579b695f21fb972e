/** Every command line that a document names is one that works: its command, its options, its npm script. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createProgram } from '../../src/cli/program.ts';
import { root } from '../support/site.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'src/README.md',
  'layouts/README.md',
];

const program = createProgram(false, () => undefined);
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Code of a document: its blocks line by line, with continued lines joined, and its spans. */
function findCode(markdown: string): readonly string[] {
  const blocks = Array.from(
    markdown.matchAll(/^ *```.*\n([^]*?)^ *```/gm),
    ([, block = '']) => block,
  );
  const rest = markdown.replace(/^ *```.*\n[^]*?^ *```/gm, '');
  const spans = Array.from(rest.matchAll(/`([^`]+)`/g), ([, span = '']) =>
    span.replace(/\s+/g, ' ').replaceAll('\\|', '|'),
  );
  return [...blocks.flatMap((block) => block.replace(/\\\n\s*/g, ' ').split('\n')), ...spans];
}

/** The command lines of the program in a piece of code, without `dateline`. */
function findCommands(code: string): readonly string[] {
  return Array.from(
    code.matchAll(/(?:^|[\s;&|(]|npx )(?<!\/)dateline((?: [^\s#|&>]+)+)/g),
    ([, rest = '']) => rest.trim(),
  ).filter((line) => !/^(?:=|is\b)/.test(line));
}

/** What is wrong with a command line; null where nothing is. */
function findFault(line: string): string | null {
  const [name = '', ...words] = line.split(' ');
  if (name.startsWith('<') || name.startsWith('--')) return null;
  let command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return `there is no command ${name}`;
  const [kind = ''] = words;
  command = command.commands.find((each) => each.name() === kind) ?? command;
  return findBadOption(command, words);
}

function findBadOption(command: Command, words: readonly string[]): string | null {
  const known = new Set(command.options.map(({ long }) => long));
  const options = words.flatMap((word) => /^\[?(--[a-z-]+)/.exec(word)?.[1] ?? []);
  const bad = options.find((option) => option !== '--help' && !known.has(option));
  return bad === undefined ? null : `${command.name()} has no ${bad}`;
}

const test = suite('documents');

for (const document of documents) {
  const code = findCode(readFileSync(path.join(root, document), 'utf8'));

  test(`${document}: every command line is one that works`, () => {
    for (const line of code.flatMap(findCommands)) assert.is(findFault(line), null, line);
  });

  test(`${document}: every npm script is there`, () => {
    const named = code.flatMap((each) =>
      Array.from(each.matchAll(/npm run ([a-z][a-z:]*)/g), ([, name = '']) => name),
    );
    for (const name of named) assert.ok(name in scripts, `npm run ${name}`);
  });
}

test('the README has a row for every command, with options that it has', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, section = ''] = /^## Commands\n([^]*?)^## /m.exec(readme) ?? [];
  const rows = Array.from(section.matchAll(/^\| (`[^|]+) \| ((?:\\\||[^|])+)\|$/gm));
  const named = new Set<string>();
  for (const [, names = '', text = ''] of rows) {
    const commands = Array.from(names.matchAll(/`([a-z]+)`/g), ([, name = '']) => name).map(
      (name) => program.commands.find((each) => each.name() === name),
    );
    const options = new Set(
      commands.flatMap((each) =>
        [each, ...(each?.commands ?? [])].flatMap((one) => one?.options.map(({ long }) => long)),
      ),
    );
    for (const each of commands) named.add(each?.name() ?? `no command of ${names}`);
    for (const [option] of text.matchAll(/(?<=`|`[^`]* )--[a-z-]+/g)) {
      assert.ok(option === '--help' || options.has(option), `${names}: ${option}`);
    }
  }
  assert.equal([...named].sort(), program.commands.map((each) => each.name()).sort());
});

test('the reader of documents finds what is wrong', () => {
  const code = findCode('Run `npx dateline biuld`, or\n\n```sh\nnpx dateline build --fast\n```\n');
  assert.equal(code.flatMap(findCommands).map(findFault), [
    'build has no --fast',
    'there is no command biuld',
  ]);
});

test.run();
