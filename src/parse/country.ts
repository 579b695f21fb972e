import { foldName } from '../names/fold.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that CLDR names and ISO 3166-1 has not given to a country. */
const noCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whether a text is a country's two letters (ISO 3166-1 alpha-2). */
export function isCountry(value: string): boolean {
  if (!/^[A-Z]{2}$/.test(value) || noCountries.has(value)) return false;
  // A code that was given up has another canonical form.
  return names.of(value) !== undefined && canonical(value) === value;
}

/** What to write instead of something that is no country's code: `GB` for `UK`, `KR` for `South Korea`. */
export function hintForCountry(value: string): string {
  const code = value.toUpperCase();
  if (isCountry(code)) return `write "${code}"`;
  const successor = /^[A-Z]{2}$/.test(code) ? canonical(code) : code;
  if (successor !== code && isCountry(successor)) return `did you mean "${successor}"?`;
  const near = nearestNames(value, codesByName().keys());
  const codes = near.flatMap((name) => codesByName().get(name) ?? []);
  const suggestion = value.length > 3 ? formatSuggestion(codes) : null;
  return suggestion ?? 'write its two letters of ISO 3166-1, such as KR';
}

/** Codes of the United Kingdom and of Greece that others use (reserved in ISO 3166-1; the EU's own). */
const otherCodes: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/**
 * The code that a text surely means: a code in any case, or a country's whole name in English or in another
 * language (BCP 47). Null where it is not sure.
 */
export function findCountry(value: string, language: string): string | null {
  const code = value.trim().toUpperCase();
  if (isCountry(code)) return code;
  if (Object.hasOwn(otherCodes, code)) return otherCodes[code] ?? null;
  return (
    foldedNames(language).get(foldCountry(value)) ??
    foldedNames('en').get(foldCountry(value)) ??
    null
  );
}

function foldCountry(name: string): string {
  return foldName(name.replaceAll('&', ' and '));
}

const folded = new Map<string, ReadonlyMap<string, string>>();

function foldedNames(language: string): ReadonlyMap<string, string> {
  let names = folded.get(language);
  if (names === undefined) {
    const shown = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    names = new Map(
      Array.from(codesByName().values(), (code) => [foldCountry(shown.of(code) ?? code), code]),
    );
    folded.set(language, names);
  }
  return names;
}

function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

let known: ReadonlyMap<string, string> | null = null;

/** Made when the first mistake asks for it. */
function codesByName(): ReadonlyMap<string, string> {
  known ??= new Map(
    Array.from(letters)
      .flatMap((first) => Array.from(letters, (second) => first + second))
      .filter(isCountry)
      .map((code) => [names.of(code) ?? code, code]),
  );
  return known;
}
