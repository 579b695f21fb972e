/** How months begin in English, French, German, Italian, Portuguese and Spanish. */
const stems: readonly (readonly [english: string, stems: string])[] = [
  ['January', 'jan ene gen'],
  ['February', 'feb fev fév'],
  ['March', 'mar mär maer'],
  ['April', 'apr abr avr'],
  ['May', 'may mai mag'],
  ['June', 'jun juin giu'],
  ['July', 'jul juil lug'],
  ['August', 'aug ago aoû'],
  ['September', 'sep set'],
  ['October', 'oct okt out ott'],
  ['November', 'nov'],
  ['December', 'dec déc dez dic'],
];
const englishOf = new Map(
  stems.flatMap(([english, words]) => words.split(' ').map((stem) => [stem, english] as const)),
);

/** The beginnings, as alternatives of a pattern, the longer first. */
export const monthStems = [...englishOf.keys()].sort((a, b) => b.length - a.length).join('|');

const dayFirst = new RegExp(
  `(?<day>\\d{1,2})(?:er|[.º°])? (?:de )?(?<stem>${monthStems})\\p{L}*\\.?(?: de(?= \\d))?`,
  'iu',
);

/** A date of an opening with its month in English: `5 de enero de 2024` → `5 January 2024`. */
export function withEnglishMonth(date: string): string {
  return date.replace(dayFirst, (whole, day: string, stem: string) => {
    const english = englishOf.get(stem.toLowerCase());
    return english === undefined ? whole : `${day} ${english}`;
  });
}
