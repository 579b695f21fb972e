import { forEachAtOnce } from '../workers/atOnce.ts';
import type { PublishedFeed } from './publishedFeeds.ts';

export interface PingOptions {
  readonly hub: string;
  /** How long the hub may take for one feed, in milliseconds. */
  readonly timeout: number;
}

export interface PingResult {
  /** The hub took the ping. */
  readonly told: readonly PublishedFeed[];
  readonly failed: readonly { readonly feed: PublishedFeed; readonly problem: string }[];
}

/** Tells a hub of feeds, one request for each, a few at once. Nothing is thrown. */
export async function pingHub(
  feeds: readonly PublishedFeed[],
  options: PingOptions,
): Promise<PingResult> {
  const told: PublishedFeed[] = [];
  const failed: { feed: PublishedFeed; problem: string }[] = [];
  await forEachAtOnce(feeds, async (feed) => {
    const problem = await pingFeed(feed.url, options);
    if (problem === null) told.push(feed);
    else failed.push({ feed, problem });
  });
  return { told, failed };
}

/**
 * What a publisher says to its hub is not in WebSub (section 7 leaves it to the two); every hub takes
 * what PubSubHubbub 0.4 said, section 7.1: `hub.mode=publish` and `hub.url`. Some know the address by
 * its later name, `hub.topic`.
 * @returns what went wrong, or null
 */
async function pingFeed(url: string, { hub, timeout }: PingOptions): Promise<string | null> {
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': url, 'hub.topic': url });
  try {
    // A redirected POST may arrive as GET, which tells nobody anything.
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(hub, { method: 'POST', body, redirect: 'manual', signal });
    await response.body?.cancel();
    if (response.ok) return null;
    const to = response.headers.get('location');
    const where = to === null ? '' : `, and points to ${to}`;
    return `the hub answered ${response.status} ${response.statusText}`.trimEnd() + where;
  } catch (error) {
    return describeFailure(error, timeout);
  }
}

function describeFailure(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `the hub gave no answer within ${timeout / 1000} s`;
  // fetch says "fetch failed"; its cause says why.
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return `the hub can't be reached (${code ?? (cause instanceof Error ? cause.message : error.message)})`;
}
