/** The largest raw text, in bytes. */
export const maximumRawSize = 1024 * 1024;

/** What can't be imported, and why: a message for the editor. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * The text of a file of unknown encoding: UTF-16 by its byte order mark, UTF-8, or else Windows-1252,
 * in which older programs save. Bytes that are no text are refused.
 */
export function decodeRaw(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) throw new ImportError('this is no text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
