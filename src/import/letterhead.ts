import type { DayContext } from './findDays.ts';
import { isFurniture } from './furniture.ts';
import { isLabel, isSentence, isSpeakerLine, isTownLine, parsePublished } from './headerLines.ts';
import { parseByline } from './parseByline.ts';
import { parseOpening } from './parseOpening.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What a page, a release or a transcript is called, below the name of who issues it. */
export const issued =
  /^(?:(?:press|media|news) (?:release|statement|summary|notice|advisory)|for immediate release|transcript|statement|communiqu[ée](?: de presse)?|(?:security )?(?:alert|advisory|bulletin|notice) (?:no\.? ?)?[A-Z-]{0,6}\d[\w/-]*$|(?:no|nr|ref|n°|№)[.:]? ?[A-Z-]{0,6}\d[\w/-]*$|(?:briefing|news|press|media) ?room$|(?:press|media) (?:office|service|cent(?:er|re))$|pressemitteilung|presseinformation|persbericht|pressmeddelande|pressemeddelelse|pressemelding|comunicado(?: de (?:prensa|imprensa))?$|nota (?:de prensa|à imprensa)|comunicato stampa|komunikat prasowy|tisková zpráva|tlačová správa|sajtóközlemény|comunicat de presă|siaran pers|siaran akhbar|basın (?:bülteni|açıklaması)|thông cáo báo chí|δελτίο τύπου|пресс-релиз|прессрелиз|прес-реліз|بيان صحفي|報道発表|新聞稿|新闻稿|보도자료)/iu;

/** What offices are called: `Ministry of Defence`, `Securities and Exchange Commission`. */
const body =
  '(?:ministry|department|office|embassy|agency|commission|authority|council|institute|centre|center|court|tribunal|senate|parliament|committee|bureau|directorate|secretariat|registry|ombudsman|chamber|board|bank|police|navy|army|university|ministère|ministerio|ministério|ministero|ministerium|bundesministerium|bundesamt|bundesrat|bundesgericht|gerichtshof|verwaltung|behörde|département|departamento|dipartimento|cour|corte|conseil|consejo|conselho|consiglio|comisión|comissão|commissione|kommission|komisja|ministerstwo|ministerstvo|bakanlığı|kementerian|министерство|міністерство|комиссия|комісія|суд|совет|рада|υπουργείο|وزارة|محكمة|مجلس|هيئة)';
const bodyWord = new RegExp(`^${body}$`, 'iu');
const tie =
  /^(?:of|for|on|the|and|de|du|des|del|della|di|da|do|für|der|die|des|und|et|y|e|&|по|и)$/iu;
/** Words with the ending of a verb that names of offices have. */
const plurals =
  /^(?:states|nations|emirates|affairs|rights|services|securities|resources|sports|arts|customs|appeals|prisons|works|fisheries|communications|statistics|standards|veterans|forces)$/i;
const asianOffice =
  /^[\p{sc=Han}\p{sc=Hang} ]{1,12}(?:部|省|庁|廳|厅|委員会|委员会|委員會|法院|裁判所|위원회|[가-힣]부|법원)$/u;
const mostWords = 8;

/** Whether a line is the name of an office and says nothing of it. */
export function isOffice(text: string): boolean {
  if (asianOffice.test(text)) return true;
  const words = text.split(/[\s,]+/);
  if (words.length > mostWords || /[.!?:;"“”|–—\d]/.test(text)) return false;
  const place = words.findIndex((word) => bodyWord.test(word));
  if (place < 0 || (words.length === 1 && text.length < 12)) return false;
  const isNamed = words.every((word) => tie.test(word) || /^(?:\p{Lu}|\p{Lo})/u.test(word));
  // An ending -s before another word is that of a verb: MINISTRY CONFIRMS LOSS
  const isVerb = words.some((word, index) => {
    const next = words[index + 1];
    const isPlain = !/(?:s|ed)$/i.test(word) || plurals.test(word) || bodyWord.test(word);
    return !isPlain && next !== undefined && !tie.test(next) && !bodyWord.test(next);
  });
  const [after = ''] = words.slice(place + 1);
  return isNamed && !isVerb && (place === words.length - 1 || tie.test(after));
}

/** How many lines may stand between the name of an office and the text. */
const longestLetterhead = 8;

export interface Letterhead {
  /** The line of the headline; null where none stands below the office. */
  readonly title: number | null;
  /** Why the headline may be another. */
  readonly doubt: string;
}

/**
 * The headline of a text above which the name of an office stands, without a line that calls it a press release.
 * Between them stand dates, towns, numbers and labels. Null where the line names no office.
 */
export function readLetterhead(
  all: readonly RawParagraph[],
  first: number,
  context: DayContext,
): Letterhead | null {
  const name = all[first]?.text ?? '';
  if (!isOffice(name)) return null;
  const below = all.slice(first + 1, first + 1 + longestLetterhead);
  const text = below.findIndex(
    (each) =>
      parseOpening(each.text, context) !== null ||
      (isSentence(each.text) && !isMatter(each.text, context)),
  );
  if (text < 0) return null;
  const titles = below
    .slice(0, text)
    .map((each, index) => ({ index: first + 1 + index, isTitle: !isMatter(each.text, context) }))
    .filter(({ isTitle }) => isTitle);
  const [title] = titles;
  if (title === undefined || titles.length > 2)
    return { title: null, doubt: 'may be the name of who issues it' };
  return { title: title.index, doubt: `stands below "${name}", which is taken for who issues it` };
}

/** What stands in a letterhead besides its headline. */
function isMatter(text: string, context: DayContext): boolean {
  return (
    isFurniture(text) ||
    isLabel(text) ||
    isOffice(text) ||
    isTownLine(text) ||
    isSpeakerLine(text) ||
    issued.test(text) ||
    parsePublished(text, context) !== null ||
    parseByline(text) !== null ||
    /\b(?:release|notice|circular|order|ref(?:erence)?|no|nr)\b[.:]? *(?:no\.?|nr\.?)? *[A-Z-]{0,8}\d[\w/.-]*$/i.test(
      text,
    )
  );
}
