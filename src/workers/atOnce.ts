/** Calls of the file system that wait at once: its threads are four, and some work is always ready. */
const atOnce = 8;

/**
 * Does work for each item, in order, a few at once, so that the file system's threads share it. After
 * a failure no further work begins, and what has begun is waited for.
 */
export async function forEachAtOnce<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let hasFailed = false;
  const takeTurns = async (): Promise<void> => {
    try {
      for (let next = rest.next(); !next.done && !hasFailed; next = rest.next()) {
        await work(next.value);
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: atOnce }, takeTurns));
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
}
