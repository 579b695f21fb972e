import { hashText } from '../read/hash.ts';

/** A text of a picture, with the direction of its language. */
export interface PictureText {
  readonly text: string;
  readonly dir: 'ltr' | 'rtl';
}

/** What the picture of a page shows to those who are sent its link. Plain data: threads get it. */
export interface Picture {
  readonly headline: PictureText;
  /** The day; null where the headline says it. */
  readonly note: PictureText | null;
  readonly site: PictureText;
  /** `#rrggbb` */
  readonly accent: string;
}

/** In pixels: what programs that show links ask for. */
export const pictureSize = { width: 1200, height: 630 } as const;
export const pictureType = 'image/png';

/**
 * Changes when the picture changes.
 * @param drawing what pictures are drawn with (`hashDrawing`)
 */
export function keyOfPicture({ headline, note, site, accent }: Picture, drawing: string): string {
  // No text has a line break.
  return hashText(
    `${drawing}\n${accent}\n${site.dir}${site.text}\n${headline.dir}${headline.text}\n${note ? note.dir + note.text : ''}`,
  );
}
