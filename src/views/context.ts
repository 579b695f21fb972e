import { createDateWords, type DateWords } from '../dates/format.ts';
import type { Day } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import { rememberArticles } from '../model/places.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { hashText } from '../read/hash.ts';
import { toHref, toUrl, type AbsoluteUrl } from '../urls/address.ts';
import { parseSitePath, picturePath, type SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { Words } from '../words/en.ts';
import type { PluralForms } from '../words/forms.ts';
import { languageOf } from '../words/language.ts';
import { toItemView, toRowView, type ItemView, type RowView } from './item.ts';
import { createListKeys, type ListKeys, type TellParts } from './listKey.ts';
import { hashParts } from './viewKey.ts';

/** A link: `href` is escaped and has the base path. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
}

/** A date: `iso` for `<time datetime>`, `text` in the site's language. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

/** What is in the style sheet and in each script, in short, by its path. */
export type Versions = ReadonlyMap<SitePath, string>;

/** What the views of one site share. */
export interface ViewContext {
  readonly site: Site;
  readonly dates: DateWords;
  readonly href: (path: SitePath) => string;
  /** The address of the style sheet or a script, which changes with what is in it. */
  readonly codeHref: (path: SitePath) => string;
  readonly url: (path: SitePath) => AbsoluteUrl;
  /** The whole URL of the picture that Dateline draws for the page at a path; null where it draws none. */
  readonly pictureOf: (path: SitePath) => AbsoluteUrl | null;
  /** A body for a page; empty text where it has none. */
  readonly html: (body: Body) => string;
  /** An address from content: a whole URL as it is, a path of the site with the base path. */
  readonly hrefOf: (urlOrPath: string) => string;
  readonly topic: (id: Slug) => LinkView;
  readonly actor: (id: Slug) => LinkView;
  readonly story: (id: Slug) => LinkView;
  /** One view for each article, shared by all lists. */
  readonly row: (article: SiteArticle) => RowView;
  /** Changes when anything in that view changes. */
  readonly rowKey: (article: SiteArticle) => string;
  readonly item: (article: SiteArticle) => ItemView;
  readonly itemKey: (article: SiteArticle) => string;
  /** The same of a list. */
  readonly rowsKey: (articles: readonly SiteArticle[]) => string;
  readonly itemsKey: (articles: readonly SiteArticle[]) => string;
  /** The same of articles by their places. */
  readonly rowsKeyAt: (places: Int32Array) => string;
  readonly itemsKeyAt: (places: Int32Array) => string;
  /** What the keys of rows and items are made of, to be kept for another build. */
  readonly hashes: Readonly<Record<'rows' | 'items', Pick<ListKeys, 'give' | 'take'>>>;
  readonly day: (day: Day) => DateView;
  readonly instant: (instant: Instant) => DateView;
  /** With marks where they are foreign: see `markWords`. */
  readonly words: Words;
  readonly number: (value: number) => string;
  /** `55–80%` */
  readonly percents: (from: number, to: number) => string;
  /** A number of things: `context.count(context.words.counted.items, 3)`. */
  readonly count: (forms: PluralForms, value: number) => string;
}

interface ContextOptions {
  /** Whether every link is a whole URL, for what leaves the site. */
  readonly isWhole?: boolean;
  readonly versions?: Versions;
}

export function createViewContext(
  site: Site,
  { isWhole = false, versions }: ContextOptions = {},
): ViewContext {
  const { address, language, zone } = site.config;
  const dates = createDateWords(language);
  const { pageWords, number, percents, count } = languageOf(language);
  const toLink = isWhole ? toUrl : toHref;
  const href = (path: SitePath): string => toLink(address, path);
  const tellRow: TellParts = ({ sourceHash, visibility, path }, add) => {
    add(sourceHash);
    add(visibility);
    add(path);
  };
  const tellItem: TellParts = (article, add) => {
    tellRow(article, add);
    for (const id of article.topics) add(topicKey(id));
    add('.');
    for (const { id } of article.actors) add(actorKey(id));
    if (article.story !== null) add(`.${storyKey(article.story)}`);
  };
  const rowKeys = createListKeys(site, tellRow);
  const itemKeys = createListKeys(site, tellItem);
  const topicKey = remember((id: Slug) => hashParts(context.topic(id)));
  const actorKey = remember((id: Slug) => hashParts(context.actor(id)));
  const storyKey = remember((id: Slug) => hashParts(context.story(id)));
  const context: ViewContext = {
    site,
    dates,
    href,
    codeHref: (path) => {
      const version = versions?.get(path);
      return version === undefined ? href(path) : `${href(path)}?v=${version}`;
    },
    url: (path) => toUrl(address, path),
    pictureOf: (path) => (site.pictured.has(path) ? toUrl(address, picturePath(path)) : null),
    html: (body) => fillHoles(body.html, (isWhole ? address.origin : '') + address.base),
    hrefOf: (urlOrPath) => {
      const path = parseSitePath(urlOrPath);
      return path === null ? urlOrPath : href(path);
    },
    topic: remember((id) => {
      const { path, topic } = known(site.topics, id);
      return Object.freeze({ href: href(path), text: topic.name });
    }),
    actor: remember((id) => {
      const { path, actor } = known(site.actors, id);
      return Object.freeze({ href: href(path), text: actor.name });
    }),
    story: remember((id) => {
      const { path, story } = known(site.stories, id);
      return Object.freeze({ href: href(path), text: story.name });
    }),
    row: rememberArticles(site, (article) => Object.freeze(toRowView(article, context))),
    rowKey: rememberArticles(site, (article) => hashTold(tellRow, article)),
    rowsKey: rowKeys.ofArticles,
    rowsKeyAt: rowKeys.ofPlaces,
    itemsKey: itemKeys.ofArticles,
    itemsKeyAt: itemKeys.ofPlaces,
    hashes: { rows: rowKeys, items: itemKeys },
    item: (article) => Object.freeze(toItemView(article, context)),
    itemKey: rememberArticles(site, (article) => hashTold(tellItem, article)),
    day: remember((day) => Object.freeze({ iso: day, text: dates.day(day) })),
    instant: (instant) => ({ iso: instant.iso, text: dates.instant(instant, zone) }),
    words: pageWords,
    number,
    percents,
    count,
  };
  return context;
}

function hashTold(tellParts: TellParts, article: SiteArticle): string {
  const parts: string[] = [];
  tellParts(article, (text) => parts.push(text));
  return hashText(parts.join(''));
}

/** Resolution let known ids through only. */
function known<Item>(items: ReadonlyMap<Slug, Item>, id: Slug): Item {
  const item = items.get(id);
  if (item === undefined) throw new Error(`no entry of the site has the id ${id}`);
  return item;
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
