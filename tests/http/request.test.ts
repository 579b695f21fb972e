/** One guard for every request: what import, `check --links` and ping may not ask. */
import dns from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { visitLinks, type Answer } from '../../src/check/visitLinks.ts';
import type { Day } from '../../src/dates/day.ts';
import { isPublicAddress } from '../../src/http/publicAddress.ts';
import { request, type HttpAnswer, type RequestOptions } from '../../src/http/request.ts';
import { RequestError } from '../../src/http/requestError.ts';
import { usualLimits } from '../../src/import/fetchUrl.ts';
import { gatherItems } from '../../src/import/gatherItems.ts';
import type { AbsoluteUrl } from '../../src/urls/address.ts';
import { pingHub } from '../../src/websub/pingHub.ts';
import { localHosts } from '../support/localAddresses.ts';

/** Addresses that were asked, of every server here. */
const asked: string[] = [];

async function listen(host: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    asked.push(`${host}${request.url ?? ''}`);
    const to = /^\/to\/(.*)$/.exec(request.url ?? '')?.[1];
    response.writeHead(to === undefined ? 200 : 302, { location: decodeURIComponent(to ?? '') });
    response.end('<p>text</p>');
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return server;
}

const server = await listen('127.0.0.1');
const { port } = server.address() as AddressInfo;
// Linux has all of 127.0.0.0/8: two machines, of which one counts as public in some tests.
const other = await listen('127.0.0.2', port);
const servers = [server, other];

/** What each user of requests says of an address; null where it was asked. */
const users: Readonly<
  Record<string, (url: string, allowLocal: boolean) => Promise<string | null>>
> = {
  import: async (url, allowLocal) => {
    const reference = { day: '2024-03-03' as Day, isGiven: true };
    const limits = { ...usualLimits, allowLocal, time: 2000 };
    const { problems } = await gatherItems([url], { reference, limits, state: new Map() });
    const message = problems[0]?.message ?? '';
    return message.includes('--allow-local') ? message : null;
  },
  'check --links': async (url, allowLocal) => {
    const answers: Answer[] = [];
    await visitLinks([url], {
      ...{ allowLocal, pause: 0, patience: 2000, userAgent: 'Test/1' },
      visited: (_, answer) => answers.push(answer),
    });
    const [answer] = answers;
    return answer?.kind === 'refused' ? answer.detail : null;
  },
  ping: async (url, allowLocal) => {
    const feed = {
      path: '' as never,
      url: 'https://test.example/feed.xml' as AbsoluteUrl,
      hash: '',
    };
    const { failed } = await pingHub([feed], { hub: url, timeout: 2000, allowLocal });
    return failed[0]?.problem.isOfAddress === true ? failed[0].problem.text : null;
  },
};

const test = suite('the guard of requests');
test.before.each(() => {
  asked.length = 0;
});

for (const [name, ask] of Object.entries(users)) {
  test(`${name} asks none of ${localHosts.length} local addresses`, async () => {
    const urls = localHosts.map((host) => `http://${host}:${port}/`);
    const told = await Promise.all(urls.map((url) => ask(url, false)));
    assert.equal(
      urls.filter((_, index) => told[index] === null),
      [],
    );
    assert.equal(asked, []);
  });

  test(`${name} asks them where that is allowed`, async () => {
    for (const host of ['127.0.0.1', '127.1', 'localhost', '[::ffff:127.0.0.1]']) {
      assert.is(await ask(`http://${host}:${port}/`, true), null, host);
    }
    assert.is(asked.length, 4);
  });

  test(`${name}: a name is looked up once, and what it means then counts`, async () => {
    await withNames([['93.184.215.14'], ['127.0.0.1']], async (lookups) => {
      // The first meaning is public, and no connection is made to another that comes later.
      assert.is(await ask(`http://rebind.example:${port}/`, false), null);
      assert.is(lookups(), 1);
      assert.match((await ask(`http://rebind.example:${port}/`, false)) ?? '', /rebind\.example/);
    });
    for (const addresses of [
      ['127.0.0.1'],
      ['93.184.215.14', '10.0.0.1'],
      ['::1'],
      ['fe80::1%lo'],
      ['::ffff:127.0.0.1'],
      [],
    ]) {
      await withNames([addresses], async () => {
        const told = await ask(`http://name.example:${port}/`, false);
        assert.match(told ?? '', 'name.example', addresses.join(' '));
        assert.not.match(told ?? '', /10\.0\.0\.1|127\.0\.0\.1/, 'the network is not shown');
      });
    }
    assert.equal(asked, []);
  });
}

/** Runs something while names have other addresses: those of the first list at first, and so on. */
async function withNames(
  answers: readonly (readonly string[])[],
  run: (lookups: () => number) => Promise<void>,
): Promise<void> {
  const { lookup } = dns;
  let count = 0;
  const stub = (_: string, __: unknown, done: (...values: readonly unknown[]) => void): void => {
    const addresses = answers[Math.min(count++, answers.length - 1)] ?? [];
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => done(null, all));
  };
  Object.assign(dns, { lookup: stub });
  try {
    await run(() => count);
  } finally {
    Object.assign(dns, { lookup });
  }
}

const options: RequestOptions = {
  ...{ method: 'GET', headers: {}, allowLocal: false },
  ...{ time: 2000, redirects: 3, size: 1000 },
};
/** One machine of these tests is as if it were public. */
const firstIsPublic = (address: string): boolean => address === '127.0.0.1';

async function failureOf(asking: Promise<HttpAnswer>): Promise<string> {
  try {
    return `status ${(await asking).status}`;
  } catch (error) {
    if (error instanceof RequestError) return error.failure;
    throw error;
  }
}

const redirects: readonly (readonly [to: string, result: string])[] = [
  ['http://127.0.0.2:PORT/', 'local'],
  ['//127.0.0.2:PORT/', 'local'],
  ['http://[::1]:PORT/', 'local'],
  ['http://[::ffff:127.0.0.2]:PORT/', 'local'],
  ['http://0x7f.2:PORT/', 'local'],
  ['/to/http:%252f%252f127.0.0.2:PORT%252f', 'local'],
  ['file:///etc/passwd', 'address'],
  ['ftp://127.0.0.1/', 'address'],
  ['data:text/plain,x', 'address'],
  ['http://', 'address'],
  ['/ok', 'status 200'],
  ['http://127.0.0.1:PORT/ok', 'status 200'],
];
for (const [to, result] of redirects) {
  test(`a redirect to ${to}: ${result}`, async () => {
    const url = `http://127.0.0.1:${port}/to/${encodeURIComponent(to.replace('PORT', String(port)))}`;
    assert.is(await failureOf(request(url, options, firstIsPublic)), result);
    assert.ok(asked.length > 0);
    assert.ok(asked.every((each) => each.startsWith('127.0.0.1')));
  });
}

test('redirects have an end', async () => {
  const nested = (depth: number): string =>
    depth === 0 ? '/ok' : `/to/${encodeURIComponent(nested(depth - 1))}`;
  const ask = (depth: number): Promise<string> =>
    failureOf(request(`http://127.0.0.1:${port}${nested(depth)}`, options, firstIsPublic));
  assert.is(await ask(3), 'status 200');
  assert.is(await ask(4), 'redirects');
  assert.is(asked.length, 4 + 4);
});

test('a proxy of the environment is not asked', async () => {
  const names = [
    'http_proxy',
    'HTTP_PROXY',
    'https_proxy',
    'HTTPS_PROXY',
    'all_proxy',
    'NODE_USE_ENV_PROXY',
  ];
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) process.env[name] = `http://127.0.0.2:${port}/`;
  process.env['NODE_USE_ENV_PROXY'] = '1';
  try {
    const url = `http://127.0.0.1:${port}/direct`;
    assert.is(await failureOf(request(url, options, firstIsPublic)), 'status 200');
    assert.equal(asked, ['127.0.0.1/direct']);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
});

const publicAddresses: readonly string[] = [
  ...[
    '8.8.8.8',
    '93.184.215.14',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '11.0.0.1',
  ],
  ...['100.63.255.255', '100.128.0.1', '198.17.0.1', '223.255.255.255', '169.253.0.1', '126.0.0.1'],
  ...['2606:2800:21f::1', '2001:4860:4860::8888', '2a00::1', '64:ff9b::808:808', '::ffff:8.8.8.8'],
];
for (const address of publicAddresses) {
  test(`${address} is public`, () => assert.is(isPublicAddress(address), true));
}
for (const address of [
  '',
  'localhost',
  '127.1',
  '010.8.8.8',
  '8.8.8',
  '8.8.8.8.',
  'fe80::1%eth0',
  ':',
]) {
  test(`"${address}" is no public address`, () => assert.is(isPublicAddress(address), false));
}

test.after(() => {
  for (const each of servers) {
    each.closeAllConnections();
    each.close();
  }
});

test.run();
