/**
 * `rename` and `merge` on the made corpus: every file is what patterns alone say that it should be, no
 * other byte of any file differs, and old addresses redirect. `npm run soak` has 10,000 articles.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { actorName } from '../bench/corpus.ts';
import { buildContent, readOutput, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { expectLines, type ExpectedChange } from '../support/expectedLines.ts';
import { makeFolder } from '../support/site.ts';
import { writeSpelledCorpus } from '../support/spelledCorpus.ts';
import { listFiles } from '../support/tree.ts';

const articles = Number(process.env['DATELINE_CORPUS'] ?? 300);
const folder = makeFolder();
const content = path.join(folder, 'content');
writeSpelledCorpus(content, articles);

interface Case extends ExpectedChange {
  readonly args: readonly [action: string, kind: string, from: string, to: string];
  /** What becomes of the file of the term itself; null where it goes. */
  readonly own: ((text: string) => string) | null;
  /** What becomes of the file of the target. */
  readonly other?: (text: string) => string;
}

const front =
  (...lines: readonly string[]) =>
  (text: string): string =>
    text.replace(/\n---\n/, `\n${lines.join('\n')}\n---\n`);

const cases: readonly Case[] = [
  {
    args: ['rename', 'actor', 'actor-7', 'Someone Else'],
    ...{ key: 'actors', from: 'actor-7', to: 'someone-else', target: [] },
    name: [actorName(7), 'Someone Else'],
    own: (text) =>
      front(
        `formerNames: [${actorName(7)}]`,
        'redirectFrom: [/actors/actor-7/]',
      )(text.replace(`name: ${actorName(7)}`, 'name: Someone Else')),
  },
  {
    args: ['merge', 'actor', 'actor-8', 'actor-9'],
    ...{ key: 'actors', from: 'actor-8', to: 'actor-9', name: null },
    target: ['actor-9', actorName(9), 'Alias 9'],
    own: front('mergedInto: actor-9'),
  },
  {
    args: ['rename', 'topic', 'topic-1', 'subject-one'],
    ...{ key: 'topics', from: 'topic-1', to: 'subject-one', name: null, target: [] },
    own: front('redirectFrom: [/topics/topic-1/]'),
  },
  {
    args: ['merge', 'topic', 'topic-2', 'topic-3'],
    ...{ key: 'topics', from: 'topic-2', to: 'topic-3', name: null, target: ['topic-3'] },
    own: front('mergedInto: topic-3'),
  },
  {
    args: ['rename', 'story', 'story-0', 'first-story'],
    ...{ key: 'story', from: 'story-0', to: 'first-story', name: null, target: [] },
    own: front('redirectFrom: [/stories/story-0/]'),
  },
  {
    args: ['merge', 'story', 'story-1', 'story-2'],
    ...{ key: 'story', from: 'story-1', to: 'story-2', name: null, target: ['story-2'] },
    own: null,
    other: front('redirectFrom: [/stories/story-1/]'),
  },
];

/** Where their files and pages are. */
const pages = { actors: 'actors', topics: 'topics', story: 'stories' } as const;

/** Every file after a change, by its path. */
function expectTree(before: string, change: Case): ReadonlyMap<string, string> {
  const below = pages[change.key];
  const isMoved = change.args[0] === 'rename';
  return new Map(
    listFiles(before).flatMap((file): readonly [string, string][] => {
      const text = readFileSync(path.join(before, file), 'utf8');
      const after = expectLines(text, change);
      if (file === `${below}/${change.to}.md`) return [[file, change.other?.(after) ?? after]];
      if (file !== `${below}/${change.from}.md`) return [[file, after]];
      if (change.own === null) return [];
      return [[isMoved ? `${below}/${change.to}.md` : file, change.own(after)]];
    }),
  );
}

/** What diff(1) says of two folders but for the term's own file: files that differ, lines that went and came. */
function readDiff(
  before: string,
  after: string,
  own: readonly string[],
): Readonly<Record<'files' | 'removed' | 'added', readonly string[]>> {
  const { stdout } = spawnSync(
    'diff',
    ['-r', '-N', '-U0', ...own.flatMap((id) => ['-x', `${id}.md`]), before, after],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const lines = stdout.split('\n');
  const those = (pattern: RegExp): readonly string[] => lines.filter((line) => pattern.test(line));
  return {
    files: those(/^diff /),
    removed: those(/^-(?!-- )/),
    added: those(/^\+(?!\+\+ )/),
  };
}

const test = suite(`rename and merge in ${articles} articles`);

for (const change of cases) {
  const [action, kind, from, to] = change.args;
  test(`${action} ${kind} ${from} ${to}: these lines and no other byte`, () => {
    const before = path.join(makeFolder(), 'before');
    cpSync(content, before, { recursive: true });
    const started = performance.now();
    const { status, stdout, stderr } = runCli([
      ...[action, kind, from, to],
      ...['--yes', '--json', '--content', content],
    ]);
    const seconds = (performance.now() - started) / 1000;
    assert.is(status, 0, stderr);
    const { files } = JSON.parse(stdout) as { files: readonly string[] };
    const expected = expectTree(before, change);
    assert.equal(listFiles(content), [...expected.keys()].sort());
    for (const [file, text] of expected) {
      assert.is(readFileSync(path.join(content, file), 'utf8'), text, file);
    }
    const own =
      action === 'rename' || change.own === null ? [change.from, change.to] : [change.from];
    const diff = readDiff(before, content, own);
    for (const line of diff.removed) {
      const isReference = [change.from, change.name?.[0] ?? change.from].some((name) =>
        line.includes(name),
      );
      assert.ok(isReference, line);
    }
    assert.ok(diff.removed.length >= diff.added.length && diff.added.length > 0);
    const [inFiles, removed, added] = [diff.files, diff.removed, diff.added].map(
      ({ length }) => length,
    );
    assert.ok(files.length > (inFiles ?? 0) && files.length <= (inFiles ?? 0) + 2);
    console.log(
      `${change.args.join(' ')}: ${files.length} files written; −${removed} +${added} lines in ${inFiles} besides its own; ${seconds.toFixed(1)} s`,
    );
  });
}

test('the content has no errors, and old addresses redirect by rule and by page', () => {
  const { status, stderr } = runCli(['check', '--content', content, '--now', sampleNow]);
  assert.is(status, 0, stderr.slice(0, 2000));
  const output = buildContent(content);
  const rules = readOutput(output, '_redirects').split('\n');
  for (const { args, key, from, to } of cases) {
    const [old, target] = [from, to].map((id) => `/${pages[key]}/${id}/`);
    assert.ok(rules.includes(`${old} ${target} 301`), args.join(' '));
    const page = readOutput(output, `${pages[key]}/${from}/index.html`);
    assert.match(page, `<meta http-equiv="refresh" content="0; url=${target}">`);
    assert.match(page, `<link rel="canonical" href="https://corpus.example${target}">`);
    assert.match(readOutput(output, `${pages[key]}/${to}/index.html`), '<h1');
    for (const feed of ['feed.xml', 'atom.xml', 'feed.json']) {
      assert.ok(rules.includes(`${old}${feed} ${target}${feed} 301`), `${old}${feed}`);
    }
  }
});

test.run();
