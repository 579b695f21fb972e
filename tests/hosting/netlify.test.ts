/** `_headers` and `_redirects`, read by Netlify's own parsers. */
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { listHostRules } from '../../src/hosting/hostRules.ts';
import { buildContent, loadContent } from '../support/build.ts';
import { root } from '../support/site.ts';

const content = path.join(root, 'tests/sites/hard/content');
const output = buildContent(content);
const site = loadContent(content);
const test = suite('Netlify’s own parsers');

test('_headers: every rule, with every header, and no complaint', async () => {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [path.join(output, '_headers')],
    configHeaders: [],
    minimal: true,
  });
  assert.equal(errors, []);
  const expected = listHostRules(site.config).flatMap(({ path, headers: each }) =>
    // Cloudflare serves a page without the end of its name.
    [path, ...(path.endsWith('.html') ? [path.slice(0, -5)] : [])].map((address) => ({
      for: site.config.address.base + address,
      values: Object.fromEntries(each),
    })),
  );
  assert.ok(expected.length > 8);
  assert.equal(headers, expected);
});

test('_redirects: every former address, and no complaint', async () => {
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [path.join(output, '_redirects')],
    configRedirects: [],
    minimal: true,
  });
  assert.equal(errors, []);
  assert.ok(redirects.length > 15);
  assert.is(redirects.length, site.redirects.length);
  for (const { from, to, status } of redirects as readonly Redirect[]) {
    assert.is(status, 301);
    for (const address of [from, to]) assert.ok(address.startsWith('/sub/path/'), address);
  }
});

interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

test.run();
