import type { BriefingView } from '../views/day.ts';
import type { EmailView } from '../views/email.ts';

/** Bytes of HTML. Gmail shows no more than 102 kB of a message. */
export const maximumBytes = 100_000;

/** Renders as many of a day's items as a message may hold, the first ones. */
export async function fitEmail(
  view: EmailView,
  render: (view: EmailView) => Promise<string>,
): Promise<{ readonly view: EmailView; readonly html: string }> {
  const attempt = async (each: EmailView): Promise<{ view: EmailView; html: string }> => ({
    view: each,
    html: await render(each),
  });
  const whole = await attempt(view);
  if (isFitting(whole.html)) return whole;
  let found = null;
  let low = 0;
  let high = view.briefing.groups.reduce((sum, { items }) => sum + items.length, 0) - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const cut = await attempt({ ...view, isCut: true, briefing: keepItems(view.briefing, middle) });
    if (isFitting(cut.html)) {
      found = cut;
      low = middle + 1;
    } else high = middle - 1;
  }
  // Where the editor's own words are too long, the title and the link are left.
  return found ?? attempt({ ...view, isCut: true, briefing: keepTitle(view.briefing) });
}

function isFitting(html: string): boolean {
  return Buffer.byteLength(html) <= maximumBytes;
}

function keepItems(briefing: BriefingView, count: number): BriefingView {
  let left = count;
  const groups = briefing.groups.flatMap((group) => {
    const items = group.items.slice(0, left);
    left -= items.length;
    return items.length === 0 ? [] : [{ ...group, items }];
  });
  return { ...briefing, groups };
}

function keepTitle(briefing: BriefingView): BriefingView {
  const none = { groups: [], keyTakeaways: [], watching: [], corrections: [] };
  return { ...briefing, ...none, summary: null, noteHtml: '' };
}
