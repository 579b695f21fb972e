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

/** How names are compared: in small letters without accents, with one kind of apostrophe, without a full stop. */
export function nameKey(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/\u093c/g, '')
    .replace(/\.$/, '');
}

const marked = /(?![\0-\x7f])\p{L}/gu;

/**
 * Letters without their accents, each in its place, since capitals are written without them in many languages:
 * `ΦΕΒΡΟΥΑΡΙΟΥ`, `FEVRIER`. A text keeps its length.
 */
export function withoutMarks(text: string): string {
  return text.replace(marked, (letter) => {
    if (letter === 'ı') return 'i';
    const [base = letter, ...marks] = letter.normalize('NFD');
    const isPlain = marks.every((mark) => /\p{M}/u.test(mark));
    return isPlain && base.length === letter.length ? base : letter;
  });
}

/** What other countries of a language call its months. */
const variants: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-LB', 'ar-MA', 'ar-DZ'],
  de: ['de-AT'],
  es: ['es-UY'],
  fa: ['fa-AF'],
  sr: ['sr-Latn'],
};

const none: DateNames = {
  ...{ months: new Map(), weekdays: new Map(), longWeekdays: new Map(), relative: new Map() },
};

function makeNames(language: string): DateNames {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return none;
  const longWeekdays = namesOf(language, 'weekday', 'long');
  return {
    months: monthNamesOf(language),
    weekdays: new Map([...namesOf(language, 'weekday', 'short'), ...longWeekdays]),
    longWeekdays,
    relative: relativeOf(language),
  };
}

/** The months of a language that `Intl` knows, as `DateNames` has them. */
export function monthNamesOf(language: string): ReadonlyMap<string, number> {
  const months = namesOf(language, 'month', 'long');
  for (const variant of variants[language.slice(0, 2)] ?? [])
    addOthers(months, namesOf(variant, 'month', 'long'));
  addEndings(months, language);
  return new Map([...beginnings(months), ...namesOf(language, 'month', 'short'), ...months]);
}

/** Endings of months within a date that `Intl` does not have. */
const endings: Readonly<Record<string, (name: string) => readonly string[]>> = {
  bs: genitiveOf,
  sr: genitiveOf,
  et: (name) => [`${name}l`, `${name}il`],
};

/** `фебруар` → `фебруара`, `septembar` → `septembra` */
function genitiveOf(name: string): readonly string[] {
  if (/[а-ш]/.test(name)) return [name.replace(/ар$/, 'р').concat('а'), `${name}а`];
  return [name.replace(/ar$/, 'r').concat('a'), `${name}a`];
}

function addEndings(names: Map<string, number>, language: string): void {
  const endingsOf = endings[language.slice(0, 2)];
  if (endingsOf === undefined) return;
  const more = [...names].flatMap(([name, number]) =>
    endingsOf(name).map((each) => [each, number] as const),
  );
  addOthers(names, new Map(more));
}

function addOthers(names: Map<string, number>, others: ReadonlyMap<string, number>): void {
  for (const [name, number] of others) if (!names.has(name)) names.set(name, number);
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
      const parts = format.formatToParts(date);
      const place = parts.findIndex(({ type }) => type === kind);
      const name = parts[place]?.value ?? '';
      // Numbers are no names, and dates in figures are read in every language.
      if (!/^\P{N}{2,}$/u.test(name)) continue;
      names.set(nameKey(name), number);
      // A preposition that is written as a part of the name: ב in Hebrew.
      const [prefix] = /\p{L}+$/u.exec(parts[place - 1]?.value ?? '') ?? [];
      if (prefix !== undefined && kind === 'month') names.set(nameKey(prefix + name), number);
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
