import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { request, tooLarge, type HttpAnswer } from '../http/request.ts';
import { RequestError } from '../http/requestError.ts';
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

/**
 * Asks for a page by http or https, within the limits.
 * @throws ImportError that says what is wrong
 */
export async function fetchUrl(
  address: string,
  limits: FetchLimits,
  validators: Validators | null = null,
): Promise<Fetched> {
  const { etag, lastModified } = validators ?? { etag: null, lastModified: null };
  const headers = {
    'user-agent': 'dateline-import',
    accept: 'text/html, application/xhtml+xml, application/xml, application/json, text/plain',
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
  try {
    return toFetched(await request(address, { method: 'GET', headers, ...limits }), limits.size);
  } catch (error) {
    if (error instanceof RequestError) throw new ImportError(error.message);
    throw error;
  }
}

function toFetched({ url, status, headers, body }: HttpAnswer, size: number): Fetched {
  if (status !== 200 && status !== 304) {
    throw new ImportError(`the server answers with status ${status}`);
  }
  return {
    url,
    bytes: status === 304 ? null : decompress(body, headers['content-encoding'], size),
    contentType: headers['content-type'] ?? '',
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  };
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
