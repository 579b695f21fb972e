export type Direction = 'ltr' | 'rtl';

const rightToLeft = new Set([
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

/** The direction in which a language is written, by its likely script (CLDR). */
export function directionOf(language: string): Direction {
  let direction = directions.get(language);
  if (direction === undefined) {
    const { script } = new Intl.Locale(language).maximize();
    direction = script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
    directions.set(language, direction);
  }
  return direction;
}

const directions = new Map<string, Direction>();
