import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from '../urls/compressed.ts';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** What fits into one packet is not sent sooner. In bytes. */
const paysFrom = 1400;

/** Whether a compressed copy of so many bytes is worth having. */
export function paysToCompress(bytes: number): boolean {
  return bytes >= paysFrom;
}

/**
 * Compresses a file outside of this thread. The same bytes give the same: gzip's header has no time
 * (RFC 1952, section 2.3.1: MTIME is 0).
 */
export function compress(file: string, bytes: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return gzipAsync(bytes, { level: constants.Z_BEST_COMPRESSION });
  return brotliAsync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality(file, bytes.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The best takes forty times as long as 5: for the few files that stay in caches for a year. */
function brotliQuality(file: string, bytes: number): number {
  return /\.(?:css|js|mjs)$/.test(file) && bytes < 500_000 ? 11 : 5;
}
