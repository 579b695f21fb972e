import { analyse } from 'chardet';
import { chooseReading, kinOf } from './kinEncodings.ts';
import { isPlausible } from './plausibleText.ts';

/** The text of bytes in an encoding that is sure, or the encoding that they look like. */
export type Detected =
  | { readonly kind: 'sure'; readonly text: string }
  | { readonly kind: 'unsure'; readonly looksLike: string };

/** How many bytes are looked at; of a longer text the rest is the same. */
const looked = 65_536;
/** The confidence that is enough, and how far it is above the next, of 100. */
const enough = 20;
const apart = 8;
/** Of shorter texts, in bytes beyond ASCII, pairs of bytes may be letters of another script by chance. */
const short = 40;

/** What browsers read these as (Encoding Standard, section 4.2). */
const wider: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-9': 'windows-1254',
};

/** Encodings of old systems, which are told and not read: nothing but their words speaks for them. */
const old = ['ibm866', 'macintosh', 'x-mac-cyrillic'];
const inPairs = /^(?:EUC|Shift_JIS|GB|Big5)/;

interface Fit {
  readonly name: string;
  readonly confidence: number;
  readonly text: string;
}

/**
 * The encoding of a text that is not UTF-8. It is sure where one encoding fits much better than others and
 * its text looks as people write.
 */
export function detectEncoding(bytes: Uint8Array): Detected {
  const candidates = analyse(bytes.subarray(0, looked))
    .map(({ name, confidence }) => ({ name: wider[name] ?? name, confidence }))
    .filter(({ name }) => !/^(?:ascii|utf)/i.test(name));
  const fits = candidates.flatMap(({ name, confidence }): readonly Fit[] => {
    const text = decodeWhole(name, bytes);
    return text === null ? [] : [{ name, confidence, text }];
  });
  const best = fits.find(hasOwnScript) ?? fits[0];
  const text = best !== undefined && isSure(best, fits, bytes) ? readAsKin(best, bytes) : null;
  if (text !== null) return { kind: 'sure', text };
  const looksLike =
    best?.name ??
    old.find((name) => decodeWhole(name, bytes) !== null) ??
    candidates[0]?.name ??
    'no encoding that is known';
  return { kind: 'unsure', looksLike };
}

/** The text, as the other encoding of its languages where that has it right; null where none is sure. */
function readAsKin(best: Fit, bytes: Uint8Array): string | null {
  const kin = kinOf(best.name);
  const other = kin === null ? null : decodeWhole(kin, bytes);
  return other === null ? best.text : chooseReading(best.text, other);
}

function isSure(best: Fit, fits: readonly Fit[], bytes: Uint8Array): boolean {
  if (hasOwnScript(best)) return true;
  // Many encodings of Western Europe have the same letters at the same place.
  const others = fits.filter(({ text }) => text !== best.text);
  const next = others.find((fit) => fit !== best)?.confidence ?? 0;
  if (best.confidence < enough || best.confidence - next < apart) return false;
  const isLatin = (best.text.match(/[a-z]/gi)?.length ?? 0) * 2 > best.text.length;
  const isShort = bytes.filter((byte) => byte > 0x7f).length < short;
  return (
    isLatin || !isShort || inPairs.test(best.name) || !others.some(({ name }) => inPairs.test(name))
  );
}

/** Letters that only the languages of an encoding have: another would not give them by chance. */
function hasOwnScript({ name, text }: Fit): boolean {
  const letters = text.match(/(?=\P{ASCII})\p{L}/gu) ?? [];
  const shareOf = (script: RegExp): number =>
    letters.filter((letter) => script.test(letter)).length / Math.max(1, letters.length);
  if (name === 'EUC-KR') return shareOf(/\p{sc=Hangul}/u) > 0.9;
  if (name === 'EUC-JP' || name === 'Shift_JIS') {
    return (
      shareOf(/\p{sc=Hira}/u) > 0.25 && shareOf(/[\p{sc=Hira}\p{sc=Han}\u30a1-\u30fc]/u) > 0.95
    );
  }
  return false;
}

/**
 * The text where every byte is of the encoding and it looks as people write; else null.
 * @param oddShare how many words may look odd
 */
export function decodeWhole(name: string, bytes: Uint8Array, oddShare = 0.005): string | null {
  try {
    const decoder = new TextDecoder(name, { fatal: true });
    const text = decoder.decode(bytes);
    const whole = decoder.encoding === 'windows-1252' ? withSigns(text) : text;
    return isPlausible(whole, oddShare) ? whole : null;
  } catch {
    // An encoding that TextDecoder does not know, or bytes that are not of it.
    return null;
  }
}

/** Some versions of Node read Windows-1252 as Latin-1, which has controls where that has these. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** UTF-16 without a byte order mark: spaces, line breaks and full stops have a byte of zeros. */
export function decodeUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  for (const name of ['utf-16le', 'utf-16be']) {
    const text = decodeWhole(name, bytes);
    if (text !== null && /[\s.,:。、，．：]/u.test(text) && /\p{L}{2}/u.test(text)) return text;
  }
  return null;
}
