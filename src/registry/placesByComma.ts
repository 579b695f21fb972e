import { beginsSentence, isCapital, plainWord } from './neighbours.ts';
import type { Sight } from './sight.ts';

/** States of America and provinces of Canada, as they stand behind a town: `Lebanon, Ohio`. */
const regions =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Alberta|Manitoba|Saskatchewan|Nova Scotia|British Columbia|New Brunswick';
const shortRegions =
  'Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo';
const postalRegions =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY';
const regionAfter = new RegExp(
  `^,\\s(?:(?<name>${regions}|${regions.toUpperCase()})(?![\\p{L}\\p{N}])|(?:${shortRegions})\\.|(?<country>USA)(?![\\p{L}\\p{N}])|(?<code>${postalRegions})(?![\\p{L}\\p{N}]))`,
  'u',
);
const regionNames: ReadonlySet<string> = new Set(regions.toLowerCase().split('|'));

/** Towns of the state Georgia, whose name an American state has too. */
const georgianTowns = new Set(
  'tbilisi batumi kutaisi rustavi gori zugdidi poti sukhumi tskhinvali telavi mtskheta borjomi senaki kobuleti'.split(
    ' ',
  ),
);

/** Words after a place that do not begin what is said of it. */
const afterPlaces = new Set(
  'on in at for who where when with after before to and or from by near since until as but is was are were that which because while during'.split(
    ' ',
  ),
);

/** Whether `, Ohio` after a name makes it a town. */
export function isTownByComma(sight: Sight): boolean {
  const { text, start, end } = sight;
  if (text.charAt(end) !== ',') return false;
  const match = regionAfter.exec(text.slice(end, end + 30));
  if (match === null) return false;
  // `Georgia, USA`
  if (match.groups?.['country'] !== undefined) {
    return regionNames.has(text.slice(start, end).toLowerCase());
  }
  // In a headline `IN` is a small word.
  if (match.groups?.['code'] !== undefined && sight.isHeadline) return false;
  // `Armenia, Georgia and Turkey` are three states.
  const isState = match.groups?.['name']?.toLowerCase() === 'georgia';
  return !(isState && isCountry(text.slice(start, end)));
}

/** Whether a name that an American state has too stands behind a town: `Savannah, Georgia`. */
export function isRegionByComma({ text, start, end }: Sight): boolean {
  if (text.charAt(start - 2) !== ',') return false;
  if (!regionNames.has(text.slice(start, end).toLowerCase())) return false;
  const before = /(?<town>\p{Lu}[\p{L}\p{M}.'’ -]{1,30}),\s$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  const town = before?.groups?.['town']?.split(' ').findLast(isCapital) ?? '';
  if (town === '' || georgianTowns.has(town.toLowerCase()) || isOther(town)) return false;
  const next = /^ (?<word>[\p{Ll}][\p{L}'’-]*)/u.exec(text.slice(end, end + 30))?.groups?.['word'];
  if (next === undefined || afterPlaces.has(next)) return true;
  // `In Geneva, Georgia agreed`: the town begins the sentence, and something is said of the state.
  const opening = /(?<preposition>In|On|At|From|After|Near|Before) (?:\S+ ){0,5}\S+,\s$/u.exec(
    text.slice(Math.max(0, start - 60), start),
  );
  if (opening === null) return true;
  const place = start - opening[0].length;
  return !beginsSentence(text, place);
}

const noTowns = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december however meanwhile moreover today yesterday but and also'.split(
    ' ',
  ),
);

/** Days, months and other countries are no towns. */
function isOther(town: string): boolean {
  return noTowns.has(plainWord(town)) || isCountry(town);
}

let countries: ReadonlySet<string> | null = null;

/** Whether a name is that of a country, as `Intl` has them in English. */
export function isCountry(name: string): boolean {
  countries ??= listCountries();
  return countries.has(name.toLowerCase().replaceAll(/[-‐‑–\s]+/g, ' '));
}

function listCountries(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Set<string>([
    'bosnia',
    'burma',
    'czech republic',
    'turkey',
    'united states of america',
    'britain',
  ]);
  for (let code = 0; code < 26 * 26; code++) {
    const letters = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26));
    const name = names.of(letters);
    if (name !== undefined) found.add(name.toLowerCase().replaceAll(/[-‐‑–\s]+/g, ' '));
  }
  return found;
}
