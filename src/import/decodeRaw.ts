/** What can't be imported, and why: a message for the editor. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * The text of a file or page: UTF-16 by its byte order mark, the encoding that the server or the page
 * names, UTF-8, or else Windows-1252, in which older programs save. Bytes that are no text are refused.
 * @param contentType of the server's answer
 */
export function decodeRaw(bytes: Uint8Array, contentType = ''): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) throw new ImportError('this is no text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
    const named =
      /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
      /(?:charset\s*=\s*|encoding=)["']?([\w-]+)/i.exec(start)?.[1];
    return decodeAs(named ?? 'windows-1252', bytes);
  }
}

function decodeAs(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(/^utf-?8$/i.test(name) ? 'windows-1252' : name).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
