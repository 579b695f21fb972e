import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, parseDay, type Day } from '../../src/dates/day.ts';
import { createRandom } from '../support/random.ts';

/** What a made corpus holds. The same numbers give the same bytes. */
export interface CorpusOptions {
  readonly articles: number;
  readonly topics: number;
  readonly actors: number;
  readonly perDay: number;
  readonly words: number;
}

export const corpusShape = { topics: 60, actors: 600, perDay: 5, words: 300 } as const;

/** An actor that stands in about 400 articles, whatever the corpus' size. */
export const frequentActor = 7;
const frequency = 400;

function withFrequent(
  actors: readonly number[],
  index: number,
  articles: number,
): readonly number[] {
  const others = actors.map((actor) => (actor === frequentActor ? frequentActor + 1 : actor));
  const isOne = index % Math.max(1, Math.floor(articles / frequency)) === 0;
  return [...new Set(isOne ? [frequentActor, ...others.slice(1)] : others)];
}

export interface CorpusArticle {
  readonly day: Day;
  readonly slug: string;
  readonly title: string;
  readonly topics: readonly number[];
  readonly actors: readonly number[];
  readonly body: string;
}

/** The newest day of every corpus: past, so that no article is announced as one of the future. */
export const lastDay = dayOf('2025-12-31');

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
}

/** The articles of a corpus, oldest first: 300 words, 3 of 60 topics, 4 of 600 actors each. */
export function* makeArticles(options: CorpusOptions): Generator<CorpusArticle> {
  const random = createRandom(20240105);
  let day = addDays(lastDay, 1 - Math.ceil(options.articles / options.perDay));
  for (let index = 0; index < options.articles; index++) {
    if (index > 0 && index % options.perDay === 0) day = addDays(day, 1);
    const topics = pick(3, options.topics, random);
    const actors = withFrequent(pick(4, options.actors, random), index, options.articles);
    yield {
      day,
      slug: `item-${index + 1}-${word(random)}-${word(random)}`,
      title: `${capital(word(random))} ${word(random)} ${word(random)} ${word(random)} ${word(random)} ${index + 1}`,
      topics,
      actors,
      body: makeBody(options.words, actors, random),
    };
  }
}

export function actorName(index: number): string {
  return `${capital(syllables[index % syllables.length] ?? '')}son ${capital(syllables[Math.floor(index / syllables.length) % syllables.length] ?? '')}berg ${index}`;
}

export function topicName(index: number): string {
  return `Topic ${index}`;
}

/** Writes a corpus as a Dateline content folder. */
export function writeCorpus(folder: string, options: CorpusOptions): void {
  rmSync(folder, { recursive: true, force: true });
  for (const below of ['articles', 'topics', 'actors'])
    mkdirSync(path.join(folder, below), { recursive: true });
  const write = (file: string, lines: readonly string[]): void =>
    writeFileSync(path.join(folder, file), `${lines.join('\n')}\n`);
  write('site.yaml', [
    'title: Corpus',
    'url: https://corpus.example/',
    'language: en',
    'zone: UTC',
    'authority: corpus.example',
    'search: false',
    'socialImages: false',
  ]);
  for (let index = 0; index < options.topics; index++) {
    write(`topics/topic-${index}.md`, [
      '---',
      `name: ${topicName(index)}`,
      `summary: All of topic ${index}.`,
      '---',
    ]);
  }
  for (let index = 0; index < options.actors; index++) {
    write(`actors/actor-${index}.md`, [
      '---',
      `name: ${actorName(index)}`,
      `type: ${['person', 'organisation', 'state', 'group'][index % 4] ?? ''}`,
      `aliases: [Alias ${index}]`,
      '---',
      '',
      `A profile of ${actorName(index)}.`,
    ]);
  }
  const years = new Set<string>();
  for (const article of makeArticles(options)) {
    const year = article.day.slice(0, 4);
    if (!years.has(year)) mkdirSync(path.join(folder, 'articles', year), { recursive: true });
    years.add(year);
    write(`articles/${year}/${article.day}-${article.slug}.md`, [
      '---',
      `title: ${article.title}`,
      `date: ${article.day}`,
      `id: ${article.slug}`,
      `summary: A summary of one sentence that says what ${article.slug} is about.`,
      `topics: [${article.topics.map((topic) => `topic-${topic}`).join(', ')}]`,
      `actors: [${article.actors.map((actor) => `actor-${actor}`).join(', ')}]`,
      'sources:',
      `  - name: Agency ${article.topics[0] ?? 0}`,
      `    url: https://agency.example/${article.slug}`,
      '---',
      '',
      article.body,
    ]);
  }
}

const syllables = 'ka lo mi ne pu ra si to vu wa ze bo da fe gi ho ja li mo nu'.split(' ');

function word(random: () => number): string {
  const length = 1 + Math.floor(random() * 3);
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}

function makeBody(words: number, actors: readonly number[], random: () => number): string {
  const paragraphs: string[] = [];
  let left = words;
  for (let index = 0; left > 0; index++) {
    const length = Math.min(left, 75);
    const text = Array.from({ length }, () => word(random));
    const actor = actors[index % actors.length];
    if (actor !== undefined) text.splice(Math.floor(length / 2), 3, actorName(actor));
    paragraphs.push(
      `${capital(text.join(' '))}. It was **said** in [a report](https://agency.example/${index}).`,
    );
    left -= length;
  }
  return paragraphs.join('\n\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick(count: number, from: number, random: () => number): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, from)) chosen.add(Math.floor(random() * from));
  return [...chosen];
}
