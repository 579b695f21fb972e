import type { KeyPath, Report } from '../diagnostics/diagnostic.ts';
import type { DataValue } from '../parse/cleanData.ts';
import type { CheckedFile } from './checkedFile.ts';

/** Scripts whose letters can pass for each other's. Chinese, Japanese and Latin are mixed rightly. */
const scripts = {
  Latin: /\p{sc=Latin}/u,
  Cyrillic: /\p{sc=Cyrillic}/u,
  Greek: /\p{sc=Greek}/u,
  Armenian: /\p{sc=Armenian}/u,
  Cherokee: /\p{sc=Cherokee}/u,
} as const;
type Script = keyof typeof scripts;

/** Letters that look like Latin ones (from the table of UTS #39), by script. */
const latinLike = /^[АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινՕօսԼ]+$/u;

/** Fields that hold names. */
const nameFields = new Set(
  'title name aliases weakAliases formerNames authors actors actor topics sources of'.split(' '),
);

/**
 * Letters that pass for others, in names: a word of two scripts, or a word that only looks Latin among
 * Latin ones (UTS #39, 5: mixed-script detection).
 */
export function checkLookalikes({ file, data }: CheckedFile, report: Report): void {
  for (const { path, text } of namesIn(data)) {
    const isLatin = scripts.Latin.test(text);
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const found = scriptsOf(word);
      const isDisguised =
        isLatin && found.length === 1 && found[0] !== 'Latin' && latinLike.test(word);
      if (found.length < 2 && !isDisguised) continue;
      report({
        code: 'lookalike-letter',
        file,
        where: { kind: 'front', path, on: 'value', part: word },
        message: `"${word}" has letters that look like others (${describe(word)})`,
        hint: 'type the word anew in one script',
      });
    }
  }
}

function scriptsOf(word: string): readonly Script[] {
  return (Object.keys(scripts) as Script[]).filter((script) => scripts[script].test(word));
}

/** `Latin K, Cyrillic і` */
function describe(word: string): string {
  return scriptsOf(word)
    .map((script) => `${script} ${scripts[script].exec(word)?.[0] ?? ''}`)
    .join(', ');
}

function namesIn(data: CheckedFile['data']): readonly { path: KeyPath; text: string }[] {
  const collect = (value: DataValue, path: KeyPath): { path: KeyPath; text: string }[] => {
    if (typeof value === 'string') return [{ path, text: value }];
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value))
      return (value as readonly DataValue[]).flatMap((item, index) =>
        collect(item, [...path, index]),
      );
    return Object.entries(value).flatMap(([key, item]) =>
      nameFields.has(key) ? collect(item, [...path, key]) : [],
    );
  };
  return collect(data, []);
}

/** A control character that turns the direction of text (UAX #9, 2), and what it is called. */
export interface DirectionControl {
  /** In the text, in code units. */
  readonly offset: number;
  readonly character: string;
  /** In a line without a letter that is read from the right, nothing can need it. */
  readonly isNeedless: boolean;
}

const controls = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/**
 * Finds direction controls but for isolates that are closed on their line, beside letters read from the
 * right, where they are good typography. Marks (LRM, RLM, ALM) hide nothing and are let be.
 */
export function findDirectionControls(text: string): readonly DirectionControl[] {
  if (text.search(controls) < 0) return [];
  const found: DirectionControl[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const isNeedless = !rightToLeft.test(line);
    const closed = isNeedless ? new Set<number>() : closedIsolates(line);
    for (const { index, 0: character } of line.matchAll(controls)) {
      if (!closed.has(index)) found.push({ offset: start + index, character, isNeedless });
    }
    start += line.length + 1;
  }
  return found;
}

function closedIsolates(line: string): ReadonlySet<number> {
  const closed = new Set<number>();
  const open: number[] = [];
  for (const { index } of line.matchAll(/[\u2066-\u2069]/g)) {
    if (line[index] !== '\u2069') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) closed.add(start).add(index);
    }
  }
  return closed;
}

export function checkDirections({ file, text, bodyStart, at }: CheckedFile, report: Report): void {
  for (const { offset, character, isNeedless } of findDirectionControls(text)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    report({
      code: 'direction-control',
      file,
      where: at(offset - bodyStart),
      message: `the invisible character U+${code} turns the direction of text`,
      hint: isNeedless ? 'take it out; check --fix does' : 'take it out, or close it on this line',
    });
  }
}
