import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli } from '../support/cli.ts';
import { articleFile, makeFolder, siteYaml, writeFiles } from '../support/site.ts';

const marker = 'quicksilver';

const test = suite('what was withdrawn');

interface Desk {
  readonly folder: string;
  readonly article: string;
}

/** A site with an article that says the marker in body and notes, among others. */
function makeDesk(): Desk {
  const folder = makeFolder();
  writeFiles(folder, { 'content/site.yaml': siteYaml() });
  mkdirSync(path.join(folder, 'content/articles'));
  for (let number = 0; number < 5; number++) {
    writeFiles(folder, {
      [`content/articles/2024-01-0${number + 1}-other.md`]: articleFile(
        `title: Other ${number}\ndate: 2024-01-0${number + 1}`,
        `Other text ${number}.`,
      ),
    });
  }
  const desk = { folder, article: path.join(folder, 'content/articles/2024-01-05-it.md') };
  write(desk, '');
  return desk;
}

function write({ article }: Desk, more: string, text = marker): void {
  const front = `title: ${text}\ndate: 2024-01-05\nsummary: ${text}\neditorNote: ${text}\n${more}`;
  writeFileSync(article, articleFile(front, `Nobody knows ${text}.\n\n**${text}**`));
}

function build({ folder }: Desk, ...more: readonly string[]): void {
  const args = ['build', '--now', '2026-01-01T00:00:00Z', ...more];
  const { status, stderr } = runCli(args, { cwd: folder });
  assert.is(status, 0, stderr);
}

/** Files of all caches that hold the marker. */
function findMarker({ folder }: Desk): readonly string[] {
  const root = path.join(folder, '.cache');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(marker))
    .map((file) => path.relative(root, file));
}

const withdrawals: readonly (readonly [name: string, withdraw: (desk: Desk) => void])[] = [
  ['an item that is withheld', (desk) => write(desk, 'status: withheld')],
  ['an item that is a draft again', (desk) => write(desk, 'status: draft')],
  ['an item under embargo', (desk) => write(desk, 'embargoed: 2099-01-01T00:00:00Z')],
  ['an item that is canceled', (desk) => write(desk, 'status: canceled')],
  ['an item that is gone', ({ article }) => rmSync(article)],
  ['a text that says something else', (desk) => write(desk, '', 'nothing')],
];

for (const [name, withdraw] of withdrawals) {
  test(`leaves the caches with the build that withdraws it: ${name}`, () => {
    const desk = makeDesk();
    build(desk);
    build(desk, '--output', 'other');
    assert.ok(findMarker(desk).length >= 4, 'the caches hold it before');
    withdraw(desk);
    build(desk);
    if (name.startsWith('a text')) build(desk, '--output', 'other');
    assert.equal(findMarker(desk), []);
  });
}

test('was never in the caches where it was never public', () => {
  const desk = makeDesk();
  write(desk, 'status: draft');
  build(desk);
  assert.equal(findMarker(desk), []);
});

test('comes back with the build that publishes it again', () => {
  const desk = makeDesk();
  build(desk);
  write(desk, 'status: withheld');
  build(desk);
  write(desk, '');
  build(desk);
  const page = path.join(desk.folder, '_site/2024/01/05/it/index.html');
  assert.match(readFileSync(page, 'utf8'), marker);
});

test.run();
