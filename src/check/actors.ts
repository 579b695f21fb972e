import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import type { MentionFinder } from '../markdown/linkMentions.ts';
import { isAllowedLink } from '../markdown/resolveLink.ts';
import type { LocatedLink } from '../markdown/textBlocks.ts';
import { foldName, foldText } from '../names/fold.ts';
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
  readonly byId: ReadonlyMap<Slug, readonly FoldedActor[]>;
  readonly byPath: ReadonlyMap<SitePath, Actor>;
}

interface FoldedActor extends Pick<Actor, 'name' | 'type'> {
  readonly names: readonly string[];
  /** Of all its names. */
  readonly folds: readonly string[];
}

export function prepareActors(
  actors: readonly Actor[],
  registry: Registry,
  findMentions: MentionFinder,
): KnownActors {
  const byId = new Map<Slug, FoldedActor[]>();
  for (const { id, name, type, aliases, weakAliases, formerNames } of actors) {
    const target = registry.targetOf(id);
    const names = [name, ...aliases, ...weakAliases, ...formerNames];
    const folded = { name, type, names, folds: names.map(foldName) };
    const known = byId.get(target);
    if (known === undefined) byId.set(target, [folded]);
    else known.push(folded);
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
  return kind === 'link' && isAllowedLink(href) && !/^[a-z][a-z0-9+.-]*:/i.test(href);
}

function reportUnmentioned(
  { file, article, blocks }: CheckedArticle,
  tagged: ReadonlyMap<Slug, number>,
  { byId }: KnownActors,
  report: Report,
): void {
  if (tagged.size === 0) return;
  const texts = [article.title, article.summary ?? '', article.dateline ?? ''];
  const written = [...texts, ...blocks.map((block) => block.source)].join(' ');
  let folded: FoldedText | null = null;
  for (const [id, index] of tagged) {
    const actors = byId.get(id) ?? [];
    const [actor] = actors;
    if (actor === undefined || actors.some(({ names }) => isWritten(names, written))) continue;
    // Folding a whole item takes time, which most need not.
    const text = (folded ??= foldWritten(written));
    if (actors.some((each) => isMentioned(each, text))) continue;
    report({
      code: 'unmentioned-actor',
      file,
      where: atValue('actors', index),
      message: `${actor.name} is among the actors and not mentioned`,
      hint: 'mention it, add the name used as an alias, or take it out',
    });
  }
}

interface FoldedText {
  /** A space at each end. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

function foldWritten(written: string): FoldedText {
  const text = ` ${foldText(written)} `;
  return { text, words: new Set(text.split(' ')) };
}

/** Whether a name stands in a text letter by letter, between spaces or commas. */
function isWritten(names: readonly string[], text: string): boolean {
  return names.some((name) => {
    const start = text.indexOf(name);
    if (start < 0) return false;
    const [before, after] = [text.charAt(start - 1), text.charAt(start + name.length)];
    return /^[\s,]?$/.test(before) && /^[\s,]?$/.test(after);
  });
}

/**
 * A name in full; or its words in another form, as "South Korean" for South Korea; or a surname.
 */
function isMentioned({ type, folds }: FoldedActor, { text, words }: FoldedText): boolean {
  if (folds.some((fold) => text.includes(` ${fold} `))) return true;
  return folds.some((fold) => {
    const parts = fold.split(' ');
    if (type === 'person') return parts.some((part) => part.length > 2 && words.has(part));
    return (
      parts.some(isLong) && parts.every((part) => !isLong(part) || text.includes(` ${stem(part)}`))
    );
  });
}

function isLong(word: string): boolean {
  return word.length >= 4;
}

/** A word less two letters, four at least: `korea` and `korean`, `houthis` and `houthi`. */
function stem(word: string): string {
  return word.slice(0, Math.max(4, word.length - 2));
}
