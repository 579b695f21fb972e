import type { Site, SiteActor } from '../model/site.ts';
import { actorTypes, type ActorType } from '../parse/actor.ts';
import { termsPath, type TermOrder } from '../urls/paths.ts';
import { toIndexData } from './collectionData.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toPageView, type PageView } from './page.ts';
import { sortTerms, toOrderLinks, type OrderLinkView } from './termOrder.ts';

/** An actor in the index. */
export interface ActorRowView extends LinkView {
  readonly summary: string | null;
  readonly count: number;
  readonly countText: string;
  readonly last: DateView | null;
}

/** Actors of one type: by first letter, or in one list, whose letter is empty. */
export interface ActorGroupView {
  readonly type: ActorType;
  readonly text: string;
  readonly countText: string;
  readonly letters: readonly ActorLetterView[];
}

export interface ActorLetterView {
  readonly letter: string;
  readonly actors: readonly ActorRowView[];
}

export interface ActorsView extends PageView {
  readonly layout: 'actors';
  readonly orders: readonly OrderLinkView[];
  readonly groups: readonly ActorGroupView[];
}

const index = termsPath('actors');

export function buildActorsView(site: Site, order: TermOrder, context: ViewContext): ActorsView {
  const actors = sortTerms(site.actors.values(), order);
  const groups = actorTypes.flatMap((type) => {
    const ofType = actors.filter(({ actor }) => actor.type === type);
    if (ofType.length === 0) return [];
    return [
      {
        type,
        text: context.words.actorTypes[type].many,
        countText: context.number(ofType.length),
        letters:
          order === 'name'
            ? groupByLetter(ofType, context)
            : [{ letter: '', actors: ofType.map((actor) => toActorRow(actor, context)) }],
      },
    ];
  });
  const path = termsPath('actors', order);
  const title = context.words.orderedTitles.actors[order];
  const listed = groups.flatMap(({ letters }) => letters.flatMap((letter) => letter.actors));
  return {
    ...toPageView(
      {
        layout: 'actors',
        path,
        title,
        section: index,
        data: [toIndexData(path, title, listed, context)],
        breadcrumbs:
          order === 'name' ? [] : [{ href: context.href(index), text: context.words.pages.actors }],
      },
      context,
    ),
    layout: 'actors',
    orders: toOrderLinks('actors', order, context),
    groups,
  };
}

function groupByLetter(
  actors: readonly SiteActor[],
  context: ViewContext,
): readonly ActorLetterView[] {
  const letters = new Map<string, ActorRowView[]>();
  for (const entry of actors) {
    const letter = initialOf(entry.actor.name);
    const rows = letters.get(letter);
    const row = toActorRow(entry, context);
    if (rows === undefined) letters.set(letter, [row]);
    else rows.push(row);
  }
  return Array.from(letters, ([letter, rows]) => ({ letter, actors: rows }));
}

function toActorRow({ actor, path, timeline }: SiteActor, context: ViewContext): ActorRowView {
  return {
    href: context.href(path),
    text: actor.name,
    summary: actor.summary,
    count: timeline.articles.length,
    countText: context.count(context.words.counted.items, timeline.articles.length),
    last: timeline.lastDay && context.day(timeline.lastDay),
  };
}

/** The first letter of a name without its accents, upper case; `#` for a digit or sign. */
function initialOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return /\p{L}/u.exec(plain.slice(0, 2))?.[0].toUpperCase() ?? '#';
}
