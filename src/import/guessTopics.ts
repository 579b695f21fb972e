import { foldName, foldText } from '../names/fold.ts';
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
  const wider = widerOf([...evidence].filter(isSure), topics, registry);
  return [...evidence]
    .filter((entry) => isSure(entry) && !wider.has(entry[0]))
    .sort(
      ([one, { score }], [other, { score: otherScore }]) =>
        otherScore - score || (one < other ? -1 : 1),
    )
    .slice(0, most)
    .map(([id, { reasons }]) => guessed(id, reasons.join('; ')));
}

function isSure([, { score }]: readonly [Slug, Evidence]): boolean {
  return score >= least;
}

/** The topics above those that are sure, which count their items anyway. */
function widerOf(
  sure: readonly (readonly [Slug, Evidence])[],
  topics: readonly Topic[],
  registry: Registry,
): ReadonlySet<Slug> {
  const above = new Map(topics.map(({ id, broader }) => [id, broader]));
  const wider = new Set<Slug>();
  for (const [id] of sure) {
    let next = above.get(id) ?? null;
    while (next !== null) {
      const found = registry.resolve(next);
      const target = found.kind === 'found' ? found.id : null;
      // A ring of topics, which a build refuses, ends here.
      if (target === null || wider.has(target)) break;
      wider.add(target);
      next = above.get(target) ?? null;
    }
  }
  return wider;
}

function addByName(
  texts: readonly string[],
  topics: readonly Topic[],
  registry: Registry,
  add: (id: Slug, score: number, reason: string) => void,
): void {
  const folded = texts.map((text) => ` ${stem(foldText(text))} `);
  for (const topic of topics) {
    const id = registry.targetOf(topic.id);
    for (const name of new Set([topic.name, ...topic.aliases])) {
      const wanted = ` ${stem(foldName(name))} `;
      if (wanted.trim() === '') continue;
      const places = folded.flatMap((text, index) => (text.includes(wanted) ? [index] : []));
      const [first] = places;
      if (first !== 0 && hasWords(folded[0] ?? '', wanted)) {
        add(id, 1, `the headline has the words of "${name}"`);
      }
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

/** "Tests missile" is of missile tests. */
function hasWords(headline: string, wanted: string): boolean {
  const words = wanted.trim().split(' ');
  return words.length > 1 && words.every((word) => headline.includes(` ${word} `));
}

/** Plurals away: `missile tests` → `missile test`. */
function stem(folded: string): string {
  return folded
    .split(' ')
    .map((word) =>
      word.length > 4
        ? word
            .replace(/(?<=ch|sh|ss|x)es$/, '')
            .replace(/(?:ies|y)$/, 'i')
            .replace(/(?<=[^s])s$/, '')
        : word,
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
