/**
 * Languages that are so near to one another that a short text of one may be taken for the other. A day is then
 * looked for by the names of all of them.
 */
const kin: readonly (readonly string[])[] = [
  ['id', 'ms'],
  ['no', 'da', 'sv'],
  ['cs', 'sk'],
  ['hr', 'bs', 'sr', 'sl'],
  ['bg', 'mk', 'sr', 'ru', 'uk', 'be'],
  ['pt', 'gl', 'es', 'ca'],
  ['fa', 'ps', 'ur', 'ar', 'ckb'],
  ['hi', 'mr', 'ne'],
  ['tr', 'az', 'uz'],
  ['nl', 'af', 'de'],
  ['et', 'fi'],
];

/** The languages near to one, without itself. */
export function kinOf(language: string): readonly string[] {
  const near = kin.filter((group) => group.includes(language)).flat();
  return [...new Set(near)].filter((each) => each !== language);
}

/** Words and letters that one language of several near ones has. */
interface Telling {
  readonly language: string;
  readonly marks: RegExp;
}

const word = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`, 'giu');

/** What tells those apart that eld takes for each other, or does not know, by the language that it gives. */
const telling: readonly {
  readonly among: readonly string[];
  readonly of: readonly Telling[];
}[] = [
  {
    // It knows no Indonesian, and takes that for Malay.
    among: ['ms'],
    of: [
      {
        language: 'id',
        marks: word(
          'bahwa|karena|bisa|mengatakan|sudah|setelah|kemarin|senin|kamis|jumat|minggu|maret|agustus|desember|juli|juni|mobil|ujar|menurut|polisi|yakni|sejumlah|warga|kata dia|dari|rumah sakit|saat|usai|pewarta',
        ),
      },
      {
        language: 'ms',
        marks: word(
          'bahawa|kerana|boleh|berkata|selepas|semula|semalam|isnin|khamis|jumaat|ahad|mac|ogos|disember|julai|kereta|beliau|polis|iaitu|ialah|daripada|hospital|ketika|menerusi|akhbar|pukul',
        ),
      },
    ],
  },
  {
    among: ['hi', 'mr'],
    of: [
      { language: 'hi', marks: word('है|हैं|ने|की|के|का|में|से|को|था|थी|थे|पर|और|गया|गई') },
      { language: 'mr', marks: word('आहे|आहेत|आणि|या|ही|होते|होती|केले|केली|झाले|झाली|मध्ये|यांनी|असे') },
      { language: 'ne', marks: word('छ|छन्|र|भएको|गरेको|गरेका|पनि|मा|थियो|भने|हुने|गर्ने|लाई') },
    ],
  },
  {
    // Letters that one alphabet has: Serbian ђ and ћ, Macedonian ѓ and ќ, Ukrainian ї and є, Belarusian ў.
    among: ['bg', 'ru', 'sr', 'uk', 'be', 'mk'],
    of: [
      { language: 'sr', marks: /[ђћ]|(?<!\p{L})(?:је|су|није|био|била)(?!\p{L})/giu },
      { language: 'mk', marks: /[ѓќѕ]|(?<!\p{L})(?:во|дека|рече|беа)(?!\p{L})/giu },
      { language: 'uk', marks: /[їєґ]/gi },
      { language: 'be', marks: /ў/gi },
      { language: 'bg', marks: /\p{L}ъ\p{L}|(?<!\p{L})(?:ще|това|че|със|във|бяха)(?!\p{L})/giu },
      { language: 'ru', marks: /[ыэё]/gi },
    ],
  },
];

/**
 * Which of several near languages a text is in, by words and letters that one of them alone has; null where
 * nothing or not enough tells.
 * @param guess the language that eld gives
 */
export function tellApart(text: string, guess: string): string | null {
  const group = telling.find(({ among }) => among.includes(guess));
  if (group === undefined) return null;
  const counts = group.of
    .map(({ language, marks }) => ({ language, count: (text.match(marks) ?? []).length }))
    .sort((one, other) => other.count - one.count);
  const [best, next] = counts;
  if (best === undefined || next === undefined) return null;
  return best.count > 2 * next.count ? best.language : null;
}

/** Whether eld gives a language for another that it does not know, however sure it is: Malay for Indonesian. */
export function isConfused(guess: string): boolean {
  return guess === 'ms';
}
