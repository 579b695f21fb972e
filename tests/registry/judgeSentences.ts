import type { ActorType } from '../../src/parse/actor.ts';
import { createMentionFinder } from '../../src/registry/findMentions.ts';
import { buildRegistry } from '../../src/registry/registry.ts';
import type { Slug } from '../../src/urls/slug.ts';

/** Names of actors by type, the first of each its id; sentences by style, one a line. */
export interface Table {
  readonly actors: Readonly<Record<ActorType, readonly (readonly string[])[]>>;
  readonly sentences: Readonly<Record<string, string>>;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A name that is marked in a sentence: «an actor» or ‹a part of a longer name›. */
export interface Mark extends Range {
  readonly isActor: boolean;
}

export interface Sentence {
  readonly style: string;
  /** Without its marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export type Finder = (text: string) => readonly Range[];

export function createFinder(actors: Table['actors']): Finder {
  const entries = Object.entries(actors).flatMap(([type, all]) =>
    all.map(([name = '', ...aliases]) => ({
      ...{ file: name, id: name as Slug, name, aliases, mergedInto: null },
      type: type as ActorType,
    })),
  );
  const registry = buildRegistry('actor', entries, [], (problem) => {
    throw new Error(problem.message);
  });
  return createMentionFinder(registry);
}

export function readSentences({ sentences }: Table): readonly Sentence[] {
  return Object.entries(sentences).flatMap(([style, lines]) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readSentence(style, line)),
  );
}

function readSentence(style: string, line: string): Sentence {
  const marks: Mark[] = [];
  let text = '';
  for (const part of line.split(/(?<mark>[«‹][^»›]+[»›])/u)) {
    const isActor = part.startsWith('«');
    const isMark = isActor || part.startsWith('‹');
    const plain = isMark ? part.slice(1, -1) : part;
    if (isMark) marks.push({ start: text.length, end: text.length + plain.length, isActor });
    text += plain;
  }
  return { style, text, marks };
}

/** What was found against what is marked, each with its sentence. */
export interface JudgedSentence {
  readonly right: readonly Mark[];
  readonly wrong: readonly Range[];
  readonly missing: readonly Mark[];
  readonly told: readonly string[];
}

export function judgeSentence({ style, text, marks }: Sentence, find: Finder): JudgedSentence {
  const found = find(text);
  const actors = marks.filter(({ isActor }) => isActor);
  const isSame = (one: Range, other: Range): boolean =>
    one.start === other.start && one.end === other.end;
  const right = actors.filter((mark) => found.some((range) => isSame(range, mark)));
  const missing = actors.filter((mark) => !right.includes(mark));
  const wrong = found.filter((range) => !actors.some((mark) => isSame(range, mark)));
  const tell = (kind: string, { start, end }: Range): string =>
    `${kind} ${style}: ${text.slice(start, end)} | ${text}`;
  return {
    right,
    wrong,
    missing,
    told: [
      ...wrong.map((range) => tell('wrong  ', range)),
      ...missing.map((mark) => tell('missing', mark)),
    ],
  };
}
