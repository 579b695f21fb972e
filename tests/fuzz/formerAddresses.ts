import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import * as assert from 'uvu/assert';
import { formatCaddy } from '../../src/hosting/formatCaddy.ts';
import { formatNginx } from '../../src/hosting/formatNginx.ts';
import { formatRedirects } from '../../src/hosting/hostRules.ts';
import type { Redirect, Site } from '../../src/model/site.ts';
import { formerPath } from '../../src/parse/fields.ts';
import { parseAbsoluteUrl, parseSiteAddress } from '../../src/urls/address.ts';
import { parseFormerPath } from '../../src/urls/formerPath.ts';
import { outputFile, type SitePath } from '../../src/urls/paths.ts';
import { loadContent } from '../support/build.ts';
import { makeContent, makeFolder } from '../support/site.ts';
import { readNginxWord, readCaddyWord } from '../support/serverWords.ts';
import { pick, type Campaign, type OpenCampaign } from './campaign.ts';
import { makeAddress } from './nastyPaths.ts';

const urls = [
  'https://a.example/',
  'https://a.example/sub/path/',
  "https://a.example/it's-$1;x/",
  'https://a.example/%C3%BC%20b/',
];
const to = '/2024/01/05/new/' as SitePath;

/**
 * `redirectFrom` → one literal source, for every host: Netlify's own parser, the rules of Cloudflare, nginx,
 * Caddy, the disk. It is the address that a browser asks for where a link has the value as written.
 */
export const formerAddresses: Campaign = {
  name: 'formerAddresses',
  cases: 8000,
  casesInTests: 1000,
  open: () => Promise.resolve(openCases()),
};

function openCases(): OpenCampaign {
  const file = path.join(makeFolder(), '_redirects');
  const sites = urls.map(siteAt);
  return {
    runCase: async (random) => {
      const value = makeAddress(random);
      const from = parseFormerPath(value);
      assert.is(formerPath.safeParse(value).success, from !== null, value);
      if (from === null) return;
      const shown = JSON.stringify(value);
      holdOnDisk(from, value, shown);
      const site = pick(random, sites);
      const redirects: readonly Redirect[] = [{ from, to, file: 'a.md' }];
      const moved = { ...site, redirects };
      writeFileSync(file, formatRedirects(moved));
      await holdRules(file, moved, shown);
      holdServers(moved, shown);
    },
  };
}

function siteAt(url: string): Site {
  const absolute = parseAbsoluteUrl(url);
  const address = absolute && parseSiteAddress(absolute);
  if (address === null) throw new Error(`${url} is refused`);
  const site = loadContent(makeContent({}));
  return { ...site, config: { ...site.config, address } };
}

/** One file below the output, that no host reads, at the address that a browser asks for. */
function holdOnDisk(from: SitePath, value: string, shown: string): void {
  const file = outputFile(from);
  assert.is(path.posix.normalize(file), file, shown);
  assert.ok(Buffer.byteLength(file) < 800, shown);
  for (const part of file.split('/')) {
    assert.ok(part !== '' && Buffer.byteLength(part) <= 255, shown);
    assert.not.match(part, /^\.|^(?:web\.config|php\.ini)$/i, shown);
  }
  const ofHosts =
    /^(?:_worker\.js|_routes\.json|_headers|_redirects|vercel\.json|netlify\.toml)(?:\/|$)/i;
  assert.not.match(file, ofHosts, shown);
  const asked = decodeURIComponent(new URL(value, 'https://a.example').pathname).normalize('NFC');
  assert.is(from.replace(/\/$/, ''), asked.replace(/\/$/, ''), shown);
}

async function holdRules(file: string, { config, redirects }: Site, shown: string): Promise<void> {
  const { redirects: rules, errors } = await parseAllRedirects({
    redirectsFiles: [file],
    configRedirects: [],
    minimal: true,
  });
  assert.equal(errors, [], shown);
  assert.is(rules.length, 1, shown);
  const { from, ...rule } = rules[0] as { readonly from: string };
  const [redirect] = redirects;
  assert.equal(
    rule,
    {
      ...{ query: {}, to: config.address.base + to, status: 301, force: false },
      ...{ conditions: {}, headers: {} },
    },
    shown,
  );
  const below = decodeURIComponent(from).slice(decodeURIComponent(config.address.base).length);
  assert.is(below, redirect?.from, shown);
  // A splat, a placeholder of either host, whatever is left when a host reads it twice.
  for (const read of [from, decodeURIComponent(from)]) {
    assert.not.match(read, /\*|\/:|:[A-Za-z]|%2a|%3a|[\\?#]|\s\s/i, shown);
  }
  assert.not.match(from, /\s/, shown);
  assert.ok(from.length <= config.address.base.length + 1001, shown);
  // Cloudflare compares it with the path of a parsed request.
  assert.is(new URL(from, 'https://a.example').pathname, from, shown);
}

/** The configurations name the address once, as one word. */
function holdServers(site: Site, shown: string): void {
  const { address } = site.config;
  const asked = decodeURIComponent(address.base) + (site.redirects[0]?.from ?? '');
  const options = { root: '/srv/site', listen: null };
  const nginx = formatNginx(site, options)
    .split('\n')
    .filter((line) => line.includes('{ return 301 "') && line.includes('$is_args$args'));
  assert.is(nginx.length, 1, shown);
  const [kind, word] = readNginxWord(nginx[0] ?? '');
  if (kind === '=') assert.is(word, asked, shown);
  else {
    assert.ok(Buffer.byteLength(asked) > 255, shown);
    assert.ok(new RegExp(word, 'u').test(asked) && !new RegExp(word, 'u').test(`${asked}x`), shown);
  }
  const caddy = formatCaddy(site, options).split('\n');
  const start = caddy.findIndex((line) => line.includes('map {path}'));
  assert.is(readCaddyWord(caddy[start + 1] ?? ''), asked, shown);
  assert.is(caddy[start + 2]?.trim(), 'default ""', shown);
}
