import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Fonts } from './fonts.ts';
import { fitText, type TextSize } from './fitText.ts';
import { keyOfPicture, pictureSize, type Picture, type PictureText } from './picture.ts';
import { formatPng, rowLength } from './png.ts';

/** Draws a picture, as the bytes of a PNG. */
export type DrawPicture = (picture: Picture) => Buffer;

const { width, height } = pictureSize;
const margin = 84;
const room = width - 2 * margin;
const headlineSizes: readonly TextSize[] = [
  { size: 84, lines: 3 },
  { size: 72, lines: 3 },
  { size: 64, lines: 4 },
  { size: 56, lines: 4 },
  { size: 48, lines: 4 },
  { size: 42, lines: 4 },
];
const lineHeight = 1.22;
const oneLine: readonly TextSize[] = [
  { size: 34, lines: 1 },
  { size: 28, lines: 1 },
];
/** The middle of the headline, and the base lines of what stands above and below it. */
const middle = 322;
const siteBase = 118;
const noteBase = 560;
const bandHeight = 20;

/** As `layouts/style.css` has them for light pages. */
const paper = [0xff, 0xff, 0xff] as const;
const ink = [0x1c, 0x1b, 0x1a] as const;
/** Black for headlines and a grey for the rest, on white: the palette makes ink and paper of it. */
const black = '#000000';
const soft = '#525252';
/** Shades from paper to ink; the last of sixteen colours is the accent. */
const shades = 15;
const accentIndex = 15;

/**
 * Loads what draws, which only builds with a new picture wait for.
 * @param drawing part of the key that the pictures get
 */
export async function createPainter(fonts: Fonts, drawing: string): Promise<DrawPicture> {
  // Skia would look through all fonts of the system, of which no picture has a letter.
  // eslint-disable-next-line no-restricted-syntax -- it is told, not asked
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  for (const { name, files } of fonts) {
    for (const file of files) GlobalFonts.registerFromPath(file, name);
  }
  const families = fonts.map(({ name }) => `"${name}"`).join(', ');
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  return (picture) => {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    drawTexts(context, picture, families);
    const { data } = context.getImageData(0, 0, width, height);
    const rows = toRows(new Uint32Array(data.buffer, data.byteOffset, width * height));
    rows.fill((accentIndex << 4) | accentIndex, 0, rowLength(width) * bandHeight);
    for (let row = 0; row < bandHeight; row++) rows[row * rowLength(width)] = 0;
    const key = keyOfPicture(picture, drawing);
    return formatPng({ width, height, rows, palette: toPalette(picture.accent) }, key);
  };
}

function drawTexts(context: SKRSContext2D, picture: Picture, families: string): void {
  const draw = (
    { text, dir }: PictureText,
    weight: 400 | 700,
    sizes: readonly TextSize[],
    firstBase: (size: number, lines: number) => number,
  ): void => {
    const measureIn = (size: number) => {
      context.font = `${weight} ${size}px ${families}`;
      return (part: string): number => context.measureText(part).width;
    };
    context.direction = dir;
    context.textAlign = 'start';
    // A variation selector may ask for a coloured emoji, which only the system has.
    const shown = text.replace(/\p{Variation_Selector}/gu, '');
    const { size, lines } = fitText(shown, room, sizes, measureIn);
    context.font = `${weight} ${size}px ${families}`;
    const x = dir === 'rtl' ? width - margin : margin;
    const base = firstBase(size, lines.length);
    for (const [index, line] of lines.entries()) {
      context.fillText(line, x, Math.round(base + index * size * lineHeight));
    }
  };
  context.fillStyle = soft;
  draw(picture.site, 700, oneLine, () => siteBase);
  if (picture.note !== null) draw(picture.note, 400, oneLine, () => noteBase);
  context.fillStyle = black;
  // Capitals are some seven tenths of a line.
  draw(picture.headline, 700, headlineSizes, (size, lines) => {
    const block = (lines - 1) * size * lineHeight;
    return middle - block / 2 + size * 0.36;
  });
}

/** Grey pixels → rows of four bits a pixel. */
function toRows(pixels: Uint32Array): Uint8Array {
  const length = rowLength(width);
  const rows = new Uint8Array(length * height);
  let pixel = 0;
  for (let row = 0; row < height; row++) {
    const end = (row + 1) * length;
    for (let at = row * length + 1; at < end; at++) {
      const left = shadeOf[(pixels[pixel] ?? 0) & 0xff] ?? 0;
      const right = shadeOf[(pixels[pixel + 1] ?? 0) & 0xff] ?? 0;
      rows[at] = (left << 4) | right;
      pixel += 2;
    }
  }
  return rows;
}

/** The shade of each grey: white is 0, black the darkest. */
const shadeOf = Uint8Array.from({ length: 256 }, (_, grey) =>
  Math.round(((255 - grey) / 255) * (shades - 1)),
);

function toPalette(accent: string): readonly (readonly [number, number, number])[] {
  const mix = (share: number, channel: 0 | 1 | 2): number =>
    Math.round(paper[channel] + (ink[channel] - paper[channel]) * share);
  const ramp = Array.from({ length: shades }, (_, index) => {
    const share = index / (shades - 1);
    return [mix(share, 0), mix(share, 1), mix(share, 2)] as const;
  });
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    parseInt(accent.slice(at, at + 2), 16),
  );
  return [...ramp, [red, green, blue]];
}
