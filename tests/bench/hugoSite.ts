import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { weekOf } from '../../src/dates/day.ts';
import {
  actorName,
  makeArticles,
  topicName,
  type CorpusArticle,
  type CorpusOptions,
} from './corpus.ts';
import { hugoFormats, hugoLayouts, hugoSettings, type HugoKind } from './hugoLayouts.ts';

/**
 * Writes the corpus as a Hugo site, as somebody who knows Hugo writes one: a page of each article, day,
 * month, year, topic and actor, with names from a data file; `same` has also the weeks, the sources, and
 * each topic's, actor's and source's years that Dateline writes, and its feeds (`hugoLayouts.ts`).
 */
export function writeHugoSite(folder: string, options: CorpusOptions, kind: HugoKind): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('config.json', JSON.stringify(hugoSettings(kind)));
  for (const [file, text] of Object.entries(hugoLayouts(kind))) write(`layouts/${file}`, text);
  const names: Record<string, string> = {};
  const term = (terms: string, id: string, name: string, text: string): void => {
    names[id] = name;
    write(`content/${terms}/${id}/_index.md`, `---\ntitle: ${name}\n---\n${text}\n`);
  };
  for (let index = 0; index < options.topics; index++)
    term('topics', `topic-${index}`, topicName(index), `All of topic ${index}.`);
  for (let index = 0; index < options.actors; index++)
    term('actors', `actor-${index}`, actorName(index), `A profile of ${actorName(index)}.`);
  write('data/names.json', JSON.stringify(names));
  const listed = new Set<string>();
  /** Says what a list of a taxonomy is written as, where that is not as its kind is. */
  const list = (terms: string, name: string, outputs: readonly string[]): void => {
    const file = `content/${terms}/${name}/_index.md`;
    if (listed.has(file)) return;
    listed.add(file);
    write(file, `---\ntitle: "${name}"\noutputs: ${JSON.stringify(outputs)}\n---\n`);
  };
  for (const article of makeArticles(options)) {
    const lists = listsOf(article, kind);
    for (const [terms, ids] of Object.entries(lists)) {
      const outputs = terms === 'months' ? ['html', ...hugoFormats(kind, 'months')] : ['html'];
      for (const name of ids) list(terms, name, outputs);
    }
    write(
      `content/articles/${article.day.slice(0, 4)}/${article.slug}.md`,
      `---
title: ${article.title}
date: ${article.day}
summary: A summary of one sentence that says what ${article.slug} is about.
topics: [${article.topics.map((topic) => `topic-${topic}`).join(', ')}]
actors: [${article.actors.map((actor) => `actor-${actor}`).join(', ')}]
${Object.entries(lists)
  .map(([terms, ids]) => `${terms}: ${JSON.stringify(ids)}\n`)
  .join('')}source: Agency ${article.topics[0] ?? 0}
sourceUrl: https://agency.example/${article.slug}
---

${article.body}
`,
    );
  }
}

/** The lists of an article that are not of its topics and actors, by the taxonomy's name in Hugo. */
function listsOf(
  article: CorpusArticle,
  kind: HugoKind,
): Readonly<Record<string, readonly string[]>> {
  const year = article.day.slice(0, 4);
  const periods = { days: [article.day], months: [article.day.slice(0, 7)], years: [year] };
  if (kind === 'lean') return periods;
  const agency = `agency-${article.topics[0] ?? 0}`;
  return {
    ...periods,
    weeks: [weekOf(article.day)],
    agencies: [agency],
    topicyears: article.topics.map((topic) => `topic-${topic}-${year}`),
    actoryears: article.actors.map((actor) => `actor-${actor}-${year}`),
    agencyyears: [`${agency}-${year}`],
  };
}
