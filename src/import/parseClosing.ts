import { findAgency, isKnownCredit, parseCredit } from './agencies.ts';
import { isFurniture } from './furniture.ts';
import { parseByline } from './parseByline.ts';
import { isPersonName } from './personName.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What stands after the last sentence of a report. */
export interface Closing {
  readonly paragraphs: readonly RawParagraph[];
  /** Names in the order of the text. */
  readonly sources: readonly string[];
  /** Those who are said to have contributed. */
  readonly inputs: readonly string[];
  readonly reporters: readonly string[];
  /** Who holds the copyright, where nobody here knows the name. */
  readonly holders: readonly string[];
  readonly leftOut: readonly string[];
}

export const sourceLine =
  /^(?:sources?|source\(s\)|credits?|via|quellen?|fuentes?|fontes?|fonti|bron|kilde|källa|źródło|kaynak|sumber|المصدر|来源|來源|출처|источник|джерело)\s*[:：]\s*(?<credit>.{2,120})$/iu;
/** The last line of a press release: `SOURCE Example Ltd` */
const releaseSource = /^SOURCE (?<credit>\p{Lu}[^.!?]{2,80}(?:\.(?= |$)[^.!?]{0,40})?)$/u;
const copyright =
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:[-–]\d{4})?,?)?\s*(?:by )?(?<credit>\p{L}[^©]{1,60}?)(?:,? \d{4})?(?:\.?,?\s+all rights\b.*|[.,]\s+\p{Lu}.*|[.,]?)$/iu;
const company = /,? (?:L\.?P|Inc|Ltd|LLC|Corp|GmbH|PLC|Co)\.?$/i;
const dashed = /^(?:[-–—=]+|\/)\s*(?<credit>[\p{L}][^.!?]{1,60}?)[-–—=]*$/u;
const bracketed = /^[([](?<credit>[^()[\]]{2,60}(?:\([a-z]{1,4}\))?)[)\]]$/u;
/** `lf/tr (AP, dpa)`: who wrote and edited it, and from what. */
const signed = /^\p{L}{2,3}(?:\/\p{L}{2,4})*\s*\((?<credit>[^()]{2,60})\)$/u;
/** `… he said. - AFP`, `… he said. (Reuters)`, `… he said. /TASS/`, `… he said. PTI JD MM`, `… REUTERS, AFP` */
const trailing =
  /^(?<text>.{20,}[.!?"”’])\s*(?:(?:--?|[–—])\s?(?<dashed>[\p{L}][\p{L}/() ]{1,30})|[([](?<bracketed>[\p{L}][\p{L}/ ]{1,30})[)\]]|\/(?<slashed>[A-Z]{2,10})\/?|(?<=\s)(?<bare>[A-Z]{2,8}(?:, [A-Z]{2,8}){0,3})(?: [A-Z]{2,4}){0,4})\.?$/u;
const inputs =
  /^[([-]*\s*(?:with (?:inputs?|reporting|reports?|assistance|additional reporting) (?:from|by)|additional reporting by|(?<who>[\p{L} ,.'’-]{2,120}) contributed to this (?:report|story|article)|some (?:of the )?information (?:for|in) this (?:report|story|article) (?:came|comes|was provided|is) (?:from|by))\s*(?<credit>[^)\].]*)[)\]]?\.?$/iu;
const reporting =
  /^(?:[([]?\s*(?:reporting by|writing by|editing by|compiled by|reported by)\s+|\(by\s+(?=.*\)$))(?<names>.*?)\)?$/i;
/** `Jane Doe, The Canadian Press` */
const signature = /^(?<name>[^,]{4,40}), (?<credit>[^,]{2,40})$/;
/** `This report by The Canadian Press was first published Feb. 29, 2024.` */
const firstPublished = /^this (?:report|story) by (?<credit>[^.]{2,40}?) was first published\b.*$/i;

/** Takes sources and furniture off the end of a report. */
export function parseClosing(all: readonly RawParagraph[]): Closing {
  const { report, below } = cutAtEnd(all);
  const { paragraphs, labels } = cutLabels(report);
  // Read from below: what is found first stands last.
  const sourceLists: (readonly string[])[] = [];
  const inputLists: (readonly string[])[] = [];
  const holderLists: (readonly string[])[] = [];
  const reporters: string[] = [];
  const leftOut: string[] = [];
  for (let last = paragraphs.at(-1); last !== undefined; last = paragraphs.at(-1)) {
    const { text } = last;
    const credit = creditOf(text);
    const input = inputs.exec(text)?.groups;
    const named = reporting.exec(text)?.groups?.['names'];
    if (credit !== null) {
      sourceLists.push(parseCredit(credit));
      const name = signature.exec(text)?.groups?.['name'] ?? '';
      if (isPersonName(name)) reporters.push(name);
    } else if (input !== undefined) {
      const names = withoutRole(input['who'] ?? input['credit'] ?? '');
      reporters.push(...parseReporters(names));
      inputLists.push(parseCredit(names).filter((name) => findAgency(name) !== null));
    } else if (named !== undefined) {
      if (/^[([]?\s*(?:report|by\b)/i.test(text)) reporters.push(...parseReporters(named));
    } else if (!isFurniture(text)) {
      const byline = /[:：]/u.test(text) ? parseByline(text) : null;
      if (byline === null || byline.authors.length === 0) break;
      reporters.push(...byline.authors.map(({ value }) => value));
    }
    if (credit === null && isFurniture(text)) holderLists.push(holderOf(text));
    if (credit === null) leftOut.push(text);
    paragraphs.pop();
  }
  leftOut.reverse();
  cutTail(paragraphs, reporters, leftOut);
  const end = trailingCredit(paragraphs.at(-1));
  if (end !== null) {
    paragraphs[paragraphs.length - 1] = end.paragraph;
    sourceLists.push(parseCredit(end.credit));
  }
  return {
    paragraphs,
    sources: unique(sourceLists.reverse().flat()),
    inputs: inputLists.reverse().flat(),
    holders: holderLists.reverse().flat(),
    reporters,
    leftOut: [...leftOut, ...labels, ...below],
  };
}

/** A line that says that the report has ended, or what begins below it. */
const endMark =
  /^(?:\(?END\)?|[-–—]+\s*(?:END|ENDS|Ends)\s*[-–—]*|ENDS|Enditem|-30-|#{3}|END OF TRANSCRIPT|(?:#+ )?(?:dpa-Noti\p{L}+|dpa-Notebook|Editorial contacts))$/u;

/** Takes off what stands below the end of a report, where that is less than the report. */
function cutAtEnd(all: readonly RawParagraph[]): {
  readonly report: readonly RawParagraph[];
  readonly below: readonly string[];
} {
  const isEnd = ({ text }: RawParagraph): boolean => {
    const credit = dashed.exec(text)?.groups?.['credit'];
    return endMark.test(text) || (credit !== undefined && isKnownCredit(credit));
  };
  const whole = all.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const end = all.findIndex((each) => {
    const isMost = before * 2 + each.text.length > whole;
    before += each.text.length;
    return isMost && isEnd(each);
  });
  const last = end < 0 ? all.length : end + 1;
  return { report: all.slice(0, last), below: all.slice(last).map(({ text }) => text) };
}

/** How many lines may stand below a report. */
const longestTail = 20;

/** Takes off what stands below the last credit or furniture, where it is labels and no sentence. */
function cutLabels(all: readonly RawParagraph[]): {
  readonly paragraphs: RawParagraph[];
  readonly labels: readonly string[];
} {
  const isEnd = ({ text }: RawParagraph): boolean => creditOf(text) !== null || isFurniture(text);
  const last = all.findLastIndex(isEnd);
  const below = all.slice(last + 1);
  const isTail =
    last >= all.length / 2 &&
    below.length <= longestTail &&
    below.every(({ text }) => text.split(' ').length <= 14 && !/[.!?"”’]$/.test(text));
  const end = isTail ? last + 1 : all.length;
  return { paragraphs: all.slice(0, end), labels: all.slice(end).map(({ text }) => text) };
}

/** `… he said. (Reporting by Jane Doe; Editing by Max Moe)`, `… he said. Enditem` */
const tail =
  /\s*(?:\((?<credit>(?:reporting|writing|editing) by [^()]{3,200})\)|\bEnditem|\(END\)|[（(]完[）)]|[（(](?:責任編輯|责任编辑|編輯|编辑|責編|责编)[:：][^（）()]{1,40}[）)]\s*\d{0,8}|\(끝\)|\([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\)|[■●◼])\s*$/i;

function cutTail(paragraphs: RawParagraph[], reporters: string[], leftOut: string[]): void {
  const last = paragraphs.at(-1);
  const match = last === undefined ? null : tail.exec(last.text);
  if (last === undefined || match === null) return;
  const credit = match.groups?.['credit'] ?? '';
  if (/^reporting by/i.test(credit)) {
    reporters.push(...parseReporters(credit.replace(/^reporting by\s+/i, '')));
  }
  leftOut.unshift(match[0].trim());
  paragraphs[paragraphs.length - 1] = { ...last, text: last.text.slice(0, match.index) };
}

/** `Associated Press writer Jane Doe` → `Jane Doe` */
function withoutRole(text: string): string {
  return text
    .replace(/^.*?\b(?:writer|reporter|correspondent|journalist|producer|editor)s? /i, '')
    .trim();
}

function holderOf(text: string): readonly string[] {
  // What an agency says of itself.
  const self = /^(?<name>\p{Lu}[\p{L} ]{2,30}?) (?:website|provides)\b/u.exec(text)?.groups?.[
    'name'
  ];
  if (self !== undefined && findAgency(self) !== null) return [findAgency(self)?.name ?? self];
  const name = copyright.exec(text)?.groups?.['credit']?.replace(company, '') ?? '';
  return /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 ? [name] : [];
}

/** What monitors of broadcasts add: `…, Kyiv, in Ukrainian 0900 gmt 5 Jan 24` */
const broadcast = /(?:,\s*\p{Lu}[\p{L} ]{1,30})?,\s*in \p{Lu}\p{L}+,? \d{4} gmt.*$/iu;

function creditOf(text: string): string | null {
  const source = sourceLine.exec(text)?.groups?.['credit'];
  if (source !== undefined) return source.replace(broadcast, '');
  const issuer = releaseSource.exec(text)?.groups?.['credit'];
  if (issuer !== undefined) return issuer;
  for (const pattern of [copyright, dashed, bracketed, signed, firstPublished, signature]) {
    const credit = pattern.exec(text)?.groups?.['credit'];
    const name = credit?.replace(company, '');
    if (name !== undefined && isKnownCredit(name)) return name;
  }
  // A line that is nothing but the name of an agency.
  return text.length <= 40 && isKnownCredit(text) ? text : null;
}

function trailingCredit(
  paragraph: RawParagraph | undefined,
): { paragraph: RawParagraph; credit: string } | null {
  if (paragraph === undefined) return null;
  const groups = trailing.exec(paragraph.text)?.groups;
  const credit =
    groups?.['dashed'] ?? groups?.['bracketed'] ?? groups?.['slashed'] ?? groups?.['bare'];
  if (groups?.['text'] === undefined || credit === undefined || !isKnownCredit(credit)) return null;
  return { paragraph: { ...paragraph, text: groups['text'] }, credit };
}

/** `Jane Doe and John Roe in Seoul; Editing by Max Moe` → the reporters */
function parseReporters(text: string): readonly string[] {
  const [own = ''] = text.split(/[;.](?:\s|$)/);
  return own
    .split(/\s*(?:,|\band\b)\s*/)
    .map((part) => part.replace(/\s+in \p{Lu}.*$/u, '').trim())
    .filter(isPersonName);
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = findAgency(name)?.name ?? name.toLowerCase();
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}
