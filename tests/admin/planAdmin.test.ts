/** The files of the admin, and where there are none. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { listHostRules } from '../../src/hosting/hostRules.ts';
import { buildContent, readOutput, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { installDecap } from '../support/decap.ts';
import { load, loadGood, makeContent, makeFolder, siteYaml } from '../support/site.ts';

const test = suite('the files of the admin');

test('there are none unless site.yaml asks for them', () => {
  const output = buildContent(makeContent({}));
  assert.not(existsSync(path.join(output, 'admin')));
  assert.not.match(readOutput(output, '_headers'), 'unsafe-eval');
});

test('without the package a build ends with 2 and says what to install', () => {
  const content = makeContent({ 'site.yaml': siteYaml('admin: true') });
  const output = path.join(makeFolder(), '_site');
  const args = ['build', '--content', content, '--output', output, '--now', sampleNow];
  const { status, stderr } = runCli(args);
  assert.is(status, 2);
  assert.match(stderr, 'npm install decap-cms');
  assert.not(existsSync(output));
});

test('the same content gives the same files, which nothing lists or links', () => {
  const content = makeContent({
    'site.yaml': siteYaml('admin: true'),
    'topics/arms.md': '---\nname: Arms\n---\n',
    'topics/old.md': '---\nname: Old\nmergedInto: arms\n---\n',
  });
  installDecap(content);
  const [one, two] = [buildContent(content), buildContent(content, '--clean')];
  for (const file of ['admin/index.html', 'admin/config.yml', 'admin/admin.js']) {
    assert.is(readOutput(one, file), readOutput(two, file));
  }
  assert.match(readOutput(one, 'admin/index.html'), '<meta name="robots" content="noindex">');
  for (const file of ['index.html', 'sitemap.xml', 'feed.xml', 'llms.txt']) {
    assert.not.match(readOutput(one, file), /\/admin/);
  }
  const config = parse(readOutput(one, 'admin/config.yml')) as {
    backend: object;
    collections: { name: string; fields: { name: string; options?: object[] }[] }[];
  };
  assert.equal(config.backend, { name: 'proxy', proxy_url: 'http://localhost:8081/api/v1' });
  assert.equal(
    config.collections.map(({ name }) => name),
    ['articles', 'briefings', 'topics', 'actors', 'stories', 'pages'],
  );
  const topics = config.collections[0]?.fields.find(({ name }) => name === 'topics');
  assert.equal(topics?.options, [{ label: 'Arms', value: 'arms' }]);
});

test('a page of the same address collides', () => {
  const files = { 'pages/admin.md': '---\ntitle: Admin\n---\n' };
  const { diagnostics } = load({ ...files, 'site.yaml': siteYaml('admin: true') });
  assert.equal(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, file }) => [code, file]),
    [['url-collision', 'content/pages/admin.md']],
  );
  loadGood(files);
});

test('only below /admin/ is there another policy, which knows the hosts of the backend', () => {
  const admin = (text: string): string => {
    const { config } = loadGood({ 'site.yaml': siteYaml(`admin: ${text}`) });
    const rules = listHostRules(config).filter(({ headers }) =>
      headers.some(([, value]) => value.includes('unsafe-eval')),
    );
    assert.equal(
      rules.map((rule) => rule.path),
      ['/admin/*'],
    );
    const policy = rules[0]?.headers.find(([name]) => name === 'Content-Security-Policy')?.[1];
    return /connect-src ([^;]*)/.exec(policy ?? '')?.[1] ?? '';
  };
  assert.is(admin('true'), "'self' blob: http://localhost:8081");
  assert.is(
    admin('{backend: {name: github, repo: a/b, baseUrl: "https://auth.example/x"}}'),
    "'self' blob: https://api.github.com https://auth.example",
  );
  assert.is(
    admin('{backend: {name: gitea, apiRoot: "https://git.example/api"}, local: 9000}'),
    "'self' blob: https://git.example http://localhost:9000",
  );
});

test.run();
