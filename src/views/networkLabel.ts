/** The size of the names in the drawing, in its units, as `.plot text` has it. */
export const fontSize = 13;
export const lineHeight = 15;

const longestLine = 22;

/** A name for the drawing: one line, or two where it is long; what is left over is cut off. */
export function toLabelLines(name: string): readonly string[] {
  if (name.length <= longestLine) return [name];
  const blanks = Array.from(name.matchAll(/\s/g), ({ index }) => index);
  const middle = Math.min(name.length / 2, longestLine);
  const [at] = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (at === undefined) return [cutLine(name)];
  return [cutLine(name.slice(0, at)), cutLine(name.slice(at + 1))];
}

function cutLine(line: string): string {
  const letters = Array.from(line);
  return letters.length <= longestLine ? line : `${letters.slice(0, longestLine - 1).join('')}…`;
}

/** How wide a line is about: nobody knows the reader's font. */
export function measureLine(line: string): number {
  let width = 0;
  for (const letter of line) width += widthOf(letter);
  return width * fontSize;
}

function widthOf(letter: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter)) return 1;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return /[ijl.,'’ ]/.test(letter) ? 0.32 : 0.58;
}
