/** A table of a font file, by where it begins. */
type Table = DataView;

/**
 * The code points for which a font has a glyph, from its `cmap` table (OpenType 1.9.1, formats 4 and
 * 12, in which every font of today has Unicode). HarfBuzz answers a promise only, and loading is not
 * asynchronous; other libraries read the whole font for this one table.
 * @returns null where the bytes are no TrueType or OpenType font
 */
export function findCharacters(bytes: Uint8Array): readonly number[] | null {
  try {
    const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const map = findMap(file);
    if (map === null) return null;
    return map.getUint16(0) === 12 ? readGroups(map) : readSegments(map);
  } catch (error) {
    // It promises more bytes than it has.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** `0x00010000`, `OTTO`, `true`. */
const fontTags = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const collectionTag = 0x74746366;
const mapTag = 0x636d6170;

/** The best subtable of `cmap`: all of Unicode rather than its first plane. */
function findMap(file: DataView): Table | null {
  const start = file.getUint32(0) === collectionTag ? file.getUint32(12) : 0;
  if (!fontTags.has(file.getUint32(start))) return null;
  for (let index = 0; index < file.getUint16(start + 4); index++) {
    const record = start + 12 + 16 * index;
    if (file.getUint32(record) !== mapTag) continue;
    const table = from(file, file.getUint32(record + 8));
    const maps = Array.from({ length: table.getUint16(2) }, (_, entry) =>
      from(table, table.getUint32(4 + 8 * entry + 4)),
    );
    return (
      [12, 4].map((format) => maps.find((map) => map.getUint16(0) === format)).find(Boolean) ?? null
    );
  }
  return null;
}

function from(view: DataView, offset: number): Table {
  return new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);
}

/** Format 12: runs of code points with runs of glyphs. */
function readGroups(map: Table): readonly number[] {
  const found: number[] = [];
  for (let group = 0; group < map.getUint32(12); group++) {
    const at = 16 + 12 * group;
    const first = map.getUint32(at);
    const last = Math.min(map.getUint32(at + 4), 0x10ffff);
    const glyph = map.getUint32(at + 8);
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) found.push(code);
  }
  return found;
}

/** Format 4: segments, whose glyphs are a difference or stand in a list behind them. */
function readSegments(map: Table): readonly number[] {
  const found: number[] = [];
  const size = map.getUint16(6);
  for (let at = 0; at < size; at += 2) {
    const last = map.getUint16(14 + at);
    const first = map.getUint16(16 + size + at);
    const delta = map.getUint16(16 + 2 * size + at);
    const place = 16 + 3 * size + at;
    const offset = map.getUint16(place);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : map.getUint16(place + offset + 2 * (code - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.push(code);
    }
  }
  return found;
}
