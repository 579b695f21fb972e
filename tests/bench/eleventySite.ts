import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { actorName, makeArticles, topicName, type CorpusOptions } from './corpus.ts';

/**
 * Writes the corpus as a conventional Eleventy site: a template for each article, Nunjucks, and
 * collections for days, months, years, topics and actors, each with a page, topics and actors with a
 * feed.
 */
export function writeEleventySite(folder: string, options: CorpusOptions): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('package.json', '{"type":"module"}\n');
  write('eleventy.config.js', configuration);
  write('_includes/base.njk', base);
  write('_includes/article.njk', article);
  write('_includes/item.njk', item);
  write('index.njk', `---\nlayout: base.njk\ntitle: Corpus\n---\n${list('collections.newest')}`);
  for (const [kind, feeds] of [
    ['topics', true],
    ['actors', true],
    ['days', false],
    ['months', false],
    ['years', false],
  ] as const) {
    write(`${kind}.njk`, termPage(kind));
    if (feeds) write(`${kind}-feed.njk`, termFeed(kind));
  }
  const terms: Record<string, string> = {};
  for (let index = 0; index < options.topics; index++) terms[`topic-${index}`] = topicName(index);
  for (let index = 0; index < options.actors; index++) terms[`actor-${index}`] = actorName(index);
  write('_data/names.json', JSON.stringify(terms));
  for (const each of makeArticles(options)) {
    write(
      `articles/${each.day.slice(0, 4)}/${each.slug}.md`,
      `---
layout: article.njk
title: ${each.title}
date: ${each.day}
day: "${each.day}"
summary: A summary of one sentence that says what ${each.slug} is about.
topics: [${each.topics.map((topic) => `topic-${topic}`).join(', ')}]
actors: [${each.actors.map((actor) => `actor-${actor}`).join(', ')}]
source: Agency ${each.topics[0] ?? 0}
sourceUrl: https://agency.example/${each.slug}
---

${each.body}
`,
    );
  }
}

const configuration = `export default function (config) {
  const group = (keys) => (api) => {
    const groups = new Map();
    for (const item of api.getFilteredByGlob('articles/**/*.md').reverse()) {
      for (const key of keys(item.data)) groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return [...groups].map(([key, items]) => ({ key, items }));
  };
  config.addCollection('newest', (api) => api.getFilteredByGlob('articles/**/*.md').reverse().slice(0, 30));
  config.addCollection('topics', group((data) => data.topics));
  config.addCollection('actors', group((data) => data.actors));
  config.addCollection('days', group((data) => [data.day]));
  config.addCollection('months', group((data) => [data.day.slice(0, 7)]));
  config.addCollection('years', group((data) => [data.day.slice(0, 4)]));
  config.addFilter('first', (items) => items.slice(0, 30));
  config.setQuietMode(true);
}
`;

const base = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><nav><a href="/">Home</a></nav><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>`;
const article = `---
layout: base.njk
---
<p><time datetime="{{ day }}">{{ day }}</time></p>{{ content | safe }}<p>{% for topic in topics %}<a href="/topics/{{ topic }}/">{{ names[topic] }}</a> {% endfor %}{% for actor in actors %}<a href="/actors/{{ actor }}/">{{ names[actor] }}</a> {% endfor %}</p><p>Source: <a href="{{ sourceUrl }}">{{ source }}</a></p>`;
const item = `<article><h3><a href="{{ item.url }}">{{ item.data.title }}</a></h3><p><time datetime="{{ item.data.day }}">{{ item.data.day }}</time></p><p>{{ item.data.summary }}</p><p>{% for topic in item.data.topics %}<a href="/topics/{{ topic }}/">{{ names[topic] }}</a> {% endfor %}{% for actor in item.data.actors %}<a href="/actors/{{ actor }}/">{{ names[actor] }}</a> {% endfor %}</p><p>Source: <a href="{{ item.data.sourceUrl }}">{{ item.data.source }}</a></p></article>`;

function list(items: string): string {
  return `{% for item in ${items} %}{% include "item.njk" %}{% endfor %}`;
}

function termPage(kind: string): string {
  return `---
layout: base.njk
pagination: {data: collections.${kind}, size: 1, alias: term}
permalink: /${kind}/{{ term.key }}/
eleventyComputed: {title: "{{ names[term.key] or term.key }}"}
---
${list('term.items | first')}`;
}

function termFeed(kind: string): string {
  return `---
pagination: {data: collections.${kind}, size: 1, alias: term}
permalink: /${kind}/{{ term.key }}/index.xml
---
<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ names[term.key] }}</title><link>https://corpus.example/${kind}/{{ term.key }}/</link><description>{{ names[term.key] }}</description>{% for item in term.items | first %}<item><title>{{ item.data.title }}</title><link>https://corpus.example{{ item.url }}</link><guid>https://corpus.example{{ item.url }}</guid><description>{{ item.data.summary }}</description></item>{% endfor %}</channel></rss>`;
}
