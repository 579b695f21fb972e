import type { Report } from '../diagnostics/diagnostic.ts';
import type { CheckedFile } from './checkedFile.ts';

/** WCAG 2.2, 1.1.1: an image in a body has a text that stands for it. */
export function checkImages({ file, blocks, at }: CheckedFile, report: Report): void {
  for (const { links, toBody } of blocks) {
    for (const { kind, alt, range, href } of links) {
      if (kind !== 'image' || alt.trim() !== '') continue;
      report({
        code: 'image-without-text',
        file,
        where: at(toBody(range.start)),
        message: `the image ${href} has no alternative text`,
        hint: 'say between [ and ] what it shows',
      });
    }
  }
}
