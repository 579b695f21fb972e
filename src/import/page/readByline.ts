import { findAgency } from '../agencies.ts';
import { certain, guessed } from '../marked.ts';
import { parseByline, type Byline } from '../parseByline.ts';
import { isPersonName } from '../personName.ts';

/** What stands before a name: `Von Max Muster`, `Текст: …`, `記者王小明`; in Korean and Japanese it stands behind. */
const before =
  /^(?:(?:story |written |report(?:ed)? |words )?by|par|por|von|di|door|av|af|oleh|autor(?:a|es)?|auteure?s?|autore|author|writer|reporter|text[eo]?|tekst|redaktion|redactie|penulis|yazan|yazar|haber|автор|текст|بقلم|كتبت?|نویسنده|מאת|โดย|ผู้เขียน|記者|记者|作者|撰文|文|執筆|글)(?![\p{Ll}\p{Lu}])\s*[:：/／]?\s*/iu;
const behind = /\s*(?:기자|특파원|記者|记者|特派员|特派員)(?=$|[\s/／])/u;
/** `記者王小明／台北報導`: where the report was written. */
const reported = /[/／]\s*\S{1,12}[報报][導导道]$/u;
const parts =
  /\s*(?:[,،、;&]|\/|／)\s*|\s+(?:and|with|et|und|mit|y|con|e|com|en|og|och|og|i|и|و|ve|dan)\s+/u;
/** What stands behind a name and before a date that was taken out. */
const dangling = /[\s,|–—-]+(?:\p{Ll}{1,4}[.,:]?)?$/u;
/** A by-line, and parts of it that name neither persons nor agencies. */
export interface NamedLine extends Byline {
  readonly rest: readonly string[];
}

/** Whether a line begins as by-lines do: `Von`, `Текст:`. */
export function beginsByline(line: string): boolean {
  return before.test(line);
}

/** The longest by-line, in letters. */
const longest = 140;

/**
 * Who a line names that its page marks as a by-line; null where it names nobody. A name without a word before it is
 * a guess.
 */
export function readByline(line: string): NamedLine | null {
  if (line.length > longest) return null;
  const text = line.replace(dangling, '');
  const parsed = parseByline(text);
  if (parsed !== null && parsed.authors.length + parsed.sources.length > 0)
    return { ...parsed, rest: [] };
  const names = text.replace(reported, '').replace(before, '').replace(behind, '');
  const isSure = names !== text;
  const authors: string[] = [];
  const sources: string[] = [];
  const rest: string[] = [];
  for (const part of names.split(parts).map((each) => each.trim())) {
    if (findAgency(part) !== null) sources.push(part);
    else if (isAuthorName(part)) authors.push(part);
    else if (/\p{L}/u.test(part)) rest.push(part);
  }
  if (authors.length + sources.length === 0) return null;
  return {
    authors: authors.map((name) => (isSure ? certain(name) : guessed(name, 'by the by-line'))),
    ...{ sources, rest },
  };
}

/** Whether a text may be the name of one person, in scripts without capitals too. */
export function isAuthorName(text: string): boolean {
  if (isPersonName(text)) return true;
  if (/\p{Lu}|\p{Ll}|\p{N}/u.test(text) || findAgency(text) !== null) return false;
  if (
    /^[\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー・·]+(?: [\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+)?$/u.test(
      text,
    )
  )
    return (
      text.length >= 2 && text.length <= 8 && !/[社網网報报]$|編輯|编辑|編集|뉴스|통신/u.test(text)
    );
  return /^[\p{Lo}\p{M}'’.-]+(?: [\p{Lo}\p{M}'’.-]+){1,3}$/u.test(text) && text.length <= 40;
}
