import { markdown } from './markdown.ts';

/** How often a text may have been encoded: a part of an address in an address is twice. */
const mostRounds = 4;

/**
 * A text as it is written and as it may be meant: without escapes of Markdown and HTML, and of URLs, until
 * nothing is escaped any more. Each reading once.
 */
export function decodeText(text: string): readonly string[] {
  const readings = [text];
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const decoded = decodePercent(markdown.utils.unescapeAll(current));
    if (decoded === current) break;
    readings.push(decoded);
    current = decoded;
  }
  return readings;
}

/** Bytes that are no UTF-8 become U+FFFD, and what stands around them is read. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
