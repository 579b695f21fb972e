/** What is printed for servers is taken by them, and means what it says. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatCaddy } from '../../src/hosting/formatCaddy.ts';
import { formatNginx } from '../../src/hosting/formatNginx.ts';
import { formatHeaders } from '../../src/hosting/hostRules.ts';
import { parseCaddyListen, parseNginxListen } from '../../src/hosting/listen.ts';
import type { Redirect, Site } from '../../src/model/site.ts';
import { escapePath, parseAbsoluteUrl, parseSiteAddress } from '../../src/urls/address.ts';
import { parseFormerPath } from '../../src/urls/formerPath.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { buildContent, loadContent } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { nginxFile } from '../support/programs.ts';
import { articleFile, makeContent, makeFolder, siteYaml } from '../support/site.ts';
import { startCaddy, startNginx, type WebServer } from '../support/webServer.ts';

const formers = [
  ...['/old', '/About/', '/a%20b/', '/a%22b/', "/it's/", '/$host/', '/$x$/'],
  ...[
    '/a;b,c=d@e!f&g+h~i/',
    '/a%5Bb%5D|c^d`/',
    '/a%3Cb%3E/',
    '/12:30/',
    '/100%25/',
    '/wiki/Foo_(film)',
  ],
  ...[
    '/%C3%BCber/',
    '/日本語/',
    '/می\u200cخواهم/',
    '/%F0%9F%98%80/',
    '/story,0,1.html',
    '/old.xml',
  ],
  ...[
    `/${'a'.repeat(255)}/`,
    `/${'long/'.repeat(60)}`,
    `/${'$a.+(b)|/'.repeat(30)}`,
    `/${'z/'.repeat(300)}`,
  ],
];
const newPath = '/2024/01/05/new/';

/** Hosts and paths, of which each pair makes a site. */
const hosts = [
  ...[
    'a.example',
    'a.example:8443',
    'localhost',
    '192.0.2.1',
    '[2001:db8::1]',
    '[::1]:8080',
    'a_b.example',
  ],
  ...[
    'bücher.example',
    'xn--bcher-kva.example',
    'A.EXAMPLE',
    `${'long-name.'.repeat(12)}example`,
    '1.example',
  ],
];
const paths = [
  ...[
    '',
    'sub/path/',
    "it's/",
    'a;b/',
    '$host/',
    '$1/',
    'a%20b/',
    'a%22b/',
    'ü/',
    '%7Eme/',
    'a|b^c`d/',
  ],
  ...['[a](b)+c.d/', '1:2/', '&amp;=!@,/', 'a'.repeat(190) + '/'],
];
const hubs = [
  ...[
    'https://hub.example/',
    'https://hub.example/?a=$b&c={$HOME}',
    'https://hüb.example/ü?{path}#`|^',
  ],
  ...["https://hub.example/;,'$1", 'https://hub.example/%zz/{}', 'https://[::1]:8443/a,b'],
];

/** A site at each address, with former addresses of every kind. */
function makeSites(): readonly Site[] {
  const site = loadContent(
    makeContent({
      'site.yaml': siteYaml('email: true\nexports: [json]\nprecompress: [gzip, br]'),
      'articles/new.md': articleFile('title: A\ndate: 2024-01-05'),
    }),
  );
  const redirects = formers.map((text): Redirect => {
    const from = parseFormerPath(text);
    if (from === null) throw new Error(`${text} is refused`);
    return { from, to: newPath as SitePath, file: 'a.md' };
  });
  const urls = hosts.flatMap((host) => paths.map((each) => `https://${host}/${each}`));
  return urls.map((url, index) => {
    const absolute = parseAbsoluteUrl(url);
    const address = absolute && parseSiteAddress(absolute);
    if (address === null) throw new Error(`${url} is refused`);
    const hub = hubs[index % hubs.length]!;
    assert.is.not(parseAbsoluteUrl(hub), null);
    const { config } = site;
    return { ...site, redirects, config: { ...config, address, feed: { ...config.feed, hub } } };
  });
}

const sites = makeSites();
const roots = [
  '/srv/site',
  '/srv/a b',
  "/srv/it's;x",
  '/srv/"q"',
  '/srv/#a',
  '/srv/back\\slash',
  '/srv/ü/日',
];
const rootOf = (index: number): string => roots[index % roots.length]!;

const test = suite('what is printed for servers');

test(`nginx -t takes ${sites.length} sites in one configuration`, () => {
  const folder = makeFolder();
  copyFileSync('/etc/nginx/mime.types', path.join(folder, 'mime.types'));
  const names = sites.map((site, index) => {
    const file = path.join(folder, `${index}.conf`);
    const listen = `127.0.0.1:${10_000 + index}`;
    writeFileSync(file, formatNginx(site, { root: rootOf(index), listen }));
    return `include ${file};`;
  });
  const all = path.join(folder, 'nginx.conf');
  writeFileSync(
    all,
    `pid ${folder}/pid; error_log stderr; events { worker_connections 4096; }
http { access_log off; ${names.join('\n')} }\n`,
  );
  const { status, stderr } = spawnSync(nginxFile, ['-t', '-p', folder, '-e', 'stderr', '-c', all], {
    encoding: 'utf8',
  });
  assert.is(status, 0, stderr);
  // A name that is there twice, or a key that is longer than its table, is a warning.
  assert.not.match(stderr, /\[(?:warn|emerg)\]/);
});

test(`caddy validate takes ${sites.length} sites in one Caddyfile`, () => {
  const folder = makeFolder();
  const file = path.join(folder, 'Caddyfile');
  const text = sites
    .map((site, index) =>
      formatCaddy(site, { root: rootOf(index), listen: `http://127.0.0.1:${10_000 + index}` }),
    )
    .join('\n');
  writeFileSync(file, `{\n  admin off\n}\n${text}`);
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const env = { PATH: process.env['PATH'], HOME: '/home/of-secrets' };
  const args = ['--adapter', 'caddyfile', '--config', file];
  const checked = spawnSync('caddy', ['validate', ...args], { ...options, env });
  assert.is(checked.status, 0, checked.stderr.slice(-2000));
  const adapted = spawnSync('caddy', ['adapt', ...args], { ...options, env });
  assert.not.match(adapted.stdout, '/home/of-secrets');
  for (const root of roots)
    assert.ok(adapted.stdout.includes(`"root":${JSON.stringify(root)}`), root);
});

test('Caddy takes the own address of each host', () => {
  const file = path.join(makeFolder(), 'Caddyfile');
  const others = sites.filter((_, index) => index % paths.length === 1);
  const seen = new Set<string>();
  const text = others
    .filter(({ config }) => !seen.has(config.address.origin) && seen.add(config.address.origin))
    .map((site) => formatCaddy(site, { root: '/srv', listen: null }));
  writeFileSync(file, text.join('\n'));
  const { status, stderr } = spawnSync(
    'caddy',
    ['adapt', '--adapter', 'caddyfile', '--config', file],
    {
      encoding: 'utf8',
    },
  );
  assert.is(status, 0, stderr);
});

test('a header is one line, whatever is in site.yaml', () => {
  for (const { config } of sites) {
    for (const line of formatHeaders(config).trimEnd().split('\n')) {
      assert.match(line, /^(?:\/[!-~]*|  (?:! )?[A-Za-z-]+(?:: [ -~]+)?)$/);
      assert.not.match(line, /[{}]/);
    }
  }
});

const listens: readonly (readonly [text: string, nginx: string | null, caddy: string | null])[] = [
  ['80', '80', ':80'],
  ['127.0.0.1:8080', '127.0.0.1:8080', '127.0.0.1:8080'],
  ['[::1]:8080', '[::1]:8080', '[::1]:8080'],
  ['*:80', '*:80', null],
  ['unix:/run/a.sock', 'unix:/run/a.sock', null],
  ['http://127.0.0.1:80', null, 'http://127.0.0.1:80'],
  [':8080', null, ':8080'],
  ['https://a.example', null, 'https://a.example'],
  ...[
    '',
    '0',
    '99999',
    '80; x',
    '80 default_server',
    '80\n',
    'a b',
    '$host',
    '{$HOME}',
    '80}',
    '"80"',
    'http://',
    ':',
  ].map((text) => [text, null, null] as const),
  ...['a/b', 'unix:/a b', '127.0.0.1:', '127.0.0.1:0', '[::1', '80#', "a'b", 'a\\b'].map(
    (text) => [text, null, null] as const,
  ),
];
for (const [text, nginx, caddy] of listens) {
  test(`--listen ${JSON.stringify(text)}`, () => {
    assert.is(parseNginxListen(text), nginx);
    assert.is(parseCaddyListen(text), caddy);
  });
}

const content = makeContent({
  'site.yaml': siteYaml().replace('test.example/', "test.example/it's%20$1;/"),
  'articles/new.md': articleFile(
    `title: A\ndate: 2024-01-05\nredirectFrom: ${JSON.stringify([...formers, '/2024/01/05/New/'])}`,
  ),
});

for (const [server, options, status] of [
  ['nginx', ['--output', '/srv/$host'], 2],
  ['nginx', ['--output', '/srv/a\nb'], 2],
  ['caddy', ['--output', '/srv/{$HOME}'], 2],
  ['caddy', ['--output', '/srv/{path}'], 2],
  ['caddy', ['--output', '/srv/$host'], 0],
  ['nginx', ['--output', '/srv/{a}'], 0],
  ['nginx', ['--listen', '80; }'], 2],
] as const) {
  test(`hosting ${server} ${JSON.stringify(options)}: ${status}`, () => {
    assert.is(runCli(['hosting', server, '--content', content, ...options]).status, status);
  });
}

test.run();

const output = buildContent(content);
const base = "/it's%20$1;";

for (const [server, start] of [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const) {
  const served = suite(`${server}: former addresses of every kind`);
  let running: WebServer;
  served.before(async () => {
    running = await start(content, output);
  });
  served.after(() => running.close());

  const statusOf = async (address: string): Promise<readonly [number, string | null]> => {
    const response = await fetch(running.origin + base + address, { redirect: 'manual' });
    await response.arrayBuffer();
    return [response.status, response.headers.get('location')];
  };

  served('each leads to the item, and nothing else does', async () => {
    for (const text of formers) {
      const told = escapePath(parseFormerPath(text) ?? '');
      const [status, location] = await statusOf(told);
      assert.is(status, 301, told);
      const target = new URL(location ?? '', running.origin);
      assert.is(target.origin, running.origin);
      assert.is(decodeURIComponent(target.pathname), decodeURIComponent(base) + newPath, told);
      assert.is.not((await statusOf(`${told}x`))[0], 301, `${told}x`);
    }
  });

  served(
    'an address that differs in capital letters alone leads to the page, not to itself',
    async () => {
      assert.is((await statusOf('/2024/01/05/New/'))[0], 301);
      assert.is((await statusOf(newPath))[0], 200);
      assert.is((await statusOf('/'))[0], 200);
      assert.is((await statusOf('/nowhere/'))[0], 404);
    },
  );

  served.run();
}
