import type { ActorType } from '../parse/actor.ts';

/** Words that views need; the layouts hold the rest. */

export const actorTypeWords: Readonly<Record<ActorType, { one: string; many: string }>> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  state: { one: 'State', many: 'States' },
  group: { one: 'Group', many: 'Groups' },
};

export const trendWords = {
  deteriorated: 'Deteriorated',
  improved: 'Improved',
  unchanged: 'Unchanged',
} as const;

export const alertWords = { risk: 'Conflict risk', opportunity: 'Resolution opportunity' } as const;

export const confidenceWords = {
  low: 'Low confidence',
  moderate: 'Moderate confidence',
  high: 'High confidence',
} as const;

/** Admiralty code, reliability of the source (NATO AJP-2.1). */
export const reliabilityWords = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const;

/** Admiralty code, credibility of the information, 1 to 6. */
export const credibilityWords: Readonly<Record<number, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

/** `1 item`, `1,234 items` */
export function countItems(count: number, format: (value: number) => string): string {
  return `${format(count)} ${count === 1 ? 'item' : 'items'}`;
}

export function countDays(count: number, format: (value: number) => string): string {
  return `${format(count)} ${count === 1 ? 'day' : 'days'}`;
}
