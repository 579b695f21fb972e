import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { slugOfTitle } from '../../src/edit/newFile.ts';
import { writeScalar } from '../../src/edit/frontText.ts';
import { parseFrontMatter } from '../../src/parse/frontMatter.ts';
import { runCli, type CliResult } from '../support/cli.ts';
import { makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { enter, runAtTerminal } from '../support/terminal.ts';
import { hashTree, listFiles } from '../support/tree.ts';

function makeSite(): string {
  const cwd = makeFolder();
  writeFiles(cwd, {
    'content/site.yaml': siteYaml().replace('zone: UTC', 'zone: Asia/Seoul'),
    'content/topics/arms.md': '---\nname: Arms control\naliases: [Arms]\n---\n',
    'content/topics/seas.md': '---\nname: Seas\n---\n',
    'content/actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n',
    'content/actors/old.md': '---\nname: Old\ntype: group\nmergedInto: kim\n---\n',
    'content/stories/talks.md': '---\nname: Talks\n---\n',
    'content/stories/done.md': '---\nname: Done\nstatus: closed\n---\n',
  });
  return cwd;
}

function make(cwd: string, args: string): CliResult {
  const words = args.match(/'[^']*'|\S+/g) ?? [];
  return runCli(['new', ...words.map((word) => word.replace(/^'|'$/g, ''))], { cwd });
}

const files = suite('new');

const cases: readonly (readonly [args: string, file: string, text: string])[] = [
  [
    "article --title 'A visit' --date 2024-01-05",
    'articles/2024/2024-01-05-a-visit.md',
    '---\ntitle: A visit\ndate: 2024-01-05\nid: 2024-01-05-a-visit\nstatus: draft\n---\n\n',
  ],
  [
    "article --title 'A: visit' --date 2024-01-05 --slug visit --summary 'So it was.' --dateline SEOUL --country KR --country KP --topic arms --topic SEAS --actor 'kim jong-un' --story TALKS --source Reuters --source 'The Paper https://example.org/a?b=1#c' --source https://www.example.org/ --status usable",
    'articles/2024/2024-01-05-visit.md',
    '---\ntitle: "A: visit"\ndate: 2024-01-05\nid: 2024-01-05-visit\nsummary: So it was.\ndateline: SEOUL\ncountries: [KR, KP]\ntopics: [arms, seas]\nactors: [kim]\nstory: talks\nsources:\n  - name: Reuters\n  - name: The Paper\n    url: "https://example.org/a?b=1#c"\n  - name: example.org\n    url: "https://www.example.org/"\n---\n\n',
  ],
  [
    "article --title 'Late at night' --now 2024-01-05T20:00:00Z",
    'articles/2024/2024-01-06-late-at-night.md',
    '---\ntitle: Late at night\ndate: 2024-01-06\nid: 2024-01-06-late-at-night\nstatus: draft\n---\n\n',
  ],
  ['briefing --date 2024-01-05', 'briefings/2024-01-05.md', '---\ndate: 2024-01-05\n---\n\n'],
  [
    "topic --name 'Sea lanes' --alias Lanes --broader Seas",
    'topics/sea-lanes.md',
    '---\nname: Sea lanes\naliases: [Lanes]\nbroader: seas\n---\n\n',
  ],
  [
    "actor --name 'The Ministry' --type organisation --id ministry --country KR",
    'actors/ministry.md',
    '---\nname: The Ministry\ntype: organisation\ncountry: KR\n---\n\n',
  ],
  [
    "story --name 'A long story' --alias 'The saga' --actor old",
    'stories/a-long-story.md',
    '---\nname: A long story\naliases: [The saga]\nstatus: developing\nactors: [kim]\n---\n\n',
  ],
];

for (const [args, file, text] of cases) {
  files(args, () => {
    const cwd = makeSite();
    const { status, stdout, stderr } = make(cwd, args);
    assert.equal([status, stdout, stderr], [0, `content/${file}\n`, '']);
    assert.is(readFileSync(path.join(cwd, 'content', file), 'utf8'), text);
    const check = runCli(['check', '--now', '2026-01-01T00:00:00Z'], { cwd });
    assert.is(check.status, 0, check.stderr);
  });
}

files('nothing is overwritten, in another folder either', () => {
  const cwd = makeSite();
  writeFiles(cwd, { 'content/articles/old/2024-01-05-a-visit.md': 'mine' });
  const before = hashTree(cwd);
  for (const args of [
    "article --title 'A visit' --date 2024-01-05",
    'topic --name Arms! --id arms',
    "story --name 'Talks'",
  ]) {
    const { status, stderr } = make(cwd, args);
    assert.is(status, 2, stderr);
    assert.match(stderr, 'already');
    assert.is(hashTree(cwd), before);
  }
});

const refused: readonly (readonly [args: string, message: RegExp])[] = [
  ['article', /--title is missing/],
  ["article --title ' '", /--title is empty/],
  ['article --title ★', /--slug/],
  ['article --title A --date 2024-02-30', /--date 2024-02-30/],
  ['article --title A --topic armss --actor Kin', /"armss" names no topic; did you mean "Arms"/],
  ["article --title A --actor 'Kim Jong On'", /did you mean "Kim Jong Un"/],
  ['article --title A --story Harvest', /"Harvest" names no story; dateline new story makes one/],
  ['article --title A --story Tolks', /"Tolks" names no story; did you mean "Talks"/],
  ['story --name TALKS --id other', /"TALKS" is a name of the story talks already/],
  ['story --name Other --alias talks', /"talks" is a name of the story talks already/],
  ['article --title A --status later', /--status is one of usable, draft/],
  ['article --title A --country Korea', /--country Korea/],
  ['topic', /--name is missing/],
  ['topic --name arms', /"arms" is a name of the topic arms already/],
  ['topic --name A --id A_B', /--id A_B is no id; write "a-b"/],
  ['actor --name A', /--type is missing/],
  ['actor --name A --type king', /--type is one of person/],
  ['briefings', /unknown command/],
];

for (const [args, message] of refused) {
  files(`new ${args}: status 2, and nothing is written`, () => {
    const cwd = makeSite();
    const before = hashTree(cwd);
    const { status, stderr } = make(cwd, args);
    assert.is(status, 2, stderr);
    assert.match(stderr, message);
    assert.is(hashTree(cwd), before);
  });
}

files('--json gives the file and its id', () => {
  const { stdout } = make(makeSite(), 'topic --name Seals --json');
  assert.equal(JSON.parse(stdout), { file: 'content/topics/seals.md', id: 'seals' });
});

files('--edit opens the file in $EDITOR, which may have arguments', () => {
  const cwd = makeSite();
  writeFiles(cwd, { 'my editor.sh': 'printf "%s" "$1 $2" > edited.txt\n' });
  const env = { VISUAL: undefined, EDITOR: 'sh "my editor.sh" --wait' };
  const { status, stderr } = runCli(['new', 'topic', '--name', 'Seals', '--edit'], { cwd, env });
  assert.is(status, 0, stderr);
  assert.is(readFileSync(path.join(cwd, 'edited.txt'), 'utf8'), '--wait content/topics/seals.md');
  const none = runCli(['new', 'topic', '--name', 'Whales', '--edit'], {
    cwd,
    env: { VISUAL: undefined, EDITOR: '' },
  });
  assert.is(none.status, 2);
  assert.not(existsSync(path.join(cwd, 'content/topics/whales.md')));
});

const longTitles: readonly (readonly [name: string, title: string, slug: string | null])[] = [
  ['words', 'word '.repeat(30), Array(16).fill('word').join('-')],
  ['more words', 'word '.repeat(2000), Array(16).fill('word').join('-')],
  ['200 letters', 'x'.repeat(200), 'x'.repeat(80)],
  ['201 letters', 'x'.repeat(201), 'x'.repeat(80)],
  [
    '201 characters in words',
    `${'a'.repeat(9)} `.repeat(20) + 'b',
    Array(8).fill('a'.repeat(9)).join('-'),
  ],
  ['80 letters', 'x'.repeat(80), 'x'.repeat(80)],
  ['80 letters and a word', `${'x'.repeat(80)} y`, 'x'.repeat(80)],
  // 66 letters of three bytes are 198 of 200.
  ['a headline in Chinese', '港'.repeat(201), '港'.repeat(66)],
  [
    'a headline in Korean',
    `${'항구'.repeat(4)} `.repeat(30),
    Array(8).fill('항구'.repeat(4)).join('-'),
  ],
  ['a headline in Russian', 'порт '.repeat(60), Array(16).fill('порт').join('-')],
  ['letters of two code units', '𠮟'.repeat(201), '𠮟'.repeat(40)],
  ['marks, which stay with their letter', 'कि'.repeat(101), 'कि'.repeat(33)],
  ['signs alone', '…'.repeat(201), null],
];
for (const [name, title, slug] of longTitles) {
  files(`a long headline makes a bounded slug: ${name}`, () => {
    assert.is(slugOfTitle(title), slug);
  });
}

files('a title of 201 characters becomes a file', () => {
  const cwd = makeSite();
  const title = `${'Ministers meet '.repeat(13)}soon.x`;
  assert.is(title.length, 201);
  const { status, stderr } = make(cwd, `article --title '${title}' --date 2024-01-05`);
  assert.is(status, 0, stderr);
  const slug = `${'ministers-meet-'.repeat(5)}mini`.replace(/-mini$/, '');
  assert.ok(existsSync(path.join(cwd, `content/articles/2024/2024-01-05-${slug}.md`)));
});

files('any text is read back from front matter as it was', () => {
  const texts =
    "true,no,~,1.5,2024-01-05,-,- a,a: b,a #b,#b,[a],{a},\"a\",'a',*a,&a,!a,|,>,%a,@a,`a,a\\b,é,日本,a, b ,?,: a,a:,it's,=,<<,0x1,1e3,.inf,---,...,a\u0085b".split(
      ',',
    );
  for (const text of [...texts, 'a,b', 'a\nb']) {
    for (const quote of [null, '"', "'"]) {
      const file = `---\nplain: ${writeScalar(text, quote)}\nflow: [${writeScalar(text, quote)}, x]\n---\n`;
      const front = parseFrontMatter(file, 'x.md', ({ message }) => assert.unreachable(message));
      const expected = text.replace('\u0085', '');
      assert.equal(front?.data, { plain: expected, flow: [expected, 'x'] }, file);
    }
  }
});

files.run();

const terminal = suite('new at a terminal');

terminal('asks for the headline, and finds topics, actors and stories as one types', () => {
  const cwd = makeSite();
  const { status, screen } = runAtTerminal(
    ['new', 'article', '--date', '2024-01-05'],
    [
      ['Headline', `A visit${enter}`],
      ['Topics', `arm\t${enter}`],
      ['Actors', `jong\t${enter}`],
      ['Story', `talk${enter}`],
    ],
    { cwd },
  );
  assert.is(status, 0, screen);
  assert.is(
    readFileSync(path.join(cwd, 'content/articles/2024/2024-01-05-a-visit.md'), 'utf8'),
    '---\ntitle: A visit\ndate: 2024-01-05\nid: 2024-01-05-a-visit\ntopics: [arms]\nactors: [kim]\nstory: talks\nstatus: draft\n---\n\n',
  );
});

terminal(
  'asks for nothing that options say; closed stories and merged actors are not offered',
  () => {
    const cwd = makeSite();
    const { status, screen } = runAtTerminal(
      ['new', 'article', '--title', 'A', '--date', '2024-01-05', '--topic', 'arms'],
      [
        ['Actors', enter],
        ['Story', enter],
      ],
      { cwd },
    );
    assert.is(status, 0, screen);
    assert.not.match(screen, 'Headline');
    assert.not.match(screen, 'Topics');
    assert.not.match(screen, 'Done');
    assert.not.match(screen, 'Old');
    const file = readFileSync(path.join(cwd, 'content/articles/2024/2024-01-05-a.md'), 'utf8');
    assert.not.match(file, 'story');
  },
);

terminal('asks for the type of an actor', () => {
  const cwd = makeSite();
  const { status, screen } = runAtTerminal(
    ['new', 'actor', '--name', 'The Ministry'],
    [['Type', `organ${enter}`]],
    { cwd },
  );
  assert.is(status, 0, screen);
  const file = readFileSync(path.join(cwd, 'content/actors/the-ministry.md'), 'utf8');
  assert.match(file, 'type: organisation');
});

terminal('broken off, nothing is written', () => {
  const cwd = makeSite();
  const before = hashTree(cwd);
  const { status, screen } = runAtTerminal(['new', 'article'], [['Headline', '\u0003']], { cwd });
  assert.is(status, 2, screen);
  assert.is(hashTree(cwd), before);
});

terminal.run();

const init = suite('init');

init('makes a site that builds', () => {
  const cwd = makeFolder();
  const made = runCli(
    ['init', 'site', '--title', 'A: b', '--url', 'https://e.example/x/', '--zone', 'Asia/Seoul'],
    { cwd },
  );
  assert.is(made.status, 0, made.stderr);
  const folder = path.join(cwd, 'site');
  assert.equal(listFiles(folder), [
    '.eleventy.js',
    '.gitignore',
    'content/pages/about.md',
    'content/site.yaml',
  ]);
  const check = runCli(['check'], { cwd: folder });
  assert.equal([check.status, check.stderr], [0, '']);
});

init('refuses a folder with content, and keeps what is there', () => {
  const cwd = makeFolder();
  writeFiles(cwd, { '.gitignore': 'mine\n' });
  const args = ['init', '--title', 'A', '--url', 'https://e.example/'];
  assert.is(runCli(args, { cwd }).status, 0);
  assert.is(readFileSync(path.join(cwd, '.gitignore'), 'utf8'), 'mine\n');
  const before = hashTree(cwd);
  const again = runCli(args, { cwd });
  assert.is(again.status, 2);
  assert.is(hashTree(cwd), before);
});

for (const args of [
  ['--title', 'A'],
  ['--url', 'https://e.example/'],
  ['--title', 'A', '--url', 'e.example'],
  ['--title', 'A', '--url', 'https://e.example/?a'],
  ['--title', 'A', '--url', 'https://e.example/', '--zone', 'Nowhere'],
  ['--title', 'A', '--url', 'https://e.example/', '--language', '-'],
]) {
  init(`init ${args.join(' ')}: status 2`, () => {
    const cwd = makeFolder();
    assert.is(runCli(['init', ...args], { cwd }).status, 2);
    assert.equal(listFiles(cwd), []);
  });
}

init.run();
