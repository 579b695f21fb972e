import type { ZodObject } from 'zod';
import { actorSchema } from '../../parse/actor.ts';
import { isForbiddenKey } from '../../parse/plainData.ts';
import { topicSchema } from '../../parse/topic.ts';

/** What a sheet is a list of. */
export type SheetKind = 'actor' | 'topic';

export const sheetSchemas = { actor: actorSchema, topic: topicSchema } as const satisfies Record<
  SheetKind,
  ZodObject
>;

/** Fields that are lists of names or addresses; several columns may fill one. */
export const listFields = ['aliases', 'weakAliases', 'formerNames', 'sameAs', 'redirectFrom'];

/** The fields that hold names by which an entry is found in texts and front matter. */
export const nameFields = ['aliases', 'weakAliases', 'formerNames'] as const;

/** Headings of both kinds, beside the fields' own names, as `foldHeading` has them. */
const sharedHeadings: Readonly<Record<string, string>> = {
  id: 'slug',
  name: 'names label prefLabel preferredLabel nom nombre nome bezeichnung',
  aliases:
    'alias aka alsoKnownAs otherName otherNames altName altNames alternativeName alternativeNames ' +
    'alternateName alternateNames altLabel altLabels synonym synonyms variant variants nameVariants ' +
    'spelling spellings acronym acronyms abbreviation abbreviations shortName nativeName localName ' +
    'originalName autresNoms otrosNombres siglas aliasse aliasnamen andereNamen synonyme abkürzung',
  summary:
    'description about abstract definition bio biography profile beschreibung descripción descrição résumé',
  sameAs:
    'url urls link links website webSite homepage wikipedia exactMatch site siteWeb webseite sitioWeb',
  mergedInto: '',
  redirectFrom: '',
  public: '',
};

const ownHeadings: Readonly<Record<SheetKind, Readonly<Record<string, string>>>> = {
  actor: {
    name: 'actor entity fullName actorName entityName',
    type: 'kind typ tipo actorType entityType orgType organisationType organizationType schema',
    weakAliases: 'weakAlias weakNames',
    formerNames:
      'formerName previousName previousNames formerly formerlyKnownAs previouslyKnownAs oldName oldNames fka ehemaligeNamen anciensNoms',
    country:
      'countryCode countryIso isoCountry iso iso2 isoCode isoAlpha2 iso3166 nation land pays país paese ländercode',
    wikidata: 'wikidataId qid wikidataQid wikidataItem wikidataUrl',
    roles: 'role position positions office offices',
    related: 'relatedActors relations relation relationships',
  },
  topic: {
    name: 'topic topicName term subject tag tagName thema sujet tema',
    broader:
      'parent parentTopic broaderTopic broaderTerm wider widerTopic parentTerm oberbegriff oberthema',
    mediatopic: 'mediatopicCode mediaTopic mediaTopicCode iptc iptcCode iptcMediatopic medtop',
  },
};

/** A heading as it is compared: letters and digits alone, without what stands in brackets. */
export function foldHeading(heading: string): string {
  return heading
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const knownHeadings: Readonly<Record<SheetKind, ReadonlyMap<string, string>>> = {
  actor: listHeadings('actor'),
  topic: listHeadings('topic'),
};

function listHeadings(kind: SheetKind): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const field of Object.keys(sheetSchemas[kind].shape)) known.set(foldHeading(field), field);
  for (const headings of [sharedHeadings, ownHeadings[kind]]) {
    for (const [field, synonyms] of Object.entries(headings)) {
      for (const heading of [field, ...synonyms.split(' ')]) {
        if (heading !== '') known.set(foldHeading(heading), field);
      }
    }
  }
  known.delete('extra');
  return known;
}

/** The field that a heading means: `extra.region` is a key of `extra`; null where it is unknown. */
export function findField(kind: SheetKind, heading: string): string | null {
  const extra = /^\s*extra\s*[.:]\s*(\S.*?)\s*$/i.exec(heading)?.[1];
  if (extra !== undefined) return isForbiddenKey(extra) ? null : `extra.${extra}`;
  const folded = foldHeading(heading);
  const known = knownHeadings[kind];
  // `alias 2` is one of several columns.
  const field = known.get(folded) ?? known.get(folded.replace(/\d+$/, ''));
  if (field === undefined) return null;
  const isNumbered = !known.has(folded);
  return isNumbered && !listFields.includes(field) ? null : field;
}

/** The names of the fields, for somebody who misspelt one. */
export function fieldNames(kind: SheetKind): readonly string[] {
  return [...new Set(knownHeadings[kind].values())];
}
