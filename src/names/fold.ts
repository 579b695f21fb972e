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
 * apostrophes; any other punctuation is one space. The signs `+`, `#` and `*` directly after a word are
 * a part of it, so that OPEC+ is not OPEC. Two names are the same name when their folds are equal. Marks
 * that make a letter (Indic vowel signs, kana voicing) stay; Arabic letters drawn longer (tatweel) or in
 * a form of their own are the plain letters. Empty for a name without letters and digits.
 */
export function foldName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return foldAscii(name);
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u0670]| ?[\u064b-\u065f]/g, '')
    .normalize('NFC')
    .replace(/[ßøłđıæœþð]/g, (letter) => letters[letter] ?? letter)
    .replaceAll('♯', '#');
  return keepSigns(plain)
    .replace(/[.．'’‘‛`´ʼ＇]/g, '')
    .replace(
      /(?<=[\p{L}\p{N}\p{M}])(?<sign>[+#*]+)(?![\p{L}\p{N}\p{M}+#*])[^\p{L}\p{N}\p{M}]*|[^\p{L}\p{N}\p{M}]+/gu,
      '$<sign> ',
    )
    .trim();
}

/** The same of most names, for which nothing of Unicode is needed. */
function foldAscii(name: string): string {
  const lower = name.toLowerCase();
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(lower)) return lower;
  return keepSigns(lower)
    .replace(/[.'`]/g, '')
    .replace(/(?<=[a-z0-9])(?<sign>[+#*]+)(?![a-z0-9+#*])[^a-z0-9]*|[^a-z0-9]+/g, '$<sign> ')
    .trim();
}

/** A full stop or an apostrophe after a sign parts it from what follows: `OPEC+'s`. */
function keepSigns(name: string): string {
  return /[+#*]/.test(name) ? name.replace(/(?<=[+#*])[.．'’‘‛`´ʼ＇]/g, ' ') : name;
}

/** The fold of a text in which an asterisk may also be a mark of Markdown or of a note: both readings. */
export function foldText(text: string): string {
  const fold = foldName(text);
  return text.includes('*') ? `${fold} ${foldName(text.replaceAll('*', ' '))}` : fold;
}
