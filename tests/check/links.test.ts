import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LinkCache } from '../../src/check/linkCache.ts';
import { visitLinks, type Answer } from '../../src/check/visitLinks.ts';
import { cliFile } from '../support/cli.ts';
import { articleFile, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { otherKey, testKey } from '../support/key.ts';

interface Visit {
  readonly method: string;
  readonly url: string;
  readonly agent: string;
  readonly at: number;
  /** How many requests were open, with this one. */
  readonly open: number;
}

let server: Server;
let origin = '';
const visits: Visit[] = [];
let open = 0;

/** What a path answers to HEAD and to GET. */
const statuses: Readonly<Record<string, readonly [head: number, get: number]>> = {
  '/ok': [200, 200],
  '/gone': [410, 410],
  '/no-head': [405, 200],
  '/odd-head': [404, 200],
  '/fails': [500, 503],
  '/refused': [403, 403],
  '/many': [429, 429],
  '/moved': [301, 301],
};

async function start(): Promise<void> {
  server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    open++;
    response.on('close', () => open--);
    visits.push({ method, url, agent: headers['user-agent'] ?? '', at: performance.now(), open });
    if (url === '/silent') return;
    const [head, get] = statuses[url] ?? [404, 404];
    response.writeHead(method === 'HEAD' ? head : get, { location: '/ok' });
    setTimeout(() => response.end(), 5);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function visit(...paths: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  visits.length = 0;
  const answers = new Map<string, Answer>();
  await visitLinks(
    paths.map((each) => (each.startsWith('/') ? origin + each : each)),
    {
      pause: 30,
      patience: 300,
      userAgent: 'Test/1',
      allowLocal: true,
      visited: (url, answer) => answers.set(url.replace(origin, ''), answer),
    },
  );
  return answers;
}

const test = suite('visiting links');
test.before(start);
test.after(stop);

const cases: readonly (readonly [
  path: string,
  kind: Answer['kind'],
  detail: RegExp,
  methods: string,
])[] = [
  ['/ok', 'alive', /200/, 'HEAD'],
  ['/none', 'dead', /404/, 'HEAD GET'],
  ['/gone', 'dead', /410/, 'HEAD GET'],
  ['/no-head', 'alive', /200/, 'HEAD GET'],
  ['/odd-head', 'alive', /200/, 'HEAD GET'],
  ['/fails', 'silent', /fails \(503\)/, 'HEAD GET'],
  ['/refused', 'alive', /403/, 'HEAD GET'],
  ['/many', 'alive', /429/, 'HEAD'],
  ['/moved', 'alive', /200/, 'HEAD HEAD'],
  ['/silent', 'silent', /in time/, 'HEAD'],
];

for (const [url, kind, detail, methods] of cases) {
  test(`${url} is ${kind}`, async () => {
    const answer = (await visit(url)).get(url);
    assert.is(answer?.kind, kind);
    assert.match(answer?.detail ?? '', detail);
    assert.is(visits.map(({ method }) => method).join(' '), methods);
    for (const { agent } of visits) assert.is(agent, 'Test/1');
  });
}

test('where nobody listens, and where no host is', async () => {
  const port = (server.address() as AddressInfo).port;
  const answers = await visit(
    `http://127.0.0.2:${port === 65535 ? port - 1 : port + 1}/`,
    'http://nowhere.invalid/',
  );
  assert.equal(
    [...answers.values()].map(({ kind }) => kind),
    ['silent', 'silent'],
  );
});

test('one request at a time to a host, with a pause between two', async () => {
  await visit('/ok', '/ok', '/ok?1', '/ok?2', '/moved');
  assert.is(
    visits.filter(({ url }) => url === '/ok').length,
    2,
    'each once, and where it moved to',
  );
  assert.ok(visits.every((each) => each.open === 1));
  const starts = visits.filter(({ url }) => url !== '/ok').map(({ at }) => at);
  for (const [index, at] of starts.entries()) {
    if (index > 0) assert.ok(at - (starts[index - 1] ?? 0) >= 29, 'a pause');
  }
});

test('a host that has had too many requests gets no other', async () => {
  const answers = await visit('/many', '/ok', '/none');
  assert.equal([...answers.keys()], ['/many']);
  assert.is(visits.length, 1);
});

test.run();

const cache = suite('known answers');
const day = 24 * 60 * 60 * 1000;

cache('an answer holds for thirty days, a failure for one', () => {
  const home = { folder: makeFolder(), key: testKey };
  const urls = new Set(['a', 'b']);
  const first = new LinkCache(home, 100 * day);
  first.set('a', { kind: 'alive', detail: '200' });
  first.set('b', { kind: 'dead', detail: '404' });
  first.set('c', { kind: 'dead', detail: '404' });
  first.save(urls);
  const at = (days: number): unknown =>
    ['a', 'b', 'c'].map((url) => new LinkCache(home, days * day).get(url)?.kind ?? null);
  assert.equal(at(100.5), ['alive', 'dead', null], 'a link that went is forgotten');
  assert.equal(at(101), ['alive', null, null]);
  assert.equal(at(130), [null, null, null]);
  assert.equal(at(99), [null, null, null], 'an answer from the future');
});

cache('a file that is damaged or somebody else’s is one without answers', () => {
  const home = { folder: makeFolder(), key: testKey };
  const file = path.join(home.folder, 'links.json');
  const theirs = new LinkCache({ ...home, key: otherKey }, 1);
  theirs.set('a', { kind: 'alive', detail: '200' });
  theirs.save(new Set(['a']));
  assert.is(new LinkCache(home, 1).get('a'), null);
  for (const text of [
    '',
    '{',
    '[]',
    '{"a":{"kind":"x","detail":"","at":1}}',
    '{"a":1}',
    'null',
    '{"a":null}',
  ]) {
    writeFileSync(file, text);
    assert.is(new LinkCache(home, 1).get('a'), null);
  }
});

cache.run();

const command = suite('check --links');
command.before(start);
command.after(stop);

/** In a process that does not stop this one's server. */
function run(
  cwd: string,
  ...args: readonly string[]
): Promise<{ status: number | null; stderr: string }> {
  visits.length = 0;
  const env = { ...process.env, DATELINE_LINK_PAUSE: '1' };
  const child = spawn(process.execPath, [cliFile, 'check', ...args], { cwd, env });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}

command('tells of dead links and archived copies with their places, and asks once', async () => {
  const cwd = makeFolder();
  const source = (name: string, url: string, more = ''): string =>
    `  - name: ${name}\n    url: ${origin}${url}\n${more}`;
  writeFiles(cwd, {
    'content/site.yaml': siteYaml('check: {repeated-link: off}'),
    'content/articles/a.md': articleFile(
      `title: A\ndate: 2024-01-05\nsummary: B.\nsources:\n${source('One', '/ok')}${source('Two', '/none')}${source('Three', '/gone', `    archived: ${origin}/archive\n`)}extra: {a: "${origin}/extra"}`,
      `[here](/2024/01/05/a/) [a](${origin}/none#part) [b](mailto:a@example.org) \`${origin}/code\` [c](https://test.example/x/)`,
    ),
    'content/articles/b.md': articleFile(
      `title: B\ndate: 2024-01-05\nstatus: withheld\nsources:\n${source('One', '/withheld')}`,
    ),
  });
  const plain = await run(cwd);
  assert.is(visits.length, 0, 'without --links nothing is visited');
  assert.not.match(plain.stderr, 'outside-link');
  const { status, stderr } = await run(cwd, '--links', '--allow-local');
  assert.is(status, 0, stderr);
  const found = stderr.split('\n').filter((line) => line.includes('outside-link'));
  assert.equal(
    found.map((line) => /^\S+ \S+ outside-link \S+/.exec(line)?.[0].replace(origin, '')),
    [
      'content/articles/a.md:9:10 warning outside-link /none',
      'content/articles/a.md:11:10 warning outside-link /gone',
      'content/articles/a.md:12:15 warning outside-link /archive',
      'content/articles/a.md:16:24 warning outside-link /none',
    ],
  );
  assert.match(found[0] ?? '', 'add archived:');
  assert.match(found[1] ?? '', 'the archived copy stays');
  assert.match(stderr, '4 outside links, 4 of them visited now');
  assert.equal([...new Set(visits.map(({ url }) => url))].sort(), [
    '/archive',
    '/gone',
    '/none',
    '/ok',
  ]);
  assert.match(visits[0]?.agent ?? '', /^Dateline\/\S+ \(link check\)$/);
  const again = await run(cwd, '--links', '--allow-local');
  assert.is(visits.length, 0);
  assert.is(again.stderr, stderr.replace('4 of them visited now', '0 of them visited now'));
  assert.ok(existsSync(path.join(cwd, '.cache/links.json')));
  const later = await run(cwd, '--links', '--allow-local', '--now', '2099-01-01T00:00:00Z');
  assert.match(later.stderr, '4 of them visited now');
});

command('an address of this machine is not asked, and the refusal is not kept', async () => {
  const cwd = makeFolder();
  writeFiles(cwd, {
    'content/site.yaml': siteYaml(),
    'content/articles/a.md': articleFile(
      'title: A\ndate: 2024-01-05\nsummary: B.',
      `[a](${origin}/ok) and [b](http://localhost:${new URL(origin).port}/ok)`,
    ),
  });
  const refused = await run(cwd, '--links');
  assert.is(refused.status, 0);
  assert.is(visits.length, 0);
  assert.is(refused.stderr.match(/ warning outside-link .* this machine/g)?.length, 2);
  const allowed = await run(cwd, '--links', '--allow-local');
  assert.not.match(allowed.stderr, 'outside-link');
  assert.is(visits.length, 2);
});

command('can be switched off in site.yaml like every warning', async () => {
  const cwd = makeFolder();
  writeFiles(cwd, {
    'content/site.yaml': siteYaml('check: {outside-link: off}'),
    'content/articles/a.md': articleFile(
      'title: A\ndate: 2024-01-05\nsummary: B.\nsources: [{name: A, url: "https://example.org/"}]',
      `[a](${origin}/none)`,
    ),
  });
  const text = readFileSync(path.join(cwd, 'content/articles/a.md'), 'utf8').replace(
    'https://example.org/',
    `${origin}/none`,
  );
  writeFileSync(path.join(cwd, 'content/articles/a.md'), text);
  const { stderr } = await run(cwd, '--links', '--allow-local');
  assert.not.match(stderr, 'outside-link');
});

command.run();
