/** What a visit of a link showed. */
export interface Answer {
  /** `dead`: the server says that there is nothing; `silent`: no server, no answer, or a failure of it. */
  readonly kind: 'alive' | 'dead' | 'silent';
  /** The status, or why there was none. */
  readonly detail: string;
}

export interface VisitOptions {
  /** Between two requests to one host, in milliseconds. */
  readonly pause: number;
  /** After which a server counts as silent, in milliseconds. */
  readonly patience: number;
  readonly userAgent: string;
  readonly visited: (url: string, answer: Answer) => void;
}

/** Hosts that are visited at once. */
const hostsAtOnce = 4;

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
    let result = await request(url, 'HEAD', options);
    // Some servers know no HEAD, and say all kinds of things.
    if (result.status !== null && result.status >= 400 && result.status !== 429) {
      await wait(options.pause);
      result = await request(url, 'GET', options);
    }
    options.visited(url, judge(result));
    if (result.status === 429) return;
  }
}

interface Result {
  readonly status: number | null;
  readonly reason: string;
}

async function request(
  url: string,
  method: 'HEAD' | 'GET',
  { patience, userAgent }: VisitOptions,
): Promise<Result> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'follow',
      headers: { 'user-agent': userAgent, accept: '*/*' },
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    return { status: response.status, reason: '' };
  } catch (error) {
    return { status: null, reason: describe(error) };
  }
}

function judge({ status, reason }: Result): Answer {
  if (status === null) return { kind: 'silent', detail: reason };
  if (status >= 500) return { kind: 'silent', detail: `the server fails (${status})` };
  const isRefused = status === 401 || status === 403 || status === 429;
  return { kind: status < 400 || isRefused ? 'alive' : 'dead', detail: String(status) };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such host';
  if (code !== '') return `no answer (${code})`;
  return `no answer (${cause instanceof Error ? cause.message : error.message})`;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
