import { findAgency } from './agencies.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { isPersonName } from './personName.ts';

/** Who a line below the headline says has written the report. */
export interface Byline {
  readonly authors: readonly Marked<string>[];
  readonly sources: readonly string[];
}

/** What is written before the name of who wrote it, alone or with a colon. */
const byWords =
  '(?:(?:story |written |report )?by|par|por|von|di|door|av|af|oleh|מאת|בקלם|بقلم|द्वारा|โดย|(?:本報|本报|本网)?(?:記者|记者))';
const labelWords =
  '(?:reporters?|authors?|writers?|pewarta|penulis|wartawan|autor(?:a|ka|en|es)?|auteure?s?|autor[ei]|author|автор[ыи]?|корреспондент|кореспондент|текст|tekst|text|texte|texto|testo|muhabir|haber|yazar|teksti|kirjoittaja|írta|szerző|συντάκτης|الكاتب|كتبت?|إعداد|نویسنده|خبرنگار|文|撰文|기자|글|ผู้สื่อข่าว|tác giả|phóng viên|कत|रिपोर्ट)(?=\\s*[:：/／])';
const byline = new RegExp(
  `^(?<by>${byWords}|${labelWords})\\s*[:：/／\\s]\\s*(?<names>\\p{L}[^.!?。]{1,120}?)(?:(?:\\s*[|–—]\\s*|\\s+-\\s+)(?<outlet>[\\p{L} ]{2,40}))?$`,
  'iu',
);
/** By-words that begin no sentence and need no capital behind them. */
const sureWords = new RegExp(
  `(?:by|מאת|بقلم|記者|记者)$|^${labelWords.replace(/\(\?=.*$/, '')}$`,
  'iu',
);
/** `홍길동 기자`, with an address: a reporter as Korean pages name them. */
const korean =
  /^(?<name>\p{sc=Hang}{2,4})\s?(?:선임기자|기자|특파원)(?:\s+[\w.+-]{1,40}@[\w.-]{1,40})?$/u;
/** A name in a script without capitals. */
const uncased = /^\p{Lo}[\p{Lo}\p{M}'’׳״.-]*(?: \p{Lo}[\p{Lo}\p{M}'’׳״.-]*){0,3}$/u;
const longestUncased = 30;

const parts = /\s*[,&、，،]\s*|\s+(?:and|with|et|avec|und|mit|y|con|e|com|en|met)\s+/;

/** `By Jane Doe and John Roe`, `By Jane Doe, BBC News`, `By CNA staff`, `Emma Fields Diplomatic editor` */
export function parseByline(text: string): Byline | null {
  if (text.length > 140) return null;
  const reporter = korean.exec(text)?.groups?.['name'];
  if (reporter !== undefined) return { authors: [certain(reporter)], sources: [] };
  const groups = byline.exec(text)?.groups;
  if (groups === undefined) return parseRole(text);
  const authors: Marked<string>[] = [];
  const sources: string[] = [];
  const isSureWord = sureWords.test(groups['by'] ?? '');
  let isWhole = true;
  // `By Jane Doe, Gulf Wire`: of two names with a comma between the second may be whom the first writes for.
  const [, second] = (groups['names'] ?? '').split(/\s*,\s*/);
  const isList = text.startsWith(':', groups['by']?.length);
  const isPair = !isList && (groups['names'] ?? '').split(parts).length === 2;
  const isLast = (part: string): boolean => isPair && part === second;
  for (const part of [...(groups['names'] ?? '').split(parts), groups['outlet'] ?? '']) {
    const name = part.replace(/\s+in \p{Lu}.*$/u, '').trim();
    const outlet = name.replace(/ staff(?: writers?)?$/i, '');
    const isUncased = isSureWord && uncased.test(name) && name.length <= longestUncased;
    if (isPersonName(name))
      authors.push(isLast(part) ? guessed(name, besideComma) : spellName(name));
    else if (isUncased && findAgency(name) === null) authors.push(certain(name));
    else if (findAgency(outlet) !== null) sources.push(outlet);
    else if (name !== '') isWhole = false;
  }
  // "Por primera vez" and "Von der Leyen" begin sentences.
  const isSure = isWhole || isSureWord;
  return isSure ? { authors, sources } : null;
}

const besideComma = 'stands behind a comma, and may be no person';

const place = /^(?<name>[^,.]{4,50}?)(?:,| in) (?<place>\p{Lu}[\p{L} ,-]{2,30})$/u;
const role =
  /^(?<name>\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:de|da|di|van|von|der|bin|al|el|la|le))* \p{Lu}[\p{L}\p{M}.'’-]+) [\p{L} &'’-]{0,40}\b(?:editor|correspondent|reporter|writer|columnist)$/u;

/** `Jane Doe, Seoul correspondent`, `Jane Doe in Seoul`, `Jane Doe Diplomatic editor` */
function parseRole(text: string): Byline | null {
  if (text.length >= 70) return null;
  const stated = place.exec(text)?.groups?.['name'] ?? '';
  const isCorrespondent = /correspondent|reporter|editor|bureau|writer/i.test(text);
  if (isPersonName(stated) && (isCorrespondent || / in /.test(text))) {
    const outlet = (place.exec(text)?.groups?.['place'] ?? '').replace(/ (?:staff )?\p{Ll}+$/u, '');
    const sources = findAgency(outlet) === null ? [] : [outlet];
    return { authors: [spellName(stated)], sources };
  }
  const name = role.exec(text)?.groups?.['name'] ?? '';
  if (!isPersonName(name)) return null;
  return { authors: [guessed(name, `the line "${text}" has no comma`)], sources: [] };
}

/** `JANE DOE` → `Jane Doe` */
export function spellName(name: string): Marked<string> {
  if (name !== name.toUpperCase()) return certain(name);
  const spelled = name.replace(
    /\p{L}+/gu,
    (word) => word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
  return guessed(spelled, `printed as ${name}`);
}
