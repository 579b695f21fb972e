import { parseDay } from '../dates/day.ts';
import { parseInstant } from '../dates/instant.ts';
import { certain, type Marked } from './marked.ts';
import { parseAddress } from './parseAddress.ts';
import { readStamp } from './webStamp.ts';

/**
 * A day, or a timestamp with its offset, of a feed or page; null for anything else.
 * @param language of the feed or page, BCP 47
 */
export function dateIn(text: string | null, language: string | null): Marked<string> | null {
  if (text === null) return null;
  const exact = text.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const stated = parseInstant(exact)?.iso ?? parseDay(exact);
  return stated === null ? readStamp(text.slice(0, longestStamp), language) : certain(stated);
}

const longestStamp = 100;

/** A language tag (BCP 47) in its usual form; null for what is none. */
export function languageOf(tag: string | null): string | null {
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag.replace('_', '-'))[0] ?? null);
  } catch {
    return null;
  }
}

/** A whole address of the web; null for anything else. */
export function webAddress(text: string | null, base: string | null): string | null {
  const url = text === null ? null : parseAddress(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
