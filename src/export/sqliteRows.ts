import { toEntryId } from '../urls/entryId.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { toPlainText } from '../search/plainText.ts';
import { toUrl } from '../urls/address.ts';
import { homePath, termPath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';

type Row = readonly (string | number | null)[];

export interface TableRows {
  readonly table: string;
  readonly columns: number;
  readonly rows: Iterable<Row>;
}

/** The rows of each table of `sqliteSchema.ts`, in the order of its columns. */
export function makeRows(site: Site): readonly TableRows[] {
  const { config, topics, actors, stories } = site;
  const { address } = config;
  const articles = site.articles.toReversed();
  const briefings = site.days.flatMap(({ briefing }) => (briefing === null ? [] : [briefing]));
  return [
    toTable('site', 2, factsOf(site)),
    toTable(
      'topics',
      6,
      Array.from(topics.values(), ({ topic, path }) => {
        const { id, name, summary, mediatopic, broader } = topic;
        return [id, name, summary, mediatopic, toUrl(address, path), broader];
      }),
    ),
    toTable(
      'actors',
      7,
      Array.from(actors.values(), ({ actor, path }) => {
        const { id, name, type, country, wikidata, summary } = actor;
        return [id, name, type, country, wikidata, summary, toUrl(address, path)];
      }),
    ),
    toTable(
      'actor_names',
      3,
      [...actors.values()].flatMap(({ actor: { id, name, aliases, weakAliases, formerNames } }) => [
        [id, name, 'name'],
        ...[...aliases, ...weakAliases].map((alias) => [id, alias, 'alias']),
        ...formerNames.map((former) => [id, former, 'former']),
      ]),
    ),
    toTable(
      'stories',
      5,
      Array.from(stories.values(), ({ story: { id, name, summary, status }, path }) => [
        ...[id, name, summary, status],
        toUrl(address, path),
      ]),
    ),
    toTable('sources', 3, sourcesOf(site)),
    toTable('articles', 21, articleRows(articles, site)),
    ofArticles('article_topics', 2, articles, ({ id, topics: own }) =>
      own.map((topic) => [id, topic]),
    ),
    ofArticles('article_actors', 3, articles, ({ id, actors: own }) =>
      own.map((actor) => [id, actor.id, actor.role]),
    ),
    ofArticles('article_countries', 2, articles, ({ id, countries }) =>
      countries.map((country) => [id, country]),
    ),
    ofArticles('article_sources', 9, articles, ({ id, sources }) =>
      sources.map((source) => [
        ...[id, source.id, source.name, source.url, source.published, source.archived],
        ...[source.language, source.reliability, source.credibility],
      ]),
    ),
    ofArticles('corrections', 4, articles, ({ id, corrections }) =>
      corrections.map(({ day, text }) => [id, null, day, text]),
    ),
    toTable(
      'corrections',
      4,
      briefings.flatMap(({ day, corrections }) =>
        corrections.map((correction) => [null, day, correction.day, correction.text]),
      ),
    ),
    toTable(
      'briefings',
      5,
      site.days.map(({ day, path, briefing }) => [
        ...[day, toUrl(address, path), briefing?.title ?? null, briefing?.summary ?? null],
        briefing === null ? '' : toPlainText(fillHoles(briefing.body.html, address.base)),
      ]),
    ),
    toTable(
      'takeaways',
      2,
      briefings.flatMap(({ day, keyTakeaways }) => keyTakeaways.map((text) => [day, text])),
    ),
    toTable(
      'watching',
      3,
      briefings.flatMap(({ day, watching }) => watching.map(({ text, due }) => [day, text, due])),
    ),
  ];
}

function toTable(table: string, columns: number, rows: Iterable<Row>): TableRows {
  return { table, columns, rows };
}

function ofArticles(
  table: string,
  columns: number,
  articles: readonly SiteArticle[],
  rowsOf: (article: SiteArticle) => readonly Row[],
): TableRows {
  return { table, columns, rows: articles.flatMap(rowsOf) };
}

function factsOf({ config }: Site): readonly Row[] {
  const { title, description, language, zone, authority, licence, publisher, address } = config;
  const facts = { title, description, language, zone, authority, licence };
  return [
    ['url', toUrl(address, homePath)],
    ...Object.entries(facts),
    ['publisher', publisher?.name ?? null],
  ];
}

/** Of published items alone: on the development server a site knows the sources of drafts. */
function sourcesOf({ articles, sources, config }: Site): readonly Row[] {
  const cited = new Set<Slug>(articles.flatMap((article) => article.sources.map(({ id }) => id)));
  return [...sources.values()]
    .filter(({ id }) => cited.has(id))
    .map(({ id, name }) => [id, name, toUrl(config.address, termPath('sources', id))]);
}

/** Oldest first, so that a new item comes last. Made one by one: bodies are large. */
function* articleRows(articles: readonly SiteArticle[], { config }: Site): Generator<Row> {
  const { address, authority } = config;
  for (const [index, article] of articles.entries()) {
    const { id, day, path, body, instant, updated } = article;
    yield [
      ...[index + 1, id, toEntryId(authority, day, id), toUrl(address, path), day],
      ...[
        instant && instant.iso,
        article.title,
        article.summary,
        toPlainText(fillHoles(body.html, '')),
      ],
      ...[
        article.dateline,
        article.story,
        article.judgement,
        article.confidence,
        article.likelihood,
        article.trend,
      ],
      ...[article.alert, article.urgency, updated && updated.iso, article.tlp, article.lang],
      body.words,
    ];
  }
}
