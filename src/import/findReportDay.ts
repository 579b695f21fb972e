import { addDays, parseDay, weekdayOf, type Day } from '../dates/day.ts';
import { findDays, type DayContext, type DayMention } from './findDays.ts';
import { certain, guessed, type Marked } from './marked.ts';
import type { Embargo } from './parseEmbargo.ts';
import type { Moment } from './headerLines.ts';
import type { Opening } from './parseOpening.ts';

/** The day against which days without a year are resolved. */
export interface Reference {
  readonly day: Day;
  /** Whether the editor gave it; else it is today. */
  readonly isGiven: boolean;
  /** The site's zone, for times that name none; UTC where it is left out. */
  readonly zone?: string;
}

/** When it was filed, and in which language. */
export interface Filed extends Reference, DayContext {
  readonly day: Day;
  /** Whether the day is that of the report's last change, before which it was written. */
  readonly isChange?: boolean;
}

/**
 * A dateline's day without a year is the last one before the day of filing. The weekday of the first
 * paragraph is that of the event: the day before, the day itself or one to come, and tells no year. Only
 * where more than half a year lies between, so that the report comes from an archive of any year, the
 * weekday on which somebody "said" something chooses the year: the last one in which it is the dateline's
 * day or the day before.
 */
function withWeekday(
  printed: DayMention,
  paragraphs: readonly string[],
  reference: Filed,
): DayMention {
  const isRecent = daysBetween(printed.day, reference.day) <= recentDays;
  if (printed.hasYear || printed.hasWeekday || isRecent) return printed;
  const [lead = ''] = paragraphs;
  const alone = findDays(lead, reference).filter(({ kind }) => kind === 'weekday');
  const [weekday] = alone;
  if (weekday === undefined || alone.length > 1) return printed;
  if (!attribution.test(lead.slice(0, weekday.index))) return printed;
  const last = Number(printed.day.slice(0, 4));
  for (let year = last; year > last - weekdayYears; year--) {
    const day = parseDay(`${year}${printed.day.slice(4)}`);
    const isFitting = [day, day === null ? null : addDays(day, -1)].some(
      (each) => each !== null && weekdayOf(each) === weekdayOf(weekday.day),
    );
    if (day !== null && isFitting) return { ...printed, day };
  }
  return printed;
}

/** How long before the day of filing a dateline's day is of that year or the year before without doubt. */
const recentDays = 183;
/** In so many years each day falls on each weekday. */
const weekdayYears = 12;

/** How many paragraphs may name the report's own day. */
const leadParagraphs = 3;
/** A dateline's day lies that many days before the day of filing at most, to be sure of its year. */
const sureDays = 7;

/** The day of a report: what its page states, its dateline, or else a day that its text names. */
export function findReportDay(
  published: Moment | null,
  opening: Opening | null,
  titled: DayMention | null,
  paragraphs: readonly string[],
  reference: Filed,
  embargo: Embargo | null,
): Marked<string> {
  if (published !== null) {
    const value = published.instant?.iso ?? published.day;
    const doubt = published.doubt ?? null;
    if (doubt !== null) return guessed(value, doubt);
    return published.hasYear ? certain(value) : guessed(value, 'the year is not written');
  }
  const told = findToldDay(opening, titled, paragraphs, reference);
  if (told !== null) return told;
  if (embargo !== null && embargo.day !== null)
    return guessed(embargo.day, 'the day on which its embargo ends; the text names no other');
  if (reference.isChange === true)
    return guessed(reference.day, 'the day of its last change; the text names no other');
  return reference.isGiven
    ? guessed(reference.day, 'the day of filing; the text names none')
    : guessed(reference.day, 'today; the text names no day');
}

/** The day of a report by its dateline, its headline or its first paragraphs; null where they name none. */
export function findToldDay(
  opening: Opening | null,
  titled: DayMention | null,
  paragraphs: readonly string[],
  reference: Filed,
): Marked<string> | null {
  const printed = opening?.day ?? null;
  if (printed !== null) {
    return markDay(withWeekday(printed, paragraphs, reference), reference, 'the dateline says');
  }
  if (titled !== null && titled.hasYear && titled.day <= reference.day)
    return guessed(titled.day, `the headline says "${titled.text}"`);
  let best: { mention: DayMention; score: number } | null = null;
  for (const text of paragraphs.slice(0, leadParagraphs)) {
    for (const mention of findDays(text, reference)) {
      if (isFar(mention, reference)) continue;
      const score = scoreDay(mention, text);
      if (score > 0 && (best === null || score > best.score)) best = { mention, score };
    }
    if (best !== null && best.score >= 2) break;
  }
  return best === null ? null : markDay(best.mention, reference, 'the text says');
}

/** Without weekday and year, a day so long before that of filing is no day of the report. */
const farDays = 60;

function isFar({ day, kind, hasWeekday, hasYear }: DayMention, reference: Reference): boolean {
  const isBare = kind === 'date' && !hasWeekday && !hasYear;
  return isBare && reference.isGiven && daysBetween(day, reference.day) > farDays;
}

const attribution =
  /\b(?:said|says|saying|told|reported|reports?|announced|stated|confirmed|added|warned|declared|issued|released|according to)\b[^.;]{0,25}$/i;
const bound =
  /\b(?:until|till|before|by|after|since|from|for|between|of)\s+(?:the |this |next )?$/i;
const plans =
  /\b(?:until|till|before|by|after|since|from|scheduled for|due|set for|will|would|planned for|deadline|starting|beginning|between|anniversary)\b[^.;,]{0,40}$/i;

/** How well a mention may be the report's own day; 0: not at all. */
function scoreDay({ kind, hasWeekday, index }: DayMention, text: string): number {
  const before = text.slice(Math.max(0, index - 80), index);
  if (bound.test(before)) return 0;
  const isAttributed = attribution.test(before);
  if (!isAttributed && plans.test(before)) return 0;
  const base = kind === 'date' ? (hasWeekday ? 3 : 1.2) : kind === 'weekday' ? 2 : 0.8;
  return base + (isAttributed ? 1.5 : 0);
}

function markDay(mention: DayMention, reference: Reference, where: string): Marked<string> {
  const { doubt = null } = mention;
  if (doubt !== null) return guessed(mention.day, `${where} "${mention.text}", ${doubt}`);
  const { day, text, hasYear, kind } = mention;
  const isDateline = where.startsWith('the dateline');
  const away = daysBetween(day, reference.day);
  const near = isDateline && away >= 0 && away <= sureDays;
  const isSure =
    (hasYear && isDateline) ||
    (reference.isGiven && kind === 'date' && (day === reference.day || near));
  if (isSure) return certain(day);
  const resolved = hasYear ? '' : `, taken as the last one before ${reference.day}`;
  return guessed(day, `${where} "${text}${text.includes('(') ? ')' : ''}"${resolved}`);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
