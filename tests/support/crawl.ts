import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { listFiles } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An HTML page, read as a browser reads it. */
export interface HtmlPage {
  /** What a reader can follow: `a` and `area`. */
  readonly anchors: readonly string[];
  /** Every address that the page names, those of `anchors` too. */
  readonly addresses: readonly string[];
  readonly ids: ReadonlySet<string>;
}

export interface Crawl {
  /** HTML files reached from the home page by links that a reader can follow. */
  readonly reached: ReadonlySet<string>;
  /** All HTML files. */
  readonly pages: readonly string[];
  /** `file: address: what is wrong`, of all HTML files, reached or not. */
  readonly broken: readonly string[];
  /** Addresses below the site that were held against its files. */
  readonly checked: number;
}

const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data']);

export function readHtml(html: string): HtmlPage {
  const anchors: string[] = [];
  const addresses: string[] = [];
  const ids = new Set<string>();
  const visit = (node: Node): void => {
    if ('attrs' in node) readElement(node, anchors, addresses, ids);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { anchors, addresses, ids };
}

function readElement(
  { tagName, attrs }: Element,
  anchors: string[],
  addresses: string[],
  ids: Set<string>,
): void {
  for (const { name, value } of attrs) {
    if (name === 'id') ids.add(value);
    if (name === 'srcset') {
      addresses.push(...value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
    }
    if (!addressAttributes.has(name)) continue;
    addresses.push(value);
    if (name === 'href' && (tagName === 'a' || tagName === 'area')) anchors.push(value);
  }
  const refresh = attrs.find(({ name }) => name === 'http-equiv')?.value.toLowerCase();
  const target = /;\s*url=(.*)$/i.exec(attrs.find(({ name }) => name === 'content')?.value ?? '');
  if (refresh === 'refresh' && target?.[1] !== undefined) addresses.push(target[1]);
}

/** Follows the links of an output folder as if it were served at `siteUrl`, which ends in `/`. */
export function crawl(output: string, siteUrl: string): Crawl {
  const pages = listFiles(output).filter((file) => file.endsWith('.html'));
  const read = new Map(
    pages.map((file) => [file, readHtml(readFileSync(path.join(output, file), 'utf8'))]),
  );
  const broken: string[] = [];
  let checked = 0;
  const resolve = (address: string, file: string): string | null => {
    const url = new URL(address, siteUrl + escapeFile(pageOf(file)));
    if (url.origin !== new URL(siteUrl).origin) return null;
    checked++;
    const target = fileOf(url, siteUrl);
    const problem = judge(output, target, url.hash, read);
    if (problem !== null) broken.push(`${file}: ${address}: ${problem}`);
    return target;
  };
  const links = new Map<string, readonly string[]>();
  for (const [file, { anchors, addresses }] of read) {
    for (const address of addresses) resolve(address, file);
    const targets = anchors.map((address) => resolve(address, file));
    links.set(
      file,
      targets.filter((target) => target !== null),
    );
  }
  return { reached: reach('index.html', links), pages, broken: [...new Set(broken)], checked };
}

/** Addresses, of a feed for instance, that lead below the site to no file or anchor. */
export function findBroken(
  output: string,
  siteUrl: string,
  addresses: readonly string[],
): readonly string[] {
  const pages = new Map<string, HtmlPage>();
  return addresses.filter((address) => {
    const url = new URL(address);
    if (url.origin !== new URL(siteUrl).origin) return false;
    const target = fileOf(url, siteUrl);
    const file = path.join(output, target);
    if (target.endsWith('.html') && existsSync(file) && !pages.has(target)) {
      pages.set(target, readHtml(readFileSync(file, 'utf8')));
    }
    return judge(output, target, url.hash, pages) !== null;
  });
}

function reach(start: string, links: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const target of links.get(file) ?? []) if (links.has(target)) reached.add(target);
  }
  return reached;
}

/** The address, below the site, at which a file is served. */
export function pageOf(file: string): string {
  return file === 'index.html' ? '' : file.replace(/\/index\.html$/, '/');
}

/** The file that a host serves for an address, once the base path is taken off. */
function fileOf(url: URL, siteUrl: string): string {
  const base = new URL(siteUrl).pathname;
  if (!url.pathname.startsWith(base)) return `(outside ${base})${url.pathname}`;
  const below = decodeURIComponent(url.pathname.slice(base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

function judge(
  output: string,
  target: string,
  hash: string,
  pages: ReadonlyMap<string, HtmlPage>,
): string | null {
  const file = path.join(output, target);
  if (!existsSync(file)) return `there is no ${target}`;
  // A host would answer an address of a folder without its slash by a redirect.
  if (!statSync(file).isFile()) return `${target} is a folder: the slash at the end is missing`;
  const page = pages.get(target);
  const anchor = decodeURIComponent(hash.slice(1));
  if (anchor !== '' && page?.ids.has(anchor) !== true) return `there is no #${anchor}`;
  return null;
}

function escapeFile(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
