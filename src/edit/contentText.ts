import { readFileSync } from 'node:fs';
import type { SourceEntry, SourceFile } from '../read/readContent.ts';
import { readSource } from '../read/readContent.ts';

/** A change to a text: what stands from start to end (code units) becomes `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A content file that may be changed: as the stages read it, and as its bytes are. */
export interface ContentText {
  readonly source: SourceFile;
  readonly entry: SourceEntry;
  /** The bytes as text: with a byte order mark and the ends of lines as they are. */
  readonly raw: string;
}

/** Reads a file to be changed; null where it is refused, which a check reports. */
export function readContentText(entry: SourceEntry): ContentText | null {
  const source = readSource(entry, () => undefined);
  if (source === null) return null;
  const bytes = readFileSync(entry.location);
  return { source, entry, raw: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/**
 * Applies edits of a file's text, as the stages read it, to its bytes. Nothing else of them changes.
 * @param edits in any order, not overlapping
 */
export function applyEdits({ raw, source }: ContentText, edits: readonly TextEdit[]): string {
  const toRaw = createOffsetMap(raw);
  const newline = raw.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let position = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    const from = toRaw(start);
    if (from < position || end > source.text.length) throw new Error('edits overlap');
    result += raw.slice(position, from) + text.replaceAll('\n', newline);
    position = toRaw(end);
  }
  return result + raw.slice(position);
}

/** The file as it would be after edits, for those that depend on them. */
export function withEdits(content: ContentText, edits: readonly TextEdit[]): ContentText {
  const { source, entry } = content;
  const text = applyEdits({ source, entry, raw: source.text }, edits);
  return { entry, source: { ...source, text }, raw: applyEdits(content, edits) };
}

/** From an offset in the text that stages read (no byte order mark, `\n`) to one in the bytes' text. */
function createOffsetMap(raw: string): (offset: number) => number {
  const mark = raw.startsWith('\ufeff') ? 1 : 0;
  const pairs: number[] = [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) {
    // Where the line feed is in the text that stages read.
    pairs.push(at - mark - pairs.length);
  }
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + mark + low;
  };
}
