import { request, type HttpAnswer } from '../http/request.ts';
import { RequestError } from '../http/requestError.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { PublishedFeed } from './publishedFeeds.ts';

export interface PingOptions {
  readonly hub: string;
  /** How long the hub may take for one feed, in milliseconds. */
  readonly timeout: number;
  /** Let a hub on this machine or its network be asked. */
  readonly allowLocal: boolean;
}

/** Why a hub took a ping not. */
interface Problem {
  readonly text: string;
  /** The address of the hub is the cause, so that asking again changes nothing. */
  readonly isOfAddress: boolean;
}

export interface PingResult {
  /** The hub took the ping. */
  readonly told: readonly PublishedFeed[];
  readonly failed: readonly { readonly feed: PublishedFeed; readonly problem: Problem }[];
}

/** Tells a hub of feeds, one request for each, a few at once. */
export async function pingHub(
  feeds: readonly PublishedFeed[],
  options: PingOptions,
): Promise<PingResult> {
  const told: PublishedFeed[] = [];
  const failed: { feed: PublishedFeed; problem: Problem }[] = [];
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
async function pingFeed(url: string, options: PingOptions): Promise<Problem | null> {
  const { hub, timeout: time, allowLocal } = options;
  const fields = { 'hub.mode': 'publish', 'hub.url': url, 'hub.topic': url };
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  const body = new URLSearchParams(fields).toString();
  // A redirected POST may arrive as GET, which tells nobody anything.
  const limits = { time, redirects: null, size: 0, allowLocal };
  try {
    const answer = await request(hub, { method: 'POST', headers, body, ...limits });
    return describeAnswer(answer);
  } catch (error) {
    if (error instanceof RequestError) return describeFailure(error, time);
    throw error;
  }
}

function describeAnswer({ status, reason, headers }: HttpAnswer): Problem | null {
  if (status >= 200 && status < 300) return null;
  const where = headers.location === undefined ? '' : `, and points to ${headers.location}`;
  return { text: `the hub answered ${status} ${reason}`.trimEnd() + where, isOfAddress: false };
}

function describeFailure({ failure, code, message }: RequestError, timeout: number): Problem {
  if (failure === 'time') {
    return { text: `the hub gave no answer within ${timeout / 1000} s`, isOfAddress: false };
  }
  if (failure === 'silent') {
    return { text: `the hub can't be reached (${code})`, isOfAddress: false };
  }
  return { text: `the hub is not asked: ${message}`, isOfAddress: true };
}
