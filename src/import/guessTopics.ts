import { foldName } from '../names/fold.ts';
import type { Topic } from '../parse/topic.ts';
import type { Registry } from '../registry/registry.ts';
import type { Slug } from '../urls/slug.ts';
import type { Archive } from './archive.ts';
import type { SimilarItem } from './findSimilar.ts';
import { guessed, type Marked } from './marked.ts';

const most = 4;
/** How sure a topic must be. */
const least = 1;

interface Evidence {
  score: number;
  readonly reasons: string[];
}

/**
 * The topics of a report: those whose names stand in it, whatever their capitals and plural, and those
 * that the most similar items have. All are guesses.
 */
export function guessTopics(
  texts: readonly string[],
  topics: readonly Topic[],
  registry: Registry,
  similar: readonly SimilarItem[],
  archive: Archive,
): readonly Marked<Slug>[] {
  const evidence = new Map<Slug, Evidence>();
  const add = (id: Slug, score: number, reason: string): void => {
    const known = evidence.get(id) ?? { score: 0, reasons: [] };
    known.score += score;
    if (!known.reasons.includes(reason)) known.reasons.push(reason);
    evidence.set(id, known);
  };
  addByName(texts, topics, registry, add);
  addBySimilar(similar, archive, add);
  return [...evidence]
    .filter(([, { score }]) => score >= least)
    .sort(
      ([one, { score }], [other, { score: otherScore }]) =>
        otherScore - score || (one < other ? -1 : 1),
    )
    .slice(0, most)
    .map(([id, { reasons }]) => guessed(id, reasons.join('; ')));
}

function addByName(
  texts: readonly string[],
  topics: readonly Topic[],
  registry: Registry,
  add: (id: Slug, score: number, reason: string) => void,
): void {
  const folded = texts.map((text) => ` ${stem(foldName(text))} `);
  for (const topic of topics) {
    const id = registry.targetOf(topic.id);
    for (const name of new Set([topic.name, ...topic.aliases])) {
      const wanted = ` ${stem(foldName(name))} `;
      if (wanted.trim() === '') continue;
      const places = folded.flatMap((text, index) => (text.includes(wanted) ? [index] : []));
      const [first] = places;
      if (first === undefined) continue;
      const words = wanted.trim().split(' ').length;
      // A single word such as "security" may stand in any report; two words say more.
      const score =
        (first === 0 ? 1 : first === 1 ? 0.6 : 0.3) +
        (words > 1 ? 0.4 : 0) +
        Math.min(0.4, (places.length - 1) * 0.2);
      add(id, score, `${first === 0 ? 'the headline' : 'the text'} names "${name}"`);
    }
  }
}

/** Plurals away: `missile tests` → `missile test`. */
function stem(folded: string): string {
  return folded
    .split(' ')
    .map((word) =>
      word.length > 4 ? word.replace(/(?:ies|y)$/, 'i').replace(/(?<=[^s])s$/, '') : word,
    )
    .join(' ');
}

/** Similar items vote for their topics, each with its share of the likeness of all. */
function addBySimilar(
  similar: readonly SimilarItem[],
  { topicsOf }: Archive,
  add: (id: Slug, score: number, reason: string) => void,
): void {
  const strongest = similar[0]?.score ?? 0;
  // Below this the likeness is chance: a handful of rare words.
  const near = similar.filter(({ score }) => score >= 20 && score >= strongest / 2);
  const sum = near.reduce((total, { score }) => total + score, 0);
  for (const { item, score } of near) {
    for (const id of topicsOf(item)) add(id, (score / sum) * 1.6, 'similar items have it');
  }
}
