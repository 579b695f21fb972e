import type { Instant } from '../dates/instant.ts';
import { uuidOfName } from '../feeds/identity.ts';
import type { Article } from '../parse/article.ts';
import { toUtc } from './times.ts';

type Tlp = Article['tlp'];

/** TLP 2.0 as an extension of STIX 2.1, as OASIS published it. */
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const tlpMarkings: Readonly<Record<Tlp, string>> = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The marking of a level: everybody's object, with everybody's id. */
export function tlpMarking(
  level: Tlp,
): { readonly id: string } & Readonly<Record<string, unknown>> {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlpMarkings[level],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${level.toUpperCase()}`,
    extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: level } },
  };
}

export function licenceMarking(
  licence: string,
  created: Instant,
  ids: StixIds,
): Readonly<Record<string, unknown>> {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: ids.licence,
    created: toUtc(created),
    created_by_ref: ids.publisher,
    definition_type: 'statement',
    definition: { statement: licence },
  };
}

/** Ids of a site's objects. */
export interface StixIds {
  readonly publisher: string;
  readonly licence: string;
  /** @param name what it is called on this site, within its type */
  readonly make: (type: string, name: string) => string;
}

/** Name-based ids (RFC 9562, version 5), not in the namespace that STIX keeps for observables. */
export function createStixIds(authority: string): StixIds {
  const known = new Map<string, string>();
  const make = (type: string, name: string): string => {
    const key = `${type}/${name}`;
    let id = known.get(key);
    if (id === undefined) {
      id = `${type}--${uuidOfName(`//${authority}/stix/${key}`)}`;
      known.set(key, id);
    }
    return id;
  };
  return {
    // No actor's id has a space.
    publisher: make('identity', ' publisher'),
    licence: make('marking-definition', 'licence'),
    make,
  };
}
