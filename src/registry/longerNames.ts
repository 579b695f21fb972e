import { allTitles, monthNames } from './capitalWords.ts';
import * as words from './nameHeads.ts';
import { isPartByPreposition } from './nameOfName.ts';
import { isAllCapitals, isCapital, plainWord, wordAfter } from './neighbours.ts';
import { familyNames, givenNames } from './personNames.ts';
import { isCountry, isRegionByComma, isTownByComma } from './placesByComma.ts';
import { isFreeRight, judgeLeft, Sight, type NameInText } from './sight.ts';
import { isPartInUncasedScript } from './uncasedNames.ts';

/** What a longer name is of: a body such as `Bank of China`, or a person, a place, a ship. */
export type LongerName = 'body' | 'other';

/**
 * Tells whether a name that was found stands within a longer one: `China` in `South China Sea`, and not in
 * `China Foreign Ministry officials`. The words beside it are looked at, and little else of the text.
 * @param before the name found before it, and after it; null where there is none
 * @returns null where it is the actor itself
 */
export function findLongerName(
  text: string,
  name: NameInText,
  before: NameInText | null,
  after: NameInText | null,
): LongerName | null {
  if (isPartInUncasedScript(text, name.start, name.end)) return 'other';
  const sight = new Sight(text, name, before, after);
  if (isPartByPreposition(sight)) return 'body';
  if (isAcronym(name.name)) return judgeAcronym(sight);
  if (name.type === 'person') return judgePerson(sight);
  const isState = name.type === 'state' || (name.type === null && isCountry(name.name));
  return isState ? judgeState(sight) : judgeBody(sight);
}

/** `US Steel`, and not `US Senator`. */
function judgeAcronym(sight: Sight): LongerName | null {
  if (!endsWithHead(sight)) return null;
  const { run } = sight;
  return run.length > 1 && words.contests.has(run.at(-1) ?? '') ? null : 'body';
}

function judgeState(sight: Sight): LongerName | null {
  const { left, right, name } = sight;
  if (isTownByComma(sight) || isRegionByComma(sight)) return 'other';
  const isLonger =
    (left !== null && isCapital(left.raw) && isCountry(`${left.raw} ${name}`)) ||
    (right !== null && isCapital(right.raw) && isCountry(`${name} ${right.raw}`));
  if (isLonger) return 'other';
  if (judgeLeft(sight) !== null || isLandscape(sight)) return 'other';
  if (right?.isJoined === true || isFreeRight(sight)) return null;
  if (endsWithHead(sight)) return 'body';
  if (sight.isHeadline) return isNamedPerson(sight) ? 'other' : null;
  const { run } = sight;
  if (isRegionName(name) && run.some((word) => words.americanOffices.has(word))) return 'other';
  const isState =
    words.stateBodies.has(run.at(-1) ?? '') || run.some((word) => words.offices.has(word));
  return isState ? null : 'other';
}

function judgeBody(sight: Sight): LongerName | null {
  const { left, name, right } = sight;
  if (left !== null && words.placesBefore.has(plainWord(left.raw))) return 'other';
  const { run } = sight;
  const isFirm = words.legalForms.has(run.at(-1) ?? '') && run.length <= 2;
  if (!isFirm && endsWithHead(sight)) return 'body';
  if (isHeadOfName(sight)) return 'body';
  if (/\s/.test(name)) return null;
  if (isLandscape(sight)) return 'other';
  if (judgeLeft(sight) === 'part' && !isPeople(left?.raw ?? '')) return 'other';
  if (isJoinedFamily(sight)) return 'other';
  if (right?.isJoined === true || isFreeRight(sight) || sight.isHeadline) return null;
  return isFirm || run.some((word) => words.offices.has(word)) ? null : 'body';
}

/** `Lebanese Hezbollah`, `APT Turla`: the word before says where a body is from, or what it is. */
function isPeople(word: string): boolean {
  if (/^(?:apt|group|gang|militia|movement|arab|saudi)$/i.test(word)) return true;
  // `OAO Gazprom`
  if (isAllCapitals(word) && word.length <= 4) return true;
  return /(?:ian|ean|ese|ish|aqi|ani|eli)$/.test(word) && !givenNames.has(word.toLowerCase());
}

function judgePerson(sight: Sight): LongerName | null {
  const { left, right, name } = sight;
  if (isTownByComma(sight)) return 'other';
  const before = plainWord(left?.raw ?? '');
  if (words.placesBefore.has(before) || words.ships.has(before)) return 'other';
  if (before === 'the' && !isOfPerson(sight)) return 'other';
  const isWhole = /[\s-]/.test(name);
  if (!isWhole && monthNames.has(plainWord(name)) && !isPersonMonth(sight)) return 'other';
  if (!isWhole && judgeGiven(sight)) return 'other';
  if (right === null || isFreeRight(sight)) return null;
  const { run } = sight;
  if (words.namesakes.has(run[0] ?? '') || (!isWhole && endsWithHead(sight))) return 'other';
  if (sight.isHeadline) return null;
  return run.some((word) => words.offices.has(word)) ? null : 'other';
}

/** `the Bush administration`: persons have no article by themselves, ships have. */
function isOfPerson({ text, right, hasPossessive }: Sight): boolean {
  let next = right;
  for (let count = 0; count < 3 && next !== null; count++) {
    if (words.ofPersons.has(plainWord(next.raw).replace(/\.$/, ''))) return true;
    next = wordAfter(text, next.end);
  }
  return hasPossessive;
}

/** Whether the word before a family name is the first name of somebody else. */
function judgeGiven(sight: Sight): boolean {
  const { left, right } = sight;
  if (left !== null && /^(?:de|van|von|bin|al|el|la|di|da|del|ten|ter)$/.test(left.raw))
    return true;
  if (left?.isJoined === true && isCapital(left.raw)) return sight.before?.end !== left.end;
  if (right?.isJoined === true && isCapital(right.raw) && sight.after?.start !== right.start)
    return true;
  const isOffice =
    left !== null && isAllCapitals(left.raw) && left.raw.length <= 4 && !sight.isHeadline;
  if (isOffice) return false;
  return judgeLeft(sight) === 'part';
}

/** Whether a name that is a month's stands for a person: behind a title, or with what persons do. */
function isPersonMonth(sight: Sight): boolean {
  const { text, left, end, hasPossessive } = sight;
  const before = plainWord(left?.raw ?? '');
  if (allTitles.has(before)) return true;
  if (words.beforeMonths.has(before)) return false;
  if (hasPossessive) return true;
  const next = wordAfter(text, end);
  return next !== null && !next.isJoined && words.speech.has(next.raw);
}

/** `GEORGIA BROWN`: a first name before a family name. */
function isNamedPerson({ name, right }: Sight): boolean {
  return givenNames.has(plainWord(name)) && familyNames.has(plainWord(right?.raw ?? ''));
}

/** `Williams-Darling`: a family name of two parts. */
function isJoinedFamily({ name, right, after }: Sight): boolean {
  if (right === null || !right.isJoined || !isCapital(right.raw)) return false;
  return familyNames.has(plainWord(name)) && after?.start !== right.start;
}

function isLandscape({ right }: Sight): boolean {
  return right !== null && !right.isJoined && words.landscapes.has(plainWord(right.raw));
}

/** `Congress of South African Trade Unions`, which is no other `Congress`. */
function isHeadOfName(sight: Sight): boolean {
  const { text, right } = sight;
  if (right?.raw !== 'of' || sight.isHeadline) return false;
  const next = wordAfter(text, right.end);
  const named = next?.raw === 'the' ? wordAfter(text, next.end) : next;
  return named !== null && isCapital(named.raw);
}

/** Whether what follows is named for the actor: `Airways`, `National University`. */
function endsWithHead(sight: Sight): boolean {
  const { right } = sight;
  if (right === null || right.isJoined || !isCapital(right.raw)) return false;
  const { run } = sight;
  const [first = ''] = run;
  if (sight.isHeadline) return words.heads.has(first);
  const last = run.at(-1) ?? '';
  return (words.heads.has(first) || words.heads.has(last)) && !words.stateBodies.has(last);
}

function isAcronym(name: string): boolean {
  return isAllCapitals(name) && name.length <= 6 && !/\s/.test(name);
}

/** A state of the world whose name one of America has. */
function isRegionName(name: string): boolean {
  return plainWord(name) === 'georgia';
}
