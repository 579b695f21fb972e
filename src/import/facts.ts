/**
 * What tells one report from another of the same wording: its figures, and words with a capital within a
 * sentence, which are mostly names. Scripts without capitals have their figures alone. Each once, folded.
 */
export function factsOf(text: string): ReadonlySet<string> {
  const facts = new Set<string>();
  let end = 0;
  for (const match of text.matchAll(/\p{Nd}[\p{Nd}.,]*(?<=\p{Nd})|[\p{L}\p{M}]+/gu)) {
    const [word] = match;
    const isFigure = /^\p{Nd}/u.test(word);
    const before = text.slice(end, match.index);
    // A sentence, a paragraph or a quotation begins every word with a capital, whatever it is.
    const begins = end === 0 || /[.!?:;\n"'“„«([*_>#|]/.test(before);
    if (isFigure || (!begins && /^\p{Lu}/u.test(word))) facts.add(word.toLowerCase());
    end = match.index + word.length;
  }
  return facts;
}

/** Facts that a text must have for them to tell something. */
const fewest = 3;

/**
 * Whether two texts may tell the same, by the facts that they share: at least half of those of the one that
 * has fewer. A fact counts the less, the more texts have it: those of a formula are in all of them.
 * @param holders how many of the compared texts have a fact
 */
export function mayTellSame(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  holders: ReadonlyMap<string, number>,
): boolean {
  if (Math.min(one.size, other.size) < fewest) return true;
  const weigh = (facts: Iterable<string>): number => {
    let sum = 0;
    for (const fact of facts) sum += 1 / Math.max(1, holders.get(fact) ?? 1);
    return sum;
  };
  const shared = weigh([...one].filter((fact) => other.has(fact)));
  return shared >= 0.5 * Math.min(weigh(one), weigh(other));
}

/** How many of the texts have each fact. */
export function countHolders(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const facts of texts) {
    for (const fact of facts) holders.set(fact, (holders.get(fact) ?? 0) + 1);
  }
  return holders;
}
