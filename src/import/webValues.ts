import { parseDay, type Day } from '../dates/day.ts';
import { parseInstant } from '../dates/instant.ts';
import { isOurs } from './calendars.ts';
import { certain, type Marked } from './marked.ts';
import { parseAddress } from './parseAddress.ts';
import { readStamp } from './webStamp.ts';

/**
 * A day, or a timestamp with its offset, of a feed or page; null for anything else.
 * @param language of the feed or page, BCP 47
 * @param filed the day of filing, by which years of other calendars are told
 */
export function dateIn(
  text: string | null,
  language: string | null,
  filed: Day | null = null,
): Marked<string> | null {
  if (text === null) return null;
  const exact = text.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const stated = isOurs(exact) ? (parseInstant(exact)?.iso ?? parseDay(exact)) : null;
  if (stated !== null) return certain(stated);
  return readStamp(text.slice(0, longestStamp), { language, filed });
}

const longestStamp = 100;

/** Codes for "no one language" (ISO 639-2). */
const noLanguage = /^(?:und|mul|zxx|mis)$/;

/** A language tag (BCP 47) in its usual form; null for what is none, such as `english`. */
export function languageOf(tag: string | null): string | null {
  try {
    const [first = ''] = (tag ?? '').split(',');
    const locale = new Intl.Locale(first.trim().replaceAll('_', '-'));
    // No language has a longer code (RFC 5646, section 2.2.1).
    return locale.language.length > 3 || noLanguage.test(locale.language)
      ? null
      : locale.toString();
  } catch {
    return null;
  }
}

/** A whole address of the web; null for anything else. */
export function webAddress(text: string | null, base: string | null): string | null {
  const url = text === null ? null : parseAddress(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
