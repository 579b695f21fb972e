/** Texts in the encodings of many scripts: the right text, or a refusal that names the encoding. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeRaw, ImportError } from '../../src/import/decodeRaw.ts';
import { runCli } from '../support/cli.ts';
import { makeContent, makeFolder } from '../support/site.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** The bytes of a text, by the decoder itself: each letter's bytes are looked up. */
function encode(text: string, encoding: string): Uint8Array {
  const bytesOf = tableOf(encoding);
  return Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf.get(letter) ?? fail(letter)));
}

function fail(letter: string): never {
  throw new Error(`no bytes for ${letter}`);
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No letter of the encoding.
    }
  };
  for (let first = 0; first < 256; first++) add([first]);
  if (/euc|jis|gb|big5/i.test(encoding)) {
    for (let first = 0x81; first < 255; first++) {
      for (let second = 0x40; second < 255; second++) add([first, second]);
    }
  }
  tables.set(encoding, table);
  return table;
}

const texts = {
  ko: '항구가 다시 열렸다\n\n서울에서 항구가 다시 열렸다고 항만 당국이 월요일 밝혔다.\n',
  ja: 'ラーン港が再開\n\nラーンの港が再び開いたと港湾当局が発表した。最初の船は月曜日に出る。\n',
  zh: '拉恩港重新开放\n\n拉恩港重新开放，港务局星期一表示。第一艘渡轮将于下周出发。\n',
  tw: '拉恩港重新開放\n\n拉恩港重新開放，港務局星期一表示。第一艘渡輪將於下週出發。\n',
  ru: 'Порт снова открыт\n\nПорт Ларна снова открыт, сообщили власти. Первый паром уйдёт в понедельник.\n',
  uk: 'Порт знову відкрито\n\nПорт Ларна знову відкрито, повідомила влада. Перший пором вирушить у понеділок.\n',
  el: 'Το λιμάνι άνοιξε\n\nΤο λιμάνι της Λαρν άνοιξε ξανά, ανακοίνωσε η αρχή. Το πλοίο φεύγει τη Δευτέρα.\n',
  ar: 'أعيد فتح الميناء\n\nأعيد فتح ميناء لارن حسبما ذكرت السلطات يوم الاثنين.\n',
  he: 'הנמל נפתח\n\nנמל לארן נפתח מחדש, כך מסרה הרשות. המעבורת יוצאת ביום שני.\n',
  pl: 'Port otwarty\n\nPort w Larn został ponownie otwarty, poinformowały władze. Żegluga będzie wolna w niedzielę.\n',
  cs: 'Přístav otevřen\n\nPřístav Larn byl znovu otevřen, uvedl úřad. První trajekt vypluje v pondělí.\n',
  tr: 'Liman açıldı\n\nLarn limanı yeniden açıldı, yetkililer söyledi. İlk feribot pazartesi günü kalkacak.\n',
  de: 'Hafen geöffnet\n\nDer Hafen von Larn ist wieder geöffnet, sagte die Behörde. Die Fähre fährt für Gäste.\n',
  greek:
    'Άνοιξε το λιμάνι\n\nΈνα πλοίο φεύγει τη Δευτέρα. Άλλα περιμένουν, είπε ο λιμενάρχης της Λαρν.\n',
  hu: 'Megnyílt a kikötő\n\nA larni kikötő ismét megnyílt, közölte a hatóság. Az első komp hétfőn indul, a következő szerdán.\n',
  sk: 'Otvorený prístav\n\nPrístav Larn je znovu otvorený, uviedol úrad. Ľudia čakali veľmi dlho, prvá loď vypláva v pondelok.\n',
  short:
    'Port znów otwarty\n\nWładze podały, że statki będą mogły wrócić do portu w Larn już jutro.\n',
  hr: 'Luka otvorena\n\nLuka Larn ponovno je otvorena, priopćile su vlasti. Žene i muškarci čekali su više od dva dana.\n',
  oe: 'Le cœur du port\n\nLa préfecture a voté un budget de 12 € par tête, et les sœurs Œuvre ont applaudi à la fin.\n',
  fr: 'Le port rouvert\n\nLe port de Larn a été rouvert, a déclaré la préfecture. La première traversée est prévue.\n',
} as const;

const table: readonly (readonly [keyof typeof texts, string])[] = [
  ['ko', 'euc-kr'],
  ['ja', 'shift_jis'],
  ['ja', 'euc-jp'],
  ['zh', 'gb18030'],
  ['tw', 'big5'],
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['uk', 'windows-1251'],
  ['el', 'iso-8859-7'],
  ['ar', 'windows-1256'],
  ['he', 'windows-1255'],
  ['pl', 'iso-8859-2'],
  ['cs', 'windows-1250'],
  ['tr', 'windows-1254'],
  ['de', 'iso-8859-15'],
  ['fr', 'iso-8859-15'],
  ['greek', 'windows-1253'],
  ['greek', 'iso-8859-7'],
  ['hu', 'windows-1250'],
  ['hu', 'iso-8859-2'],
  ['sk', 'windows-1250'],
  ['sk', 'iso-8859-2'],
  ['short', 'windows-1250'],
  ['short', 'iso-8859-2'],
  ['hr', 'iso-8859-2'],
  ['cs', 'iso-8859-2'],
  ['pl', 'windows-1250'],
  ['he', 'iso-8859-8'],
];

const encodings = suite('encodings');

for (const [language, encoding] of table) {
  encodings(`${language} in ${encoding}`, () => {
    assert.is(decodeRaw(encode(texts[language], encoding)), texts[language]);
  });
}

encodings('signs of Windows-1252 are signs', () => {
  const text = 'The mayor said \u201cwe\u2019re open\u201d \u2014 Pe\u00f1a agreed.';
  const bytes = Buffer.from(
    text.replace(/[\u2014\u2019\u201c\u201d]/g, (sign) =>
      String.fromCharCode({ '\u2014': 0x97, '\u2019': 0x92, '\u201c': 0x93 }[sign] ?? 0x94),
    ),
    'latin1',
  );
  assert.is(decodeRaw(bytes), text);
  assert.is(decodeRaw(bytes, 'text/html; charset=iso-8859-1'), text);
});

for (const [language, text] of Object.entries(texts)) {
  encodings(`${language} in UTF-16, with a mark and without`, () => {
    const little = Buffer.from(text, 'utf16le');
    assert.is(decodeRaw(little), text);
    assert.is(decodeRaw(Buffer.from(little).swap16()), text);
    assert.is(decodeRaw(Buffer.concat([Buffer.from([0xff, 0xfe]), little])), text);
  });
}

/** Bytes that are refused, and what they are said to look like. */
const refused: readonly (readonly [what: string, bytes: Uint8Array, name: RegExp])[] = [
  ['DOS Cyrillic', encode(texts.ru, 'ibm866'), /looks like ibm866/],
  ['Croatian of Windows, which looks like French', encode(texts.hr, 'windows-1250'), /not UTF-8/],
  ['œ and € of Latin-9, which are signs in another', encode(texts.oe, 'iso-8859-15'), /not UTF-8/],
  ['Mac Roman', encode(texts.fr, 'macintosh'), /looks like macintosh/],
  [
    'one broken letter',
    Buffer.from(`${texts.ko}\u00ff`, 'utf8').subarray(0, -1),
    /UTF-8 with broken letters, the first in line 4/,
  ],
  [
    'a letter cut at the end',
    Buffer.from(texts.ru, 'utf8').subarray(0, 29),
    /UTF-8 with broken letters/,
  ],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /UTF-32/],
  ['half a surrogate', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /UTF-16/],
  ['no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /no text/],
  [
    'a picture without zeros',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0x9d, 0x81, 0x8f]),
    /not UTF-8/,
  ],
  ['one short word', encode('Порт', 'koi8-r'), /not UTF-8/],
  ['Korean in seven bits', Buffer.from('\u001b$)C\u000eGWA8\u000f', 'latin1'), /ISO-2022-KR/],
];

for (const [what, bytes, name] of refused) {
  encodings(`${what} is refused`, () => {
    assert.throws(
      () => decodeRaw(bytes),
      (error: unknown) => error instanceof ImportError && name.test(error.message),
    );
  });
}

encodings('what server or page names is taken where it fits', () => {
  const short = encode('Порт', 'koi8-r');
  assert.is(decodeRaw(short, 'text/plain; charset=koi8-r'), 'Порт');
  const page = (text: string): string => `<meta charset="windows-1251"><p>${text}</p>`;
  assert.is(decodeRaw(encode(page('Порт'), 'windows-1251')), page('Порт'));
  // A name that the bytes are not of.
  assert.is(
    decodeRaw(encode(texts.ru, 'windows-1251'), 'text/plain; charset=iso-8859-1'),
    texts.ru,
  );
  assert.is(decodeRaw(encode(texts.ko, 'euc-kr'), 'text/plain; charset=utf-8'), texts.ko);
});

encodings('Japanese in seven bits is read', () => {
  assert.is(decodeRaw(Buffer.from('\u001b$B9A\u001b(B opens', 'latin1')), '港 opens');
});

encodings('the command never writes letters of a wrong encoding', () => {
  const content = makeContent({});
  const file = path.join(makeFolder(), 'report.txt');
  writeFileSync(file, encode(texts.ru, 'ibm866'));
  const { status, stderr } = runCli(['import', file, '--content', content]);
  assert.is(status, 2);
  assert.match(stderr, /looks like ibm866/);
  writeFileSync(file, encode(texts.ru, 'windows-1251'));
  const read = runCli(['import', file, '--json', '--content', content]);
  assert.is(read.status, 0);
  const { file: draft } = JSON.parse(read.stdout) as { readonly file: string };
  assert.match(readFileSync(draft, 'utf8'), /title: Порт снова открыт/);
});

encodings.run();
