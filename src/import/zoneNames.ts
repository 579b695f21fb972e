import { certain, guessed, type Marked } from './marked.ts';

/** Minutes east of UTC of civil abbreviations that mean one zone. */
const zones: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120 },
  ...{ EET: 120, EEST: 180, MSK: 180, TRT: 180, SAST: 120, CAT: 120, WAT: 60, EAT: 180 },
  ...{ PKT: 300, NPT: 345, UZT: 300, ICT: 420, WIB: 420, WITA: 480, WIT: 540, MMT: 390 },
  ...{
    SGT: 480,
    MYT: 480,
    HKT: 480,
    PHT: 480,
    AWST: 480,
    KST: 540,
    JST: 540,
    ACST: 570,
    ACDT: 630,
  },
  ...{ AEST: 600, AEDT: 660, NZST: 720, NZDT: 780, NST: -210, NDT: -150, BRT: -180, ART: -180 },
  ...{ EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ AKST: -540, AKDT: -480, HST: -600, ADT: -180 },
};

/** Abbreviations of several zones: minutes by country or language, the likeliest where nothing tells. */
const ambiguous: Readonly<
  Record<string, { readonly usual: number; readonly by: Readonly<Record<string, number>> }>
> = {
  IST: { usual: 330, by: { IN: 330, hi: 330, IE: 60, ga: 60, IL: 120, he: 120 } },
  BST: { usual: 60, by: { GB: 60, BD: 360, bn: 360 } },
  CST: { usual: -360, by: { US: -360, MX: -360, CN: 480, TW: 480, zh: 480, CU: -300 } },
  AST: { usual: -240, by: { CA: -240, SA: 180, KW: 180, BH: 180, QA: 180, IQ: 180, ar: 180 } },
  GST: { usual: 240, by: { AE: 240, OM: 240 } },
  SST: { usual: 480, by: { SG: 480, AS: -660 } },
  AMT: { usual: -240, by: { BR: -240, AM: 240, hy: 240 } },
  ECT: { usual: -300, by: { EC: -300 } },
};

/**
 * The minutes east of UTC that a zone's name or an offset means. An abbreviation of several zones is read as
 * the country or language of the feed makes likely, as a guess.
 * @returns null where nothing tells
 */
export function minutesOfZone(text: string, language: string | null): Marked<number> | null {
  const zone = text
    .replace('−', '-')
    .replace(/^\(|\)$/g, '')
    .trim();
  const offset = /^(?:UTC|GMT|UT)?\s*([+-])(\d{1,2}):?(\d{2})?(?:\s*\(.*)?$/i.exec(zone);
  if (offset !== null) {
    const [, sign, hours = '0', minutes = '0'] = offset;
    return certain((Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1));
  }
  const name = zone.toUpperCase();
  const known = zones[name];
  if (known !== undefined) return certain(known);
  const several = ambiguous[name];
  if (several === undefined) return null;
  const region = regionOf(language);
  const minutes = several.by[region ?? ''] ?? several.by[language?.slice(0, 2) ?? ''];
  const why = minutes === undefined ? 'it is most often' : 'for the feed’s language and country';
  return guessed(minutes ?? several.usual, `${name} is more than one zone; read ${why}`);
}

function regionOf(language: string | null): string | null {
  return /-([A-Z]{2})\b/.exec(language ?? '')?.[1] ?? null;
}
