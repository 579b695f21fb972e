/** The editor at `/admin/` in Chromium: Decap CMS on a built site, with decap-server on a folder of content. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchBrowser } from '../support/browser.ts';
import { buildContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { installDecap, startDecapServer } from '../support/decap.ts';
import { serveOutput } from '../support/server.ts';
import { findFreePort, startServing, waitUntil, type Serving } from '../support/serving.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const launchers = `---
# Checked twice.
title: 'Kim visits a launcher factory' # as KCNA has it
date: 2024-01-05T14:30:00+09:00
summary: He called for more launchers, according to KCNA.
topics: [Missile launches, arms]
actors:
  - actor: Kim Jong-un
    role: visitor
  # The ministry is not named.
  - U.S.
sources: [KCNA, {name: Yonhap, url: "https://yna.example/1", reliability: B}]
confidence: moderate
redirectFrom: [/old/]
extra:
  desk: {shift: late, count: 007}
---

A *first* paragraph, with a note.[^1]

| a | b |
|---|---|
| 1 | 2 |

[^1]: The note.
`;

const port = await findFreePort();
const content = makeContent({
  'site.yaml': siteYaml(`admin: {local: ${port}}\ncheck: {no-summary: off}\n`),
  'topics/missiles.md': '---\nname: Missiles\naliases: [missile launches]\n---\n',
  'topics/arms.md': '---\nname: Arms\n---\n',
  'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n\nA leader.\n',
  'actors/us.md': '---\nname: United States\ntype: state\naliases: [US]\n---\n',
  'articles/2024/2024-01-05-launchers.md': launchers,
  'articles/older.md': articleFile('title: Older\ndate: 2023-12-31'),
});
installDecap(content);
const repository = path.dirname(content);
const output = buildContent(content);
const [server, decapServer, browser] = await Promise.all([
  serveOutput(output),
  startDecapServer(repository, port),
  launchBrowser(),
]);
const page: Page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const problems: string[] = [];
const elsewhere: string[] = [];
let serving: Serving | undefined;
let allowed = [new URL(server.url).origin, `http://localhost:${port}`];
await page.context().route('**', (route) => {
  const { origin, href } = new URL(route.request().url());
  if (allowed.includes(origin)) return route.continue();
  elsewhere.push(href);
  return route.abort();
});
page.on('console', (message) => {
  if (message.type() === 'error') problems.push(message.text());
});
page.on('pageerror', (error) => problems.push(error.message));

const test = suite('the admin in Chromium');

const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');

async function goTo(url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
}

async function publish(): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Publish now', { exact: true }).click();
  await page.getByText('Entry saved').waitFor({ timeout: 10_000 });
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function writeBody(text: string): Promise<void> {
  const editor = page.locator('[data-slate-editor]').last();
  const bare = (all: string): string => all.replace(/[\s\ufeff]/g, '');
  // The editor hears of a selection a moment after the browser.
  await waitUntil(async () => {
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.waitForTimeout(250);
    await page.keyboard.insertText(text);
    return bare((await editor.textContent()) ?? '') === bare(text);
  }, 'the editor to have the text');
}

function hasNoProblems(): void {
  const { status, stdout } = runCli(['check', '--content', content]);
  assert.is(status, 0, stdout);
}

test('lists the articles of all folders, newest first', async () => {
  await goTo(`${server.url}admin/`);
  await page.getByRole('button', { name: 'Login' }).click();
  const titles = page.locator('h2', { hasText: '·' });
  await titles.first().waitFor({ timeout: 20_000 });
  assert.equal(await titles.allTextContents(), [
    '2024-01-05T14:30:00+09:00 · Kim visits a launcher factory',
    '2023-12-31 · Older',
  ]);
});

test('an edit of title and body changes nothing else of the file', async () => {
  await page.getByText('Kim visits a launcher factory').click();
  await page.getByLabel('Title').fill('Kim: “more launchers”');
  assert.is(await page.locator('input[type=date]').first().inputValue(), '2024-01-05');
  const body = launchers.slice(launchers.indexOf('A *first*')).trim();
  const editor = page.locator('[data-slate-editor]').last();
  await editor.waitFor();
  await writeBody(body.replace('A *first* paragraph', 'An edited paragraph'));
  await publish();
  assert.is(
    read('articles/2024/2024-01-05-launchers.md'),
    launchers
      .replace("'Kim visits a launcher factory'", "'Kim: “more launchers”'")
      .replace('A *first* paragraph', 'An edited paragraph'),
  );
  hasNoProblems();
});

test('a new article is a draft with a name of its own, and passes check', async () => {
  await goTo(`${server.url}admin/#/collections/articles/new`);
  await page.getByLabel('Title').fill('U.S. envoy’s visit: talks go on');
  await page.locator('input[type=date]').first().fill('2024-01-06');
  await choose('Topics', 'Arms');
  await page.getByRole('button', { name: 'Add actor' }).click();
  await choose('Actor', 'Kim Jong Un');
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByLabel('Name').fill('KCNA');
  await page.locator('[id^=url-field]').fill('https://kcna.example/2');
  await choose('Reliability', 'B');
  await page.locator('[id^=credibility-field]').fill('3');
  await writeBody('The envoy spoke, KCNA said.');
  await publish();
  assert.is(
    read('articles/2024/2024-01-06-us-envoys-visit-talks-go-on.md'),
    `---
title: "U.S. envoy’s visit: talks go on"
date: 2024-01-06
id: 2024-01-06-us-envoys-visit-talks-go-on
topics:
  - arms
actors:
  - kim
sources:
  - name: KCNA
    url: https://kcna.example/2
    reliability: B
    credibility: 3
status: draft
---

The envoy spoke, KCNA said.
`,
  );
  hasNoProblems();
});

test('actors, topics, stories, briefings and pages can be written too', async () => {
  const cases = [
    ['topics', 'Name', 'Sea & air', 'topics/sea-air.md', '---\nname: Sea & air\n---\n'],
    ['stories', 'Name', 'The talks', 'stories/the-talks.md', '---\nname: The talks\n---\n'],
    ['pages', 'Title', 'About us', 'pages/about-us.md', '---\ntitle: About us\n---\n'],
  ] as const;
  for (const [collection, label, name, file, text] of cases) {
    await goTo(`${server.url}admin/#/collections/${collection}/new`);
    await page.getByLabel(label, { exact: false }).first().fill(name);
    await publish();
    assert.is(read(file), text);
  }
  await goTo(`${server.url}admin/#/collections/actors/new`);
  await page.getByLabel('Name').first().fill('Ruritania');
  await choose('Type', 'state');
  await publish();
  assert.is(read('actors/ruritania.md'), '---\nname: Ruritania\ntype: state\n---\n');
  await goTo(`${server.url}admin/#/collections/briefings/new`);
  await page.locator('input[type=date]').first().fill('2024-01-05');
  await page.getByRole('button', { name: 'Add key takeaway' }).click();
  await page.locator('[id^=item-field]').fill('Egypt, Iran and others met.');
  await publish();
  assert.is(
    read('briefings/2024-01-05.md'),
    '---\ndate: 2024-01-05\nkeyTakeaways:\n  - Egypt, Iran and others met.\n---\n',
  );
  hasNoProblems();
});

test('nothing was asked of another host, and the policy refused nothing', () => {
  assert.equal(elsewhere, []);
  assert.equal(problems, []);
});

test('dateline serve has the editor, which stays while the site is built again', async () => {
  serving = await startServing(repository, '--drafts');
  allowed = [...allowed, new URL(serving.url).origin];
  await goTo(`${serving.url}admin/#/collections/articles/entries/older`);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByLabel('Title').fill('Older still');
  await page.evaluate('window.isSame = true');
  const mark = serving.output().length;
  await publish();
  await serving.waitFor(/built \d+ pages/, mark);
  const response = await page.request.get(`${serving.url}2023/12/31/older/`);
  assert.match(await response.text(), 'Older still');
  writeFileSync(path.join(content, 'articles/broken.md'), '---\ntitle: [\n---\n');
  await serving.waitFor(/not built/, mark);
  assert.is(await page.evaluate('window.isSame'), true);
  // The editor is there to mend what is broken.
  const admin = await page.request.get(`${serving.url}admin/`);
  assert.match(await admin.text(), 'decap-cms.js');
  assert.equal(elsewhere, []);
});

test.after(async () => {
  await serving?.stop();
  await browser.close();
  await Promise.all([decapServer.close(), server.close()]);
});
test.run();
