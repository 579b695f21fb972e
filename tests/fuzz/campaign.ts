import { createRandom } from '../support/random.ts';

/**
 * A campaign throws made inputs at one promise of Dateline. A case is made from random numbers alone, so
 * that its seed and number make it again.
 */
export interface Campaign {
  readonly name: string;
  /** How many cases `npm run fuzz` runs. */
  readonly cases: number;
  /** How many of them `npm test` runs: some seconds' worth. */
  readonly casesInTests: number;
  /** Sets up what all cases share. */
  readonly open: () => Promise<OpenCampaign>;
}

export interface OpenCampaign {
  /**
   * Runs one case.
   * @param random numbers from 0 to below 1
   * @param number the case's number, from 0: for a campaign that goes through a table first
   * @throws Error where the promise is broken; its message shows the input
   */
  readonly runCase: (random: () => number, number: number) => void | Promise<void>;
  readonly close?: () => void | Promise<void>;
}

export interface CampaignResult {
  readonly cases: number;
  readonly failures: readonly CaseFailure[];
}

export interface CaseFailure {
  readonly number: number;
  readonly error: Error;
}

/** Failures after which a campaign ends: more would say the same. */
const enoughFailures = 5;

/** @param first the number of the first case */
export async function runCampaign(
  campaign: Campaign,
  seed: number,
  cases: number,
  first = 0,
): Promise<CampaignResult> {
  const failures: CaseFailure[] = [];
  const open = await campaign.open();
  let number = first;
  try {
    for (; number < first + cases && failures.length < enoughFailures; number++) {
      try {
        await open.runCase(createRandom(mix(seed, number)), number);
      } catch (error) {
        failures.push({ number, error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
  } finally {
    await open.close?.();
  }
  return { cases: number - first, failures };
}

/** Seeds of neighbouring cases must not give neighbouring numbers. */
function mix(seed: number, number: number): number {
  return Math.imul(seed ^ Math.imul(number + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
}

/** One of some items. */
export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** A whole number from `least` to `most`. */
export function pickNumber(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
