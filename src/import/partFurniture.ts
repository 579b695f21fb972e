import { isFurniture } from './furniture.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** Above links to other reports. */
const linksHeading =
  /^=*(?:related (?:coverage|articles?|stories|news|links?)|read (?:also|more)|also read|see also|more (?:on this|stories)|more from .{2,40})\s*:?$/i;
/** Below the caption of a picture. */
const captionCredit = /^(?:image|photo|picture|foto|bild)(?: credit)?\s*[:：]/i;

/** Takes out what a page has put between the paragraphs of a report. */
export function partFurniture(paragraphs: readonly RawParagraph[]): {
  readonly kept: readonly RawParagraph[];
  readonly middle: readonly string[];
} {
  const kept: RawParagraph[] = [];
  const middle: string[] = [];
  let isList = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    const isHeading = linksHeading.test(text);
    const isLabel = !/[.!?:"”’)]$/.test(text) && text.split(' ').length <= 20;
    const isLink: boolean = isList && isLabel;
    const isCaption = isLabel && captionCredit.test(paragraphs[index + 1]?.text ?? '');
    if (isFurniture(text) || isHeading || isLink || isCaption) middle.push(text);
    else kept.push(paragraph);
    isList = isHeading || isLink;
  }
  return { kept, middle };
}
