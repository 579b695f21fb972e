import { addDays, daysOfWeek, monthOf, weekOf, type Day } from '../dates/day.ts';
import type { Timeline } from '../model/site.ts';
import { fillWords } from '../words/forms.ts';
import type { ViewContext } from './context.ts';

/** A small column chart of how often something was in the news; lengths are units of the SVG. */
export interface SparkView {
  /** `Items by month, January 2022 to March 2023; at most 12, in May 2022` */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly bars: readonly SparkBarView[];
  /** The first and the last period shown. */
  readonly from: string;
  readonly to: string;
}

export interface SparkBarView {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** `March 2023: 12 items` */
  readonly text: string;
}

/** Periods shown at most: three years of months, or half a year of weeks. */
const mostMonths = 36;
const mostWeeks = 26;
/** Up to this many months the chart goes by weeks. */
const fewMonths = 3;

const barWidth = 6;
const step = 8;
const height = 40;

/**
 * Counts the items of each month, or week where all lie in a quarter of a year, up to the last one: no
 * chart changes because time passes. Null where there is one period only.
 */
export function toSparkView(timeline: Timeline, context: ViewContext): SparkView | null {
  const { firstDay, lastDay, articles } = timeline;
  if (firstDay === null || lastDay === null) return null;
  const months = listMonths(firstDay, lastDay).slice(-mostMonths);
  const byMonth = months.length > fewMonths;
  const periods = byMonth ? months : listWeeks(firstDay, lastDay).slice(-mostWeeks);
  if (periods.length < 2) return null;
  const idOf: (day: Day) => string = byMonth ? monthOf : weekOf;
  const counts = new Map<string, number>(periods.map(({ id }) => [id, 0]));
  for (const { day } of articles) {
    const count = counts.get(idOf(day));
    // The chart's beginning: everything behind it is older.
    if (count === undefined) break;
    counts.set(idOf(day), count + 1);
  }
  return draw(periods, [...counts.values()], byMonth, context);
}

interface SparkPeriod {
  readonly id: string;
  readonly text: (context: ViewContext) => string;
  /** Its first and last day; the first and last week of a chart are told by them. */
  readonly ends: readonly [first: Day, last: Day] | null;
}

function draw(
  periods: readonly SparkPeriod[],
  counts: readonly number[],
  byMonth: boolean,
  context: ViewContext,
): SparkView {
  const { spark, counted } = context.words;
  const texts = periods.map((period) => period.text(context));
  const most = Math.max(...counts);
  const peak = texts[counts.indexOf(most)] ?? '';
  const [first, last] = [periods[0]?.ends, periods.at(-1)?.ends];
  const from = first ? context.dates.day(first[0]) : (texts[0] ?? '');
  const to = last ? context.dates.day(last[1]) : (texts.at(-1) ?? '');
  const itemsOf = (count: number): string => context.count(counted.items, count);
  return {
    label: fillWords(byMonth ? spark.byMonth : spark.byWeek, {
      from,
      to,
      most: itemsOf(most),
      peak,
    }),
    width: periods.length * step - (step - barWidth),
    height,
    bars: counts.map((count, index) => {
      const length = count === 0 ? 1 : Math.max(3, Math.round((count / most) * height));
      const text = `${texts[index] ?? ''}: ${itemsOf(count)}`;
      return { x: index * step, y: height - length, height: length, text };
    }),
    from,
    to,
  };
}

function listMonths(first: Day, last: Day): readonly SparkPeriod[] {
  const periods: SparkPeriod[] = [];
  const end = monthOf(last);
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as Day;
    const id = monthOf(day);
    periods.push({ id, text: (context) => context.dates.month(id), ends: null });
    if (id >= end) return periods;
    month++;
    if (month === 13) [year, month] = [year + 1, 1];
  }
}

function listWeeks(first: Day, last: Day): readonly SparkPeriod[] {
  const periods: SparkPeriod[] = [];
  const end = weekOf(last);
  for (let [day] = daysOfWeek(weekOf(first)); ; day = addDays(day, 7)) {
    const id = weekOf(day);
    const ends = [day, addDays(day, 6)] as const;
    periods.push({ id, text: (context) => context.dates.week(id), ends });
    if (id >= end) return periods;
  }
}
