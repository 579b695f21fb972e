/** Pictures for links: what is drawn, how text has room, what no font has. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Blob, Face } from 'harfbuzzjs';
import { LineBreaker } from 'css-line-break';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findCharacters } from '../../src/social/characters.ts';
import { createPainter } from '../../src/social/drawPicture.ts';
import { breakText, fitText } from '../../src/social/fitText.ts';
import { findFonts, hashDrawing } from '../../src/social/fonts.ts';
import { readGlyphs } from '../../src/social/glyphs.ts';
import { keyOfPicture, type Picture } from '../../src/social/picture.ts';
import { keyOfPng } from '../../src/social/png.ts';
import { root } from '../support/site.ts';

const test = suite('pictures');

const require = createRequire(import.meta.url);
const fonts = findFonts(null);
const drawing = hashDrawing(fonts);
const draw = await createPainter(fonts, drawing);

function pictureOf(headline: string, dir: 'ltr' | 'rtl' = 'ltr'): Picture {
  return {
    headline: { text: headline, dir },
    note: { text: '5 January 2024', dir: 'ltr' },
    site: { text: 'Test', dir: 'ltr' },
    accent: '#1d5a9c',
  };
}

interface Seen {
  readonly width: number;
  readonly height: number;
  /** The dark pixels of an area: their number, the first and last column and row. */
  readonly ink: (top: number, bottom: number) => readonly number[];
  readonly colourAt: (x: number, y: number) => string;
}

/** A picture as another decoder reads it. */
async function look(png: Buffer): Promise<Seen> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const pixel = (x: number, y: number): Uint8ClampedArray =>
    data.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 4);
  return {
    width: image.width,
    height: image.height,
    colourAt: (x, y) => `#${Buffer.from(pixel(x, y)).toString('hex').slice(0, 6)}`,
    ink: (top, bottom) => {
      let [count, left, right, first, last] = [0, image.width, 0, image.height, 0];
      for (let y = top; y < bottom; y++) {
        for (let x = 0; x < image.width; x++) {
          if ((data[4 * (y * image.width + x)] ?? 255) > 100) continue;
          count += 1;
          [left, right] = [Math.min(left, x), Math.max(right, x)];
          [first, last] = [Math.min(first, y), Math.max(last, y)];
        }
      }
      return [count, left, right, first, last];
    },
  };
}

/** Where headlines stand. */
const headlineArea = [140, 510] as const;

test('a picture is a PNG of 1200 by 630 in the colours of the site', async () => {
  const seen = await look(draw(pictureOf('A headline')));
  assert.equal([seen.width, seen.height], [1200, 630]);
  assert.is(seen.colourAt(0, 0), '#1d5a9c');
  assert.is(seen.colourAt(1199, 19), '#1d5a9c');
  assert.is(seen.colourAt(0, 20), '#ffffff');
  assert.is(seen.colourAt(1199, 629), '#ffffff');
  assert.ok((seen.ink(...headlineArea)[0] ?? 0) > 1000);
});

test('the same picture has the same bytes, whatever was drawn before it', async () => {
  const first = draw(pictureOf('A headline'));
  draw(pictureOf('عنوان', 'rtl'));
  assert.ok(first.equals(draw(pictureOf('A headline'))));
  const other = await createPainter(fonts, drawing);
  assert.ok(first.equals(other(pictureOf('A headline'))));
});

test('text stands at the side where its direction begins', async () => {
  const [, left = 0, right = 0] = (await look(draw(pictureOf('Ship')))).ink(...headlineArea);
  assert.ok(left >= 80 && left < 95, `${left}`);
  assert.ok(right < 400, `${right}`);
  const arabic = (await look(draw(pictureOf('سفينة', 'rtl')))).ink(...headlineArea);
  assert.ok((arabic[1] ?? 0) > 800 && (arabic[2] ?? 0) <= 1120, arabic.join());
});

test('Arabic letters are joined', async () => {
  const width = async (text: string): Promise<number> => {
    const [, left = 0, right = 0] = (await look(draw(pictureOf(text, 'rtl')))).ink(...headlineArea);
    return right - left;
  };
  // A zero-width non-joiner holds letters apart.
  const joined = await width('سسسسسس');
  assert.ok((await width('س\u200cس\u200cس\u200cس\u200cس\u200cس')) > joined * 1.2);
});

for (const headline of [
  'W'.repeat(300),
  'Word '.repeat(60),
  'عنوان '.repeat(60),
  'A & B < C > "D"',
]) {
  test(`all of “${headline.slice(0, 12)}…” stays within the margins`, async () => {
    const dir = headline.startsWith('ع') ? 'rtl' : 'ltr';
    const [count = 0, left = 0, right = 0, top = 0, bottom = 0] = (
      await look(draw(pictureOf(headline, dir)))
    ).ink(...headlineArea);
    assert.ok(count > 1000);
    assert.ok(left >= 80 && right <= 1120, `${left} ${right}`);
    assert.ok(top > headlineArea[0] && bottom < headlineArea[1] - 1, `${top} ${bottom}`);
  });
}

test('a picture says its key, as long as it is whole', () => {
  const picture = pictureOf('A headline');
  const png = draw(picture);
  assert.is(keyOfPng(png), keyOfPicture(picture, drawing));
  assert.is(keyOfPng(png.subarray(0, -1)), null);
  assert.is(keyOfPng(Buffer.concat([png, Buffer.from('x')])), null);
  for (let at = 8; at < png.length; at += 97) {
    const damaged = Buffer.from(png);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    assert.is(keyOfPng(damaged), null, `byte ${at}`);
  }
  assert.is(keyOfPng(Buffer.from('no picture')), null);
});

test('every part of a picture is in its key', () => {
  const picture = pictureOf('A headline');
  const others: readonly Picture[] = [
    pictureOf('Another headline'),
    pictureOf('A headline', 'rtl'),
    { ...picture, note: null },
    { ...picture, site: { text: 'Other', dir: 'ltr' } },
    { ...picture, accent: '#000000' },
  ];
  const keys = [picture, ...others].map((each) => keyOfPicture(each, drawing));
  assert.is(new Set([...keys, keyOfPicture(picture, 'x')]).size, others.length + 2);
});

test('lines break where Unicode says, and what is too much is cut', () => {
  // Every letter is as wide as half of its size.
  const measureIn = (size: number) => (text: string) => (text.length * size) / 2;
  const sizes = [
    { size: 20, lines: 1 },
    { size: 10, lines: 2 },
  ];
  const cases: readonly (readonly [text: string, size: number, lines: readonly string[]])[] = [
    ['Ten letter', 20, ['Ten letter']],
    ['Two lines, of ten letters', 10, ['Two lines, of ten', 'letters']],
    ['A well-known long-distance call', 10, ['A well-known long-', 'distance call']],
    ['one two three four five six seven eight nine', 10, ['one two three four', 'five six seven…']],
    ['abcdefghijklmnopqrstuvwxyz', 10, ['abcdefghijklmnopqrs…']],
    // A full stop begins no line.
    ['台'.repeat(19) + '湾。选', 10, ['台'.repeat(19), '湾。选']],
    ['', 20, ['']],
  ];
  for (const [text, size, lines] of cases) {
    assert.equal(fitText(text, 100, sizes, measureIn), { size, lines }, text);
  }
});

test('what is plain breaks as Unicode says, without asking', () => {
  const piecesOf = (text: string): readonly string[] => {
    const breaker = LineBreaker(text, { lineBreak: 'strict', wordBreak: 'normal' });
    const pieces: string[] = [];
    for (let next = breaker.next(); !next.done; next = breaker.next()) {
      pieces.push(next.value.slice());
    }
    return pieces;
  };
  const pieces = [
    'Zürich',
    '1,500',
    '3.5',
    'don’t',
    "d'or",
    'No.',
    'why?',
    'a:b',
    '10:30',
    'Łódź,',
    'end;',
    'oh!',
  ];
  // Each beside each; the last ones are not plain.
  const words = [
    ...pieces,
    'well-known',
    '“so”',
    '(no)',
    '5%',
    '$5',
    '上海',
    'a/b',
    'Ａ',
    '…',
    '–',
  ];
  for (const one of words) {
    for (const other of words) {
      const text = `${one} ${other} ${one}`;
      assert.equal(breakText(text), piecesOf(text), text);
    }
  }
  assert.is(breakText(`${'a'.repeat(50_000)}#`).length, 1);
});

test('characters are those that HarfBuzz finds in the font', () => {
  const files = [
    ...[
      'DejaVuSansCondensed',
      'DejaVuSansCondensed-Bold',
      'DejaVuSerif-Italic',
      'DejaVuSansMono',
    ].map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
  ];
  for (const file of files) {
    const bytes = readFileSync(file);
    const found = [...new Set(findCharacters(bytes))].sort((a, b) => a - b);
    const wanted = [...new Face(new Blob(bytes)).collectUnicodes()].sort((a, b) => a - b);
    assert.ok(found.length > 2000);
    assert.equal(found, wanted, file);
  }
});

test('what is no font has no characters', () => {
  const font = readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'));
  assert.is(findCharacters(Buffer.from('wOF2 and more bytes')), null);
  assert.is(findCharacters(Buffer.alloc(0)), null);
  assert.is(findCharacters(font.subarray(0, 500)), null);
});

test('Latin, Greek, Cyrillic, Arabic and Hebrew can be shown', () => {
  const glyphs = readGlyphs(fonts);
  const text = 'Žluťoučký kůň — “Łódź” Ελληνικά Кремль مجلس الأمن עברית ١٢٣ … 50 % €';
  assert.is(glyphs?.findMissing(text), null);
  assert.is(glyphs?.findMissing('می\u200cخواهم'), null, 'a joiner needs no glyph');
  assert.is(glyphs?.findMissing('A 🚀 and 台'), '🚀');
  assert.is(glyphs?.findMissing('台'), '台');
});

test('a font of the operator comes first, and ours shows what it lacks', () => {
  const own = require.resolve('dejavu-fonts-ttf/ttf/DejaVuMathTeXGyre.ttf');
  const glyphs = readGlyphs(findFonts(own));
  // Mathematical letters are in it, Arabic is not.
  assert.is(glyphs?.findMissing('𝔄 مجلس'), null);
  assert.is(readGlyphs(fonts)?.findMissing('𝒜'), '𝒜');
  assert.is(readGlyphs(findFonts(path.join(root, 'package.json'))), null);
  assert.is.not(hashDrawing(findFonts(own)), drawing);
});

test.run();
