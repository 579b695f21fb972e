import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import { hasExportSchema } from '../model/addresses.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { exportPath, exportSchemaPath, type ExportFormat } from '../urls/paths.ts';
import { hashParts } from '../views/viewKey.ts';
import { formatCsv } from './formatCsv.ts';
import { formatGraphml } from './formatGraphml.ts';
import { formatIcs } from './formatIcs.ts';
import { formatJson, formatNdjson } from './formatJson.ts';
import { formatNinjs } from './formatNinjs.ts';
import { formatSqlite } from './formatSqlite.ts';
import { formatStix } from './formatStix.ts';
import { toPublicSite } from './publicSite.ts';
import { makeExportSchema } from './schema.ts';

/** Pieces of text, or bytes; a large document is never one text. */
type Formatter = (site: Site) => Iterable<string> | Uint8Array;

const formatters: Readonly<Record<ExportFormat, Formatter>> = {
  json: formatJson,
  ndjson: formatNdjson,
  csv: formatCsv,
  sqlite: formatSqlite,
  ninjs: formatNinjs,
  stix: formatStix,
  graphml: formatGraphml,
  ics: formatIcs,
};

/** The site in a format, in blocks to be written one after the other. */
export function makeExport(site: Site, format: ExportFormat): readonly Uint8Array[] {
  const made = formatters[format](toPublicSite(site));
  return made instanceof Uint8Array ? [made] : joinBlocks(made);
}

/** The files that `exports` of site.yaml asks for, and the schema of those that have one of ours. */
export function planExports(site: Site): readonly SiteFile[] {
  const { exports } = site.config;
  if (exports.length === 0) return [];
  let made: string | null = null;
  const key = (): string => (made ??= keyOfContent(toPublicSite(site)));
  return [
    ...exports.map((format) => ({
      path: exportPath(format),
      key,
      make: () => makeExport(site, format),
    })),
    ...(hasExportSchema(site.config) ? [smallFile(exportSchemaPath, formatExportSchema())] : []),
  ];
}

export function formatExportSchema(): string {
  return `${JSON.stringify(makeExportSchema(), null, 1)}\n`;
}

/** Changes when anything that is exported changes: one hash for all formats, of hashes that are there. */
function keyOfContent(site: Site): string {
  const keyOfArticle = (article: SiteArticle): unknown => [
    article.sourceHash,
    article.bodyKey,
    article.path,
    article.topics,
    article.actors,
  ];
  return hashParts(
    site.articles.map(keyOfArticle),
    site.canceled.map(keyOfArticle),
    site.days.map(({ briefing }) => briefing?.sourceHash ?? null),
    Array.from(site.topics.values(), ({ topic }) => topic),
    Array.from(site.actors.values(), ({ actor }) => actor),
    Array.from(site.stories.values(), ({ story }) => story),
    site.pages,
    site.merged.topics,
    site.merged.actors,
    site.assets.map(({ path }) => path),
  );
}

/** Characters of a block, about. */
const blockSize = 1024 * 1024;

function joinBlocks(pieces: Iterable<string>): readonly Uint8Array[] {
  const blocks: Uint8Array[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    texts.push(piece);
    size += piece.length;
    if (size < blockSize) continue;
    blocks.push(Buffer.from(texts.join('')));
    texts = [];
    size = 0;
  }
  blocks.push(Buffer.from(texts.join('')));
  return blocks;
}
