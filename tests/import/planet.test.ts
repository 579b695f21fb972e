/** A site's feed imported into another site: both are built, and ids and sources are the same. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import type { Site } from '../../src/model/site.ts';
import { toEntryId } from '../../src/urls/entryId.ts';
import { usualLimits } from '../../src/import/fetchUrl.ts';
import { gatherItems } from '../../src/import/gatherItems.ts';
import { runCliBeside } from '../support/cli.ts';
import { buildContent, edit, loadContent, readOutput, rebuild } from '../support/build.ts';
import { serveOutput } from '../support/server.ts';
import { articleFile, makeContent, makeFolder } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';

const siteOf = (title: string, url: string, authority: string, zone: string): string =>
  `title: ${title}\nurl: ${url}\nlanguage: en\nzone: ${zone}\nauthority: ${authority}\nsearch: false\nfeed:\n  items: 2\n`;

const graded = `sources:
  - name: Larn Post
    url: https://post.example/1
    published: 2024-03-01
    archived: https://archive.example/1
    language: ko
    reliability: B
    credibility: 2
  - Port authority`;

const theirs = makeContent({
  'site.yaml': siteOf('Theirs', 'https://theirs.example/', 'theirs.example', 'Asia/Seoul'),
  'topics/trade.md': articleFile('name: Trade', ''),
  'topics/harbours.md': articleFile('name: Harbours and ports', ''),
  'topics/whales.md': articleFile('name: Whales', ''),
  'actors/larn.md': articleFile('name: Larn\ntype: state\ncountry: NO', ''),
  'actors/fisher-union.md': articleFile('name: Fisher Union\ntype: group', ''),
  'stories/pier.md': articleFile('name: The pier', ''),
  'stories/whale-count.md': articleFile('name: The whale count', ''),
  'articles/2024-01-05-old.md': articleFile('title: Old\ndate: 2024-01-05\nsources: [Larn Post]'),
  'articles/2024-02-05-urn.md': articleFile(
    'title: Named\ndate: 2024-02-05\nid: urn:uuid:0190163d-8694-739b-aea5-966c26f8ad90\nsources: [Larn Post]',
    'One.\n\nSource: this line is of the text.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```',
  ),
  'articles/2024-03-01-pier.md': articleFile(
    `title: A "pier" & more <i>
date: 2024-03-01T23:30:00.250-05:00
authors: [{name: Jane Doe, url: https://jane.example/}, The Desk 9]
image: {src: https://pictures.example/pier.jpg, alt: A pier, credit: J. Doe}
dateline: LARN
countries: [NO]
topics: [Trade, harbours, Whales]
actors: [{actor: Larn, role: owner}, Fisher Union]
story: pier
${graded}
confidence: moderate
likelihood: likely
urgency: 2
updated: 2024-03-03T10:00:00+09:00
corrections: [{date: 2024-03-04, text: It was longer.}]`,
    'The harbour of Larn **opened**. See [the old](/2024/01/05/old/).\n\nA second paragraph.',
  ),
  'articles/2024-03-02-short.md': articleFile(
    'title: Short\ndate: 2024-03-02\nlang: ar\nsummary: Only a summary.\nstory: whale-count\nsources: [Larn Post]',
    '',
  ),
});

const ours = makeContent({
  'site.yaml': siteOf('Ours', 'https://ours.example/', 'ours.example', 'UTC'),
  'topics/commerce.md': articleFile('name: Commerce\naliases: [Trade]', ''),
  'topics/harbours.md': articleFile('name: Harbours', ''),
  'actors/kingdom-of-larn.md': articleFile(
    'name: Kingdom of Larn\ntype: state\naliases: [Larn]',
    '',
  ),
  'stories/larn-pier.md': articleFile('name: The Pier', ''),
  // It cites what it is about, and is another item for all that.
  'articles/2024-03-05-comment.md': articleFile(
    'title: A comment\ndate: 2024-03-05\nsources: [{name: Theirs, url: https://theirs.example/2024/01/05/old/}]',
  ),
});

const output = buildContent(theirs);
const server = await serveOutput(output);
edit(theirs, 'site.yaml', 'https://theirs.example/', server.url);
rebuild(theirs, output);
edit(ours, 'articles/2024-03-05-comment.md', 'https://theirs.example/', server.url);

const imported = async (content: string, ...args: readonly string[]): Promise<string> => {
  const command = ['import', '--content', content, '--allow-local', '--json', ...args];
  const { status, stdout, stderr } = await runCliBeside(command, makeFolder());
  assert.is(status, 0, stderr);
  return stdout;
};

interface Printed {
  readonly kind: string;
  readonly title: string;
  readonly candidates: readonly { readonly name: string; readonly type: string }[];
  readonly notes: readonly string[];
}

const read = (text: string): readonly Printed[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Printed);

const planet = suite('a planet');

const printed = read(await imported(ours, '--all', `${server.url}feed.json`));
const folder = path.join(ours, 'articles/2024');
const draftOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const pier = draftOf('2024-03-02-pier.md');

planet('the feed of briefings leads to that of articles, and that back to the first', () => {
  assert.equal(
    printed.map(({ kind, title }) => [kind, title]),
    ['A "pier" & more <i>', 'Short', 'Named', 'Old'].map((title) => ['written', title]),
  );
});

planet('a draft has what the site said, under the names of this one', () => {
  assert.is(
    pier.replaceAll(server.url, 'https://theirs.example/').replace(/hash: .*/, 'hash: x'),
    `---
title: A "pier" & more <i>
date: 2024-03-01T23:30:00.250-05:00
id: tag:theirs.example,2024-03-02:2024-03-02-pier
authors:
  - name: Jane Doe
    url: https://jane.example/
  - name: The Desk 9
image:
  src: https://pictures.example/pier.jpg
  alt: A pier
  credit: J. Doe
dateline: LARN
countries:
  - NO
topics:
  - commerce
  - harbours # guess: the id of "Harbours and ports" at the other site
actors:
  - actor: kingdom-of-larn
    role: owner
story: larn-pier
sources:
  - name: Larn Post
    url: https://post.example/1
    published: 2024-03-01
    archived: https://archive.example/1
    language: ko
    reliability: B
    credibility: 2
  - name: Port authority
  - name: Theirs
    url: https://theirs.example/2024/03/02/pier/
    published: 2024-03-02
confidence: moderate
likelihood: likely
urgency: 2
updated: 2024-03-03T10:00:00+09:00
corrections:
  - date: 2024-03-04
    text: It was longer.
status: draft
lang: en
extra:
  importedFrom:
    hash: x
    url: https://theirs.example/2024/03/02/pier/
---

The harbour of Larn **opened**. See [the old](https://theirs.example/2024/01/05/old/).

A second paragraph.
`,
  );
});

planet('what this site has not is said', () => {
  const [first, short] = printed;
  assert.equal(
    first?.candidates.map(({ name, type }) => [name, type]),
    [['Fisher Union', 'group']],
  );
  assert.match(first?.notes.join() ?? '', 'Whales');
  assert.match(short?.notes.join() ?? '', 'The whale count');
});

planet('text, summary and language are as they were', () => {
  const named = draftOf('2024-02-05-urn.md');
  assert.ok(named.includes('Source: this line is of the text.'));
  assert.ok(named.includes('```\ncode\n```'));
  assert.ok(named.includes('| a | b |\n| --- | --- |\n| 1 | 2 |'));
  assert.not.ok(named.includes('summary:'));
  const short = draftOf('2024-03-02-short.md');
  assert.ok(short.includes('summary: Only a summary.') && short.includes('lang: ar'));
  assert.ok(short.endsWith('---\n\n\n'), 'a summary is no text');
});

for (const file of readdirSync(folder)) {
  const text = draftOf(file);
  writeFileSync(path.join(folder, file), text.replace('status: draft\n', ''));
}
const ourOutput = buildContent(ours);
const ourServer = await serveOutput(ourOutput);
edit(ours, 'site.yaml', 'https://ours.example/', ourServer.url);
rebuild(ours, ourOutput);

planet('both sites, built, have the same ids and sources', () => {
  const list = (site: Site, authority: string): readonly unknown[] =>
    site.articles
      .filter(({ title }) => title !== 'A comment')
      .map(({ id, day, title, sources }) => [
        toEntryId(authority, day, id),
        title,
        sources.filter(({ name }) => name !== 'Theirs'),
      ])
      .sort();
  const [from, to] = [loadContent(theirs), loadContent(ours)];
  assert.is(from.articles.length, 4);
  assert.equal(list(to, 'ours.example'), list(from, 'theirs.example'));
  for (const { title, sources } of to.articles) {
    assert.is(sources.filter(({ name }) => name === 'Theirs').length, 1, title);
  }
  const idsIn = (folder: string): readonly string[] =>
    ['articles/feed.json', 'articles/2024/03/feed.json', 'articles/2024/02/feed.json']
      .flatMap((file) => (JSON.parse(readOutput(folder, file)) as JsonFeed).items)
      .map(({ id }) => id)
      .filter((id) => !id.endsWith('-comment'));
  assert.equal(new Set(idsIn(ourOutput)), new Set(idsIn(output)));
});

planet('nothing is imported twice, there and back', async () => {
  for (const [content, url] of [
    [ours, server.url],
    [theirs, ourServer.url],
  ] as const) {
    const before = hashTree(content);
    const again = read(await imported(content, '--all', `${url}articles/feed.json`));
    const written = again.filter(({ kind }) => kind !== 'known').map(({ title }) => title);
    assert.equal(written, content === theirs ? ['A comment'] : []);
    if (content === ours) assert.is(hashTree(content), before);
  }
});

planet.after(() => Promise.all([server.close(), ourServer.close()]).then(() => undefined));
planet.run();

const hostile = suite('feeds that never end');

const pages = createServer((request, response) => {
  const [, kind = '', number = '0'] = /^\/(\w+)\/(\d+)/.exec(request.url ?? '') ?? [];
  const next = {
    loop: '/loop/1',
    away: 'http://localhost:1/',
    twisted: 'file:///etc/passwd',
    short: Number(number) < 2 ? `/short/${Number(number) + 1}` : undefined,
  }[kind];
  response.end(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      _dateline: { version: 1, site: 'Pages', articles: `${base}/short/0` },
      title: 'Pages',
      language: 'en',
      feed_url: base + (request.url ?? ''),
      next_url: next === undefined ? undefined : new URL(next, base).href,
      // Not what Dateline writes, and an entry all the same.
      items: [
        {
          id: `${kind}${number}`,
          url: `${base}/${kind}${number}`,
          title: `Item ${number}`,
          content_text: 'Text.',
          _dateline: { sources: 7, date: 'x' },
        },
      ],
    }),
  );
});
await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;

for (const [kind, all, titles, problem] of [
  ['short', false, ['Item 0'], null],
  ['short', true, ['Item 0', 'Item 1', 'Item 2'], null],
  ['loop', true, ['Item 0', 'Item 1'], null],
  ['away', true, ['Item 0'], /another host/],
  ['twisted', true, ['Item 0'], null],
] as const) {
  hostile(`${kind}${all ? ', all of it' : ''}`, async () => {
    const reference = { day: '2024-03-03' as Day, isGiven: true };
    const limits = { ...usualLimits, allowLocal: true };
    const { items, problems } = await gatherItems([`${base}/${kind}/0`], {
      ...{ reference, limits, all },
      state: new Map(),
    });
    assert.equal(
      items.map(({ title, origin }) => [title, origin]),
      titles.map((title) => [title, null]),
    );
    assert.is(problems.length, problem === null ? 0 : 1);
    if (problem !== null) assert.match(problems[0]?.message ?? '', problem);
  });
}

hostile.after(() => {
  pages.closeAllConnections();
  pages.close();
});
hostile.run();

interface JsonFeed {
  readonly items: readonly { readonly id: string }[];
}
