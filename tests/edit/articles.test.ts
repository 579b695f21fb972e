/** `publish` and `tag`: what becomes of articles that meet conditions, byte by byte. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, type CliResult } from '../support/cli.ts';
import { articleFile, makeContent, type Files } from '../support/site.ts';
import { runAtTerminal } from '../support/terminal.ts';
import { hashTree } from '../support/tree.ts';

const terms: Files = {
  'topics/trade.md': '---\nname: Trade\naliases: [Commerce]\n---\n',
  'topics/tariffs.md': '---\nname: Tariffs\nbroader: trade\n---\n',
  'topics/old-trade.md': '---\nname: Barter\nmergedInto: trade\n---\n',
  'actors/ann.md': '---\nname: Ann Doe\ntype: person\n---\n',
  'actors/un.md': '---\nname: UN\ntype: organisation\naliases: [United Nations]\n---\n',
};
const file = 'articles/x.md';
const head = 'title: X\ndate: 2024-01-05\n';

interface Site {
  readonly content: string;
  readonly run: (...args: readonly string[]) => CliResult;
  readonly text: () => string;
}

function makeSite(files: Files): Site {
  const content = makeContent({ ...terms, ...files });
  const run: Site['run'] = (...args) => runCli(args, { cwd: path.dirname(content) });
  return { content, run, text: () => readFileSync(path.join(content, file), 'utf8') };
}

/** A file with a byte order mark and CRLF, to see that all of it stays. */
const odd = (front: string): string =>
  `\ufeff---\n${head}${front}\n---\n\nOf trade  \n\n- ships\n`.replaceAll('\n', '\r\n');

const publish = suite('publish');

/** Front matter of a draft before and after; null where it stays a draft, for a reason. */
const drafts: readonly (readonly [front: string, after: string | null, told?: RegExp])[] = [
  ['status: draft', 'status: usable'],
  ['status: draft # read me', 'status: usable # read me'],
  ['status: "draft"\nurgency: 2', 'status: "usable"\nurgency: 2'],
  ["status:   'draft'", "status:   'usable'"],
  ['extra: {status: draft}\nstatus: draft', 'extra: {status: draft}\nstatus: usable'],
  [
    'status: draft\nembargoed: 2099-01-01T00:00:00Z',
    'status: usable\nembargoed: 2099-01-01T00:00:00Z',
    /x\.md is embargoed until 2099-01-01T00:00:00Z/,
  ],
  [
    'status: draft\nembargoed: 2020-01-01T00:00:00Z',
    'status: usable\nembargoed: 2020-01-01T00:00:00Z',
  ],
  ['status: draft\ndateline: SEOUL # guess: the lead names it', null, /guess in line 5: the lead/],
  ['topics: [trade] # guess: a word\nstatus: draft', null, /guess in line 4: a word/],
  ['status: draft\nsummary: "a # guess: b"', 'status: usable\nsummary: "a # guess: b"'],
  ['status: draft\neditorNote: "To look at: no date"', null, /doubt in editorNote/],
  [
    'status: draft\neditorNote: "To do: embargoed:, for the text says \\"NOON\\""',
    null,
    /its report has an embargo/,
  ],
  ['status: draft\ntlp: amber', null, /TLP:AMBER is above the site's ceiling/],
  ['status: withheld', null, /no draft: its status is withheld/],
  ['status: usable', null, /no draft: its status is usable/],
];

for (const [front, after, told] of drafts) {
  publish(front, () => {
    const { run, text } = makeSite({ [file]: odd(front) });
    const { status, stderr } = run('publish', `content/${file}`, '--yes');
    assert.is(status, 0, stderr);
    assert.is(text(), odd(after ?? front));
    assert.match(stderr, told ?? /^1 file changed$/m);
  });
}

publish('--with-guesses takes guesses and doubts, and nothing else', () => {
  const guessed = 'status: draft # guess: x\neditorNote: "To look at: y"';
  const { run, text } = makeSite({
    [file]: odd(guessed),
    'articles/red.md': articleFile(`${head}tlp: red\nstatus: draft`),
    'articles/open.md': articleFile(`${head}status: draft\neditorNote: "To do: embargoed:, z"`),
  });
  const { stdout } = run('publish', '--drafts', '--with-guesses', '--yes', '--json');
  assert.equal(JSON.parse(stdout), {
    published: [{ file: `content/${file}`, until: null }],
    held: [
      {
        file: 'content/articles/open.md',
        reasons: [
          'its report has an embargo: write embargoed:, or take the line out of editorNote',
        ],
      },
      {
        file: 'content/articles/red.md',
        reasons: ["TLP:RED is above the site's ceiling, TLP:CLEAR"],
      },
    ],
    files: [`content/${file}`],
  });
  assert.is(text(), odd(guessed.replace('draft', 'usable')));
});

/** Some articles, for conditions. */
const some: Files = {
  'articles/2024-01-05-a.md': articleFile(
    'title: A\ndate: 2024-01-05\ntopics: [tariffs]\nstatus: draft',
  ),
  'articles/2024-02-05-b.md': articleFile(
    'title: B of steel\ndate: 2024-02-05\nactors: [United Nations]\nsources: [A Paper]\nstatus: draft',
  ),
  'articles/2024-03-05-c.md': articleFile(
    'title: C\ndate: 2024-03-05\ntopics: [Commerce]\nactors: [un, ann]',
    'On steel.',
  ),
  'articles/2024-03-06-d.md': articleFile('title: D\ndate: 2024-03-06\nstatus: withheld'),
};

/** Conditions, and the articles that `publish` and `tag` would change. */
const conditions: readonly (readonly [args: string, published: string, tagged: string])[] = [
  ['--drafts', 'a b', 'a b'],
  ['--from 2024-02', 'b', 'b c d'],
  ['--to 2024-01', 'a', 'a'],
  ['--from 2024-01-06 --to 2024-02-28', 'b', 'b'],
  ['--topic trade', 'a', 'a c'],
  ['--topic COMMERCE --drafts', 'a', 'a'],
  ['--actor un', 'b', 'b c'],
  ['--source a-paper', 'b', 'b'],
  ['--text steel', 'b', 'b c'],
  ['content/articles/2024-01-05-a.md', 'a', 'a'],
  ['articles/2024-01-05-a.md articles/2024-03-05-c.md', 'a', 'a c'],
  ['articles/2024-01-05-a.md --from 2024-02', '', ''],
  ['--from 2030', '', ''],
];

const changedIn = (stdout: string): string =>
  Array.from(stdout.matchAll(/^\+\+\+ .*-(\w)\.md$/gm), ([, name]) => name).join(' ');

for (const [args, published, tagged] of conditions) {
  publish(`conditions: ${args}`, () => {
    const { content, run } = makeSite({ ...some, 'topics/new.md': '---\nname: New\n---\n' });
    const before = hashTree(content);
    const first = run('publish', ...args.split(' '));
    const second = run('tag', '--add-topic', 'new', ...args.split(' '));
    assert.is(changedIn(first.stdout), published, first.stderr);
    assert.is(changedIn(second.stdout), tagged, second.stderr);
    assert.equal([first.status, second.status], [0, 0]);
    assert.is(hashTree(content), before);
    if (published === '') assert.match(first.stderr, /no draft meets these conditions/);
    if (tagged === '') assert.match(second.stderr, /no article meets these conditions/);
  });
}

publish('articles with errors are told and left, and the others go', () => {
  const broken: Files = {
    'articles/2024-01-07-e.md': articleFile('title: E\ndate: 2024-13-07\nstatus: draft'),
    'articles/2024-01-08-f.md': articleFile(
      'title: F\ndate: 2024-01-08\nactors: [Nobody]\nstatus: draft',
    ),
    'articles/2024-01-09-g.md': 'no front matter\n',
    'articles/2024-01-10-h.md': articleFile('title: H\ndate: 2024-01-99'),
  };
  const { run } = makeSite({ ...some, ...broken });
  const { status, stdout, stderr } = run('publish', '--drafts', '--yes');
  assert.is(status, 1);
  assert.is(changedIn(stdout), 'a b');
  assert.match(stderr, /e\.md:3:7 error bad-date/);
  assert.match(stderr, /f\.md:4:10 error unknown-actor/);
  assert.not.match(stderr, /h\.md/);
  assert.match(stderr, /^2 articles with errors are left as they are$/m);
  const tag = run('tag', '--add-topic', 'trade', '--from', '2024', '--yes');
  assert.is(tag.status, 1);
  assert.match(tag.stderr, /^4 articles with errors are left as they are$/m);
});

publish('at a terminal it asks, and no is no', () => {
  const { content, text } = makeSite({ [file]: odd('status: draft') });
  const args = ['publish', '--drafts', '--content', content];
  assert.match(runAtTerminal(args, [['Change 1 file?', 'n']]).screen, /nothing was written/);
  assert.is(text(), odd('status: draft'));
  runAtTerminal(args, [['Change 1 file?', 'y']]);
  assert.is(text(), odd('status: usable'));
});

publish.run();

const tag = suite('tag');

/** Front matter, options, and front matter after; null where it is told and left. */
const tags: readonly (readonly [front: string, args: string, after: string | null])[] = [
  ['summary: S', '--add-topic Commerce', 'summary: S\ntopics: [trade]'],
  ['topics: []', '--add-topic trade', 'topics: [trade]'],
  ['topics:', '--add-topic trade', null],
  ['topics: [tariffs] # x', '--add-topic trade', 'topics: [tariffs, trade] # x'],
  [
    'topics:\n- tariffs # x\nurgency: 2',
    '--add-topic trade',
    'topics:\n- tariffs # x\n- trade\nurgency: 2',
  ],
  ['topics: [Commerce]', '--add-topic trade', 'topics: [Commerce]'],
  ['topics: [Barter]', '--add-topic trade', 'topics: [Barter]'],
  ['topics: [Barter, tariffs]', '--remove-topic trade', 'topics: [tariffs]'],
  ['topics: [trade, Commerce, tariffs]', '--remove-topic trade', 'topics: [tariffs]'],
  ['topics: [trade]\nurgency: 2', '--remove-topic trade', 'urgency: 2'],
  ['topics: [trade]', '--remove-topic trade --add-topic tariffs', 'topics: [tariffs]'],
  ['topics:\n  - trade\n  - tariffs', '--remove-topic tariffs', 'topics:\n  - trade'],
  ['topics: [tariffs]', '--remove-topic trade', 'topics: [tariffs]'],
  [
    'actors:\n  - actor: United Nations\n    role: host\n  - ann',
    '--remove-actor un --add-topic trade',
    'actors:\n  - ann\ntopics: [trade]',
  ],
  ['actors: [{actor: un, role: host}, ann]', '--remove-actor UN', 'actors: [ann]'],
  ['actors: [ann]', '--add-actor UN --remove-actor "Ann Doe"', 'actors: [un]'],
  ['actors: [un, # first\n  ann]', '--remove-actor un', null],
];

for (const [front, args, after] of tags) {
  tag(`${front}: ${args}`, () => {
    const { run, text } = makeSite({ [file]: odd(front) });
    const words = args.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
    const { status, stderr } = run('tag', ...words, '--from', '2024', '--yes');
    assert.is(text(), odd(after ?? front), stderr);
    if (after === null) assert.ok(status === 1 || status === 2);
    else assert.is(status, 0, stderr);
    if (after === front) assert.match(stderr, /1 article is tagged so already/);
  });
}

tag('a list that is full is left', () => {
  const actors = Array.from({ length: 250 }, (_, index) => `a${index}`);
  const files = actors.map((id) => [`actors/${id}.md`, `---\nname: N${id}\ntype: group\n---\n`]);
  const { run } = makeSite({
    ...(Object.fromEntries(files) as Files),
    [file]: odd(`actors: [${actors.join(', ')}]`),
  });
  const { status, stderr } = run('tag', '--add-actor', 'un', '--from', '2024', '--yes');
  assert.is(status, 2);
  assert.match(stderr, /x\.md is left as it is/);
});

const wrong: readonly (readonly [args: string, message: RegExp])[] = [
  ['publish', /say which articles/],
  ['publish nowhere.md', /nowhere\.md is no article/],
  ['publish --topic Trad', /"Trad" names no topic; did you mean "Trade"/],
  ['publish --from soon', /soon is no day/],
  ['publish --drafts --now soon', /--now soon/],
  ['tag --drafts', /say what to change/],
  ['tag --add-topic trade', /say which articles/],
  ['tag --add-topic Tarifs --drafts', /did you mean "Tariffs"/],
  ['tag --add-actor Anne --drafts', /"Anne" names no actor/],
  ['tag --add-topic trade --remove-topic Commerce --drafts', /trade is to be added and removed/],
];

for (const [args, message] of wrong) {
  tag(args, () => {
    const { content, run } = makeSite(some);
    const before = hashTree(content);
    const { status, stderr } = run(...args.split(' '), '--yes');
    assert.is(status, 2);
    assert.match(stderr, message);
    assert.is(hashTree(content), before);
  });
}

tag.run();
