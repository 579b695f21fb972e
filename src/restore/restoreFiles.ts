import { dump, JSON_SCHEMA } from 'js-yaml';
import type { ArticleRecord, ExportDocument, ExportLists } from '../export/schema.ts';
import type { Loss } from './parseExport.ts';

type Data = Readonly<Record<string, unknown>>;

export interface RestoredFiles {
  /** Texts by their paths below the content folder. */
  readonly files: ReadonlyMap<string, string>;
  /** What has no file, for another record has its place. */
  readonly losses: readonly Loss[];
}

/** What the files of a folder are. */
const singular: Readonly<Record<string, string>> = {
  articles: 'article',
  briefings: 'briefing',
  topics: 'topic',
  actors: 'actor',
  stories: 'story',
  pages: 'page',
};

/**
 * The content files, by their paths below the content folder, of which the site has the pages of the
 * exported one. What an export has not stays away: drafts, embargoes, editors' notes, the ledger, and
 * the bytes of `files`.
 */
export function restoreFiles(document: ExportDocument): RestoredFiles {
  const { site } = document;
  const files = new Map<string, string>([['site.yaml', formatYaml(site)]]);
  const losses: Loss[] = [];
  const add = (path: string, front: Data, markdown = ''): void => {
    if (files.has(path)) {
      const what = singular[path.slice(0, path.indexOf('/'))] ?? 'file';
      const which = typeof front['id'] === 'string' ? front['id'] : path;
      losses.push({ what, which, why: `another has the place of its file, ${path}` });
      return;
    }
    files.set(path, `---\n${formatYaml(front)}---\n${markdown === '' ? '' : `\n${markdown}`}`);
  };
  for (const article of document.articles) {
    add(articleFile(article), toArticle(article, site.language), article.markdown);
  }
  for (const canceled of document.canceled) {
    const { id, date, redirectFrom } = canceled;
    const front = { title: id, date, id, status: 'canceled', redirectFrom };
    add(articleFile(canceled), front);
  }
  for (const briefing of document.briefings) {
    if (briefing.written) {
      add(`briefings/${briefing.date}.md`, toBriefing(briefing), briefing.markdown);
    }
  }
  for (const topic of document.topics) {
    add(`topics/${topic.id}.md`, without(topic, made), topic.markdown);
  }
  for (const actor of document.actors) {
    const roles = actor.roles.map((role) => without(role, ['ofActor']));
    add(`actors/${actor.id}.md`, { ...without(actor, made), roles }, actor.markdown);
  }
  for (const story of document.stories) {
    add(`stories/${story.id}.md`, without(story, made), story.markdown);
  }
  for (const page of document.pages) {
    const lang = page.lang === site.language ? null : page.lang;
    add(`pages/${page.path}.md`, { ...without(page, [...made, 'path']), lang }, page.markdown);
  }
  for (const { id, ...front } of document.mergedTopics) add(`topics/${id}.md`, front);
  for (const { id, ...front } of document.mergedActors) add(`actors/${id}.md`, front);
  return { files, losses };
}

/** What the file's name, its body or Dateline says. */
const made: readonly string[] = ['id', 'url', 'markdown', 'html'];

function without(record: Data, keys: readonly string[]): Data {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function articleFile({ date, slug }: Pick<ArticleRecord, 'date' | 'slug'>): string {
  return `articles/${date.slice(0, 4)}/${date}-${slug}.md`;
}

function toArticle(article: ArticleRecord, language: string): Data {
  const { title, date, time, id, authors, image, summary, dateline, countries, topics } = article;
  const { story, judgement, confidence, likelihood, trend, alert, urgency, updated, tlp, lang } =
    article;
  return {
    ...{ title, date: time ?? date, id, authors },
    image: image && { src: image.src, alt: image.alt, credit: image.credit },
    ...{ summary, dateline, countries, topics },
    actors: article.actors.map(({ id: actor, role }) => (role === null ? actor : { actor, role })),
    story,
    // A source's id is made of its name.
    sources: article.sources.map((source) => without(source, ['id'])),
    ...{ judgement, confidence, likelihood, trend, alert },
    urgency: urgency === 5 ? null : urgency,
    updated,
    corrections: toCorrections(article.corrections),
    tlp: tlp === 'clear' ? null : tlp,
    lang: lang === language ? null : lang,
    linkMentions: article.linkMentions ? null : false,
    redirectFrom: article.redirectFrom,
    extra: article.extra,
  };
}

function toBriefing(briefing: ExportLists['briefings'][number]): Data {
  const { date, title, summary, keyTakeaways, watching, lead, corrections, extra } = briefing;
  return {
    ...{ date, title, summary, keyTakeaways, watching, lead },
    corrections: toCorrections(corrections),
    extra,
  };
}

function toCorrections(corrections: ArticleRecord['corrections']): readonly Data[] {
  return corrections.map(({ date, time, text }) => ({ date: time ?? date, text }));
}

/** YAML as content is read: JSON's types, so that a day is text. What is null or empty is left out. */
function formatYaml(data: Data): string {
  return dump(withoutEmpty(data), { schema: JSON_SCHEMA, lineWidth: -1, noRefs: true });
}

/** `extra` is the site's own, in which null and nothing may mean something. */
function withoutEmpty(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => !isEmpty(value))
      .map(([key, value]) => [key, key === 'extra' ? value : clean(value)]),
  );
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return typeof value === 'object' && value !== null ? withoutEmpty(value as Data) : value;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object') return value === undefined;
  return value === null || Object.keys(value).length === 0;
}
