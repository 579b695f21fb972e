import { isKnownCredit } from './agencies.ts';
import type { DayContext } from './findDays.ts';
import { isFurniture } from './furniture.ts';
import { parsePublished } from './headerLines.ts';
import { readDateline } from './readDateline.ts';
import { readEastAsianLead } from './readEastAsianLead.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** A place or a whole dateline with a line of its own before the text: `UNITED NATIONS —` */
export function joinDatelines(
  all: readonly RawParagraph[],
  context: DayContext,
): readonly RawParagraph[] {
  const isPlace = (each: RawParagraph | undefined): boolean =>
    each !== undefined &&
    (/^\p{Lu}[\p{Lu}\p{M}.'’,/ -]{2,40}\s?(?:--|[–—])$/u.test(each.text) ||
      isDateline(each.text, context));
  const joined: RawParagraph[] = [];
  let pending: string | null = null;
  for (const [index, each] of all.entries()) {
    // The date of the page may stand between a dateline and the text.
    const isBetween = isFurniture(each.text) || parsePublished(each.text, context) !== null;
    if (isPlace(each) && index + 1 < all.length && pending === null) pending = each.text;
    else if (pending === null || (isBetween && index + 1 < all.length)) joined.push(each);
    else {
      const isEastAsian = /[电電报導导】）〕]$/u.test(pending);
      const sign = isEastAsian || /[-–—:]$/.test(pending) ? '' : ' –';
      joined.push({ ...each, text: `${pending}${sign} ${each.text}` });
      pending = null;
    }
  }
  return joined;
}

/** The longest line that is nothing but a dateline. */
const longestDateline = 80;

function isDateline(text: string, context: DayContext): boolean {
  if (text.length > longestDateline) return false;
  if (readEastAsianLead(text, context)?.length === text.length) return true;
  const last = text.split(/\s+/).at(-1) ?? '';
  if (!/[\d(/]/.test(text) && !isKnownCredit(last)) return false;
  const dateline = readDateline(text, context);
  return dateline !== null && dateline.place !== null && dateline.length === text.length;
}
