/** Files that hosts read where they lie at the root of what is published, and who reads them. */
const atRoot: ReadonlyMap<string, string> = new Map([
  ['_headers', 'Netlify and Cloudflare'],
  ['_redirects', 'Netlify and Cloudflare'],
  ['_worker.js', 'Cloudflare'],
  ['_worker.bundle', 'Cloudflare'],
  ['_routes.json', 'Cloudflare'],
  ['wrangler.toml', 'Cloudflare'],
  ['wrangler.json', 'Cloudflare'],
  ['wrangler.jsonc', 'Cloudflare'],
  ['netlify.toml', 'Netlify'],
  ['vercel.json', 'Vercel'],
  ['now.json', 'Vercel'],
  ['staticwebapp.config.json', 'Azure'],
  ['firebase.json', 'Firebase'],
  ['amplify.yml', 'AWS Amplify'],
  ['customhttp.yml', 'AWS Amplify'],
  ['_config.yml', 'GitHub Pages'],
]);

/** The same in any folder. */
const anywhere: ReadonlyMap<string, string> = new Map([
  ['web.config', 'IIS'],
  ['php.ini', 'PHP'],
]);

/** The domain of a site on GitHub Pages. A folder of this name would take the file's place. */
const domainFile = 'CNAME';

/** Files that servers run, by the ends of their names. */
const programs = /\.(?:php\d?|phtml|phar|cgi|fcgi|asp|aspx|ashx|asmx|jsp|jspx|cfm|shtml?|stm)$/;

/** Folders whose scripts some hosts run. */
const programFolders = /^\/(?:functions|api|netlify)\//;
const scripts = /\.(?:[cm]?[jt]sx?|py|rb|go|wasm)$/;

/**
 * Who reads a file of this name for what to do, so that content can't have it as its address; null where
 * nobody does. Names are compared without their case, as some hosts do.
 * @param path below the base path, from `/`
 */
export function findNameReader(path: string): string | null {
  const [first = '', ...others] = path.toLowerCase().slice(1).split('/');
  if (path === `/${domainFile}` || path.startsWith(`/${domainFile}/`)) return 'GitHub Pages';
  for (const part of [first, ...others]) {
    const reader = anywhere.get(part);
    if (reader !== undefined) return reader;
  }
  return atRoot.get(first) ?? null;
}

/** Who runs a file of content, or reads it for what to do; null where it is only served. */
export function findFileReader(path: string): string | null {
  if (path === `/${domainFile}`) return null;
  const lower = path.toLowerCase();
  if (programs.test(lower) || (programFolders.test(lower) && scripts.test(lower))) {
    return 'a server that runs programs';
  }
  return findNameReader(path);
}
