/** How a language names months and days, as far as `Intl` knows. Keys are as `nameKey` gives them. */
export interface DateNames {
  /** 1 to 12, by whole names, short ones and beginnings that mean one month. */
  readonly months: ReadonlyMap<string, number>;
  /** 1 (Monday) to 7, by whole and short names. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** The whole names alone: short ones are words of other meanings. */
  readonly longWeekdays: ReadonlyMap<string, number>;
  /** Days from today, by words: `hier` → -1. */
  readonly relative: ReadonlyMap<string, number>;
}

const known = new Map<string, DateNames>();

/** The names of a language, made once. One that `Intl` does not know has none. */
export function dateNamesOf(language: string): DateNames {
  let names = known.get(language);
  if (names === undefined) known.set(language, (names = makeNames(language)));
  return names;
}

/** How names are compared: in small letters, with one kind of apostrophe, without a full stop. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[’ʼ]/g, "'").replace(/\.$/, '');
}

const none: DateNames = {
  ...{ months: new Map(), weekdays: new Map(), longWeekdays: new Map(), relative: new Map() },
};

function makeNames(language: string): DateNames {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return none;
  const longMonths = namesOf(language, 'month', 'long');
  const longWeekdays = namesOf(language, 'weekday', 'long');
  return {
    months: new Map([
      ...beginnings(longMonths),
      ...namesOf(language, 'month', 'short'),
      ...longMonths,
    ]),
    weekdays: new Map([...namesOf(language, 'weekday', 'short'), ...longWeekdays]),
    longWeekdays,
    relative: relativeOf(language),
  };
}

/** Each name within a date and by itself: many languages decline the one. */
function namesOf(
  language: string,
  kind: 'month' | 'weekday',
  length: 'long' | 'short',
): Map<string, number> {
  const names = new Map<string, number>();
  for (const more of [{}, { day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(language, {
      ...{ [kind]: length, ...more, timeZone: 'UTC', calendar: 'gregory' },
    });
    for (let number = 1; number <= (kind === 'month' ? 12 : 7); number++) {
      // The first of January 2024 is a Monday.
      const date = kind === 'month' ? Date.UTC(2024, number - 1, 1) : Date.UTC(2024, 0, number);
      const name = format.formatToParts(date).find(({ type }) => type === kind)?.value ?? '';
      // Numbers are no names, and dates in figures are read in every language.
      if (/^\P{N}{2,}$/u.test(name)) names.set(nameKey(name), number);
    }
  }
  return names;
}

/** As agencies shorten names: `ene`, `fév`, `okt`. */
const shortest = 3;

function beginnings(names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [name, number] of names) {
    for (let length = shortest; length < name.length; length++) {
      const start = name.slice(0, length);
      const isOne = [...names].every(
        ([each, other]) => other === number || !each.startsWith(start),
      );
      if (isOne) found.set(start, number);
    }
  }
  return found;
}

function relativeOf(language: string): ReadonlyMap<string, number> {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const words = [-1, 0].map((days) => [nameKey(format.format(days, 'day')), days] as const);
  return new Map(words.filter(([word]) => /^\P{N}+$/u.test(word)));
}
