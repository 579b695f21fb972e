import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { parseAddress } from './parseAddress.ts';
import { ImportError } from './decodeRaw.ts';

export interface FetchLimits {
  /** Let addresses of this machine and its network be asked. */
  readonly allowLocal: boolean;
  /** Milliseconds for all of it, redirects too. */
  readonly time: number;
  /** Bytes of the answer, after decompression. */
  readonly size: number;
  readonly redirects: number;
}

export const usualLimits: FetchLimits = {
  allowLocal: false,
  time: 8000,
  size: 8 * 1024 * 1024,
  redirects: 5,
};

export interface Fetched {
  /** Where the redirects ended. */
  readonly url: string;
  /** Null where nothing changed since (HTTP 304). */
  readonly bytes: Uint8Array | null;
  readonly contentType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What the server is asked to compare (RFC 9110, section 13). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Addresses that lead to this machine or its network, or to no single machine (RFC 6890). */
const local = new BlockList();
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
].flatMap((line) => line.split(' '))) {
  const [address = '', bits = '32'] = range.split('/');
  local.addSubnet(address, Number(bits), 'ipv4');
}
/** The only addresses of IPv6 that are public; without those that carry an address of IPv4. */
const publicSix = new BlockList();
publicSix.addSubnet('2000::', 3, 'ipv6');
const embedding = new BlockList();
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16']) {
  const [address = '', bits = '128'] = range.split('/');
  embedding.addSubnet(address, Number(bits), 'ipv6');
}

/** Whether an address is of this machine or its network, or not public. */
export function isLocalAddress(address: string): boolean {
  if (isIP(address) === 4) return local.check(address, 'ipv4');
  return !publicSix.check(address, 'ipv6') || embedding.check(address, 'ipv6');
}

/**
 * Asks for a page by http or https, within the limits. The address is looked at when the connection is
 * made, so that no name can change its meaning in between.
 * @throws ImportError that says what is wrong
 */
export async function fetchUrl(
  address: string,
  limits: FetchLimits,
  validators: Validators | null = null,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.time);
  let url = parseUrl(address);
  for (let count = 0; count <= limits.redirects; count++) {
    const answer = await ask(url, limits, signal, validators);
    if (answer.kind === 'done') return answer.fetched;
    url = parseUrl(answer.to, url);
  }
  throw new ImportError(`it redirects more than ${limits.redirects} times`);
}

function parseUrl(address: string, base?: URL): URL {
  const url = parseAddress(address, base?.href ?? null);
  if (url === null) throw new ImportError(`${address} is no address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ImportError(`${url.protocol} addresses are not taken, only http: and https:`);
  }
  return url;
}

type Answer =
  | { readonly kind: 'done'; readonly fetched: Fetched }
  | { readonly kind: 'redirect'; readonly to: string };

function ask(
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
  validators: Validators | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A host that is an address is not looked up.
    if (isIP(host) !== 0 && !limits.allowLocal && isLocalAddress(host)) {
      reject(localError(host));
      return;
    }
    const { etag, lastModified } = validators ?? { etag: null, lastModified: null };
    const headers = {
      'user-agent': 'dateline-import',
      accept: 'text/html, application/xhtml+xml, application/xml, application/json, text/plain',
      'accept-encoding': 'gzip, deflate, br',
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    };
    const client = url.protocol === 'https:' ? https : http;
    const options = { headers, signal, agent: false, lookup: checkedLookup(limits.allowLocal) };
    const request = client.get(url, options, (response) => {
      const { statusCode: status = 0, headers: got } = response;
      if (status >= 300 && status < 400 && got.location !== undefined) {
        response.destroy();
        resolve({ kind: 'redirect', to: got.location });
        return;
      }
      if (status !== 200 && status !== 304) {
        response.destroy();
        reject(new ImportError(`the server answers with status ${status}`));
        return;
      }
      const { 'content-encoding': encoding, 'content-type': contentType = '' } = got;
      const read = async (): Promise<Answer> => {
        const bytes = await collect(response, limits.size);
        const validated = { etag: got.etag ?? null, lastModified: got['last-modified'] ?? null };
        const body = status === 304 ? null : decompress(bytes, encoding, limits.size);
        return { kind: 'done', fetched: { url: url.href, bytes: body, contentType, ...validated } };
      };
      read().then(resolve, reject);
    });
    request.on('error', reject);
  }).catch((error: unknown) => {
    throw toImportError(error, limits);
  }) as Promise<Answer>;
}

async function collect(response: http.IncomingMessage, size: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > size) {
      response.destroy();
      throw tooLarge(size);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decompress(bytes: Uint8Array, encoding: string | undefined, size: number): Uint8Array {
  const options = { maxOutputLength: size };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, options);
    if (encoding === 'deflate') return inflateSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
    return bytes;
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(size);
    throw new ImportError('the answer is compressed and broken');
  }
}

/** Looks a host up, and refuses where one of its addresses is local. */
function checkedLookup(allowLocal: boolean): LookupFunction {
  return (host, options, done) => {
    dns.lookup(host, { ...options, all: true }, (error, addresses) => {
      // Node gives no addresses with an error, whatever the type says.
      if (error !== null) {
        done(error, '', 0);
        return;
      }
      const [first] = addresses;
      const refused = allowLocal
        ? undefined
        : addresses.find((each) => isLocalAddress(each.address));
      if (refused !== undefined) done(localError(refused.address), '', 0);
      else if (options.all === true) done(null, addresses);
      else done(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

function localError(address: string): ImportError & NodeJS.ErrnoException {
  return new ImportError(
    `it leads to ${address}, an address of this machine or its network; --allow-local allows that`,
  );
}

function tooLarge(size: number): ImportError {
  return new ImportError(`the answer is larger than ${Math.round(size / 1024 / 1024)} MiB`);
}

function toImportError(error: unknown, limits: FetchLimits): ImportError {
  if (error instanceof ImportError) return error;
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new ImportError(`it took longer than ${limits.time / 1000} s`);
  }
  return new ImportError(`it can't be reached (${code ?? message})`);
}
