/** A paragraph of raw text. */
export interface RawParagraph {
  readonly text: string;
  /** Whether a bullet stood before it. */
  readonly isItem: boolean;
  /** What it is in a line that gave names, agency, place, date or part of the page; `other`: none of them. */
  readonly cell?: 'place' | 'names' | 'other' | null;
  /** Whether it is a part of such a line. */
  readonly isCell?: boolean;
}

const bullet = /^(?:[•·▪◦►▶‣●○■□♦]\s*|[*-]\s+)(?=\S)/u;

/**
 * The paragraphs of a text as pasted: blank lines part them. Lines that a wire has broken at its width
 * are joined; elsewhere each line is a paragraph, for pages are pasted so.
 */
export function splitParagraphs(text: string): readonly RawParagraph[] {
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) =>
      index === 0 && isHeadline(lines)
        ? lines.flatMap((line) => splitBlock([line]))
        : splitBlock(lines),
    );
}

/** Whether the first two lines are a headline and what stands below it, each a sentence's length. */
function isHeadline(lines: readonly string[]): boolean {
  const [, second = ''] = lines;
  return lines.length === 2 && /^\p{Lu}.{39}/u.test(second);
}

function splitBlock(lines: readonly string[]): readonly RawParagraph[] {
  const isBroken = isBrokenByWidth(lines);
  const paragraphs: { text: string; isItem: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    const isItem = bullet.test(line.trimStart());
    const last = paragraphs.at(-1);
    const isIndented = /^\s{2,}/.test(line) && !/^\s{2,}/.test(lines[index - 1] ?? '');
    const goesOn = isBroken && index > 0 && !isItem && !isIndented;
    if (last !== undefined && goesOn) last.text += ` ${line.trim()}`;
    else paragraphs.push({ text: line.trim().replace(bullet, ''), isItem });
  }
  return paragraphs;
}

/** Widths at which wires and mail programs break lines. */
const narrowest = 45;
const widest = 100;
/** How far before its width a wire may break a line. */
const ragged = 8;

/**
 * Whether the lines are parts of paragraphs: none is longer than a terminal is wide, and most end
 * within a sentence, where the next word had no room.
 */
function isBrokenByWidth(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map((line) => line.trimEnd().length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (longest > widest || longest < narrowest) return false;
  // Two lines may as well be a headline and what stands below it.
  const isPair = lines.length === 2 && (lengths[0] ?? 0) < 60;
  if (isPair && !/^\s*\p{Ll}/u.test(lines[1] ?? '')) return false;
  // Lines of a letterhead or a title page: each has its own length and a capital.
  const isList =
    lines.length > 2 &&
    lines.every((line) => /^\s*[\p{Lu}\d]/u.test(line)) &&
    lines.some((line) => /\p{Ll}/u.test(line)) &&
    lengths.slice(0, -1).some((length) => length * 2 < longest);
  if (isList) return false;
  const inner = lines.slice(0, -1);
  const open = inner.filter((line, index) => {
    const [next = ''] = (lines[index + 1] ?? '').trim().split(/\s/);
    const isFull = line.trimEnd().length + 1 + next.length > longest - ragged;
    return isFull && !/[.!?:"”’)\]]$/.test(line.trimEnd());
  });
  // A headline and the lines below it begin with capitals.
  const goesOn = lines.slice(1).some((line) => /^\s*\p{Ll}/u.test(line));
  return open.length * 2 > inner.length || (goesOn && open.length * 2 === inner.length);
}
