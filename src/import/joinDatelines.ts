import type { DayContext } from './findDays.ts';
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
  return all.flatMap((each, index) => {
    const before = all[index - 1];
    if (isPlace(each) && index + 1 < all.length) return [];
    if (before === undefined || !isPlace(before)) return [each];
    const isEastAsian = /[电電報导導】）〕]$/u.test(before.text);
    const sign = isEastAsian || /[-–—:]$/.test(before.text) ? '' : ' –';
    return [{ ...each, text: `${before.text}${sign} ${each.text}` }];
  });
}

/** The longest line that is nothing but a dateline. */
const longestDateline = 80;

function isDateline(text: string, context: DayContext): boolean {
  if (text.length > longestDateline) return false;
  if (readEastAsianLead(text, context)?.length === text.length) return true;
  if (!/[\d(/]/.test(text)) return false;
  const dateline = readDateline(text, context);
  return dateline !== null && dateline.place !== null && dateline.length === text.length;
}
