import { dayOfInstant, parseInstant } from '../dates/instant.ts';
import { parseDay, type Day } from '../dates/day.ts';
import { foldName } from '../names/fold.ts';
import { slugText } from '../names/slugText.ts';
import type { Actor } from '../parse/actor.ts';
import type { Topic } from '../parse/topic.ts';
import type { Registry } from '../registry/registry.ts';
import { parseFormerPath } from '../urls/formerPath.ts';
import { articlePath } from '../urls/paths.ts';
import { byteLength, parseSlug, toSlug, type Slug } from '../urls/slug.ts';
import { findAgency } from './agencies.ts';
import { placeKey, type Archive } from './archive.ts';
import { orderActors, type ActorFinder, type FoundActor } from './findActors.ts';
import { findCandidates, type Candidate } from './findCandidates.ts';
import { findSimilar, type SimilarItem } from './findSimilar.ts';
import { guessTopics } from './guessTopics.ts';
import { keepOrigin, type KeptOrigin } from './keepOrigin.ts';
import { guessed, type Marked } from './marked.ts';
import type { RawItem, RawSource } from './rawItem.ts';

/** A draft article, ready to be written. */
export interface Draft {
  readonly item: RawItem;
  /** Below the content folder. */
  readonly relative: string;
  readonly id: string;
  readonly day: Day;
  readonly slug: Slug;
  readonly actors: readonly Marked<FoundActor>[];
  readonly topics: readonly Marked<Slug>[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly Marked<string>[];
  readonly sources: readonly RawSource[];
  readonly candidates: readonly Candidate[];
  readonly similar: readonly SimilarItem[];
  readonly warnings: readonly string[];
  /** Addresses that a post of another tool had. */
  readonly redirectFrom: readonly string[];
  readonly status: 'draft' | 'usable';
  /** Categories and tags that are no topic here. */
  readonly unknownTerms: readonly string[];
  readonly notes: readonly string[];
  /** What another site of Dateline says of it; null of everything else. */
  readonly kept: KeptOrigin | null;
}

/** What drafts are made with. */
export interface DraftContext {
  readonly zone: string;
  readonly language: string;
  readonly actors: Registry;
  readonly topics: Registry;
  readonly actorFiles: readonly Actor[];
  readonly topicFiles: readonly Topic[];
  readonly stories: Registry;
  readonly findActors: ActorFinder;
  readonly archive: Archive;
  /** Drafts of this run, so that two of one day and headline have two files. */
  readonly taken: Set<string>;
  /** Whether posts that another tool showed are shown here at once. */
  readonly keepStatus: boolean;
}

/** Finds who and what a report is about, and where its draft goes. */
export function makeDraft(raw: RawItem, context: DraftContext): Draft {
  const item = withoutOwnLanguage(raw, context.language);
  const { archive } = context;
  const texts = textsOf(item, context);
  const day = dayOf(item.date.value, context.zone);
  const kept = item.origin && keepOrigin(item.origin, day, context);
  const found = context.findActors(texts);
  const actors = kept?.actors ?? orderActors(found.actors);
  const ids = actors.filter(({ guess }) => guess === null).map(({ value }) => value.id);
  const similar = findSimilar(
    { day, title: item.title, text: item.paragraphs.join('\n'), actors: ids },
    archive,
  );
  const ownSlug = item.origin?.slug ?? item.post?.slug;
  const { slug, id } = takePlace(day, ownSlug ?? shortSlug(item.title), context);
  const status = context.keepStatus && isShowable(item) ? 'usable' : 'draft';
  const terms = findTerms(item.post?.terms ?? [], context.topics);
  const guessedTopics = guessTopics(texts, context.topicFiles, context.topics, similar, archive);
  const topics = kept?.topics ?? [
    ...terms.known.map((known): Marked<Slug> => ({ value: known, guess: null })),
    ...guessedTopics.filter(({ value }) => !terms.known.includes(value)),
  ];
  // What is shown at once has no guesses: nobody has looked at them.
  const sure = <Value>(values: readonly Marked<Value>[]): readonly Marked<Value>[] =>
    status === 'usable' ? values.filter(({ guess }) => guess === null) : values;
  const places = placesOf(item);
  const sources =
    kept === null ? item.sources.map((source) => spellSource(source, archive)) : item.sources;
  return {
    item,
    relative: `articles/${day.slice(0, 4)}/${day}-${slug}.md`,
    // The entry is the same wherever it stands (RFC 4287, section 4.2.6).
    id: item.origin?.id ?? id,
    day,
    slug,
    actors: sure(actors),
    topics: sure(topics),
    countries: kept === null ? sure(guessCountries(actors, places, context)) : [],
    sources,
    candidates: kept?.candidates ?? findCandidates(texts, found.ranges, places),
    similar,
    warnings: warningsOf(item, sources, similar, archive),
    redirectFrom: takeAddresses(item.post?.addresses ?? [], articlePath(day, slug), context.taken),
    status,
    unknownTerms: terms.unknown,
    notes: [...item.notes, ...(kept?.notes ?? [])],
    kept,
  };
}

/** Unknown names, as a draft of the item would have them. */
export function findUnknown(item: RawItem, context: DraftContext): readonly Candidate[] {
  const kept =
    item.origin && keepOrigin(item.origin, dayOf(item.date.value, context.zone), context);
  if (kept !== null) return kept.candidates;
  const texts = textsOf(item, context);
  return findCandidates(texts, context.findActors(texts).ranges, placesOf(item));
}

/** What names are looked for in, the headline first. */
function textsOf(item: RawItem, { actors }: DraftContext): readonly string[] {
  const { summary, paragraphs } = item;
  // The headline, where the report has one of its own.
  const title = item.titleGuess === undefined ? item.title : '';
  return [title, ...(summary === null ? [] : [summary.value]), ...paragraphs].map((text) =>
    writeOutDirections(text, actors),
  );
}

function placesOf({ dateline }: RawItem): readonly string[] {
  return dateline === null ? [] : dateline.value.split(/[/,]/);
}

/** A guess that it is in the site's language tells nothing. */
function withoutOwnLanguage(item: RawItem, own: string): RawItem {
  const { language } = item;
  const isOwn =
    language !== null &&
    language.guess !== null &&
    new Intl.Locale(language.value).language === new Intl.Locale(own).language;
  return isOwn ? { ...item, language: null } : item;
}

/** A post may be shown without an editor's look where it was shown, and nothing of it is doubtful. */
function isShowable({ post }: RawItem): boolean {
  return post !== undefined && post.isPublished && post.doubts.length === 0;
}

function findTerms(
  terms: readonly string[],
  topics: Registry,
): { readonly known: readonly Slug[]; readonly unknown: readonly string[] } {
  const known = new Set<Slug>();
  const unknown: string[] = [];
  for (const term of terms) {
    const found = topics.resolve(term);
    if (found.kind === 'found') known.add(found.id);
    else unknown.push(term);
  }
  return { known: [...known], unknown };
}

/** Former addresses, each for one item, without the one that it has now. */
function takeAddresses(
  addresses: readonly string[],
  own: string,
  taken: Set<string>,
): readonly string[] {
  return addresses.filter((address) => {
    const path = parseFormerPath(address);
    if (path === null || path === '/' || path === own) return false;
    const key = `address ${path.replace(/\/$/, '')}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

/** `N. Belmora` is North Belmora, where the site knows that. */
function writeOutDirections(text: string, actors: Registry): string {
  return text.replace(/\b([NS])\. ?(?=(\p{Lu}\p{L}+))/gu, (whole, letter: string, next: string) => {
    const word = letter === 'N' ? 'North' : 'South';
    return actors.resolve(`${word} ${next}`).kind === 'found' ? `${word} ` : whole;
  });
}

function dayOf(date: string, zone: string): Day {
  const instant = parseInstant(date);
  const day = instant === null ? parseDay(date) : dayOfInstant(instant, zone);
  if (day === null) throw new Error(`no day: ${date}`);
  return day;
}

/** An address keeps the words of a headline that fit into this many bytes. */
const longestSlug = 80;

function takePlace(
  day: Day,
  base: Slug,
  { archive, taken }: DraftContext,
): { slug: Slug; id: string } {
  for (let number = 1; ; number++) {
    const slug = (number === 1 ? base : `${base}-${number}`) as Slug;
    const key = placeKey(day, slug);
    const id = `${day}-${slug}`;
    if (archive.taken.has(key) || taken.has(key) || archive.ids.has(id)) continue;
    taken.add(key);
    return { slug, id };
  }
}

/** Gives back the place of a draft that is not written. */
export function leavePlace({ day, slug }: Draft, { taken }: DraftContext): void {
  taken.delete(placeKey(day, slug));
}

function shortSlug(title: string): Slug {
  const words = slugText(title).split('-');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (byteLength(longer) > longestSlug) break;
    slug = longer;
  }
  // Scripts without spaces have one long word.
  if (slug === '')
    slug = Array.from(words[0] ?? '')
      .slice(0, 24)
      .join('');
  return parseSlug(slug) ?? toSlug(slug) ?? ('untitled' as Slug);
}

/** Where it happens: the states of headline and first paragraph, or else those of the dateline. */
function guessCountries(
  actors: readonly Marked<FoundActor>[],
  places: readonly string[],
  { actors: registry, actorFiles }: DraftContext,
): readonly Marked<string>[] {
  const byId = new Map(actorFiles.map((actor) => [actor.id, actor]));
  const found = new Map<string, string>();
  const add = (id: Slug, type: Actor['type'] | null, reason: string): void => {
    const actor = byId.get(id);
    const country = actor?.country ?? null;
    if (actor === undefined || country === null || found.has(country)) return;
    if (type === null || actor.type === type) found.set(country, reason.replace('{}', actor.name));
  };
  for (const { value } of actors) {
    if (value.first <= 1) add(value.id, 'state', '{} is named first');
  }
  if (found.size === 0) {
    for (const place of places) {
      const resolved = registry.resolve(place.trim());
      if (resolved.kind === 'found') add(resolved.id, 'state', `the dateline is ${place.trim()}`);
    }
  }
  if (found.size === 0) {
    for (const { value } of actors) if (value.first === 0) add(value.id, null, 'the country of {}');
  }
  return [...found].map(([code, reason]) => guessed(code, reason));
}

/** A source as the site spells it already. */
function spellSource(source: RawSource, { sources }: Archive): RawSource {
  const agency = findAgency(source.name);
  const spelled =
    sources.get(foldName(source.name)) ??
    (agency === null
      ? undefined
      : [...sources.values()].find((name) => findAgency(name)?.name === agency.name));
  // Desks print names in capitals.
  const isShouted =
    agency !== null &&
    source.name === source.name.toUpperCase() &&
    source.name !== source.name.toLowerCase();
  const name = spelled ?? (isShouted ? agency.name : source.name);
  return name === source.name ? source : { ...source, name };
}

function warningsOf(
  item: RawItem,
  sources: readonly RawSource[],
  similar: readonly SimilarItem[],
  archive: Archive,
): readonly string[] {
  const warnings: string[] = [];
  const agencies = sources.filter(({ name }) => findAgency(name)?.isAgency === true);
  const outlets = sources.filter(({ name }) => findAgency(name)?.isAgency !== true);
  if (agencies.length === 1 && outlets.length > 0) {
    const [agency] = agencies;
    warnings.push(
      `${outlets.map(({ name }) => name).join(' and ')} may print the report of ${agency?.name ?? ''}: that is one origin, not ${sources.length}`,
    );
  }
  const origins = originsOf(
    sources.map(({ name }) => name),
    item.paragraphs.join(' '),
  );
  for (const { item: other, kind } of similar) {
    if (kind === 'related') continue;
    const theirs = originsOf(
      other.sources.map(({ name }) => name),
      archive.bodyOf(other),
    );
    const shared = [...origins].filter((name) => theirs.has(name));
    if (shared.length > 0) {
      warnings.push(
        `${other.entry.file} traces to ${shared.join(' and ')} as well: the two confirm each other no more than one would`,
      );
    } else if (kind === 'duplicate') {
      warnings.push(`${other.entry.file} has much of the same text: both may have one origin`);
    }
  }
  if (sources.length === 0 && item.post === undefined)
    warnings.push('no source was found: add one');
  return warnings;
}

const reportedBy =
  /\b(?:according to|reported by|quoted by|citing|quoting|cited by)\s+(?:the\s+)?(?:[\p{L}'’-]{1,60}\s+){0,4}?(?<name>\p{Lu}[\p{L}/]{1,60}(?: \p{Lu}\p{L}{1,60}){0,3})|(?<name2>\p{Lu}[\p{L}/]{1,60}(?: \p{Lu}\p{L}{1,60}){0,3})(?:\s+news agency)?\s+(?:said|reported)/gu;

/** Agencies that a report was made by or quotes. */
function originsOf(names: readonly string[], text: string): ReadonlySet<string> {
  const origins = new Set<string>();
  const add = (name: string): void => {
    const agency = findAgency(name);
    if (agency?.isAgency === true) origins.add(agency.name);
  };
  names.forEach(add);
  for (const { groups } of text.matchAll(reportedBy))
    add(groups?.['name'] ?? groups?.['name2'] ?? '');
  return origins;
}
