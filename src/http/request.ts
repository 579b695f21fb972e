import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './publicAddress.ts';
import { RequestError } from './requestError.ts';

export interface RequestOptions {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Let addresses of this machine and its network be asked. */
  readonly allowLocal: boolean;
  /** Milliseconds for all of it, redirects too. */
  readonly time: number;
  /** How many redirects are followed; with null they are answers like others. */
  readonly redirects: number | null;
  /** Bytes that the body of an answer with status 200 may have, as it is sent; 0 reads none. */
  readonly size: number;
}

export interface HttpAnswer {
  /** Where the redirects ended. */
  readonly url: string;
  readonly status: number;
  /** What the server says beside the status. */
  readonly reason: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * Asks a server by http or https. Every request of Dateline goes through here. An address of this machine
 * or its network is refused, at each redirect anew. It is looked at when the connection is made, so that
 * no name can change its meaning in between. No proxy is used, for it would look names up by itself.
 * @param isPublic whether an address may be asked where local ones may not
 * @throws RequestError
 */
export async function request(
  address: string,
  options: RequestOptions,
  isPublic: MayAsk = isPublicAddress,
): Promise<HttpAnswer> {
  const mayAsk = options.allowLocal ? () => true : isPublic;
  const signal = AbortSignal.timeout(options.time);
  const { redirects } = options;
  let url = parseUrl(address);
  for (let count = 0; ; count++) {
    const answer = await ask(url, options, mayAsk, signal);
    const to = answer.headers.location;
    const isRedirect = answer.status >= 300 && answer.status < 400 && to !== undefined;
    if (!isRedirect || redirects === null) return answer;
    if (count === redirects) {
      throw new RequestError('redirects', `it redirects more than ${redirects} times`);
    }
    url = parseUrl(to, url);
  }
}

function parseUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) {
    throw new RequestError('address', `${address} is no address`);
  }
  const url = new URL(address, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RequestError(
      'address',
      `${url.protocol} addresses are not taken, only http: and https:`,
    );
  }
  return url;
}

type MayAsk = (address: string) => boolean;

async function ask(
  url: URL,
  options: RequestOptions,
  mayAsk: MayAsk,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address is not looked up.
  if (isIP(host) !== 0 && !mayAsk(host)) throw localError(host);
  try {
    const response = await connect(url, options, checkedLookup(mayAsk), signal);
    const { statusCode: status = 0, statusMessage: reason = '', headers } = response;
    const isRead = status === 200 && options.size > 0;
    const body = isRead ? await collect(response, options.size) : new Uint8Array();
    response.destroy();
    return { url: url.href, status, reason, headers, body };
  } catch (error) {
    throw toRequestError(error, signal.aborted ? options.time : null);
  }
}

function connect(
  url: URL,
  { method, headers, body }: RequestOptions,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    // An agent that is shared would use connections that others made, and perhaps a proxy.
    const settings = { method, headers, signal, lookup, agent: false } as const;
    const asked = client.request(url, settings, resolve);
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Looks a host up, and refuses it where one of its addresses may not be asked. */
function checkedLookup(mayAsk: MayAsk): LookupFunction {
  return (host, options, done) => {
    dns.lookup(host, { ...options, all: true }, (error, addresses) => {
      // Node gives no addresses with an error, whatever the type says.
      if (error !== null) {
        done(error, '', 0);
        return;
      }
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayAsk(address))) {
        done(localError(host), '', 0);
      } else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

async function collect(response: http.IncomingMessage, size: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > size) throw tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(size: number): RequestError {
  return new RequestError(
    'size',
    `the answer is larger than ${Math.round(size / 1024 / 1024)} MiB`,
  );
}

/** The address that a name has is not told: whoever reads the log may not know this network. */
function localError(host: string): RequestError {
  return new RequestError(
    'local',
    `${host} is an address of this machine or its network; --allow-local allows that`,
  );
}

/** @param spent the time that was up, in milliseconds */
function toRequestError(error: unknown, spent: number | null): RequestError {
  if (error instanceof RequestError) return error;
  if (spent !== null) return new RequestError('time', `it took longer than ${spent / 1000} s`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new RequestError('silent', `it can't be reached (${code})`, code);
}
