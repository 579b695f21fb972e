import type { EmailView } from '../views/email.ts';
import type { SiteView } from '../views/planViews.ts';
import { withoutMarks } from '../words/marks.ts';
import { fitEmail } from './fitEmail.ts';
import { formatMessage } from './formatMessage.ts';
import { formatText } from './formatText.ts';

/** One of the files of a day's edition for mail. Page, text and message leave out the same items. */
export async function renderEmail(
  view: EmailView,
  site: SiteView,
  render: (view: EmailView, site: SiteView) => Promise<string>,
): Promise<string> {
  const { view: fitting, html } = await fitEmail(view, (each) => render(each, site));
  if (view.form === 'html') return html;
  const plain = withoutMarks(fitting);
  const text = formatText(plain, withoutMarks(site));
  return view.form === 'text' ? text : formatMessage(plain, html, text);
}
