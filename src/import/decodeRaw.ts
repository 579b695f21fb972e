import { decodeUtf16, decodeWhole, detectEncoding } from './detectEncoding.ts';

/** What can't be imported, and why: a message for the editor. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * The text of a file or page: by its byte order mark, as UTF-8, in the encoding that the server or the page
 * names, or in the one that it is found to be in. Where that is not sure the text is refused.
 * @param contentType of the server's answer
 * @throws ImportError
 */
export function decodeRaw(bytes: Uint8Array, contentType = ''): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  if (bytes.subarray(0, 65_536).includes(0)) {
    const text = decodeUtf16(bytes);
    if (text === null) throw new ImportError('this is no text');
    return text;
  }
  const text = decodeUtf8(bytes);
  if (text !== null) return decodeEscaped(text, bytes);
  checkBroken(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /(?:charset\s*=\s*|encoding=)["']?([\w-]+)/i.exec(start)?.[1];
  const stated = named === undefined ? null : decodeWhole(named, bytes, statedShare);
  if (stated !== null) return stated;
  const found = detectEncoding(bytes);
  if (found.kind === 'sure') return found.text;
  throw new ImportError(
    `it is not UTF-8 and looks like ${found.looksLike}, which is not sure: save it as UTF-8`,
  );
}

/** A page that names its encoding may have odder words, such as parts of scripts. */
const statedShare = 0.05;

/** What a byte order mark says; null where there is none. */
function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return null;
  if (isLittle && third === 0 && fourth === 0) {
    throw new ImportError('it is UTF-32: save it as UTF-8');
  }
  try {
    return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('it says that it is UTF-16 and has bytes that are not: save it as UTF-8');
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** ISO 2022 is written in ASCII alone; its letters stand between escapes. */
function decodeEscaped(text: string, bytes: Uint8Array): string {
  const escape = /\u001b(?:\$[@B]|\$\)C|\(J|\$A)/.exec(text)?.[0];
  if (escape === undefined) return text;
  const japanese = decodeWhole('iso-2022-jp', bytes);
  if (japanese !== null) return japanese;
  const name = escape.endsWith('C') ? 'ISO-2022-KR' : 'ISO-2022';
  throw new ImportError(`it looks like ${name}: save it as UTF-8`);
}

/** Broken letters to whole ones, in a text that is UTF-8 but for those. */
const brokenShare = 0.1;

/** A text with a broken letter or two is none of another encoding. */
function checkBroken(bytes: Uint8Array): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (broken > whole * brokenShare) return;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  throw new ImportError(`it looks like UTF-8 with broken letters, the first in line ${line}`);
}
