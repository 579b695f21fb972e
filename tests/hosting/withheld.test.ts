/** Servers answer that what was published and is withheld is gone, and show the page of what is not found. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, readOutput } from '../support/build.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';
import { startCaddy, startNginx, type WebServer } from '../support/webServer.ts';

const addresses = ['/2024/01/05/أخبار/', '/old (1)/', '/a$b(c).html', '/sources/the-wire/'];
const content = makeContent({
  'site.yaml': siteYaml().replace('https://test.example/', 'https://test.example/sub/'),
  'articles/2024-01-05-أخبار.md': articleFile(
    'title: A\ndate: 2024-01-05\nstatus: withheld\nsources: [The Wire]\nredirectFrom: ["/old%20(1)/", "/a$b(c).html"]',
  ),
  'articles/2024-01-05-b.md': articleFile('title: B\ndate: 2024-01-05'),
  'articles/2024-01-05-draft.md': articleFile('title: C\ndate: 2024-01-05\nstatus: draft'),
  'ledger.tsv': addresses.map((address) => `${address}\n`).join(''),
});
const output = buildContent(content);

for (const [server, start] of [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const) {
  const test = suite(`${server}: what is withheld`);
  let running: WebServer;
  const get = (address: string): Promise<Response> =>
    fetch(`${running.origin}/sub${encodeURI(address)}`, { redirect: 'manual' });
  test.before(async () => {
    running = await start(content, output);
  });
  test.after(() => running.close());

  for (const address of addresses) {
    test(`${address} is gone`, async () => {
      const response = await get(address);
      assert.is(response.status, 410);
      assert.is(await response.text(), readOutput(output, '404.html'));
    });
  }

  test('a draft was never there', async () => {
    assert.is((await get('/2024/01/05/draft/')).status, 404);
    assert.is((await get('/2024/01/05/b/')).status, 200);
  });

  test('no file of the output names an address that is gone', () => {
    assert.is(readOutput(output, '_redirects'), '');
  });

  test.run();
}
