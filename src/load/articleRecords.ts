import { BodyWriter, formatBodyPlace } from '../cache/bodies.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { formatRest, parseRest, shortenRare } from './articleFields.ts';
import { KeptArticle, type BodyReader } from './keptArticle.ts';
import type { KnownArticle, LoadedArticle } from './loadArticle.ts';
import { formatFailed, formatFields, parseHead, restOf } from './recordText.ts';
import { isShown, type Audience } from './shown.ts';

/**
 * Formats articles as records, with the HTML in a pack of the cache, or in the record where that fails.
 * @param audience HTML of items that it may not see stays out of packs; null: all goes there
 */
export function formatRecords(
  articles: readonly LoadedArticle[],
  folder: string,
  pack: string,
  audience: Audience | null,
): readonly string[] {
  if (articles.length === 0) return [];
  let writer: BodyWriter | null = null;
  try {
    writer = new BodyWriter(folder, pack);
    const open = writer;
    const records = articles.map((loaded) =>
      formatRecord(loaded, isKept(loaded, audience) ? open : null),
    );
    writer.flush();
    return records;
  } catch {
    // A full disk, or no right to write: memory takes it.
    return articles.map((loaded) => formatRecord(loaded, null));
  } finally {
    writer?.close();
  }
}

function isKept({ article }: LoadedArticle, audience: Audience | null): boolean {
  return article === null || audience === null || isShown(article, audience);
}

function formatRecord(
  { article, problems, names }: LoadedArticle,
  writer: BodyWriter | null,
): string {
  if (article === null) return formatFailed(JSON.stringify(problems));
  const { body, bodyKey, actors } = article;
  const { instant, urgency, status, embargoed, updated, corrections } = article;
  const { redirectFrom, image, linkMentions, tlp, named } = article;
  const hasRoles = actors.some(({ role }) => role !== null);
  const rare = shortenRare({
    ...{ instant, urgency, status, embargoed, updated, corrections, redirectFrom, image },
    ...{ linkMentions, tlp, named, links: body.links, problems },
    roles: hasRoles ? actors.map(({ role }) => role) : [],
  });
  const html = writer === null ? body.html : null;
  const { sourceHash, id, path, day, topics, story } = article;
  return formatFields({
    place: writer === null ? '' : formatBodyPlace(writer.add(body.html), bodyKey),
    ...{ sourceHash, id, path, day, topics, story },
    actors: actors.map((actor) => actor.id),
    cited: article.cited.map(({ name }) => name),
    rare: rare === null ? '' : JSON.stringify(rare),
    rest: formatRest({ ...toRest(article), html, names }),
  });
}

function toRest(
  article: ResolvedArticle,
): Omit<Parameters<typeof formatRest>[0], 'html' | 'names'> {
  const { title, authors, summary, dateline, countries, sources, confidence, likelihood } = article;
  const { judgement, trend, alert, lang, editorNote, extra, bodyLine, bodyKey, body } = article;
  const { firstParagraph, words } = body;
  return {
    ...{ title, authors, summary, dateline, countries, sources, confidence, likelihood },
    ...{
      judgement,
      trend,
      alert,
      lang,
      editorNote,
      extra,
      bodyLine,
      bodyKey,
      firstParagraph,
      words,
    },
  };
}

/** The names that the front matter of an article wrote, by kind and fold; see `nameKey`. */
export function namesOfRecord(record: string): readonly string[] {
  return parseRest(restOf(record)).names;
}

/** Makes an article of its record, whose rest is parsed, and HTML read, when somebody asks for it. */
export function toLoaded(record: string, entry: SourceEntry, reader: BodyReader): KnownArticle {
  const head = parseHead(record);
  if (head === null)
    return { article: null, problems: JSON.parse(restOf(record)) as readonly Problem[] };
  return { article: new KeptArticle(head, record, entry, reader), problems: head.rare.problems };
}
