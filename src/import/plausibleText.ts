/** Signs of a wrong encoding that no text has: controls, private letters, letters nobody has assigned. */
const never = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\p{Co}\p{Cn}]/u;

/** What stands within a word or at its start where the encoding is wrong: `Wa³êsa`, `rŽouvert`, `Јаn`. */
const odd: readonly RegExp[] = [
  /\p{L}[\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7\u02d8-\u02dd]+\p{L}/u,
  /\p{Ll}(?![A-Z])\p{Lu}/u,
  /^(?:[\u00a2\u00a4\u00a5\u00a6\u00a8\u00ac\u00af\u00b1-\u00b4\u00b6\u00b8\u00b9\u00bc-\u00be]+)\p{L}/u,
  /\p{L}[\u00a2-\u00a8\u00ac\u00af\u00b1\u00b4\u00b6\u00b8\u00bc-\u00bf]$/u,
  /(?:\p{sc=Latin}(?=\p{sc=Cyrillic}|\p{sc=Greek}|\p{sc=Hebrew}|\p{sc=Arabic}))|(?:[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}]\p{sc=Latin})/u,
  /\p{L}[\u02c6\u201a\u201c-\u201e\u2020-\u2022\u2030\u20ac\u2122]+\p{L}/u,
  // No word in Latin letters has marks on all of them; Cyrillic that is read as Latin has.
  /^\P{L}*[\u00c0-\u024f]{3,}\P{L}*$/u,
  /[\u2500-\u259f]\p{L}|\p{L}[\u2500-\u259f]/u,
  /[\uff61-\uff9f]\p{sc=Latin}|\p{sc=Latin}[\uff61-\uff9f]/u,
];

/** Languages in Latin letters have fewer with marks, even Vietnamese. */
const markedShare = 0.45;

/**
 * Whether a text looks as people write, in whatever script: a wrong encoding leaves controls, symbols
 * within words, capitals after small letters, or words of marked letters alone.
 * @param oddShare of the words with letters beyond ASCII, how many may look odd
 */
export function isPlausible(text: string, oddShare: number): boolean {
  if (never.test(text)) return false;
  const words = text
    .replace(/<[^<>]*>/g, ' ')
    .split(/[\s\u00a0]+/)
    .filter((word) => /[^\p{ASCII}]/u.test(word));
  const wrong = words.filter((word) => odd.some((pattern) => pattern.test(word))).length;
  if (wrong > words.length * oddShare) return false;
  const marked = text.match(/[\u00c0-\u024f]/g)?.length ?? 0;
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0;
  return marked <= latin * markedShare;
}
