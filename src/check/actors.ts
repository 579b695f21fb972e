import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import type { MentionFinder } from '../markdown/linkMentions.ts';
import type { LocatedLink } from '../markdown/textBlocks.ts';
import { foldName } from '../names/fold.ts';
import type { Actor } from '../parse/actor.ts';
import type { Registry } from '../registry/registry.ts';
import { termPath, type SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { CheckedArticle } from './checkedFile.ts';

/** What is known of actors, prepared once. */
export interface KnownActors {
  readonly registry: Registry;
  readonly findMentions: MentionFinder;
  /** With merged ones under their target. */
  readonly byId: ReadonlyMap<Slug, readonly Actor[]>;
  readonly byPath: ReadonlyMap<SitePath, Actor>;
}

export function prepareActors(
  actors: readonly Actor[],
  registry: Registry,
  findMentions: MentionFinder,
): KnownActors {
  const byId = new Map<Slug, Actor[]>();
  for (const actor of actors) {
    const id = registry.targetOf(actor.id);
    byId.set(id, [...(byId.get(id) ?? []), actor]);
  }
  const live = actors.filter((actor) => registry.targetOf(actor.id) === actor.id);
  const byPath = new Map(live.map((actor) => [termPath('actors', actor.id), actor]));
  return { registry, findMentions, byId, byPath };
}

/** The actors of an item are those that it speaks of. */
export function checkActors(checked: CheckedArticle, known: KnownActors, report: Report): void {
  const tagged = new Map<Slug, number>();
  for (const [index, { name }] of checked.article.actors.entries()) {
    const found = known.registry.resolve(name);
    if (found.kind === 'found' && !tagged.has(found.id)) tagged.set(found.id, index);
  }
  reportUntagged(checked, tagged, known, report);
  reportUnmentioned(checked, tagged, known, report);
}

/**
 * In the running text. A paragraph that links to another item of the site tells of that one, whose
 * actors are its own.
 */
function reportUntagged(
  { file, blocks, at }: CheckedArticle,
  tagged: ReadonlyMap<Slug, number>,
  { findMentions, byPath }: KnownActors,
  report: Report,
): void {
  const seen = new Set<SitePath>();
  for (const { kind, prose, links, toBody } of blocks) {
    if (kind !== 'prose' || links.some(isInternal)) continue;
    for (const { start, path } of findMentions(prose)) {
      const actor = byPath.get(path);
      if (actor === undefined || tagged.has(actor.id) || seen.has(path)) continue;
      seen.add(path);
      report({
        code: 'untagged-actor',
        file,
        where: at(toBody(start)),
        message: `${actor.name} is mentioned and not among the actors`,
        hint: `add ${actor.id} to actors:`,
      });
    }
  }
}

function isInternal({ href, kind }: LocatedLink): boolean {
  return kind === 'link' && !/^[a-z][a-z0-9+.-]*:/i.test(href);
}

function reportUnmentioned(
  { file, article, blocks }: CheckedArticle,
  tagged: ReadonlyMap<Slug, number>,
  { byId }: KnownActors,
  report: Report,
): void {
  if (tagged.size === 0) return;
  const texts = [article.title, article.summary ?? '', article.dateline ?? ''];
  const text = foldName([...texts, ...blocks.map((block) => block.source)].join(' '));
  const words = new Set(text.split(' '));
  const starts = collectStarts(words);
  for (const [id, index] of tagged) {
    const actors = byId.get(id) ?? [];
    const [actor] = actors;
    if (actor === undefined || actors.some((each) => isMentioned(each, text, words, starts)))
      continue;
    report({
      code: 'unmentioned-actor',
      file,
      where: atValue('actors', index),
      message: `${actor.name} is among the actors and not mentioned`,
      hint: 'mention it, add the name used as an alias, or take it out',
    });
  }
}

/** A name in full; or its words in another form, as "South Korean" for South Korea; or a surname. */
function isMentioned(
  { name, type, aliases, weakAliases, formerNames }: Actor,
  text: string,
  words: ReadonlySet<string>,
  starts: ReadonlySet<string>,
): boolean {
  const names = [name, ...aliases, ...weakAliases, ...formerNames].map(foldName);
  return names.some((fold) => {
    if (` ${text} `.includes(` ${fold} `)) return true;
    const parts = fold.split(' ');
    if (type === 'person') return parts.some((part) => part.length > 2 && words.has(part));
    return parts.every((part) => part.length < 4 || starts.has(stem(part))) && parts.some(isLong);
  });
}

function isLong(word: string): boolean {
  return word.length >= 4;
}

/** A word less two letters, four at least: `korea` and `korean`, `houthis` and `houthi`. */
function stem(word: string): string {
  return word.slice(0, Math.max(4, word.length - 2));
}

function collectStarts(words: ReadonlySet<string>): ReadonlySet<string> {
  const starts = new Set<string>();
  for (const word of words) {
    for (let length = 4; length <= Math.min(word.length, 24); length++) {
      starts.add(word.slice(0, length));
    }
  }
  return starts;
}
