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
