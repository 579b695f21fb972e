import type { ActorType } from '../parse/actor.ts';
import { proveNothing } from './capitalsProve.ts';
import { allTitles, daysAndMonths, openers } from './capitalWords.ts';
import { functionWords, headsBefore, ships } from './nameHeads.ts';
import {
  beginsSentence,
  isAllCapitals,
  isCapital,
  plainWord,
  wordAfter,
  wordBefore,
  type Neighbour,
} from './neighbours.ts';
import { givenNames } from './personNames.ts';

/** A name found in a text: the half-open range of code units, and what it names. */
export interface NameInText {
  readonly start: number;
  readonly end: number;
  /** As the registry has it. */
  readonly name: string;
  /** Null where that is not known. */
  readonly type: ActorType | null;
}

/** A name with the words beside it. What most names need not is looked at when it is asked for. */
export class Sight {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly type: ActorType | null;
  readonly left: Neighbour | null;
  /** Null behind a possessive 's as well: that ends a name. */
  readonly right: Neighbour | null;
  readonly hasPossessive: boolean;
  /** The names found before and after it. */
  readonly before: NameInText | null;
  readonly after: NameInText | null;
  #isHeadline: boolean | null = null;
  #run: readonly string[] | null = null;

  constructor(
    text: string,
    { start, end, name, type }: NameInText,
    before: NameInText | null,
    after: NameInText | null,
  ) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.name = name;
    this.type = type;
    this.before = before;
    this.after = after;
    this.hasPossessive = isPossessive(text, end);
    this.left = wordBefore(text, start);
    this.right = this.hasPossessive ? null : wordAfter(text, end);
  }

  /** Whether the words beside it have capitals for another reason, as those of a headline. */
  get isHeadline(): boolean {
    return (this.#isHeadline ??= proveNothing(this.text, this.start, this.end));
  }

  /** The words in capitals behind it, up to the first that is none, in small letters. */
  get run(): readonly string[] {
    return (this.#run ??= readRun(this.text, this.right));
  }
}

function isPossessive(text: string, end: number): boolean {
  const sign = text.charAt(end);
  if (sign !== "'" && sign !== '’') return false;
  return /^.s?(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3));
}

/** Whether the word before a name is a part of a longer one; a title is told from that. */
export function judgeLeft(sight: Sight): 'title' | 'part' | null {
  const { text, left, before, end, start } = sight;
  if (left === null) return null;
  const word = plainWord(left.raw);
  if (!isCapital(left.raw)) return ships.has(word) ? 'part' : null;
  if (allTitles.has(word)) return 'title';
  // `Fort-de-France`
  const isInner = left.isJoined && left.raw.includes('-');
  if (headsBefore.has(word) || isInner) return 'part';
  const isSingle = left.raw.length === 1;
  const isOwner = /['’]s?$/.test(left.raw);
  // `France-based Airbus`
  const isCompound = /\p{L}-\p{Ll}/u.test(left.raw);
  // A place in capitals before the report, without a dash: `BAGHDAD Iraq promised`.
  const isShouted =
    left.raw.length > 3 && isAllCapitals(left.raw) && !isAllCapitals(text.slice(start, end));
  if (isSingle || isOwner || isCompound || isShouted || daysAndMonths.has(word)) return null;
  if (before?.end === left.end && !isPersonsPart(before, sight)) return null;
  if (givenNames.has(word) && !left.isJoined)
    return text.charAt(end) === ',' && start === 0 ? null : 'part';
  if (left.isJoined || openers.has(word) || sight.isHeadline) return null;
  if (beginsSentence(text, left.start)) return mayOpen(left.raw) ? null : 'part';
  return 'part';
}

type Named = Pick<NameInText, 'name' | 'type'>;

/** `Georgia Washington`: a state and a family name side by side are one person. */
function isPersonsPart(first: Named, second: Named): boolean {
  return first.type !== 'person' && second.type === 'person' && !/\s/.test(second.name);
}

/** A word that begins a sentence and is likely to be a small one: `Defying China`, `Oil-rich Iran`. */
function mayOpen(raw: string): boolean {
  const isName =
    /^(?:United|Red|Allied|Limited|Federated|Royal|National|Imperial|Continental|Federal|General|Olympic|Atlantic|Pacific|Oriental|Grant|Kent|Brent|Trent|Beijing|Sterling|Boeing)$/;
  return (
    !isName.test(raw) &&
    /(?:ing|ed|\p{L}{5}ly|ous|ful|less|wards?|ern|maker|al|ic|ive|ist|ent|ant)$/u.test(raw)
  );
}

function readRun(text: string, right: Neighbour | null): readonly string[] {
  const run: string[] = [];
  let next = right;
  while (next !== null && run.length < longestRun && isCapital(next.raw)) {
    const ends = /[.'’]s?$/.test(next.raw);
    run.push(plainWord(next.raw).replace(/\.$/, ''));
    next = ends ? null : wordAfter(text, next.end);
    // `Food and Drug Administration`
    const behind = next?.raw === 'and' ? wordAfter(text, next.end) : null;
    if (behind !== null && isCapital(behind.raw)) next = behind;
  }
  return run;
}

const longestRun = 6;

/** Whether the word behind a name says nothing: a small one, a day, an acronym, another name. */
export function isFreeRight(sight: Sight): boolean {
  const { right, after } = sight;
  if (right === null || !isCapital(right.raw) || right.raw.length === 1) return true;
  if (after?.start === right.start && !isPersonsPart(sight, after)) return true;
  const word = plainWord(right.raw);
  // `A380` is a product's.
  if (/\d/.test(word) || functionWords.has(word) || daysAndMonths.has(word.replace(/\.$/, '')))
    return true;
  return (
    isAllCapitals(right.raw) &&
    right.raw.length <= 4 &&
    !/^(?:FC|TV|AG|AB|SA|PLC|LTD|LLC|INC|SC|RFC|II|III|IV)$/.test(right.raw)
  );
}
