import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeChanges } from '../../src/edit/changes.ts';
import { mergeTerms, renameTerm } from '../../src/edit/changeTerm.ts';
import { TermError } from '../../src/edit/findTerm.ts';
import type { TermKind } from '../../src/edit/references.ts';
import { loadTerms } from '../../src/load/loadSite.ts';
import type { Site } from '../../src/model/site.ts';
import { copySample, loadContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, siteYaml, type Files } from '../support/site.ts';
import { runAtTerminal } from '../support/terminal.ts';
import { hashTree, listFiles } from '../support/tree.ts';

function change(
  content: string,
  action: 'rename' | 'merge',
  kind: TermKind,
  from: string,
  to: string,
): void {
  const make = action === 'rename' ? renameTerm : mergeTerms;
  writeChanges(make(loadTerms(content), kind, from, to).changes);
}

/** What each article refers to, and each term, as ids. */
function referencesOf(site: Site): unknown {
  return {
    articles: site.articles.map(({ id, topics, actors, story }) => ({
      id,
      topics,
      actors: actors.map((actor) => actor.id),
      story,
    })),
    stories: [...site.stories.values()].map(({ story: { id, topics, actors } }) => [
      id,
      topics,
      actors,
    ]),
    topics: [...site.topics.values()].map(({ topic: { id, broader } }) => [id, broader]).sort(),
    actors: [...site.actors.values()]
      .map(({ actor: { id, related, roles } }) => [
        id,
        related,
        roles.map(({ ofActor }) => ofActor),
      ])
      .sort(),
  };
}

const sample = suite('renames in the sample site');

const renames: readonly (readonly [kind: TermKind, from: string, to: string, id: string])[] = [
  ['actor', 'kcna', 'news-agency', 'news-agency'],
  ['actor', 'north-korea', 'Joseon', 'joseon'],
  ['actor', 'Kim Jong-un', 'kim', 'kim'],
  ['topic', 'missiles', 'rockets', 'rockets'],
  ['topic', 'missile-tests', 'Tests of rockets', 'tests-of-rockets'],
  ['story', 'red-sea-shipping', 'Ships in the Red Sea', 'ships-in-the-red-sea'],
];

for (const [kind, from, to, id] of renames) {
  sample(`${kind} ${from} → ${to}: every reference means what it meant`, () => {
    const content = copySample();
    const before = JSON.stringify(referencesOf(loadContent(content)));
    const { from: old } = renameTerm(loadTerms(content), kind, from, to);
    change(content, 'rename', kind, from, to);
    const site = loadContent(content);
    // Ids are sorted in some lists, so both sides are sorted as text.
    const sorted = (json: string): string =>
      [...json.matchAll(/"[^"]*"/g)].map(String).sort().join();
    const expected = before.replaceAll(`"${old.id}"`, `"${id}"`);
    assert.is(sorted(JSON.stringify(referencesOf(site))), sorted(expected));
    const folder = { actor: 'actors', topic: 'topics', story: 'stories' }[kind];
    assert.ok(
      site.redirects.some(
        (each) => each.from === `/${folder}/${old.id}/` && each.to === `/${folder}/${id}/`,
      ),
    );
    for (const file of listFiles(content)) {
      const text = readFileSync(path.join(content, file), 'utf8').replace(/^redirectFrom.*$/m, '');
      assert.not.match(text, new RegExp(`/${folder}/${old.id}/`), file);
      if (!file.startsWith('articles/')) continue;
      const lines = text.match(/^(?:topics|actors|story| {2}- ).*$/gm) ?? [];
      assert.not.ok(
        lines.some((line) => line.split(/[[\],\s]+/).includes(old.id)),
        file,
      );
    }
  });
}

sample('there and back again: the name alone differs, and nothing redirects to itself', () => {
  const content = copySample();
  change(content, 'rename', 'actor', 'kcna', 'news-agency');
  change(content, 'rename', 'actor', 'news-agency', 'kcna');
  const original = copySample();
  const changed = listFiles(content).filter(
    (file) =>
      readFileSync(path.join(content, file), 'utf8') !==
      readFileSync(path.join(original, file), 'utf8'),
  );
  assert.equal(changed, ['actors/kcna.md']);
  loadContent(content);
});

sample.run();

const bytes = suite('what changes in a file');

const actor = (name: string, more = ''): string => `---\nname: ${name}\ntype: group\n${more}---\n`;
const base: Files = { 'actors/old.md': actor('The Old'), 'actors/other.md': actor('Other') };

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a flow list', 'actors: [old, other] # old', 'actors: [new, other] # old'],
  ['quotes stay', 'actors: ["old", \'old\']', 'actors: ["new", \'new\']'],
  ['another spelling of the id', 'actors: [OLD]', 'actors: [new]'],
  [
    'the name and a title stay',
    'actors: [The Old]\nextra: {a: old}',
    'actors: [The Old]\nextra: {a: old}',
  ],
  [
    'a block list with roles',
    'actors:\n  - actor:   old   # who\n    role: old\n  - other',
    'actors:\n  - actor:   new   # who\n    role: old\n  - other',
  ],
];

for (const [name, before, after] of cases) {
  bytes(name, () => {
    const body =
      'old [old](/actors/old/) [feed](/actors/old/feed.xml) [older](/actors/older/) `/actors/old/`\r\n';
    const front = (lines: string): string =>
      `\ufeff---\r\ntitle: old\r\ndate: 2024-01-05\r\n${lines.replaceAll('\n', '\r\n')}\r\n---\r\n`;
    const content = makeContent({ ...base, 'articles/x.md': front(before) + body });
    change(content, 'rename', 'actor', 'old', 'new');
    const text = readFileSync(path.join(content, 'articles/x.md'), 'utf8');
    const links = body
      .replace('](/actors/old/)', '](/actors/new/)')
      .replace('/old/feed', '/new/feed');
    assert.is(text, front(after) + links);
  });
}

bytes('own file: the name, the former name, the redirect', () => {
  const content = makeContent({
    'actors/old.md':
      '---\nname: "The Old"  # its name\nformerNames:\n  - Older\ntype: group\nredirectFrom: [/a/]\n---\n\nText.\n',
  });
  change(content, 'rename', 'actor', 'old', 'The New');
  assert.is(
    readFileSync(path.join(content, 'actors/the-new.md'), 'utf8'),
    '---\nname: "The New"  # its name\nformerNames:\n  - Older\n  - The Old\ntype: group\nredirectFrom: [/a/, /actors/old/]\n---\n\nText.\n',
  );
});

bytes('site.yaml: pairs of feeds and the navigation', () => {
  const yaml = siteYaml(
    'nav: [{title: Old, url: /topics/old/}]\nfeed:\n  pairs:\n    - {actor: other, topic: old}',
  );
  const content = makeContent({
    ...base,
    'topics/old.md': '---\nname: A topic\n---\n',
    'topics/sub.md': '---\nname: Sub\nbroader: old\n---\n',
    'site.yaml': yaml,
  });
  change(content, 'rename', 'topic', 'old', 'new');
  assert.is(
    readFileSync(path.join(content, 'site.yaml'), 'utf8'),
    yaml.replace('/topics/old/', '/topics/new/').replace('topic: old', 'topic: new'),
  );
  assert.is(
    readFileSync(path.join(content, 'topics/sub.md'), 'utf8'),
    '---\nname: Sub\nbroader: new\n---\n',
  );
});

bytes.run();

const merges = suite('merge');

const lists: readonly (readonly [before: string, after: string])[] = [
  ['actors: [old]', 'actors: [other]'],
  ['actors: [old, other]', 'actors: [other]'],
  ['actors: [Other, old]', 'actors: [Other]'],
  ['actors: [third, old]', 'actors: [third, other]'],
  ['actors: [The Old]', 'actors: [The Old]'],
  [
    'actors:\n  - old\n  - actor: other\n    role: x\n  - third',
    'actors:\n  - actor: other\n    role: x\n  - third',
  ],
  [
    'actors:\n  - other\n  - actor: old\n    role: x\ncountries: [KR]',
    'actors:\n  - other\ncountries: [KR]',
  ],
  [
    'actors:\n  - other\n  - old # kept for this\n  - third',
    'actors:\n  - other\n  - other # kept for this\n  - third',
  ],
];

for (const [before, after] of lists) {
  merges(before, () => {
    const front = (lines: string): string => articleFile(`title: A\ndate: 2024-01-05\n${lines}`);
    const content = makeContent({
      ...base,
      'actors/third.md': actor('Third'),
      'articles/x.md': front(before),
    });
    change(content, 'merge', 'actor', 'old', 'other');
    assert.is(readFileSync(path.join(content, 'articles/x.md'), 'utf8'), front(after));
    assert.is(
      readFileSync(path.join(content, 'actors/old.md'), 'utf8'),
      actor('The Old', 'mergedInto: other\n'),
    );
    const site = loadContent(content);
    assert.ok(
      site.redirects.some(({ from, to }) => from === '/actors/old/' && to === '/actors/other/'),
    );
    assert.ok(site.articles[0]?.actors.some(({ id }) => id === 'other'));
  });
}

merges('a story goes, and its addresses lead to the other', () => {
  const content = makeContent({
    'stories/a.md': '---\nname: A\nredirectFrom: [/a/]\n---\nText.\n',
    'stories/b.md': '---\nname: B\n---\n',
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nstory: a'),
  });
  change(content, 'merge', 'story', 'a', 'b');
  const site = loadContent(content);
  assert.equal([...site.stories.keys()], ['b']);
  assert.is(site.articles[0]?.story, 'b');
  assert.equal(
    // Feeds follow their pages.
    site.redirects.flatMap(({ from, to }) => (from.endsWith('/') ? [[from, to]] : [])),
    [
      ['/a/', '/stories/b/'],
      ['/stories/a/', '/stories/b/'],
    ],
  );
});

merges('whatever names a story that goes names the other, and no list is left behind', () => {
  const content = makeContent({
    'stories/a.md': '---\nname: The long strike\naliases: [Dock strike]\n---\n',
    'stories/b.md': '---\nname: B\n---\n',
    ...Object.fromEntries(
      ['a', 'A', 'The long strike', 'DOCK strike', 'b', '"dock-strike"'].map((story, index) => [
        `articles/x${index}.md`,
        articleFile(`title: A ${index}\ndate: 2024-01-05\nstory: ${story}`),
      ]),
    ),
  });
  change(content, 'merge', 'story', 'dock strike', 'B');
  assert.equal(
    loadContent(content).articles.map(({ story }) => story),
    ['b', 'b', 'b', 'b', 'b', 'b'],
  );
});

merges('a story that is renamed keeps its old name as an alias', () => {
  const content = makeContent({
    'stories/a.md': '---\nname: The long strike\n---\n',
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nstory: the LONG strike'),
  });
  change(content, 'rename', 'story', 'The long strike', 'The strike of 2024');
  assert.match(
    readFileSync(path.join(content, 'stories/the-strike-of-2024.md'), 'utf8'),
    'aliases: [The long strike]',
  );
  assert.is(loadContent(content).articles[0]?.story, 'the-strike-of-2024');
});

merges.run();

const refusals = suite('what is refused');

const topics = {
  'topics/wide.md': '---\nname: Wide\n---\n',
  'topics/narrow.md': '---\nname: Narrow\nbroader: wide\n---\n',
};
const refused: readonly (readonly ['rename' | 'merge', TermKind, string, string, RegExp])[] = [
  ['rename', 'actor', 'nobody', 'x', /names no actor/],
  ['rename', 'actor', 'Othr', 'x', /did you mean "Other"/],
  ['rename', 'actor', 'old', 'other', /"other" is a name of another actor/],
  ['rename', 'actor', 'old', 'OTHER', /is a name of another actor/],
  ['rename', 'actor', 'old', 'old', /what it is called/],
  ['rename', 'actor', 'old', '…', /makes no id/],
  ['rename', 'story', 'none', 'x', /no story/],
  ['merge', 'actor', 'old', 'The Old', /the same actor/],
  ['merge', 'actor', 'gone', 'other', /merged into old already/],
  ['merge', 'actor', 'other', 'gone', /merged into old itself/],
  ['merge', 'topic', 'wide', 'narrow', /broader/],
];

for (const [action, kind, from, to, message] of refused) {
  refusals(`${action} ${kind} ${from} ${to}`, () => {
    const content = makeContent({
      ...base,
      ...topics,
      'actors/gone.md': actor('Gone', 'mergedInto: old\n'),
    });
    const before = hashTree(content);
    try {
      change(content, action, kind, from, to);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, TermError);
      assert.match((error as TermError).message, message);
    }
    assert.is(hashTree(content), before);
  });
}

refusals('a file that changed in the meantime', () => {
  const content = makeContent(base);
  const { changes } = renameTerm(loadTerms(content), 'actor', 'old', 'new');
  change(content, 'rename', 'actor', 'old', 'third');
  const before = hashTree(content);
  assert.throws(() => writeChanges(changes));
  assert.is(hashTree(content), before);
});

refusals.run();

const command = suite('dateline rename');

command('shows what it would do; asks at a terminal; --yes does it', () => {
  const content = makeContent({
    ...base,
    'articles/x.md': articleFile('title: A\ndate: 2024-01-05\nactors: [old]'),
  });
  const args = ['rename', 'actor', 'old', 'The New', '--content', content];
  const before = hashTree(content);
  const shown = runCli(args);
  assert.is(shown.status, 0, shown.stderr);
  assert.match(shown.stdout, '/actors/old/ redirects to /actors/the-new/');
  assert.match(shown.stdout, 'articles/x.md');
  assert.match(shown.stderr, '--yes');
  assert.match(runCli([...args, '--diff']).stdout, '+actors: [the-new]');
  assert.is(hashTree(content), before);
  const asked = runAtTerminal(args, [['Change 2 files?', 'n']]);
  assert.is(asked.status, 0, asked.screen);
  assert.is(hashTree(content), before);
  const { stdout } = runCli([...args, '--yes', '--json']);
  assert.equal(JSON.parse(stdout), {
    from: 'old',
    to: 'the-new',
    files: [`${content}/actors/the-new.md`, `${content}/articles/x.md`],
  });
});

command('wrong kinds and names end with status 2', () => {
  const content = makeContent(base);
  assert.is(runCli(['rename', 'source', 'a', 'b', '--content', content]).status, 2);
  assert.is(runCli(['merge', 'actor', 'a', 'b', '--content', content]).status, 2);
  assert.is(runCli(['merge', 'actor', 'a']).status, 2);
});

command.run();
