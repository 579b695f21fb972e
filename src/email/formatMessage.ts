import MailComposer from 'nodemailer/lib/mail-composer';
import { hashText } from '../read/hash.ts';
import type { EmailView } from '../views/email.ts';

/**
 * A message without a recipient (RFC 5322): text and HTML as alternatives (RFC 2046), headers in other
 * scripts as encoded words (RFC 2047). The same view gives the same bytes.
 */
export async function formatMessage(
  { message, title, lang }: EmailView,
  html: string,
  text: string,
): Promise<string> {
  const { id, date, from } = message;
  const composer = new MailComposer({
    from,
    subject: title,
    date,
    messageId: id,
    headers: { 'Content-Language': lang },
    text,
    html,
    // A line of the text can't be the boundary that its own hash is in.
    baseBoundary: hashText(text + html),
    // Lines end in CR LF (RFC 5322, section 2.1), whatever ends those of the texts.
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString();
}
