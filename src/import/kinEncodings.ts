/**
 * Encodings of the same languages, which have most letters at the same place: what tells languages apart
 * does not tell these apart. Names as in the Encoding Standard.
 */
const kin: readonly (readonly [string, string])[] = [
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-13', 'windows-1257'],
  ['iso-8859-15', 'windows-1252'],
];

/** The other encoding of the same languages; null where there is none. */
export function kinOf(encoding: string): string | null {
  const name = encoding.toLowerCase();
  const pair = kin.find((names) => names.includes(name));
  return pair?.find((other) => other !== name) ?? null;
}

/** Letters beyond ASCII of the languages that share an encoding of Central Europe (CLDR’s main letters). */
const alphabets = [
  ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîșțşţ'],
  ...['čćđšž', 'äöüß', 'çë'],
].map((letters) => new Set(letters));

/**
 * Which of two readings of the same bytes is right: that with letters where the other has signs, or that
 * whose letters are those of one language. Null where nothing tells.
 */
export function chooseReading(one: string, other: string): string | null {
  if (one === other) return one;
  const [oneLetters, otherLetters] = [signsApart(one, other), signsApart(other, one)].map(
    (signs) => signs.length > 0 && signs.every((sign) => /\p{L}/u.test(sign)),
  );
  if (oneLetters !== otherLetters) return oneLetters === true ? one : other;
  if (oneLetters !== true) return null;
  const [isOne, isOther] = [isOfOneAlphabet(one), isOfOneAlphabet(other)];
  if (isOne === isOther) return null;
  return isOne ? one : other;
}

/** The letters and signs of a reading that are others in another one; both have one for each byte. */
function signsApart(one: string, other: string): readonly string[] {
  const those = Array.from(other);
  return Array.from(one).filter((sign, index) => sign !== those[index]);
}

function isOfOneAlphabet(text: string): boolean {
  const letters = [...new Set(text.toLowerCase().match(/(?=\P{ASCII})\p{L}/gu) ?? [])];
  return alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)));
}
