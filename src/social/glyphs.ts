import { readFileSync } from 'node:fs';
import { findCharacters } from './characters.ts';
import type { Fonts } from './fonts.ts';

/** Tells what the fonts of pictures can't show. */
export interface Glyphs {
  /** The first character without a glyph; null where all have one. */
  readonly findMissing: (text: string) => string | null;
}

/** Reads what a family of fonts can show; null where a file is no font. */
export function readGlyphs(fonts: Fonts): Glyphs | null {
  const shown = new Uint8Array(0x110000);
  for (const { files } of fonts) {
    const lists = files.map((file) => findCharacters(readFileSync(file)));
    // Each weight of a family is asked for.
    const times = new Map<number, number>();
    for (const list of lists) {
      if (list === null) return null;
      for (const code of list) times.set(code, (times.get(code) ?? 0) + 1);
    }
    for (const [code, count] of times) if (count === files.length) shown[code] = 1;
  }
  return {
    findMissing: (text) => {
      for (const character of text) {
        if (shown[character.codePointAt(0) ?? 0] === 1) continue;
        // Joiners and the like are never drawn.
        if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) return character;
      }
      return null;
    },
  };
}
