import { findAgency } from './agencies.ts';

/** Whether a text looks like the name of one person: two to four words with capitals. */
export function isPersonName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|da|di|van|von|der|bin|bint|al|el|la|le|\p{Lu}[\p{L}\p{M}.'’-]*)){1,4}$/u.test(
      text,
    ) &&
    findAgency(text) === null &&
    !/\b(?:staff|news|desk|agency|agencies|reporter|editor|bureau|team|correspondent|press|times|ltd|inc|corp|llc|plc|gmbh)\b/i.test(
      text,
    )
  );
}
