/** Measures what its parent asks for, one input after the other, until it is ended. */
import { growthOf, type GrowthSpec } from './growths.ts';
import { measureGrowth, type Verdict } from './measure.ts';

export type ChildAnswer = { readonly verdict: Verdict } | { readonly error: string };

process.on('message', (spec: GrowthSpec) => void answer(spec));

async function answer(spec: GrowthSpec): Promise<void> {
  let result: ChildAnswer;
  try {
    result = { verdict: await measureGrowth(growthOf(spec)) };
  } catch (error) {
    result = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(result);
}
