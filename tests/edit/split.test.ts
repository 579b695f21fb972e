import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeChanges } from '../../src/edit/changes.ts';
import { TermError } from '../../src/edit/findTerm.ts';
import type { TermKind } from '../../src/edit/references.ts';
import { splitTerm, type Split, type TermSplit } from '../../src/edit/splitTerm.ts';
import { loadTerms } from '../../src/load/loadSite.ts';
import { loadContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import type { Slug } from '../../src/urls/slug.ts';
import { articleFile, makeContent, siteYaml, type Files } from '../support/site.ts';
import { runAtTerminal } from '../support/terminal.ts';
import { hashTree, listFiles } from '../support/tree.ts';

interface Asked extends Partial<Omit<Split, 'choice'>> {
  readonly files?: readonly string[];
  readonly text?: string;
  readonly topic?: Slug;
}

/** A split of the actor `old` into `new`, where nothing else is asked. */
function split(content: string, { files = [], text, topic, ...asked }: Asked): TermSplit {
  const filter = { from: null, to: null, actor: null, story: null, source: null };
  return splitTerm(loadTerms(content), {
    ...{ kind: 'actor', from: 'old', to: 'new', name: 'New', summary: null },
    ...{ type: null, broader: null, aliases: [], isBoth: false },
    ...asked,
    choice: { filter: { ...filter, topic: topic ?? null }, files, text: text ?? null },
  });
}

const actor = (name: string, more = ''): string => `---\nname: ${name}\ntype: group\n${more}---\n`;
const read = (content: string, file: string): string =>
  readFileSync(path.join(content, file), 'utf8');
const base: Files = {
  'actors/old.md': actor('The Old', 'aliases: [Elder, Senior]\n'),
  'actors/other.md': actor('Other'),
  'actors/gone.md': actor('Gone', 'mergedInto: old\n'),
};

const lines = suite('what changes in an article');

/** `x.md` is chosen, and writes these lines. */
const cases: readonly (readonly [before: string, after: string, both: string])[] = [
  ['actors: [old, other] # old', 'actors: [new, other] # old', 'actors: [old, other, new] # old'],
  ['actors: ["The Old", \'OLD\']', 'actors: ["new"]', 'actors: ["The Old", \'OLD\', new]'],
  ['actors: [gone]', 'actors: [new]', 'actors: [gone, new]'],
  ['actors: ["The\\u0020Old"]', 'actors: ["new"]', 'actors: ["The\\u0020Old", new]'],
  ['actors: [Elder]', 'actors: [Elder]', 'actors: [Elder, old]'],
  ['actors: [old, Elder, other]', 'actors: [Elder, other]', 'actors: [old, Elder, other]'],
  [
    'actors:\n  - other\n  - actor:   old   # who\n    role: old\n# end\nextra: {a: old}',
    'actors:\n  - other\n  - actor:   new   # who\n    role: old\n# end\nextra: {a: old}',
    'actors:\n  - other\n  - actor:   old   # who\n    role: old\n  - new\n# end\nextra: {a: old}',
  ],
  [
    'actors:\n  - old\n  - actor: Senior\n    role: x\n  - other',
    'actors:\n  - actor: new\n    role: x\n  - other',
    'actors:\n  - old\n  - actor: Senior\n    role: x\n  - other\n  - new',
  ],
];

for (const [before, ...after] of cases) {
  for (const [index, isBoth] of [false, true].entries()) {
    lines(`${before}${isBoth ? ', both' : ''}`, () => {
      const front = (text: string): string =>
        `\ufeff---\r\ntitle: old\r\ndate: 2024-01-05\r\n${text.replaceAll('\n', '\r\n')}\r\n---\r\n`;
      const body = 'The Old [a](/actors/old/) [b](/actors/old/2024/) `/actors/old/`\r\n';
      const content = makeContent({ ...base, 'articles/x.md': front(before) + body });
      const files = ['articles/x.md'];
      writeChanges(split(content, { files, aliases: ['elder'], isBoth }).changes);
      const link = isBoth ? body : body.replace('old/)', 'new/)');
      assert.is(read(content, 'articles/x.md'), front(after[index] ?? '') + link);
      assert.is(read(content, 'actors/old.md'), actor('The Old', 'aliases: [Senior]\n'));
      assert.is(read(content, 'actors/new.md'), `${actor('New', 'aliases: [Elder]\n')}\n`);
      const actors = loadContent(content).articles[0]?.actors.map(({ id }) => String(id)) ?? [];
      assert.ok(actors.includes('new'));
      assert.is(actors.includes('old'), isBoth);
    });
  }
}

lines.run();

const names = suite('names that move');

/** The lists of the old entry: before, after, and in the new file. */
const lists: readonly (readonly [before: string, after: string, made: string])[] = [
  ['aliases: [A]\n', '', 'aliases: [A]\n'],
  ['aliases: [A] # one\nsummary: S\n', 'summary: S\n', 'aliases: [A]\n'],
  ['aliases: [A, C]\n', 'aliases: [C]\n', 'aliases: [A]\n'],
  ['aliases: [C, "A", a.]\n', 'aliases: [C]\n', 'aliases: [A, a.]\n'],
  ['aliases: [C, A, D, B]\n', 'aliases: [C, D]\n', 'aliases: [A, B]\n'],
  [
    'aliases:\n  - C # c\n  - A # a\n  # d\n  - D\n',
    'aliases:\n  - C # c\n  # d\n  - D\n',
    'aliases: [A]\n',
  ],
  ['aliases:\n  - A\nsummary: S\n', 'summary: S\n', 'aliases: [A]\n'],
  ['aliases:\n- A\n- C\n', 'aliases:\n- C\n', 'aliases: [A]\n'],
  [
    'aliases: [A, C]\nweakAliases: [B]\nformerNames:\n  - D\n  - B\n',
    'aliases: [C]\nformerNames:\n  - D\n',
    'aliases: [A]\nweakAliases: [B]\nformerNames: [B]\n',
  ],
];

for (const [before, after, made] of lists) {
  names(JSON.stringify(before), () => {
    const content = makeContent({
      'actors/old.md': actor('The Old', before),
      'articles/x.md': articleFile('title: X\ndate: 2024-01-05\nactors: [old, A]'),
    });
    const has = /\bB\b/.test(before);
    const change = split(content, { aliases: has ? ['A', 'B'] : ['A'] });
    writeChanges(change.changes);
    assert.is(read(content, 'actors/old.md'), actor('The Old', after));
    assert.is(read(content, 'actors/new.md'), `${actor('New', made)}\n`);
    assert.match(read(content, 'articles/x.md'), 'actors: [A]');
    loadContent(content);
  });
}

names('whoever is not chosen and writes one goes on meaning the old entry', () => {
  const files: Files = {
    ...base,
    'site.yaml': siteYaml(
      'nav: [{title: Elder, url: /actors/old/}]\nfeed:\n  pairs:\n    - {actor: Elder, topic: t}\n    - {actor: old, topic: t}',
    ),
    'topics/t.md': '---\nname: T\n---\n',
    'stories/s.md': '---\nname: S\nactors: [Elder, other]\n---\n',
    'stories/r.md': '---\nname: R\nactors: [Elder, old]\n---\n',
    'actors/third.md': actor('Third', 'related:\n  - {actor: Elder, type: ally}\n'),
    'articles/x.md': articleFile('title: X\ndate: 2024-01-05\nactors: [Elder]\ntopics: [t]'),
    'articles/y.md': articleFile('title: Y\ndate: 2024-01-06\nactors: [Elder, other]'),
    'articles/z.md': articleFile(
      'title: Z\ndate: 2024-01-06\nactors: [The Old]\neditorNote: Elder',
    ),
  };
  const content = makeContent(files);
  const change = split(content, {
    topic: 't' as Slug,
    aliases: ['Elder'],
  });
  writeChanges(change.changes);
  const expected: Record<string, string> = {
    'actors/old.md': actor('The Old', 'aliases: [Senior]\n'),
    'actors/new.md': `${actor('New', 'aliases: [Elder]\n')}\n`,
    'site.yaml': String(files['site.yaml']).replace('actor: Elder', 'actor: old'),
    'stories/s.md': '---\nname: S\nactors: [old, other]\n---\n',
    'stories/r.md': '---\nname: R\nactors: [old]\n---\n',
    'actors/third.md': actor('Third', 'related:\n  - {actor: old, type: ally}\n'),
    'articles/y.md': articleFile('title: Y\ndate: 2024-01-06\nactors: [old, other]'),
  };
  for (const file of listFiles(content)) {
    assert.is(read(content, file), expected[file] ?? files[file], file);
  }
  assert.equal(
    change.articles.map((file) => path.basename(file)),
    ['x.md'],
  );
  loadContent(content);
});

names.run();

const chosen = suite('which articles');

const newsroom: Files = {
  'topics/old.md': '---\nname: The Old\nbroader: wide\n---\n',
  'topics/wide.md': '---\nname: Wide\n---\n',
  'topics/side.md': '---\nname: Side\nbroader: wide\n---\n',
  'actors/ann.md': actor('Ann'),
  'stories/talks.md': '---\nname: Talks\n---\n',
  'articles/a.md': articleFile(
    'title: A fishery\ndate: 2024-01-05\ntopics: [old]\nactors: [Ann]\nsources: [A Paper]',
  ),
  'articles/b.md': articleFile(
    'title: B\ndate: 2024-02-05\ntopics: [The Old, side]\nstory: talks',
    'Of fish in the sea.',
  ),
  'articles/sub/c.md': articleFile(
    'title: C\ndate: 2024-03-05\ntopics: [old]\nstatus: draft\nsummary: Of fish in  the  Sea',
  ),
  'articles/d.md': articleFile(
    'title: D\ndate: 2024-03-05\ntopics: [side]',
    'Fish in the sea, the old.',
  ),
};

const choices: readonly (readonly [args: string, files: string])[] = [
  ['--from 2024-02', 'b c'],
  ['--to 2024-01', 'a'],
  ['--from 2024-01-06 --to 2024', 'b c'],
  ['--actor ANN', 'a'],
  ['--topic side', 'b'],
  ['--topic wide', 'a b c'],
  ['--story talks', 'b'],
  ['--source a-paper', 'a'],
  ['--text=fish', 'b c'],
  ['--text=of_fish_in_the_sea', 'b c'],
  ['--text=fish --to 2024-02', 'b'],
  ['--articles articles/a.md CONTENT/articles/b.md', 'a b'],
  ['--articles CONTENT/articles/sub/c.md articles/a.md --from 2024-02', 'c'],
];

for (const [args, files] of choices) {
  chosen(args, () => {
    const content = makeContent(newsroom);
    const list = args.split(' ').map((arg) => arg.replace('CONTENT', content).replaceAll('_', ' '));
    const common = ['--content', content, '--yes', '--json'];
    const { status, stdout, stderr } = runCli([
      'split',
      'topic',
      'The Old',
      'Fishing',
      ...list,
      ...common,
    ]);
    assert.is(status, 0, stderr);
    const { articles, from, to } = JSON.parse(stdout) as Record<'articles' | 'from' | 'to', string>;
    assert.equal([from, to], ['old', 'fishing']);
    assert.equal(
      Array.from(articles, (file) => path.basename(file, '.md')),
      files.split(' '),
    );
    for (const file of listFiles(path.join(content, 'articles'))) {
      const isChosen = files.split(' ').includes(path.basename(file, '.md'));
      assert.is(/^topics: .*fishing/m.test(read(content, `articles/${file}`)), isChosen, file);
    }
    assert.is(read(content, 'topics/fishing.md'), '---\nname: Fishing\nbroader: wide\n---\n\n');
    assert.is(runCli(['check', '--content', content]).status, 0);
  });
}

chosen.run();

const kinds = suite('each kind of entry');

const made: readonly (readonly [kind: TermKind, asked: Asked, file: string, text: string])[] = [
  [
    'actor',
    { to: 'John B', name: null, type: 'person', summary: 'He: one.' },
    'actors/john-b.md',
    '---\nname: John B\ntype: person\nsummary: "He: one."\n---\n\n',
  ],
  [
    'topic',
    { to: 'fish', name: 'Fish', broader: 'The Old' },
    'topics/fish.md',
    '---\nname: Fish\nbroader: old\n---\n\n',
  ],
  [
    'story',
    { to: 'second', name: 'The second' },
    'stories/second.md',
    '---\nname: The second\nstatus: developing\n---\n\n',
  ],
];

for (const [kind, asked, file, text] of made) {
  kinds(kind, () => {
    const content = makeContent({
      ...base,
      'topics/old.md': '---\nname: The Old\naliases: [Elder]\n---\n',
      'stories/old.md': '---\nname: The Old\n---\n',
      'articles/x.md': articleFile(
        'title: X\ndate: 2024-01-05\nactors: [old]\ntopics: [old]\nstory: old',
      ),
      'articles/y.md': articleFile(
        'title: Y\ndate: 2024-01-06\nactors: [old]\ntopics: [old]\nstory: old',
      ),
    });
    writeChanges(split(content, { kind, ...asked, files: ['articles/y.md'] }).changes);
    assert.is(read(content, file), text);
    const id = path.basename(file, '.md');
    // The newest is the first.
    const [second, first] = loadContent(content).articles.map(
      ({ actors, topics, story }) =>
        ({ actor: actors.map((each) => each.id), topic: topics, story: [story] })[kind],
    );
    assert.equal([first, second], [['old'], [id]]);
  });
}

kinds('no address is lost, by the ledger', () => {
  const content = makeContent({
    ...base,
    'articles/x.md': articleFile('title: X\ndate: 2023-01-05\nactors: [old]'),
    'articles/y.md': articleFile('title: Y\ndate: 2024-01-06\nactors: [old]'),
  });
  assert.is(runCli(['ledger', '--update', '--content', content]).status, 0);
  assert.match(read(content, 'ledger.tsv'), '/actors/old/2023/');
  writeChanges(split(content, { files: ['articles/x.md', 'articles/y.md'] }).changes);
  const { redirects, actors } = loadContent(content);
  assert.ok([...actors.values()].some(({ path: at }) => at === '/actors/old/'));
  assert.ok(
    redirects.some(({ from, to }) => from === '/actors/old/2023/' && to === '/actors/old/'),
  );
});

kinds.run();

const again = suite('again, and where it was interrupted');

const crowd: Files = {
  ...base,
  'articles/a.md': articleFile('title: A\ndate: 2024-01-05\nactors: [old]'),
  'articles/b.md': articleFile('title: B\ndate: 2024-01-05\nactors: [Elder, other]'),
  'articles/c.md': articleFile('title: C\ndate: 2024-01-05\nactors: [Gone]'),
  'articles/d.md': articleFile('title: D\ndate: 2023-01-05\nactors: [Elder]'),
  'stories/s.md': '---\nname: S\nactors: [Elder]\n---\n',
};

for (const isBoth of [false, true]) {
  again(`after each of its writes the same split ends it${isBoth ? ', both' : ''}`, () => {
    const files = ['articles/a.md', 'articles/b.md', 'articles/c.md'];
    const asked: Asked = { files, aliases: ['Elder'], isBoth };
    const whole = makeContent(crowd);
    const { changes } = split(whole, asked);
    writeChanges(changes);
    const hash = hashTree(whole);
    loadContent(whole);
    assert.throws(() => split(whole, asked), /there is an actor new already/);
    assert.ok(changes.length >= 6);
    for (let written = 1; written < changes.length; written++) {
      const content = makeContent(crowd);
      writeChanges(split(content, asked).changes.slice(0, written));
      writeChanges(split(content, asked).changes);
      assert.is(hashTree(content), hash, `after ${written} writes`);
    }
  });
}

again.run();

const refusals = suite('what is refused');

const refused: readonly (readonly [asked: Asked, message: RegExp])[] = [
  [{ from: 'nobody' }, /names no actor/],
  [{ from: 'gone' }, /gone is merged into old; split old/],
  [{ to: '…' }, /makes no id/],
  [{ name: null }, /--name/],
  [{ to: 'other' }, /there is an actor other already; choose another id/],
  [{ to: 'old' }, /there is an actor old already/],
  [{ to: 'broken' }, /there is an actor broken already/],
  [{ name: 'OTHER' }, /"OTHER" is a name of the actor other already/],
  [{ name: 'The old' }, /"The old" is a name of old; choose another/],
  [{ name: 'Gone' }, /"Gone" is a name of old/],
  [{ name: 'Elder' }, /"Elder" is a name of old.*--alias/],
  [{ to: 'elder' }, /"elder" is a name of old.*--alias/],
  [{ aliases: ['Other'] }, /"Other" is no alias of old, it has Elder, Senior/],
  [{ aliases: ['The Old'] }, /"The Old" is what old is called itself/],
  [{ files: [] }, /say whether the article that names old is meant.*--from/],
  [{ aliases: ['Senior'], files: [] }, /none of|is not meant|say wh/],
  [
    { text: 'nowhere' },
    /the article that names old is not meant; dateline list articles --actor old/,
  ],
  [{ files: ['articles/none.md'] }, /articles\/none\.md is no article/],
  [{ files: ['articles/y.md'] }, /y\.md does not name old; leave it out/],
  [{ from: 'other', files: [] }, /no article names other/],
  [{ kind: 'topic', type: 'person' }, /a topic has no type/],
  [{ kind: 'story', broader: 'old' }, /--broader/],
  [{ kind: 'story', isBoth: true }, /one story; leave out --both/],
  [{ kind: 'story', aliases: ['x'] }, /"x" is no alias of old, it has none/],
];

for (const [asked, message] of refused) {
  refusals(JSON.stringify(asked), () => {
    const content = makeContent({
      ...base,
      'actors/broken.md': '---\nname: [\n---\n',
      'topics/old.md': '---\nname: The Old\n---\n',
      'stories/old.md': '---\nname: The Old\n---\n',
      'articles/x.md': articleFile(
        'title: X\ndate: 2024-01-05\nactors: [old]\ntopics: [old]\nstory: old',
      ),
      'articles/y.md': articleFile('title: Y\ndate: 2024-01-05'),
    });
    const before = hashTree(content);
    try {
      split(content, { files: ['articles/x.md'], ...asked });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, TermError);
      assert.match((error as TermError).message, message);
    }
    assert.is(hashTree(content), before);
  });
}

refusals('an article with errors that names it', () => {
  const content = makeContent({
    ...base,
    'articles/x.md': articleFile('title: X\ndate: 2024-01-05\nactors: [old]'),
    'articles/y.md': articleFile('titel: Y\ndate: 2024-01-05\nactors: [Elder]'),
  });
  assert.throws(() => split(content, { text: 'paragraph' }), /y\.md has errors.*dateline check/);
});

refusals('a list from which nothing can be taken safely', () => {
  const content = makeContent({
    'actors/old.md': actor('The Old', 'aliases: [\n  A, # one\n  B,\n]\n'),
    'articles/x.md': articleFile('title: X\ndate: 2024-01-05\nactors: [A]'),
  });
  assert.throws(() => split(content, { aliases: ['A'] }), /actors\/old\.md: aliases/);
});

refusals.run();

const command = suite('dateline split');

command('shows what it would do; asks at a terminal; --yes does it', () => {
  const content = makeContent({
    ...base,
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nactors: [old]'),
    'articles/y.md': articleFile('title: B\ndate: 2024-01-05\nactors: [Elder]'),
    'articles/z.md': articleFile('title: C\ndate: 2023-01-05\nactors: [old]'),
  });
  const args = ['split', 'actor', 'old', 'The New', '--alias', 'Elder', '--from', '2024'];
  args.push('--content', content);
  const before = hashTree(content);
  const shown = runCli(args);
  assert.is(shown.status, 0, shown.stderr);
  assert.is(
    shown.stdout.replaceAll(`${content}/`, ''),
    [
      'split actor: old (The Old) → the-new (The New)',
      '  its names from now on: Elder',
      '  2 of 3 articles that named old name the-new:',
      '    articles/x.md',
      '    articles/y.md, as it is',
      '  actors/the-new.md is new',
      '  actors/old.md',
      '',
    ].join('\n'),
  );
  assert.match(shown.stderr, '--yes');
  assert.match(runCli([...args, '--diff']).stdout, '+actors: [the-new]');
  assert.is(hashTree(content), before);
  const asked = runAtTerminal(args, [['Change 3 files?', 'n']]);
  assert.is(asked.status, 0, asked.screen);
  assert.is(hashTree(content), before);
  const { stdout } = runCli([...args, '--yes', '--json']);
  assert.equal(JSON.parse(stdout), {
    from: 'old',
    to: 'the-new',
    articles: ['x', 'y'].map((name) => `${content}/articles/${name}.md`),
    files: ['actors/the-new.md', 'articles/x.md', 'actors/old.md'].map(
      (file) => `${content}/${file}`,
    ),
  });
});

for (const args of [
  'source a b',
  'actor old',
  'actor old new --name= --to 2024',
  'actor old new --name N --text=',
  'actor old new --name N --from then',
  'actor old new --name N --story none',
  'actor old new --name N --type king --to 2024',
]) {
  command(`split ${args}: status 2`, () => {
    const content = makeContent(base);
    assert.is(runCli(['split', ...args.split(' '), '--content', content]).status, 2);
  });
}

command.run();
