/** A part of a text: a letter, a word or a sentence, and where it begins, in code units. */
export interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** Code units that are looked at together. */
const window = 1000;

/**
 * The segments of a text. `Intl.Segmenter` looks through the whole text for each of them where it has more than
 * Latin letters, so it is shown a window of the text, which begins where a segment does.
 */
export function* segmentsOf(text: string, by: Intl.Segmenter): Generator<Segment> {
  let start = 0;
  let size = window;
  for (;;) {
    const end = endOfWindow(text, start + size);
    const held: Segment[] = [];
    for (const { segment, index } of by.segment(text.slice(start, end))) {
      const [first] = held;
      if (first !== undefined && held.length === heldBack) yield first;
      if (held.length === heldBack) held.shift();
      held.push({ segment, index: start + index });
    }
    if (end === text.length) {
      yield* held;
      return;
    }
    const next = held[0]?.index ?? end;
    size = next === start ? size * 2 : window;
    start = next;
  }
}

/** What stands behind a window may change the last two of its segments: `can’` is no word where `t` follows. */
const heldBack = 2;

function endOfWindow(text: string, end: number): number {
  if (end >= text.length) return text.length;
  // No half of a character.
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}
