import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashText } from '../read/hash.ts';
import { toUrl, type AbsoluteUrl, type SiteAddress } from '../urls/address.ts';
import { feedFormats, feedPath, opmlPath, outputFile, type SitePath } from '../urls/paths.ts';

/** A feed in one format, as it lies in the output folder. */
export interface PublishedFeed {
  /** The page whose feed it is, or the folder of its files. */
  readonly path: SitePath;
  /** What readers subscribe to, and what the hub knows it by (WebSub's topic). */
  readonly url: AbsoluteUrl;
  /** Changes when the file changes. */
  readonly hash: string;
}

/**
 * Lists what was published, from the OPML of the output: every feed in each format, without months,
 * which nobody subscribes to. The content may be ahead of it.
 * @returns null where the output was built for another address
 * @throws Error with code ENOENT where there is no OPML, or no file of a feed in it
 */
export function listPublishedFeeds(
  output: string,
  address: SiteAddress,
): readonly PublishedFeed[] | null {
  const opml = readFileSync(path.join(output, outputFile(opmlPath)), 'utf8');
  const root = toUrl(address, '' as SitePath);
  const file = feedPath('' as SitePath, 'rss');
  const addresses = Array.from(opml.matchAll(/ xmlUrl="([^"]*)"/g), ([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );
  if (addresses.some((url) => !url.startsWith(`${root}/`) || !url.endsWith(file))) return null;
  return addresses.flatMap((url) => {
    const folder = decodeURI(url.slice(root.length, -file.length)) as SitePath;
    return feedFormats.map((format) => {
      const at = feedPath(folder, format);
      const bytes = readFileSync(path.join(output, outputFile(at)));
      return { path: folder, url: toUrl(address, at), hash: hashText(bytes) };
    });
  });
}
