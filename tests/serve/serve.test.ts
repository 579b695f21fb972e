import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keyOfPng } from '../../src/social/png.ts';
import { edit } from '../support/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { cliFile, runCli } from '../support/cli.ts';
import { findFreePort, startServing, waitUntil, type Serving } from '../support/serving.ts';
import { articleFile, makeFolder, siteYaml, writeFiles, type Files } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const one = 'content/articles/2024-01-05-one.md';

function makeSite(more: Files = {}): string {
  const folder = makeFolder();
  writeFiles(folder, {
    'content/site.yaml': siteYaml(),
    [one]: articleFile('title: One\ndate: 2024-01-05', 'The first text.'),
    ...more,
  });
  return folder;
}

/** Asks over a connection of its own: one that idled while a command ran may be closed by now. */
function get(
  serving: Serving,
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(address, serving.url);
    request(url, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

/** Waits until a page has a text; the contract of a development server is that it comes soon. */
function waitForText(serving: Serving, address: string, text: string): Promise<void> {
  return waitUntil(
    async () => (await get(serving, address)).text.includes(text),
    `${text} on ${address}\n${serving.output()}`,
  );
}

/** What servers left: folders, with what is in each of them. */
function listCache(folder: string): Readonly<Record<string, readonly string[]>> {
  const cache = path.join(folder, '.cache');
  const names = existsSync(cache) ? readdirSync(cache).sort() : [];
  return Object.fromEntries(
    names.map((name) => [name, readdirSync(path.join(cache, name)).sort()]),
  );
}

const left = { serve: ['build', 'site'] };

const test = suite('dateline serve');

test('serves the pages, the feeds and the style sheet', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  try {
    const page = await get(serving, '2024/01/05/one/');
    assert.is(page.status, 200);
    assert.ok(page.text.includes('The first text.'));
    assert.is((await get(serving, 'feed.xml')).status, 200);
    assert.is((await get(serving, 'style.css')).status, 200);
    const missing = await get(serving, 'nothing/');
    assert.is(missing.status, 404);
    assert.ok(missing.text.includes('Nothing is published at this address'));
    assert.not(existsSync(path.join(folder, '_site')), 'it leaves the published site alone');
  } finally {
    assert.is(await serving.stop(), 0);
  }
  assert.equal(listCache(folder), left);
});

test('the next server builds only what changed; one beside it has a folder of its own', async () => {
  const folder = makeSite({
    'content/articles/2024-01-06-two.md': articleFile('title: Two\ndate: 2024-01-06'),
  });
  const page = (name: string): number =>
    statSync(path.join(folder, '.cache/serve/site/2024/01', name, 'index.html')).mtimeMs;
  await (await startServing(folder)).stop();
  const before = [page('05/one'), page('06/two')];
  edit(folder, one, 'The first text.', 'The second text.');
  const serving = await startServing(folder);
  const beside = await startServing(folder);
  try {
    await waitForText(serving, '2024/01/05/one/', 'The second text.');
    await waitForText(beside, '2024/01/05/one/', 'The second text.');
    assert.is.not(page('05/one'), before[0]);
    assert.is(page('06/two'), before[1]);
    assert.is(runCli(['build', '--clean'], { cwd: folder }).status, 0);
    assert.is((await get(serving, '2024/01/06/two/')).status, 200, 'it keeps its pages');
  } finally {
    assert.is(await beside.stop(), 0);
    assert.is(await serving.stop(), 0);
  }
  assert.equal(Object.keys(listCache(folder)), ['build', 'serve', 'serve-2']);
  await (await startServing(folder)).stop('SIGKILL');
  assert.is(await (await startServing(folder)).stop(), 0);
  assert.equal(Object.keys(listCache(folder)), ['build', 'serve', 'serve-2']);
});

test('draws a picture for links when it is asked for', async () => {
  const folder = makeSite({
    'content/site.yaml': siteYaml('socialImages: true\n').replace('.example/', '.example/base/'),
  });
  const serving = await startServing(folder);
  try {
    const page = await get(serving, '2024/01/05/one/');
    assert.match(page.text, 'https://test.example/base/2024/01/05/one/social.png');
    const picture = await fetch(new URL('2024/01/05/one/social.png', serving.url));
    assert.is(picture.headers.get('content-type'), 'image/png');
    assert.ok(keyOfPng(Buffer.from(await picture.arrayBuffer())));
    assert.is((await get(serving, '2024/01/05/none/social.png')).status, 404);
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('follows changes: a text, a new file, a removed file, a layout', async () => {
  const folder = makeSite({ 'layouts/not-found.vto': '<p>Nothing.</p>' });
  const serving = await startServing(folder);
  try {
    edit(folder, one, 'The first text.', 'The second text.');
    await waitForText(serving, '2024/01/05/one/', 'The second text.');
    const two = 'content/articles/2024-01-06-two.md';
    writeFiles(folder, { [two]: articleFile('title: Two\ndate: 2024-01-06') });
    await waitForText(serving, '', 'Two');
    rmSync(path.join(folder, two));
    await waitUntil(
      async () => (await get(serving, '2024/01/06/two/')).status === 404,
      'the removed page',
    );
    writeFiles(folder, { 'layouts/not-found.vto': '<p>Still nothing.</p>' });
    await waitForText(serving, '404.html', 'Still nothing.');
    // A layout that was not there before.
    writeFiles(folder, { 'layouts/article.vto': '<p>Mine: {{ view.title }}</p>' });
    await waitForText(serving, '2024/01/05/one/', 'Mine: One');
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('shows what is wrong, in the terminal and in the browser, and goes on once it is mended', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  try {
    edit(folder, 'content/site.yaml', 'zone: UTC', 'zone: Nowhere/Land');
    await serving.waitFor(/content\/site\.yaml:4:7 error bad-zone/);
    await serving.waitFor(/waits for a change/);
    const page = await get(serving, '2024/01/05/one/');
    assert.is(page.status, 500);
    assert.ok(page.text.includes('content/site.yaml:4:7'));
    assert.not(page.text.includes('The first text.'));
    assert.is((await get(serving, '404.html')).status, 500);
    edit(folder, 'content/site.yaml', 'zone: Nowhere/Land', 'zone: UTC');
    await waitForText(serving, '2024/01/05/one/', 'The first text.');
  } finally {
    assert.is(await serving.stop(), 0);
  }
  assert.equal(listCache(folder), left);
});

test('a broken layout is told with file and line, and mended', async () => {
  const folder = makeSite({ 'layouts/article.vto': '<p>Mine</p>' });
  const serving = await startServing(folder);
  try {
    writeFiles(folder, { 'layouts/article.vto': '<p>\n{{ view.none }}</p>' });
    await waitForText(serving, '2024/01/05/one/', 'article.vto:2');
    assert.is((await get(serving, '')).status, 500);
    writeFiles(folder, { 'layouts/article.vto': '<p>Mended</p>' });
    await waitForText(serving, '2024/01/05/one/', 'Mended');
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('the error page escapes what the content says', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  try {
    edit(folder, one, 'title: One', 'title: One\nactors: ["<script>alert(1)</script>"]');
    await waitForText(serving, '', 'unknown-actor');
    const { text } = await get(serving, '');
    assert.not(text.includes('<script>alert(1)'));
    assert.ok(text.includes('&lt;script&gt;alert(1)'));
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('starts with content that has errors', async () => {
  const folder = makeSite({ 'content/articles/bad.md': 'no front matter' });
  const serving = await startServing(folder);
  try {
    assert.is((await get(serving, '')).status, 500);
    rmSync(path.join(folder, 'content/articles/bad.md'));
    await waitForText(serving, '2024/01/05/one/', 'The first text.');
  } finally {
    assert.is(await serving.stop(), 0);
  }
  assert.equal(listCache(folder), left);
});

const hidden: Files = {
  'content/articles/2024-01-06-draft.md': articleFile(
    'title: A draft item\ndate: 2024-01-06\nstatus: draft',
  ),
  'content/articles/2024-01-07-later.md': articleFile(
    'title: An embargoed item\ndate: 2024-01-07\nembargoed: 2099-01-01T00:00:00Z',
  ),
  'content/articles/2024-01-08-never.md': articleFile(
    'title: A withheld item\ndate: 2024-01-08\nstatus: withheld',
  ),
};

test('hides drafts and embargoed items unless it is asked', async () => {
  const serving = await startServing(makeSite(hidden));
  try {
    for (const address of ['2024/01/06/draft/', '2024/01/07/later/', '2024/01/08/never/']) {
      assert.is((await get(serving, address)).status, 404, address);
    }
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('--drafts shows them, marked on their page and in lists', async () => {
  const serving = await startServing(makeSite(hidden), '--drafts');
  try {
    const draft = await get(serving, '2024/01/06/draft/');
    assert.match(draft.text, /class="mark draft">Draft</);
    const later = await get(serving, '2024/01/07/later/');
    assert.match(later.text, /class="mark embargoed">Embargoed</);
    assert.match((await get(serving, '2024/01/06/')).text, /class="mark draft">Draft</);
    assert.match((await get(serving, 'articles/')).text, /class="mark embargoed">Embargoed</);
    assert.is((await get(serving, '2024/01/08/never/')).status, 404);
    assert.not((await get(serving, '2024/01/05/one/')).text.includes('class="mark'));
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('serves a site with a sub-path below that path', async () => {
  const folder = makeSite();
  edit(folder, 'content/site.yaml', 'https://test.example/', 'https://test.example/sub/path/');
  const serving = await startServing(folder);
  try {
    assert.match(serving.url, /\/sub\/path\/$/);
    const { status, text } = await get(serving, '2024/01/05/one/');
    assert.is(status, 200);
    assert.ok(text.includes('href="/sub/path/style.css?v='));
    assert.is((await get(serving, '/sub/path/style.css')).status, 200);
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('the open page reloads by itself after a change, and out of the error page', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${serving.url}2024/01/05/one/`, { waitUntil: 'networkidle' });
    const shows = (text: string): Promise<void> =>
      page.getByText(text).first().waitFor({ timeout: 8000 });
    edit(folder, one, 'The first text.', 'The text after.');
    await shows('The text after.');
    edit(folder, one, 'date: 2024-01-05', 'date: 2024-01-35');
    await shows('bad-date');
    await page.waitForLoadState('networkidle');
    edit(folder, one, 'date: 2024-01-35', 'date: 2024-01-05');
    await shows('The text after.');
  } finally {
    await browser.close();
    assert.is(await serving.stop(), 0);
  }
});

test('SIGINT ends it cleanly too, and a busy port is no failure', async () => {
  const folder = makeSite();
  const first = await startServing(folder);
  const other = makeSite();
  const port = new URL(first.url).port;
  const second = await startServing(other, '--port', port);
  assert.is.not(new URL(second.url).port, port);
  assert.is(await second.stop('SIGINT'), 0);
  assert.is(await first.stop('SIGINT'), 0);
  assert.equal([listCache(folder), listCache(other)], [left, left]);
  assert.equal(
    listFiles(folder).filter((file) => !file.startsWith('.cache/')),
    ['content/articles/2024-01-05-one.md', 'content/site.yaml'],
  );
});

test('a signal as soon as the address is told ends it cleanly', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const folder = makeSite();
    const child = spawn(
      process.execPath,
      [cliFile, 'serve', '--port', String(await findFreePort())],
      { cwd: folder },
    );
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('serving http')) child.kill(signal);
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.is(status, 0, signal);
    assert.equal(listCache(folder), left);
  }
});

test('--host names another address, and says who sees what', async () => {
  const serving = await startServing(makeSite(), '--host', '0.0.0.0', '--drafts');
  try {
    assert.match(serving.url, /^http:\/\/localhost:\d+\/$/);
    assert.match(serving.output(), /warning: whoever reaches 0\.0\.0\.0 can see .* with drafts/);
    const { port } = new URL(serving.url);
    assert.is((await fetch(`http://127.0.0.2:${port}/`)).status, 200);
  } finally {
    assert.is(await serving.stop(), 0);
  }
  for (const host of [[], ['--host', 'localhost'], ['--host', '127.0.0.1'], ['--host', '::1']]) {
    const alone = await startServing(makeSite(), ...host);
    assert.not(alone.output().includes('warning'), host.join(' '));
    assert.is(await alone.stop(), 0);
  }
});

test('an address that is not of this machine is wrong usage', () => {
  for (const host of ['192.0.2.1', 'host.invalid', '2001:db8::1']) {
    const folder = makeSite();
    const { status, stderr } = runCli(['serve', '--host', host], { cwd: folder });
    assert.is(status, 2, stderr);
    assert.match(stderr, `can't listen on ${host} port 8080`);
    assert.equal(listCache(folder), left);
  }
});

test('pages have the script that reloads them; the editor and what scripts ask for do not', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  const script = '<script src="/.dateline/reload.js"';
  const hasScript = async (address: string, headers?: Readonly<Record<string, string>>) =>
    (await get(serving, address, headers)).text.includes(script);
  try {
    for (const address of ['', '2024/01/05/one/', 'index.html', 'nothing/']) {
      assert.ok(await hasScript(address, { 'sec-fetch-mode': 'navigate' }), address);
      assert.ok(await hasScript(address), address);
    }
    assert.not(await hasScript('', { 'sec-fetch-mode': 'cors' }));
    assert.not(await hasScript('feed.xml'));
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test('follows a change of the site’s base path', async () => {
  const folder = makeSite();
  const serving = await startServing(folder);
  try {
    edit(folder, 'content/site.yaml', 'https://test.example/', 'https://test.example/sub/');
    await waitForText(serving, '/sub/2024/01/05/one/', 'The first text.');
    assert.is((await get(serving, '/sub/style.css')).status, 200);
  } finally {
    assert.is(await serving.stop(), 0);
  }
});

test.run();
