/** A site made by `init` with the packed package: `npx eleventy` does there what the README says of it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type plugin from 'dateline/eleventy';
import type ownPlugin from '../../src/cli/eleventyPlugin.ts';
import { ask, exchange, handshake, parseAnswers } from '../support/rawHttp.ts';
import { findFreePort, waitUntil } from '../support/serving.ts';
import { installPacked } from '../support/packed.ts';
import { articleFile, root, writeFiles } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const site = installPacked();
const at = (file: string): string => path.join(site.folder, file);
/** In every text and name that must not be seen. */
const mark = 'unseen';
const hidden = (front: string): string =>
  articleFile(
    `title: ${mark} title\nsummary: ${mark} summary\neditorNote: ${mark}\n${front}`,
    `${mark} text ![${mark}](/assets/${mark}.png)`,
  );

const test = suite('a packed site');

test('the types of the package say what it exports', () => {
  // What is wrong here does not compile.
  const options = (given: Parameters<typeof plugin>[1]): Parameters<typeof ownPlugin>[1] => given;
  const result = (made: ReturnType<typeof ownPlugin>): ReturnType<typeof plugin> => made;
  assert.equal(options({ content: 'news' }), { content: 'news' });
  assert.equal(result({ dir: { input: 'a', output: 'b' } }).dir.output, 'b');
  assert.ok(existsSync(at('node_modules/dateline/eleventy.d.ts')));
});

test('init writes a configuration that Eleventy takes, whatever the kind of the package', () => {
  for (const fields of [null, { type: 'module' }, { exports: { type: 'module' } }]) {
    const files = ['content', '.eleventy.js', '.gitignore', 'package.json', '_site'];
    for (const file of files) rmSync(at(file), { recursive: true, force: true });
    if (fields !== null) writeFileSync(at('package.json'), JSON.stringify(fields));
    init();
    const { status, text } = site.eleventy();
    assert.is(status, 0, text);
    assert.ok(existsSync(at('_site/about/index.html')));
    assert.not(existsSync(at('_site/content')));
  }
});

test('a site without it publishes its content, until it has the line of the README', () => {
  const config = readFileSync(at('.eleventy.js'));
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const line = /^```js\n(export .* from 'dateline\/eleventy';\n)```$/m.exec(readme)?.[1];
  for (const text of [null, line ?? '']) {
    rmSync(at('.eleventy.js'), { force: true });
    rmSync(at('_site'), { recursive: true });
    if (text !== null) writeFileSync(at('eleventy.config.mjs'), text);
    assert.is(site.eleventy().status, 0);
    assert.is(existsSync(at('_site/content/pages/about/index.html')), text === null);
    assert.is(existsSync(at('_site/about/index.html')), text !== null);
  }
  rmSync(at('eleventy.config.mjs'));
  writeFileSync(at('.eleventy.js'), config);
});

function init(): void {
  const named = ['--title', 'Packed', '--url', 'https://packed.example/', '--zone', 'UTC'];
  const { status, text } = site.dateline('init', ...named);
  assert.is(status, 0, text);
}

test('both ways give the same bytes, and neither shows what is not public', () => {
  const shown = { 'content/assets/seen.png': 'seen', [`content/assets/${mark}.png`]: mark };
  writeFiles(site.folder, {
    ...shown,
    'content/articles/2024-01-05-one.md': articleFile(
      'title: One\ndate: 2024-01-05\ntopics: [ships]\nactors: [Kim]\nredirectFrom: [/former/]',
      'A text. ![A ship](/assets/seen.png)',
    ),
    'content/topics/ships.md': '---\nname: Ships\n---\n',
    'content/actors/kim.md': '---\nname: Kim\ntype: person\n---\n',
    'content/articles/2024-01-06-draft.md': hidden('date: 2024-01-06\nstatus: draft'),
    'content/articles/withheld.md': hidden('date: 2024-01-07\nstatus: withheld'),
    'content/articles/later.md': hidden('date: 2024-01-08\nembargoed: 2099-01-01T00:00:00Z'),
    // What Eleventy would take for templates, data and code.
    'article.11tydata.js': `throw new Error('${mark}');`,
    '_data/code.cjs': `throw new Error('${mark}');`,
    'README.md': mark,
    'notes.njk': mark,
    'layouts/README.md': mark,
  });
  const config = readFileSync(at('content/site.yaml'), 'utf8');
  const more = 'precompress: [gzip, br]\nsocialImages: true\nexports: [json, csv]\nemail: true\n';
  writeFileSync(at('content/site.yaml'), config + more);
  rmSync(at('_site'), { recursive: true });
  const built = site.dateline('build');
  assert.is(built.status, 0, built.text);
  renameSync(at('_site'), at('by-dateline'));
  const other = site.eleventy();
  assert.is(other.status, 0, other.text);
  assert.equal(listFiles(at('_site')), listFiles(at('by-dateline')));
  assert.is(hashTree(at('_site')), hashTree(at('by-dateline')));
  assert.ok(listFiles(at('_site')).includes('assets/seen.png'));
  assert.ok(listFiles(at('_site')).some((file) => file.startsWith('pagefind/2024/')));
  assert.equal(findMarked(at('_site')), []);
});

/** Files whose name or bytes have the mark, compressed ones unpacked. */
function findMarked(folder: string): readonly string[] {
  return listFiles(folder).filter((file) => {
    const bytes = readFileSync(path.join(folder, file));
    const unpacked = file.endsWith('.gz')
      ? gunzipSync(bytes)
      : file.endsWith('.br')
        ? brotliDecompressSync(bytes)
        : bytes;
    return file.includes(mark) || unpacked.includes(mark);
  });
}

test('an item that the site may not have stops both, or is left out by both', () => {
  rmSync(at('_site'), { recursive: true });
  writeFiles(site.folder, {
    'content/articles/red.md': hidden('date: 2024-01-09\ntlp: red'),
  });
  const statuses = [site.eleventy().status === 0, site.dateline('build').status === 0];
  assert.is(statuses[0], statuses[1]);
  for (const folder of ['_site', 'by-dateline']) {
    if (existsSync(at(folder))) assert.equal(findMarked(at(folder)), []);
  }
  rmSync(at('content/articles/red.md'));
});

test('npx eleventy removes nothing that an earlier build left', () => {
  assert.is(site.eleventy().status, 0);
  const one = 'content/articles/2024-01-05-one.md';
  const text = readFileSync(at(one), 'utf8');
  writeFileSync(at(one), text.replace('title: One', 'title: One\nstatus: withheld'));
  assert.is(site.eleventy().status, 0);
  assert.ok(existsSync(at('_site/2024/01/05/one/index.html')));
  assert.is(site.dateline('build').status, 0);
  assert.not(existsSync(at('_site/2024/01/05/one/index.html')));
  writeFileSync(at(one), text);
});

test('npx eleventy --serve shows pages to this machine and to its own pages alone', async () => {
  const port = await findFreePort();
  const args = [site.eleventyFile, '--serve', `--port=${port}`];
  const child = spawn(process.execPath, args, { cwd: site.folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  try {
    const isThere = (): Promise<boolean> => Promise.resolve(output.includes(`:${port}`));
    await waitUntil(isThere, 'Eleventy’s server', 60_000);
    const get = (target: string): string => `GET ${target} HTTP/1.1`;
    const page = await ask(port, get('/2024/01/05/one/'));
    assert.is(page.status, 200);
    assert.match(page.body.toString(), 'A text.');
    assert.is((await ask(port, get('/2024/01/06/draft/'))).status, 404);
    for (const target of ['/%', '/%ff', '*', '/..%2f..%2fcontent/site.yaml']) {
      assert.is((await ask(port, get(target))).status, 400, target);
    }
    for (const headers of [
      ['Host: other.example'],
      ['Host: localhost', 'Origin: http://other.example'],
      ['Host: localhost', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
    ]) {
      assert.is((await ask(port, get('/'), headers)).status, 403, headers.join());
    }
    const upgrade = async (origin: string): Promise<string> =>
      (await exchange(port, handshake('Host: localhost', `Origin: ${origin}`), 300)).toString();
    assert.match(await upgrade('http://localhost'), /^HTTP\/1\.1 101 /);
    assert.is(await upgrade('http://other.example'), '');
    for (const { address, family } of Object.values(os.networkInterfaces()).flatMap(outer)) {
      const asked = `${get('/')}\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
      const [answer] = parseAnswers(await exchange(port, asked, 2000, address));
      assert.is(answer?.status, 403, `${address} ${family}`);
    }
  } finally {
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }
});

/** Addresses by which other machines reach this one. */
function outer(of: os.NetworkInterfaceInfo[] | undefined): os.NetworkInterfaceInfo[] {
  return (of ?? []).filter(({ internal, scopeid }) => !internal && !scopeid);
}

test.run();
