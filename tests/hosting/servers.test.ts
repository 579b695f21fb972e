/** The built site behind nginx and Caddy, with the configuration that Dateline prints. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exportFormats } from '../../src/urls/paths.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  buildContent,
  copySample,
  edit,
  readOutput,
  rebuild,
  sampleContent,
} from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { readHeaderRules } from '../support/server.ts';
import { articleFile, makeContent, root, siteYaml } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';
import { startCaddy, startNginx, type WebServer } from '../support/webServer.ts';

const hardContent = path.join(root, 'tests/sites/hard/content');
const changing = copySample();
const sites = [
  { name: 'sample', content: sampleContent, base: '/', output: buildContent(sampleContent) },
  { name: 'hard', content: hardContent, base: '/sub/path/', output: buildContent(hardContent) },
];
const changingOutput = buildContent(changing);

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const kinds: readonly (readonly [file: string, type: RegExp])[] = [
  ['', /^text\/html; charset=utf-8$/i],
  ['404.html', /^text\/html; charset=utf-8$/i],
  ['style.css', /^text\/css; charset=utf-8$/i],
  ['main.js', /^(?:text|application)\/javascript(?:; charset=utf-8)?$/i],
  ['icon.svg', /^image\/svg\+xml/],
  ['robots.txt', /^text\/plain; charset=utf-8$/i],
  ['sitemap.xml', /^(?:text|application)\/xml/],
  ['feed.xml', /^application\/xml; charset=utf-8$/],
  ['atom.xml', /^application\/atom\+xml; charset=utf-8$/],
  ['feed.json', /^application\/feed\+json; charset=utf-8$/],
  ['articles/feed.xml', /^application\/xml; charset=utf-8$/],
  ['articles/atom.xml', /^application\/atom\+xml; charset=utf-8$/],
  ['articles/feed.json', /^application\/feed\+json; charset=utf-8$/],
  ['2024/01/atom.xml', /^application\/atom\+xml; charset=utf-8$/],
  ['2024/01/feed.json', /^application\/feed\+json; charset=utf-8$/],
  ['feeds.opml', /^text\/x-opml; charset=utf-8$/],
];

for (const [server, start] of [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const) {
  for (const { name, content, base, output } of sites) {
    const test = suite(`${server}: ${name}`);
    let running: WebServer;
    const url = (file: string): string => running.origin + base + file;
    test.before(async () => {
      running = await start(content, output);
    });
    test.after(() => running.close());

    for (const [file, type] of kinds) {
      test(`/${file} has its type, and the headers of _headers`, async () => {
        const { status, headers, text } = await get(url(file));
        assert.is(status, 200);
        assert.match(headers.get('content-type') ?? '', type);
        assert.is(text, readOutput(output, file === '' ? 'index.html' : file));
        const rules = readHeaderRules(readOutput(output, '_headers'));
        const expected = new Map(
          rules
            .filter(({ pattern }) => pattern.test(base + file))
            .flatMap((rule) => rule.headers)
            .filter(([header]) => header !== 'Content-Type'),
        );
        assert.ok(expected.size >= 6);
        for (const [header, value] of expected) assert.is(headers.get(header), value, header);
      });
    }

    if (name === 'hard') {
      test('a page for mail has its own policy, and no other', async () => {
        const { headers } = await get(url('2024/01/05/email.html'));
        const policy = headers.get('content-security-policy') ?? '';
        assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; [^,]*$/);
      });
    }

    test('style sheet and scripts stay in caches, by what is in them; pages do not', async () => {
      const { text, headers } = await get(url(''));
      assert.is(headers.get('cache-control'), 'public, max-age=0, must-revalidate');
      const code = Array.from(
        text.matchAll(/(?:href|src)="([^"]*\?v=[^"]*)"/g),
        ([, href]) => href!,
      );
      assert.is(code.length, 3);
      for (const address of code) {
        const answer = await get(running.origin + address);
        assert.is(answer.status, 200);
        assert.is(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      }
    });

    test('every file is served with its bytes, but those for hosts', async () => {
      for (const file of listFiles(output)) {
        const address = file.replace(/(^|\/)index\.html$/, '$1');
        const { status, text } = await get(url(encodeURI(address)));
        const isHidden = ['_headers', '_redirects', '.dateline'].includes(file);
        if (isHidden || isMoved(file)) assert.is(status, isHidden ? 404 : 301, file);
        else {
          assert.is(status, 200, file);
          assert.is(text, readOutput(output, file), file);
        }
      }
    });

    const isMoved = (file: string): boolean =>
      file.endsWith('.html') && readOutput(output, file).includes('http-equiv="refresh"');

    test('what is not there has the 404 page, with its status and headers', async () => {
      for (const file of ['nowhere/', 'nowhere', '2024/01/05/nowhere/', 'a/feed.xml', '_headers']) {
        const { status, headers, text } = await get(url(file));
        assert.is(status, 404, file);
        assert.is(text, readOutput(output, '404.html'), file);
        assert.match(headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i);
        assert.match(headers.get('content-security-policy') ?? '', "default-src 'none'");
      }
    });

    if (base !== '/') {
      test('nothing is served above the base path, which is found without its slash', async () => {
        for (const address of ['/', '/feed.xml', '/sub/', '/subpath/']) {
          assert.is((await get(running.origin + address)).status, 404, address);
        }
        const { status, headers } = await get(running.origin + base.slice(0, -1));
        assert.is(status, 301);
        assert.is(new URL(headers.get('location') ?? '', running.origin).pathname, base);
      });
    }

    test('a missing slash is added', async () => {
      for (const file of ['archive', '2024/01']) {
        const { status, headers } = await get(`${url(file)}?a=b`);
        assert.ok([301, 308].includes(status), `${file}: ${status}`);
        const location = new URL(headers.get('location') ?? '', url(file));
        assert.is(location.pathname, `${base}${file}/`);
      }
    });

    test('each former address answers 301', async () => {
      const lines = readOutput(output, '_redirects').trimEnd().split('\n').filter(Boolean);
      assert.ok(name === 'sample' || lines.length > 15);
      for (const line of lines) {
        const [from = '', to = ''] = line.split(' ');
        const { status, headers } = await get(running.origin + from);
        assert.is(status, 301, line);
        const location = new URL(headers.get('location') ?? '', running.origin);
        assert.is(location.pathname, to);
      }
    });

    test.run();
  }
}

const dataContent = makeContent({
  'site.yaml': siteYaml(
    `email: true\nfeed: { hub: 'https://hub.example/' }\nexports: [${exportFormats.join(', ')}]`,
  ),
  'articles/a.md': articleFile('title: A\ndate: 2024-01-05'),
});
const dataOutput = buildContent(dataContent);

for (const [server, start] of [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const) {
  const test = suite(`${server}: data, the hub, mail in a browser`);
  let running: WebServer;
  test.before(async () => {
    running = await start(dataContent, dataOutput);
  });
  test.after(() => running.close());

  for (const [file, type] of [
    ['site.json', 'application/json; charset=utf-8'],
    ['site.ndjson', 'application/x-ndjson; charset=utf-8'],
    ['articles.csv', 'text/csv; charset=utf-8; header=present'],
    ['site.sqlite', 'application/vnd.sqlite3'],
    ['ninjs.json', 'application/json; charset=utf-8'],
    ['stix.json', 'application/stix+json;version=2.1'],
    ['network.graphml', 'application/graphml+xml; charset=utf-8'],
    ['watching.ics', 'text/calendar; charset=utf-8'],
    ['schema.json', 'application/schema+json; charset=utf-8'],
  ] as const) {
    test(`/data/${file} has its type, for scripts of any site`, async () => {
      const { status, headers } = await get(`${running.origin}/data/${file}`);
      assert.is(status, 200);
      assert.is(headers.get('content-type'), type);
      assert.is(headers.get('access-control-allow-origin'), '*');
      assert.is(headers.get('x-content-type-options'), 'nosniff');
    });
  }

  test('pages are not for scripts of other sites; the site’s feeds name hub and self', async () => {
    const page = await get(`${running.origin}/`);
    assert.is(page.headers.get('access-control-allow-origin'), null);
    assert.is(page.headers.get('link'), null);
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const { headers } = await get(`${running.origin}/${file}`);
      assert.is(headers.get('access-control-allow-origin'), '*');
      const self = `<https://test.example/${file}>; rel="self"`;
      assert.is(headers.get('link'), `<https://hub.example/>; rel="hub", ${self}`);
    }
  });

  test('Chromium shows the page for mail with its styles, and blocks nothing', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        // Chromium asks for an icon that the page does not name.
        if (!message.text().includes('404 (Not Found)')) problems.push(message.text());
      });
      await page.goto(`${running.origin}/2024/01/05/email.html`, { waitUntil: 'load' });
      const styled = `getComputedStyle(document.querySelector('[style*="font-size"]')).fontSize
        === document.querySelector('[style*="font-size"]').style.fontSize`;
      assert.ok(await page.evaluate<boolean>(styled));
      assert.equal(problems, []);
    } finally {
      await browser.close();
    }
  });

  test.run();
}

/** Feeds and pages are asked again after a rebuild: only what changed is sent. */
const again = suite('nginx: asked again after a rebuild');

again('feeds and pages that did not change are 304, the others come', async () => {
  const running = await startNginx(changing, changingOutput);
  try {
    const files = listFiles(changingOutput).filter((file) =>
      /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json|index\.html)$/.test(file),
    );
    const first = new Map<string, Answer>();
    const urlOf = (file: string): string =>
      `${running.origin}/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1'))}`;
    for (const file of files) first.set(file, await get(urlOf(file)));
    edit(
      changing,
      'articles/2024/2024-01-05-kim-jong-un-visits-launcher-factory.md',
      /^summary: /m,
      'summary: Changed. ',
    );
    rebuild(changing, changingOutput);
    let [same, other] = [0, 0];
    for (const [file, before] of first) {
      const { status, text } = await get(urlOf(file), {
        'If-None-Match': before.headers.get('etag') ?? '',
        'If-Modified-Since': before.headers.get('last-modified') ?? '',
      });
      const isSame = readOutput(changingOutput, file) === before.text;
      assert.is(status, isSame ? 304 : 200, file);
      if (isSame) same += 1;
      else {
        assert.is(text, readOutput(changingOutput, file), file);
        other += 1;
      }
    }
    assert.ok(same > 50 && other > 10, `${same} the same, ${other} changed`);
  } finally {
    await running.close();
  }
});

again.run();

const commands = suite('the README');

commands('its commands for servers print a configuration', () => {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  const lines = Array.from(
    text.matchAll(/^npx (dateline hosting .*) > \/etc\/\S+$/gm),
    ([, line]) => line!,
  );
  assert.is(lines.length, 2);
  for (const line of lines) {
    const { status, stdout } = runCli(line.split(' ').slice(1));
    assert.is(status, 0, line);
    assert.match(stdout, '/srv/briefing');
  }
});

commands.run();
