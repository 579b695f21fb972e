import type { Day } from '../dates/day.ts';
import { findDays, type DayContext } from './findDays.ts';
import { findInstant } from './findInstant.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** A line that says before when nothing of the report may be published. */
export interface Embargo {
  /** As it stands in the text. */
  readonly text: string;
  /** Null where the line names no day with its year. */
  readonly day: Day | null;
  /** A timestamp with an offset; null where the line leaves day, time or zone open. */
  readonly until: string | null;
}

const notice =
  /^[\s*([]*(?:(?:strict(?:ly)?|under)\s+)?(?:embargo(?:ed)?\b(?:\s+(?:for release|release|until|till)\b|\s*[:–—-])|(?:not (?:for|to be)|no) (?:publication|publish(?:ed)?|release[d]?|broadcast|use)\b.{0,40}?\b(?:before|until|till)\b|hold for release until\b)/i;
const fillers =
  /\b(?:strictly|under|embargo(?:ed)?|until|till|for|not|to|be|no|publication|published?|released?|broadcast|use|before|hold|on|at|hours?|hrs?|local|time|a\.?m|p\.?m|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/gi;
/** How many more words the line may have; a headline has more. */
const mostWords = 3;

/**
 * Takes the lines that announce an embargo out of a report. An embargo lies ahead where all other days of
 * a report lie behind, so a day without a year is left to the editor.
 */
export function takeEmbargo(
  all: readonly RawParagraph[],
  context: DayContext,
): { readonly embargo: Embargo | null; readonly others: readonly RawParagraph[] } {
  const isNotice = ({ text }: RawParagraph): boolean => isEmbargo(text, context);
  const [first] = all.filter(isNotice);
  if (first === undefined) return { embargo: null, others: all };
  return {
    embargo: readEmbargo(first.text, context),
    others: all.filter((each) => !isNotice(each)),
  };
}

function isEmbargo(text: string, context: DayContext): boolean {
  if (text.length > 160 || !notice.test(text)) return false;
  let words = text;
  for (const mention of findDays(text, context)) words = words.replace(mention.text, ' ');
  return (words.replace(fillers, ' ').match(/\p{L}{3,}/gu) ?? []).length <= mostWords;
}

function readEmbargo(text: string, context: DayContext): Embargo {
  const days = findDays(text, context).filter(({ hasYear }) => hasYear);
  const [mention] = days;
  if (mention === undefined || days.length > 1) return { text, day: null, until: null };
  // `0001 GMT` and `6 a.m. EST` are times without a colon.
  const times = text
    .replace(mention.text, ' ')
    .replace(/\b([01]\d|2[0-3])([0-5]\d)(?=\s*(?:h(?:ou)?rs?\s*)?\(?[A-Z]{1,4}\b)/g, '$1:$2')
    .replace(/\b(\d{1,2})(?=\s*[ap]\.?m\b)/gi, (hour, _, at: number, whole: string) =>
      /[:.]$/.test(whole.slice(0, at)) ? hour : `${hour}:00`,
    )
    .replace(/(\d)\s*h(?:ou)?rs?\b/gi, '$1');
  return { text, day: mention.day, until: findInstant(mention.day, times)?.iso ?? null };
}
