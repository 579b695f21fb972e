/**
 * `lean`: what Hugo's users have, one short RSS (headlines and summaries) a topic, actor and home page.
 * `same`: the pages and feeds of Dateline: RSS, Atom and JSON Feed of whole items for the home page, all
 * articles, each topic and actor (30 items) and each month (all).
 */
export type HugoKind = 'lean' | 'same';

/** The feeds that lists of a kind have, by Hugo's names of output formats. */
export function hugoFormats(
  kind: HugoKind,
  of: 'home' | 'section' | 'term' | 'months',
): readonly string[] {
  if (kind === 'same') return ['rss', 'atom', 'jsonfeed'];
  return of === 'home' || of === 'term' ? ['rss'] : [];
}

export function hugoSettings(kind: HugoKind): Readonly<Record<string, unknown>> {
  const periods = { day: 'days', month: 'months', year: 'years' };
  const others = {
    week: 'weeks',
    agency: 'agencies',
    topicyear: 'topicyears',
    actoryear: 'actoryears',
    agencyyear: 'agencyyears',
  };
  return {
    baseURL: 'https://corpus.example/',
    title: 'Corpus',
    languageCode: 'en',
    taxonomies: {
      topic: 'topics',
      actor: 'actors',
      ...periods,
      ...(kind === 'same' ? others : {}),
    },
    mediaTypes: {
      'application/atom+xml': { suffixes: ['xml'] },
      'application/feed+json': { suffixes: ['json'] },
    },
    outputFormats: {
      rss: { mediaType: 'application/rss+xml', baseName: 'feed' },
      atom: { mediaType: 'application/atom+xml', baseName: 'atom' },
      jsonfeed: { mediaType: 'application/feed+json', baseName: 'feed', isPlainText: true },
    },
    outputs: {
      home: ['html', ...hugoFormats(kind, 'home')],
      section: ['html', ...hugoFormats(kind, 'section')],
      taxonomy: ['html'],
      term: ['html', ...hugoFormats(kind, 'term')],
      page: ['html'],
    },
    disableKinds: ['robotsTXT', '404'],
  };
}

export function hugoLayouts(kind: HugoKind): Readonly<Record<string, string>> {
  return kind === 'same' ? { ...pages, ...wholeYears, ...sameFeeds } : { ...pages, ...leanFeed };
}

/** Topics and actors of a page, by their ids: `.GetTerms` would look each page up, at three times the time. */
const terms = `{{ $names := site.Data.names }}{{ range .Params.topics }}<a href="/topics/{{ . }}/">{{ index $names . }}</a> {{ end }}{{ range .Params.actors }}<a href="/actors/{{ . }}/">{{ index $names . }}</a> {{ end }}`;
const time = `<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>`;
const source = `<p>Source: <a href="{{ .Params.sourceUrl }}">{{ .Params.source }}</a></p>`;
const item = `<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>${time}</p><p>{{ .Params.summary }}</p><p>${terms}</p>${source}</article>`;
/** An item stands on many pages: Hugo keeps what it made for it. */
const cachedItem = `{{ partialCached "item.html" . .RelPermalink }}`;
const list = (items: string): string =>
  `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ range ${items} }}${cachedItem}{{ end }}{{ end }}`;

const headlines = `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}`;

const pages: Readonly<Record<string, string>> = {
  '_default/baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}">{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}</head><body><header><nav><a href="/">Home</a> <a href="/topics/">Topics</a> <a href="/actors/">Actors</a> <a href="/days/">Days</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>Corpus</footer></body></html>`,
  '_default/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><p>${time}</p>{{ .Content }}<p>${terms}</p>${source}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}`,
  '_default/section.html': list('first 30 .RegularPagesRecursive'),
  '_default/taxonomy.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}`,
  '_default/term.html': list('first 30 .Pages'),
  'weeks/term.html': headlines,
  'months/term.html': headlines,
  'years/term.html': headlines,
  'index.html': list('first 30 .Site.RegularPages'),
  'partials/item.html': item,
};

/** The years of a topic, an actor and an agency list all their items, briefly. */
const wholeYears = Object.fromEntries(
  ['topicyears', 'actoryears', 'agencyyears'].map((terms) => [
    `${terms}/term.html`,
    `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>${time}</p><p>{{ .Params.summary }}</p></article>{{ end }}{{ end }}`,
  ]),
);

const declaration = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}`;
const day = `{{ .Date.Format "2006-01-02" }}`;
const mailTime = `{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}`;

const leanFeed: Readonly<Record<string, string>> = {
  '_default/rss.xml': `{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}${declaration}<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>{{ range first 30 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>${mailTime}</pubDate><description>{{ .Params.summary }}</description></item>{{ end }}</channel></rss>`,
};

/** What a feed is of: the newest items, and of a month all. `.RegularPagesRecursive` of a term takes long. */
const entries = `{{ $pages := .Pages }}{{ if ne .Kind "term" }}{{ $pages = .RegularPagesRecursive }}{{ end }}{{ if ne .Section "months" }}{{ $pages = first 30 $pages }}{{ end }}`;
const id = `tag:corpus.example,${day}:{{ .File.ContentBaseName }}`;

const rssItem = `<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">${id}</guid><pubDate>${mailTime}</pubDate>{{ range .Params.topics }}<category>{{ index $names . }}</category>{{ end }}{{ range .Params.actors }}<category>{{ index $names . }}</category>{{ end }}<source url="{{ .Params.sourceUrl }}">{{ .Params.source }}</source><description>{{ .Params.summary }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>`;
const atomEntry = `<entry><title>{{ .Title }}</title><link href="{{ .Permalink }}"/><id>${id}</id><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated>{{ range .Params.topics }}<category term="{{ index $names . }}"/>{{ end }}{{ range .Params.actors }}<category term="{{ index $names . }}"/>{{ end }}<summary>{{ .Params.summary }}</summary><content type="html">{{ .Content | html }}</content></entry>`;
const jsonItem = `{"id":"${id}","url":{{ .Permalink | jsonify }},"title":{{ .Title | jsonify }},"date_published":{{ .Date.Format "2006-01-02T15:04:05Z07:00" | jsonify }},"summary":{{ .Params.summary | jsonify }},"tags":{{ .Params.topics | jsonify }},"content_html":{{ .Content | jsonify }}}`;

const names = '{{ $names := site.Data.names }}';
const sameFeeds: Readonly<Record<string, string>> = {
  '_default/list.rss.xml': `${names}${entries}${declaration}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>{{ range $pages }}${rssItem}{{ end }}</channel></rss>`,
  '_default/list.atom.xml': `${names}${entries}${declaration}<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>{{ range $pages }}${atomEntry}{{ end }}</feed>`,
  '_default/list.jsonfeed.json': `${entries}{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"items":[{{ range $index, $page := $pages }}{{ if $index }},{{ end }}${jsonItem}{{ end }}]}`,
};
