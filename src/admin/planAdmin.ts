import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { Site } from '../model/site.ts';
import type { AdminConfig } from '../parse/admin.ts';
import { toUrl } from '../urls/address.ts';
import { adminFiles, adminPath, homePath } from '../urls/paths.ts';
import { buildCollections, listIds, type Collection } from './collections.ts';
import { findDecap } from './decapPackage.ts';
import type { AdminData } from './shape.ts';

/**
 * The editor at `/admin/`, where site.yaml asks for it: its page, its configuration, our script, and Decap's.
 * @throws MissingPackageError where Decap is not installed
 */
export function planAdmin(site: Site): readonly SiteFile[] {
  const { admin } = site.config;
  if (admin === null) return [];
  const collections = buildCollections(site, admin.content);
  const decap = findDecap(site.config.file);
  const copy = (path: SiteFile['path'], file: string): SiteFile => ({
    path,
    key: () => decap.key,
    make: () => [readFileSync(file)],
  });
  return [
    smallFile(adminPath, formatPage(site)),
    smallFile(adminFiles.config, formatConfig(site, admin, collections)),
    smallFile(adminFiles.script, formatScript(site, collections)),
    copy(adminFiles.decap, decap.script),
    copy(adminFiles.notices, decap.notices),
  ];
}

/** Decap puts itself into the body. */
function formatPage({ config }: Site): string {
  const title = config.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Editing: ${title}</title>
<link rel="icon" href="data:,">
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript>Editing needs JavaScript.</noscript>
<script src="admin.js"></script>
<script src="decap-cms.js"></script>
</body>
</html>
`;
}

function formatConfig(
  { config }: Site,
  { backend, content, localPort }: AdminConfig,
  collections: readonly Collection[],
): string {
  const proxy = localPort === null ? null : `http://localhost:${localPort}/api/v1`;
  const optional = (key: string, value: string | null): object =>
    value === null ? {} : { [key]: value };
  const hosted = backend && {
    name: backend.name,
    ...optional('repo', backend.repo),
    branch: backend.branch,
    ...optional('base_url', backend.baseUrl),
    ...optional('api_root', backend.apiRoot),
    ...optional('auth_type', backend.authType),
    ...optional('app_id', backend.appId),
  };
  const data = {
    backend: hosted ?? { name: 'proxy', proxy_url: proxy },
    // Decap asks it on localhost only.
    ...(hosted && proxy !== null ? { local_backend: { url: proxy } } : {}),
    site_url: toUrl(config.address, homePath),
    display_url: toUrl(config.address, homePath),
    media_folder: `${content}/assets`,
    public_folder: '/assets',
    show_preview_links: false,
    collections: collections.map((each) => each.config),
  };
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** `npm run browser` puts the script beside our own code; what it has to know comes before it. */
function formatScript(site: Site, collections: readonly Collection[]): string {
  const data: AdminData = {
    shapes: Object.fromEntries(collections.map(({ name, shape }) => [name, shape])),
    ids: listIds(site),
  };
  const script = readFileSync(new URL('../../browser/admin.js', import.meta.url), 'utf8');
  return `const adminData=${JSON.stringify(data)};\n${script}`;
}
