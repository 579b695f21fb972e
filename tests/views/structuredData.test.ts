/** JSON-LD and Open Graph: what each kind of page says of itself, and that it says the same everywhere. */
import path from 'node:path';
import jsonld from 'jsonld';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, readOutput, sampleContent } from '../support/build.ts';
import { articleFile, makeContent, root, siteYaml } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

type Node = Readonly<Record<string, unknown>>;

interface Head {
  readonly nodes: readonly Node[];
  /** Contents of `meta`, by name or property. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | undefined;
  readonly scripts: number;
}

function readHead(html: string): Head {
  const meta = new Map<string, string>();
  const nodes: Node[] = [];
  let canonical: string | undefined;
  let scripts = 0;
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const name = attributes.get('property') ?? attributes.get('name');
      if (node.tagName === 'meta' && name) meta.set(name, attributes.get('content') ?? '');
      if (attributes.get('rel') === 'canonical') canonical = attributes.get('href');
      if (node.tagName === 'script') scripts += 1;
      const [child] = node.childNodes;
      if (attributes.get('type') === 'application/ld+json' && child && 'value' in child) {
        const data = JSON.parse(child.value) as { '@graph': readonly Node[] };
        nodes.push(...data['@graph']);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { nodes, meta, canonical, scripts };
}

const hard = path.join(root, 'tests/sites/hard/content');
const made = makeContent({
  'site.yaml': siteYaml(
    'search: true\nlicence: CC0\npublisher: { name: Desk, logo: /assets/l.png }\n',
  ),
  'assets/l.png': 'x',
  'articles/2024-01-05-one.md': articleFile(
    `title: "One </script><script>alert(1)</script> <!-- &"
date: 2024-01-05T10:00:00+02:00
summary: A summary.
dateline: SEOUL
lang: de
countries: [KR]
topics: [ink]
story: saga
actors: [ann, corp, land]
authors: [{ name: Wri Ter, url: "https://example.org/w" }]
image: { src: /assets/l.png, alt: A picture }
updated: 2024-01-06T00:00:00Z
sources: [{ name: Paper, url: "https://example.org/p", published: 2024-01-04, language: ko }, Agency, corp]
corrections: [{ date: 2024-01-07, text: It was two. }]`,
  ),
  'articles/2024-12-30-last.md': articleFile('title: Last\ndate: 2024-12-30\nstory: over'),
  'stories/saga.md': articleFile(
    'name: Saga\nsummary: Of two.\ntopics: [ink]\nactors: [ann]\nstatus: developing',
  ),
  'stories/over.md': articleFile('name: Over\nstatus: closed'),
  'articles/2024-01-05-two.md': articleFile('title: Two\ndate: 2024-01-05', 'Only text.'),
  'briefings/2024-01-05.md': articleFile(
    'date: 2024-01-05\ntitle: A day\nsummary: Of two.\nlead: [2024-01-05-two]\ncorrections: [{ date: 2024-01-07, text: Not three. }]',
  ),
  'topics/ink.md': articleFile(
    'name: Ink\naliases: [Inks]\nsummary: Of ink.\nsameAs: ["https://example.org/ink"]',
  ),
  'actors/ann.md': articleFile(
    'name: Ann\ntype: person\nwikidata: Q1\naliases: [Annie]\nformerNames: [Nan]',
  ),
  'actors/corp.md': articleFile('name: Corp\ntype: organisation'),
  'actors/land.md': articleFile('name: Land\ntype: state'),
});
const sites = [
  { name: 'made', output: buildContent(made) },
  { name: 'sample', output: buildContent(sampleContent) },
  { name: 'hard', output: buildContent(hard) },
];
const headOf = (file: string): Head => readHead(readOutput(sites[0]!.output, file));

const test = suite('structured data');

const url = 'https://test.example';
const publisher = {
  '@type': 'Organization',
  name: 'Desk',
  url: `${url}/`,
  logo: `${url}/assets/l.png`,
};
const one = `${url}/2024/01/05/one/`;
const report = (day: string): Node => ({
  '@type': 'Report',
  '@id': `${url}/${day.replaceAll('-', '/')}/`,
  datePublished: day,
});

function listOf(...entries: readonly (readonly [address: string, name: string])[]): Node {
  return {
    '@type': 'ItemList',
    numberOfItems: entries.length,
    itemListElement: entries.map(([address, name], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: address,
      name,
    })),
  };
}

const expected: readonly (readonly [file: string, type: string, node: Node])[] = [
  [
    'index.html',
    'WebSite',
    {
      '@id': `${url}/`,
      name: 'Test',
      publisher,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${url}/search/?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ],
  [
    '2024/01/05/one/index.html',
    'NewsArticle',
    {
      '@id': one,
      url: one,
      headline: 'One </script><script>alert(1)</script> <!-- &',
      abstract: 'A summary.',
      inLanguage: 'de',
      datePublished: '2024-01-05T10:00:00+02:00',
      dateModified: '2024-01-07T00:00:00Z',
      dateline: 'SEOUL',
      author: [{ '@type': 'Person', name: 'Wri Ter', url: 'https://example.org/w' }],
      publisher,
      license: 'CC0',
      image: `${url}/assets/l.png`,
      isPartOf: { '@type': 'Report', '@id': `${url}/2024/01/05/` },
      contentLocation: [{ '@type': 'Country', name: 'South Korea', identifier: 'KR' }],
      about: [{ '@type': 'DefinedTerm', '@id': `${url}/topics/ink/`, name: 'Ink' }],
      mentions: [
        { '@type': 'Person', '@id': `${url}/actors/ann/`, name: 'Ann' },
        { '@type': 'Organization', '@id': `${url}/actors/corp/`, name: 'Corp' },
        { '@type': 'Country', '@id': `${url}/actors/land/`, name: 'Land' },
      ],
      citation: [
        {
          '@type': 'CreativeWork',
          name: 'Paper',
          url: 'https://example.org/p',
          datePublished: '2024-01-04',
          inLanguage: 'ko',
        },
        'Agency',
        'corp',
      ],
      correction: [
        { '@type': 'CorrectionComment', text: 'It was two.', datePublished: '2024-01-07' },
      ],
    },
  ],
  [
    '2024/01/05/two/index.html',
    'NewsArticle',
    {
      description: 'Only text.',
      datePublished: '2024-01-05',
      author: publisher,
      mentions: undefined,
    },
  ],
  [
    '2024/01/05/index.html',
    'Report',
    {
      '@id': `${url}/2024/01/05/`,
      name: 'A day, 5 January 2024',
      abstract: 'Of two.',
      datePublished: '2024-01-05',
      publisher,
      hasPart: [
        { '@type': 'NewsArticle', '@id': `${url}/2024/01/05/two/`, headline: 'Two' },
        {
          '@type': 'NewsArticle',
          '@id': one,
          headline: 'One </script><script>alert(1)</script> <!-- &',
        },
      ],
      correction: [
        { '@type': 'CorrectionComment', text: 'Not three.', datePublished: '2024-01-07' },
      ],
    },
  ],
  [
    'topics/index.html',
    'DefinedTermSet',
    {
      '@id': `${url}/topics/`,
      name: 'Topics',
      hasDefinedTerm: [{ '@type': 'DefinedTerm', '@id': `${url}/topics/ink/`, name: 'Ink' }],
    },
  ],
  [
    'stories/saga/index.html',
    'CollectionPage',
    {
      '@id': `${url}/stories/saga/`,
      name: 'Saga',
      description: 'Of two.',
      inLanguage: 'en',
      isPartOf: { '@type': 'WebSite', '@id': `${url}/` },
      temporalCoverage: '2024-01-05/..',
      about: [{ '@type': 'DefinedTerm', '@id': `${url}/topics/ink/`, name: 'Ink' }],
      mentions: [{ '@type': 'Person', '@id': `${url}/actors/ann/`, name: 'Ann' }],
      mainEntity: listOf([one, 'One </script><script>alert(1)</script> <!-- &']),
    },
  ],
  [
    'stories/over/index.html',
    'CollectionPage',
    {
      description: undefined,
      temporalCoverage: '2024-12-30/2024-12-30',
      about: undefined,
      mainEntity: listOf([`${url}/2024/12/30/last/`, 'Last']),
    },
  ],
  [
    'stories/index.html',
    'CollectionPage',
    {
      name: 'Stories',
      mainEntity: listOf([`${url}/stories/saga/`, 'Saga'], [`${url}/stories/over/`, 'Over']),
    },
  ],
  [
    'sources/paper/index.html',
    'CollectionPage',
    {
      name: 'Paper',
      about: { '@type': 'Thing', name: 'Paper' },
      temporalCoverage: '2024-01-05/2024-01-05',
      mainEntity: listOf([one, 'One </script><script>alert(1)</script> <!-- &']),
    },
  ],
  [
    'sources/corp/index.html',
    'CollectionPage',
    { about: { '@type': 'Organization', '@id': `${url}/actors/corp/`, name: 'Corp' } },
  ],
  [
    'sources/by-count.html',
    'CollectionPage',
    { '@id': `${url}/sources/by-count.html`, name: 'Sources by number of items' },
  ],
  [
    'actors/index.html',
    'CollectionPage',
    {
      name: 'Actors',
      mainEntity: listOf(
        [`${url}/actors/ann/`, 'Ann'],
        [`${url}/actors/corp/`, 'Corp'],
        [`${url}/actors/land/`, 'Land'],
      ),
    },
  ],
  [
    '2024/w01/index.html',
    'CollectionPage',
    { temporalCoverage: '2024-01-01/2024-01-07', hasPart: [report('2024-01-05')] },
  ],
  [
    '2025/w01/index.html',
    'CollectionPage',
    { temporalCoverage: '2024-12-30/2025-01-05', hasPart: [report('2024-12-30')] },
  ],
  [
    '2024/01/index.html',
    'CollectionPage',
    { name: 'January 2024', temporalCoverage: '2024-01', hasPart: [report('2024-01-05')] },
  ],
  [
    '2024/index.html',
    'CollectionPage',
    {
      name: '2024',
      temporalCoverage: '2024',
      hasPart: ['01', '12'].map((month) => ({
        '@type': 'CollectionPage',
        '@id': `${url}/2024/${month}/`,
        temporalCoverage: `2024-${month}`,
      })),
    },
  ],
  [
    'articles/index.html',
    'CollectionPage',
    {
      mainEntity: listOf(
        [`${url}/2024/12/30/last/`, 'Last'],
        [`${url}/2024/01/05/two/`, 'Two'],
        [one, 'One </script><script>alert(1)</script> <!-- &'],
      ),
    },
  ],
  [
    'topics/ink/index.html',
    'DefinedTerm',
    {
      '@id': `${url}/topics/ink/`,
      name: 'Ink',
      alternateName: ['Inks'],
      description: 'Of ink.',
      sameAs: ['https://example.org/ink'],
      inDefinedTermSet: `${url}/topics/`,
    },
  ],
  [
    'actors/ann/index.html',
    'Person',
    {
      '@id': `${url}/actors/ann/`,
      name: 'Ann',
      alternateName: ['Annie', 'Nan'],
      sameAs: ['https://www.wikidata.org/wiki/Q1'],
    },
  ],
  ['actors/corp/index.html', 'Organization', { name: 'Corp' }],
  ['actors/land/index.html', 'Country', { name: 'Land' }],
];

for (const [file, type, properties] of expected) {
  test(`${file} is a ${type}`, () => {
    const node = headOf(file).nodes.find((each) => each['@type'] === type);
    assert.ok(node, JSON.stringify(headOf(file).nodes));
    for (const [name, value] of Object.entries(properties)) assert.equal(node[name], value, name);
  });
}

test('the trail ends at the page itself', () => {
  const crumbs = headOf('actors/ann/index.html').nodes.find(
    (node) => node['@type'] === 'BreadcrumbList',
  );
  assert.equal(crumbs?.['itemListElement'], [
    { '@type': 'ListItem', position: 1, item: `${url}/`, name: 'Home' },
    { '@type': 'ListItem', position: 2, item: `${url}/actors/`, name: 'Actors' },
    { '@type': 'ListItem', position: 3, item: `${url}/actors/ann/`, name: 'Ann' },
  ]);
});

test('no text ends the element', () => {
  for (const file of ['2024/01/05/one/index.html', '2024/01/05/index.html']) {
    assert.is(headOf(file).scripts, 3, file);
  }
});

/** As schema.org's own context maps them, without a network. */
const context = {
  '@vocab': 'https://schema.org/',
  url: { '@type': '@id' },
  item: { '@type': '@id' },
};

// Its types know neither readonly data nor `safe`, with which nothing is dropped silently.
const expand = jsonld.expand.bind(jsonld) as unknown as (
  document: unknown,
  options?: { readonly safe: true },
) => Promise<readonly Node[]>;

for (const { name, output } of sites) {
  test(`${name}: the data of every page expands, with whole addresses and no property lost`, async () => {
    let pages = 0;
    for (const file of listFiles(output).filter((each) => each.endsWith('.html'))) {
      const { nodes, meta } = readHead(readOutput(output, file));
      if (nodes.length === 0) {
        const isUnlisted = meta.get('robots') === 'noindex';
        assert.ok(isUnlisted, file);
        continue;
      }
      pages += 1;
      const expanded = await expand({ '@context': context, '@graph': nodes }, { safe: true });
      assert.is(expanded.length, nodes.length, file);
      for (const node of expanded) {
        for (const key of Object.keys(node)) assert.match(key, /^(?:@|https:\/\/schema\.org\/)/);
        if (typeof node['@id'] === 'string') assert.match(node['@id'], /^https:\/\//);
      }
    }
    assert.ok(pages > 10);
  });

  test(`${name}: data, Open Graph, page and feed say the same`, () => {
    const { items } = JSON.parse(readOutput(output, 'articles/feed.json')) as {
      items: {
        url: string;
        title: string;
        summary?: string;
        date_published: string;
        date_modified: string;
      }[];
    };
    const base = new URL(readHead(readOutput(output, 'index.html')).canonical!).pathname;
    assert.ok(items.length > 1);
    for (const item of items) {
      const file = decodeURIComponent(new URL(item.url).pathname.slice(base.length));
      const { nodes, meta, canonical } = readHead(readOutput(output, `${file}index.html`));
      const node = nodes.find((each) => each['@type'] === 'NewsArticle')!;
      assert.is(canonical, item.url);
      assert.is(node['url'], item.url);
      assert.is(meta.get('og:url'), item.url);
      assert.is(node['headline'], item.title);
      assert.is(meta.get('og:title'), item.title);
      assert.is(node['abstract'] ?? node['description'], item.summary);
      assert.is(meta.get('og:description'), item.summary);
      assert.is(meta.get('description'), item.summary);
      const published = String(node['datePublished']);
      assert.is(meta.get('article:published_time'), published);
      assert.ok(
        published.length === 10
          ? item.date_published.startsWith(published)
          : Date.parse(published) === Date.parse(item.date_published),
        `${published} ${item.date_published}`,
      );
      const modified = node['dateModified'];
      assert.is(meta.get('article:modified_time'), modified);
      if (typeof modified === 'string') {
        assert.ok(Date.parse(modified) <= Date.parse(item.date_modified));
      }
    }
  });
}

test.run();
