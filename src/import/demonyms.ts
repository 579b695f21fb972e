/** Words of a state's people and bodies that no rule gives, by ISO 3166-1 code. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  ...{ AF: ['Afghan'], BD: ['Bangladeshi'], CH: ['Swiss'], CN: ['Chinese'], CY: ['Cypriot'] },
  ...{ CZ: ['Czech'], DE: ['German'], DK: ['Danish'], ES: ['Spanish'], FI: ['Finnish'] },
  ...{ FR: ['French'], GB: ['British'], GR: ['Greek'], IE: ['Irish'], IS: ['Icelandic'] },
  ...{ LB: ['Lebanese'], MM: ['Burmese'], NL: ['Dutch'], NO: ['Norwegian'], NZ: ['New Zealand'] },
  ...{ PE: ['Peruvian'], PH: ['Philippine', 'Filipino'], PL: ['Polish'], PT: ['Portuguese'] },
  ...{ SE: ['Swedish'], TH: ['Thai'], TR: ['Turkish'], UA: ['Ukrainian'], US: ['American'] },
  ...{ SA: ['Saudi'], AE: ['Emirati'], MA: ['Moroccan'], QA: ['Qatari'], KW: ['Kuwaiti'] },
  ...{ VN: ['Vietnamese'], NP: ['Nepali'], PS: ['Palestinian'], EC: ['Ecuadorian'] },
  ...{ IL: ['Israeli'], IQ: ['Iraqi'], PK: ['Pakistani'], YE: ['Yemeni'], OM: ['Omani'] },
  ...{ BR: ['Brazilian'], CA: ['Canadian'], EG: ['Egyptian'], JP: ['Japanese'], JO: ['Jordanian'] },
  ...{ IT: ['Italian'], BE: ['Belgian'], HU: ['Hungarian'], TW: ['Taiwanese'], ML: ['Malian'] },
  ...{ AR: ['Argentine', 'Argentinian'], AZ: ['Azerbaijani'], KZ: ['Kazakh'], AM: ['Armenian'] },
};

/** The adjectives of a state's name: `Russia` → `Russian`. */
export function demonymsOf(name: string, country: string | null): readonly string[] {
  const known = country === null ? undefined : irregular[country];
  if (known !== undefined) return known;
  if (/(?:[^aeiou]i|e|[dklmnrty])a$/.test(name)) return [`${name}n`];
  if (/an$/.test(name)) return [`${name}ian`];
  return [];
}

/** What follows an adjective that stands for a state: its bodies and those who speak for it. */
export const institution =
  /^\s+(?:[\p{Ll}-]+\s+){0,2}(?:(?:military|army|navy|air force|forces?|troops|soldiers|warplanes|jets|warships?|drones?|missiles?|government|state|president|prime minister|premier|leader|ministers?|ministry|officials?|authorities|parliament|cabinet|defen[cs]e|foreign|police|security|intelligence|coast ?guard|embassy|ambassador|spokes\w+|delegation|diplomats?|regime|supreme)\b|(?:President|Prime Minister|Premier|Foreign|Defen[cs]e|Army|Navy|Minister|Ministry|Supreme|Leader)\b)/u;
