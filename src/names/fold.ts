const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

/**
 * Folds a name to the form in which names are compared: lower case, without accents, full stops and
 * apostrophes; any other punctuation is one space. Two names are the same name when their folds are
 * equal. Marks that make a letter (Indic vowel signs, kana voicing) stay. Empty for a name without
 * letters and digits.
 */
export function foldName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return foldAscii(name);
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/[ßøłđıæœþð]/g, (letter) => letters[letter] ?? letter)
    .replace(/[.．'’‘‛`´ʼ＇]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** The same of most names, for which nothing of Unicode is needed. */
function foldAscii(name: string): string {
  const lower = name.toLowerCase();
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(lower)) return lower;
  return lower
    .replace(/[.'`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
