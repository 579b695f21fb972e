import { request, type HttpAnswer } from '../http/request.ts';
import { RequestError } from '../http/requestError.ts';

/** What a visit of a link showed. */
export interface Answer {
  /**
   * `dead`: the server says that there is nothing; `silent`: no server, no answer, or a failure of it;
   * `refused`: not asked, for it is an address of this machine or its network.
   */
  readonly kind: 'alive' | 'dead' | 'silent' | 'refused';
  /** The status, or why there was none. */
  readonly detail: string;
}

export interface VisitOptions {
  /** Between two requests to one host, in milliseconds. */
  readonly pause: number;
  /** After which a server counts as silent, in milliseconds. */
  readonly patience: number;
  readonly userAgent: string;
  /** Let addresses of this machine and its network be asked. */
  readonly allowLocal: boolean;
  readonly visited: (url: string, answer: Answer) => void;
}

/** Hosts that are visited at once. */
const hostsAtOnce = 4;

/** As browsers do (Fetch, section 4.4). */
const mostRedirects = 20;

/**
 * Visits links politely: one request at a time to each host, with a pause between two, HEAD before GET,
 * and no further request to a host that says it has had too many (RFC 6585, 429). Where a host refuses
 * programs (401, 403, 429), its page counts as alive. Links that were not visited have no answer.
 */
export async function visitLinks(urls: readonly string[], options: VisitOptions): Promise<void> {
  const byHost = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const { host } = new URL(url);
    byHost.set(host, [...(byHost.get(host) ?? []), url]);
  }
  const queue = [...byHost.values()];
  const work = async (): Promise<void> => {
    for (let host = queue.shift(); host !== undefined; host = queue.shift()) {
      await visitHost(host, options);
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
}

async function visitHost(urls: readonly string[], options: VisitOptions): Promise<void> {
  for (const [index, url] of urls.entries()) {
    if (index > 0) await wait(options.pause);
    let result = await visit(url, 'HEAD', options);
    // Some servers know no HEAD, and say all kinds of things.
    if (result.kind === 'answer' && result.status >= 400 && result.status !== 429) {
      await wait(options.pause);
      result = await visit(url, 'GET', options);
    }
    options.visited(url, judge(result));
    if (result.kind === 'answer' && result.status === 429) return;
  }
}

type Result =
  | { readonly kind: 'answer'; readonly status: HttpAnswer['status'] }
  | { readonly kind: 'failure'; readonly error: RequestError };

async function visit(
  url: string,
  method: 'HEAD' | 'GET',
  { patience, userAgent, allowLocal }: VisitOptions,
): Promise<Result> {
  const headers = { 'user-agent': userAgent, accept: '*/*' };
  const limits = { time: patience, redirects: mostRedirects, size: 0 };
  try {
    const { status } = await request(url, { method, headers, allowLocal, ...limits });
    return { kind: 'answer', status };
  } catch (error) {
    if (error instanceof RequestError) return { kind: 'failure', error };
    throw error;
  }
}

function judge(result: Result): Answer {
  if (result.kind === 'failure') return describe(result.error);
  const { status } = result;
  if (status >= 500) return { kind: 'silent', detail: `the server fails (${status})` };
  const isRefused = status === 401 || status === 403 || status === 429;
  return { kind: status < 400 || isRefused ? 'alive' : 'dead', detail: String(status) };
}

function describe({ failure, code, message }: RequestError): Answer {
  if (failure === 'local') return { kind: 'refused', detail: message };
  if (failure === 'time') return { kind: 'silent', detail: 'no answer in time' };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return { kind: 'silent', detail: 'no such host' };
  }
  return { kind: 'silent', detail: code === '' ? message : `no answer (${code})` };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
