/** Measures the stages of a build. */
export interface Stopwatch {
  /** Milliseconds by stage. */
  readonly times: Record<string, number>;
  /** Ends a stage and begins the next. */
  readonly lap: (stage: string) => void;
}

export function createStopwatch(): Stopwatch {
  const times: Record<string, number> = {};
  let since = performance.now();
  return {
    times,
    lap: (stage) => {
      const now = performance.now();
      times[stage] = Math.round(now - since);
      since = now;
    },
  };
}
