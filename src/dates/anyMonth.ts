import { monthNamesOf, nameKey } from './dateNames.ts';

/** The languages of the world's news agencies that `Intl` may know. */
const languages =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tr uk ur uz vi zu';

let known: ReadonlyMap<string, number> | null = null;

/** Months by their names in every language; a name of different months has none (`listopad`). */
function allMonths(): ReadonlyMap<string, number> {
  if (known !== null) return known;
  const all = new Map<string, number>();
  const split = new Set<string>();
  for (const language of Intl.DateTimeFormat.supportedLocalesOf(languages.split(' '))) {
    for (const [name, number] of monthNamesOf(language)) {
      if ((all.get(name) ?? number) !== number) split.add(name);
      all.set(name, number);
    }
  }
  for (const name of split) all.delete(name);
  return (known = all);
}

/** 1 to 12, of a name that means this month in each language that has it; null where none has, or they differ. */
export function monthInAnyLanguage(name: string): number | null {
  return allMonths().get(nameKey(name)) ?? null;
}
