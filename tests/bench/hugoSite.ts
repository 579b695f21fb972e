import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { actorName, makeArticles, topicName, type CorpusOptions } from './corpus.ts';

/**
 * Writes the corpus as a Hugo site with the same pages: articles, days, months, years, topics and
 * actors (with year pages left out, which Hugo has no notion of), and one RSS feed a topic and actor.
 */
export function writeHugoSite(folder: string, options: CorpusOptions): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('config.json', JSON.stringify(hugoConfig));
  for (const [file, text] of Object.entries(layouts)) write(`layouts/${file}`, text);
  for (let index = 0; index < options.topics; index++) {
    write(
      `content/topics/topic-${index}/_index.md`,
      `---\ntitle: ${topicName(index)}\n---\nAll of topic ${index}.\n`,
    );
  }
  for (let index = 0; index < options.actors; index++) {
    write(
      `content/actors/actor-${index}/_index.md`,
      `---\ntitle: ${actorName(index)}\n---\nA profile.\n`,
    );
  }
  const periods = new Set<string>();
  const period = (kind: string, name: string): void => {
    if (periods.has(`${kind}/${name}`)) return;
    periods.add(`${kind}/${name}`);
    // Days, months and years have a page but no feed.
    write(`content/${kind}/${name}/_index.md`, `---\ntitle: "${name}"\noutputs: [html]\n---\n`);
  };
  for (const article of makeArticles(options)) {
    const [month, year] = [article.day.slice(0, 7), article.day.slice(0, 4)];
    period('days', article.day);
    period('months', month);
    period('years', year);
    write(
      `content/articles/${year}/${article.slug}.md`,
      `---
title: ${article.title}
date: ${article.day}
summary: A summary of one sentence that says what ${article.slug} is about.
topics: [${article.topics.map((topic) => `topic-${topic}`).join(', ')}]
actors: [${article.actors.map((actor) => `actor-${actor}`).join(', ')}]
days: ["${article.day}"]
months: ["${month}"]
years: ["${year}"]
source: Agency ${article.topics[0] ?? 0}
sourceUrl: https://agency.example/${article.slug}
---

${article.body}
`,
    );
  }
}

const hugoConfig = {
  baseURL: 'https://corpus.example/',
  title: 'Corpus',
  languageCode: 'en',
  taxonomies: { topic: 'topics', actor: 'actors', day: 'days', month: 'months', year: 'years' },
  outputs: {
    home: ['html', 'rss'],
    section: ['html'],
    taxonomy: ['html'],
    term: ['html', 'rss'],
    page: ['html'],
  },
  rssLimit: 30,
  disableKinds: ['robotsTXT', '404'],
};

const item = `<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p><p>{{ .Params.summary }}</p><p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ range .GetTerms "actors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p><p>Source: <a href="{{ .Params.sourceUrl }}">{{ .Params.source }}</a></p></article>`;

const layouts: Readonly<Record<string, string>> = {
  '_default/baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}">{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}</head><body><header><nav><a href="/">Home</a> <a href="/topics/">Topics</a> <a href="/actors/">Actors</a> <a href="/days/">Days</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>Corpus</footer></body></html>`,
  '_default/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>{{ .Content }}<p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ range .GetTerms "actors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p><p>Source: <a href="{{ .Params.sourceUrl }}">{{ .Params.source }}</a></p>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}`,
  '_default/section.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range first 30 .RegularPagesRecursive }}{{ partial "item.html" . }}{{ end }}{{ end }}`,
  '_default/taxonomy.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}`,
  '_default/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ range first 30 .Pages }}{{ partial "item.html" . }}{{ end }}{{ end }}`,
  'months/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}{{ partial "item.html" . }}{{ end }}{{ end }}`,
  'years/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}`,
  'index.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range first 30 .Site.RegularPages }}{{ partial "item.html" . }}{{ end }}{{ end }}`,
  'partials/item.html': item,
};
