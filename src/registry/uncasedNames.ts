/** Words that make a longer name of the one before them, in scripts without capitals and spaces. */
const hanAfter =
  /^(?:日报|日報|晚报|晚報|银行|銀行|大学|大學|航空(?!母)|移动|移動|联通|电信|電信|石油|石化|海(?![军軍警关關域上外内內岸洋陆陸啸嘯])|电视台|電視台)/u;
const hanBefore = /(?:南|东|東|西|北)$/u;
const hanName = /^\p{sc=Han}/u;

/** Words before a name in Arabic letters: sea, gulf, bank, university, newspaper, airlines. */
const arabicBefore = /(?:^|\s)(?:بحر|خليج|بنك|جامعة|صحيفة|خطوط|نهر|جزيرة|بحيرة)\s$/u;

/** Whether a name in a script without capitals is a part of a longer one: `中国银行`, `南中国海`. */
export function isPartInUncasedScript(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 0x600) return false;
  if (first <= 0x6ff) return arabicBefore.test(text.slice(Math.max(0, start - 12), start));
  if (!hanName.test(text.charAt(start))) return false;
  const after = text.slice(end, end + 4);
  if (hanAfter.test(after)) return true;
  return after.startsWith('海') && hanBefore.test(text.slice(Math.max(0, start - 1), start));
}
