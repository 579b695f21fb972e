import type { GrownInput, Growth } from './growth.ts';
import { runInput, type Outcome } from './runInput.ts';

/** What doubling an input did. */
export interface Verdict {
  readonly count: number;
  /** Milliseconds of the processor before and after. */
  readonly spent: readonly [number, number];
  /** Letters of output before and after. */
  readonly output: readonly [number, number];
  readonly refused: readonly string[];
  /** What is wrong; null where nothing is. */
  readonly problem: string | null;
}

/** What a doubled input may take of time and output. */
const mostGrowth = 2.6;
/** Milliseconds below which a doubled input is quick, however long half of it took. */
const quick = 30;
/** Milliseconds from which a time says something, beside what every site takes. */
const telling = 40;
/** Letters of an input that is doubled: a content file has 1 MiB at most. */
const largest = 500_000;
const smallest = 60_000;
const mostFiles = 300;
/** A machine that does other things too has its moments. */
const attempts = 8;

/**
 * Makes an input so large that its time can be told, doubles it, and compares processor time and output.
 * Where there is too much, it is measured again, and the best of the attempts counts.
 */
export async function measureGrowth(growth: Growth): Promise<Verdict> {
  let count = 16;
  while (isBelow(growth.make(count * 2), smallest) && count < largest) count *= 2;
  let before = await runInput(growth.make(count));
  const mayGrow = (): boolean => count < largest && isBelow(growth.make(count * 4), largest * 2);
  while (millisecondsOf(before) < telling && mayGrow()) {
    count *= 2;
    before = await runInput(growth.make(count));
  }
  let after: Outcome;
  [before, after] = await double(growth, count, before);
  // What grows too fast does so at the next size too; a step of the machine's caches does not.
  if (isTooSlow(before, after) && mayGrow()) {
    count *= 2;
    [before, after] = await double(growth, count, await runInput(growth.make(count)));
  }
  return {
    count,
    spent: [millisecondsOf(before), millisecondsOf(after)],
    output: [before.output, after.output],
    refused: after.refused,
    problem: judge(before, after),
  };
}

/** What an input and one twice as large took, in the attempt with the smallest growth. */
async function double(
  growth: Growth,
  count: number,
  first: Outcome,
): Promise<readonly [Outcome, Outcome]> {
  const ratio = (pair: readonly [Outcome, Outcome]): number =>
    millisecondsOf(pair[1]) / millisecondsOf(pair[0]);
  let best = [first, await runInput(growth.make(count * 2))] as const;
  for (let attempt = 1; attempt < attempts && isTooSlow(...best); attempt++) {
    globalThis.gc?.();
    const again = [await median(growth, count), await median(growth, count * 2)] as const;
    if (ratio(again) < ratio(best)) best = again;
  }
  return best;
}

function judge(before: Outcome, after: Outcome): string | null {
  if (isTooSlow(before, after)) {
    const [one, two] = [before, after].map((each) => millisecondsOf(each).toFixed(0));
    return `${one} ms became ${two} ms (${JSON.stringify(after.spent)})`;
  }
  const isTooLarge = after.output > mostGrowth * before.output;
  return isTooLarge ? `${before.output} letters became ${after.output}` : null;
}

function isTooSlow(before: Outcome, after: Outcome): boolean {
  const spent = millisecondsOf(after);
  return spent > quick && spent > mostGrowth * millisecondsOf(before);
}

async function median(growth: Growth, count: number): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (let run = 0; run < 3; run++) outcomes.push(await runInput(growth.make(count)));
  const sorted = outcomes.sort((one, other) => millisecondsOf(one) - millisecondsOf(other));
  const [, middle] = sorted;
  if (middle === undefined) throw new Error('nothing was run');
  return middle;
}

function millisecondsOf({ spent }: Outcome): number {
  return Object.values(spent).reduce((sum, each) => sum + each, 0) / 1000;
}

function isBelow(input: GrownInput, letters: number): boolean {
  if (input.kind !== 'site') return input.text.length < letters;
  const files = Object.values(input.files);
  return files.length < mostFiles && files.reduce((sum, each) => sum + each.length, 0) < letters;
}
