import { readFileSync } from 'node:fs';

/** What a thread's CPU profile says, in seconds. */
export interface ProfileTimes {
  /** Everything but waiting. */
  readonly busy: number;
  /** In files that were asked for, and in all that they call. */
  readonly within: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** Reads a profile that `node --cpu-prof` wrote. */
export function readProfile(file: string, url: RegExp): ProfileTimes {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const within = new Set<number>();
  const mark = (id: number): void => {
    within.add(id);
    byId.get(id)?.children?.forEach(mark);
  };
  for (const { id, callFrame } of nodes) if (url.test(callFrame.url)) mark(id);
  const times = { busy: 0, within: 0 };
  for (const [index, id] of samples.entries()) {
    const seconds = (timeDeltas[index] ?? 0) / 1e6;
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue;
    times.busy += seconds;
    if (within.has(id)) times.within += seconds;
  }
  return times;
}
