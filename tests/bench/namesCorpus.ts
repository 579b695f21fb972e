import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { actorName } from './corpus.ts';

/** Twenty syllables of a script, of which made names consist, and what stands between two words. */
interface Script {
  readonly syllables: readonly string[];
  readonly gap: string;
}

function script(syllables: string, gap = ' '): Script {
  return { syllables: syllables.split(' '), gap };
}

const scripts: readonly Script[] = [
  script('É Ö Ñ Ša Če Ži Ło Ğu Ái Ûm Øs Åb Ÿr Ïn Èl Ćo Đa Ře Ţu Şi'),
  script('Ба Ве Ги До Жу За Ки Ле Мо Ну Па Ре Си То Ум Фа Хе Ци Чо Шу'),
  script('Αλ Βε Γι Δο Ζω Θα Κε Λι Μο Νυ Πα Ρε Σι Το Φω Χα Ψε Ευ Ιδ Ωρ'),
  script('Բա Գե Դի Զո Թու Լա Խե Կի Հո Մու Նա Շե Չի Պո Ռու Սա Վե Տի Րո Ցու'),
  script('ბა გე დი ვო ზუ თა კე ლი მო ნუ პა რე სი ტო ფუ ქა ღე ყი შო ჩუ'),
  script('با تي جو حا خي دو را زي سو شا صي طو عا غي فو قا كي لو ما ني'),
  script('בא גי דו הא וי זו חא טי יו כא לי מו נא סי עו פא צי קו רא שי'),
  script('का गी चू जे टो डा ती दू ने पो बा मी यू रे लो वा शी सू हे खो'),
  script('กา ขี คู งา จี ชู ซา ดี ตู ทา นี บู ปา ผี พู ฟา มี ยู รา ลี', ''),
  script('가 나 다 라 마 바 사 아 자 차 카 타 파 하 고 노 도 로 모 보', ''),
  script('安 白 陈 丁 方 高 何 江 孔 李 马 宁 潘 秦 任 宋 唐 王 徐 杨', ''),
  script('カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ', '・'),
];

/** How many aliases each actor has. */
const perActor = 4;

/** The number written in syllables, so that each has a name of its own. */
function madeName({ syllables, gap }: Script, number: number): string {
  const base = syllables.length;
  const at = (digit: number): string => syllables[digit % base] ?? '';
  const first = at(number) + at(Math.floor(number / base));
  return `${first}${gap}${at(Math.floor(number / base ** 2))}${at(Math.floor(number / base ** 3) + number)}`;
}

/** An actor's aliases: initials, a longer Latin form, and two other scripts, in turn. */
function aliasesOf(index: number): readonly string[] {
  const first = scripts[index % scripts.length] ?? scripts[0];
  const second = scripts[(index + 5) % scripts.length] ?? scripts[0];
  if (first === undefined || second === undefined) return [];
  const letter = (at: number): string => String.fromCharCode(65 + (Math.floor(at) % 26));
  const initials = `${letter(index)}${letter(index / 26)}${letter(index / 676)}${letter(index / 17576)}Q`;
  return [
    initials,
    `The ${actorName(index)} Committee`,
    madeName(first, index),
    madeName(second, index),
  ];
}

/**
 * Gives every actor of a corpus its aliases, and every article a paragraph that names its actors, each by
 * another alias. Returns how many aliases there are.
 */
export function writeAliases(content: string, actors: number): number {
  for (let index = 0; index < actors; index++) {
    const file = path.join(content, `actors/actor-${index}.md`);
    const line = `aliases: [${aliasesOf(index).join(', ')}]`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^aliases: .*$/m, line));
  }
  const folder = path.join(content, 'articles');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.md')) continue;
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const line = /^actors: .*$/m.exec(text)?.[0] ?? '';
    const named = Array.from(line.matchAll(/\d+/g), ([index], at) => aliasesOf(Number(index))[at]);
    writeFileSync(file, `${text}\nBeside them stood ${named.join(', ')} and others.\n`);
  }
  return actors * perActor;
}

/** A report as pasted from a wire, of some of the actors. */
export function writeRawArticle(file: string, actors: number): void {
  const [one, other, third] = [17, 1234, 4321].map((index) => actorName(index % actors));
  const [initials = ''] = aliasesOf(99 % actors);
  writeFileSync(
    file,
    [
      `${one} and ${other} meet over ferries`,
      '',
      `SORUN, Dec 31 (Reuters) - ${one} met ${other} on Wednesday, two officials said. ${third} was not there.`,
      '',
      `"It went well," said a spokesman of ${initials}, which had asked for the meeting.`,
      '',
      'Ferries have not run since Sunday, when a storm damaged the pier of the town.',
      '',
    ].join('\n'),
  );
}
