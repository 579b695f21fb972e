/** Entries that lead to one another, by `broader` or `mergedInto`. */
export interface Chains<Id extends string> {
  /** How many steps lead from an entry to the end of its chain; absent where it leads into a circle. */
  readonly depths: ReadonlyMap<Id, number>;
  /** The end of each chain. */
  readonly ends: ReadonlyMap<Id, Id>;
  /** Each circle once, from the first of its ids on. */
  readonly circles: readonly (readonly [Id, ...Id[]])[];
}

/**
 * Follows chains; each entry is looked at once, however long they are.
 * @param nextOf the id to which an entry leads; null where it ends a chain
 */
export function followChains<Id extends string>(
  ids: Iterable<Id>,
  nextOf: (id: Id) => Id | null,
): Chains<Id> {
  const depths = new Map<Id, number>();
  const ends = new Map<Id, Id>();
  const circles: [Id, ...Id[]][] = [];
  const seen = new Set<Id>();
  for (const id of ids) {
    const passed = new Set<Id>();
    let current: Id | null = id;
    while (current !== null && !seen.has(current)) {
      seen.add(current);
      passed.add(current);
      current = nextOf(current);
    }
    if (current !== null && passed.has(current)) circles.push(turnToFirst([...passed], current));
    const isOpen = current === null || ends.has(current);
    if (!isOpen) continue;
    const below = [...passed].reverse();
    const end = current === null ? below[0] : ends.get(current);
    let depth = current === null ? 0 : (depths.get(current) ?? 0) + 1;
    for (const each of below) {
      depths.set(each, depth++);
      if (end !== undefined) ends.set(each, end);
    }
  }
  return { depths, ends, circles };
}

/** A circle, of what was passed before it was entered again at an id. */
function turnToFirst<Id extends string>(passed: readonly Id[], entered: Id): [Id, ...Id[]] {
  const circle = passed.slice(passed.indexOf(entered));
  const first = circle.reduce((one, other) => (other < one ? other : one), entered);
  const start = circle.indexOf(first);
  return [first, ...circle.slice(start + 1), ...circle.slice(0, start)];
}

/** Of a long circle the beginning says enough. */
const shownSteps = 12;

export function formatCircle(circle: readonly [string, ...string[]]): string {
  const shown = circle.slice(0, shownSteps);
  const rest = circle.length - shown.length;
  const middle = rest > 0 ? [`${rest} more`] : [];
  return [...shown, ...middle, circle[0]].join(' → ');
}
