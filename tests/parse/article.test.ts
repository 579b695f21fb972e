import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { likelihoods, parseArticle, tlpLevels, type Article } from '../../src/parse/article.ts';
import { articleFile, at } from '../support/site.ts';
import { collect, makeSource, type Collected } from '../support/source.ts';

const test = suite('parseArticle');

function parse(
  front: string,
  options: { file?: string; zone?: string; body?: string } = {},
): Collected<Article | null> {
  const { file = 'articles/x.md', zone = 'UTC', body } = options;
  const source = makeSource('article', file, articleFile(front, body));
  return collect((report) => parseArticle(source, zone, report));
}

/** The article of front matter that must be right. */
function good(
  front: string,
  options: { file?: string; zone?: string; body?: string } = {},
): Article {
  const { result, problems } = parse(front, options);
  assert.equal(problems, []);
  return result!;
}

const base = 'title: A headline\ndate: 2024-01-05';

test('every field', () => {
  const article = good(
    `title: A  headline
date: 2024-01-05T23:30:00-05:00
id: urn:uuid:1-2
authors: [Ann, { name: Bo, url: "https://bo.example/" }]
image: { src: /assets/a.png, alt: A map, credit: Bo }
summary: |
  Two
  lines.
dateline: SEOUL
countries: [KR, JP]
topics: [war, Peace talks]
actors: [Kim, { actor: Ann, role: witness }, { actor: Bo }]
story: the-war
sources:
  - Reuters
  - name: The New York Times
    url: https://nyt.example/a?b=c
    published: 2024-01-04T23:30:00-05:00
    archived: https://archive.example/x
    language: ko
    reliability: B
    credibility: 2
judgement: The port reopens.
confidence: moderate
likelihood: very likely
trend: deteriorated
alert: risk
urgency: 1
updated: 2024-01-06T10:00:00+08:00
corrections:
  - { date: 2024-01-07, text: A name was wrong. }
  - { date: "2024-01-07T23:30:00-05:00", text: Another. }
status: canceled
embargoed: 2024-01-05T12:00:00Z
tlp: amber+strict
lang: pt-BR
linkMentions: false
redirectFrom: [/old/, /t%C3%BCr/]
editorNote: |
  Mind
  this.
extra: { own: [1, { deep: true }] }`,
    { zone: 'Asia/Singapore', file: 'articles/2024/2024-01-05-a-b.md', body: 'Body.' },
  );
  assert.equal(article, {
    sourceHash: article.sourceHash,
    file: 'content/articles/2024/2024-01-05-a-b.md',
    slug: 'a-b',
    id: 'urn:uuid:1-2',
    title: 'A headline',
    day: '2024-01-06',
    instant: at('2024-01-05T23:30:00-05:00'),
    authors: [
      { name: 'Ann', url: null },
      { name: 'Bo', url: 'https://bo.example/' },
    ],
    image: { src: '/assets/a.png', alt: 'A map', credit: 'Bo' },
    summary: 'Two lines.',
    dateline: 'SEOUL',
    countries: ['KR', 'JP'],
    topics: ['war', 'Peace talks'],
    actors: [
      { name: 'Kim', role: null },
      { name: 'Ann', role: 'witness' },
      { name: 'Bo', role: null },
    ],
    story: 'the-war',
    sources: [
      {
        id: 'reuters',
        name: 'Reuters',
        url: null,
        published: null,
        archived: null,
        language: null,
        reliability: null,
        credibility: null,
      },
      {
        id: 'the-new-york-times',
        name: 'The New York Times',
        url: 'https://nyt.example/a?b=c',
        published: '2024-01-05',
        archived: 'https://archive.example/x',
        language: 'ko',
        reliability: 'B',
        credibility: 2,
      },
    ],
    judgement: 'The port reopens.',
    confidence: 'moderate',
    likelihood: 'very likely',
    trend: 'deteriorated',
    alert: 'risk',
    urgency: 1,
    updated: at('2024-01-06T10:00:00+08:00'),
    corrections: [
      { day: '2024-01-07', instant: at('2024-01-07T00:00:00+08:00'), text: 'A name was wrong.' },
      { day: '2024-01-08', instant: at('2024-01-07T23:30:00-05:00'), text: 'Another.' },
    ],
    status: 'canceled',
    embargoed: at('2024-01-05T12:00:00Z'),
    tlp: 'amber+strict',
    lang: 'pt-BR',
    linkMentions: false,
    redirectFrom: ['/old/', '/t%C3%BCr/'],
    editorNote: 'Mind\nthis.',
    extra: { own: [1, { deep: true }] },
    body: '\nBody.\n',
    bodyLine: 45,
  });
});

test('the hash of the source tells two files apart, and nothing else', () => {
  const hash = good(base).sourceHash;
  assert.match(hash, /^[\w-]{20}$/);
  assert.is(good(base).sourceHash, hash);
  assert.is.not(good(`${base}\nurgency: 4`).sourceHash, hash);
  assert.is.not(good(base, { body: 'Other.' }).sourceHash, hash);
});

test('the defaults', () => {
  const article = good(base, { body: '' });
  assert.equal(article, {
    sourceHash: article.sourceHash,
    file: 'content/articles/x.md',
    slug: 'x',
    id: '2024-01-05-x',
    title: 'A headline',
    day: '2024-01-05',
    instant: null,
    authors: [],
    image: null,
    summary: null,
    dateline: null,
    countries: [],
    topics: [],
    actors: [],
    story: null,
    sources: [],
    judgement: null,
    confidence: null,
    likelihood: null,
    trend: null,
    alert: null,
    urgency: 5,
    updated: null,
    corrections: [],
    status: 'usable',
    embargoed: null,
    tlp: 'clear',
    lang: null,
    linkMentions: true,
    redirectFrom: [],
    editorNote: null,
    extra: {},
    body: '\n\n',
    bodyLine: 5,
  });
});

const slugs: readonly (readonly [file: string, slug: string])[] = [
  ['articles/a-headline.md', 'a-headline'],
  ['articles/2024-01-05-a-headline.md', 'a-headline'],
  ['articles/any/folder/2024-01-09-a-headline.md', 'a-headline'],
  ['articles/2024.md', '2024'],
  ['articles/日本.md', '日本'],
];
for (const [file, slug] of slugs) {
  test(`${file} has the slug ${slug}`, () => {
    const article = good(base, { file });
    assert.is(article.slug, slug);
    assert.is(article.id, `2024-01-05-${slug}`);
  });
}

test('a day without a time is the same in every zone', () => {
  assert.is(good(base, { zone: 'Pacific/Kiritimati' }).day, '2024-01-05');
  assert.is(good(base, { zone: 'Pacific/Pago_Pago' }).day, '2024-01-05');
});

for (const likelihood of likelihoods) {
  test(`likelihood: ${likelihood}`, () => {
    assert.is(good(`${base}\nlikelihood: ${likelihood}`).likelihood, likelihood);
  });
}
for (const tlp of tlpLevels) {
  test(`tlp: ${tlp}`, () => {
    assert.is(good(`${base}\ntlp: ${tlp}`).tlp, tlp);
  });
}

const bad: readonly (readonly [lines: string, codes: readonly string[]])[] = [
  ['countries: [ZZ]', ['bad-value']],
  ['countries: [EU]', ['bad-value']],
  ['countries: [SU]', ['bad-value']],
  ['urgency: 0', ['bad-value']],
  ['urgency: 10', ['bad-value']],
  ['urgency: 1.5', ['wrong-type']],
  ['urgency: "1"', ['wrong-type']],
  ['status: published', ['bad-value']],
  ['status:', ['bad-value']],
  ['tlp: white', ['bad-value']],
  ['confidence: medium', ['bad-value']],
  ['likelihood: probable', ['bad-value']],
  ['trend: worse', ['bad-value']],
  ['alert: true', ['bad-value']],
  ['countries: KR', ['wrong-type']],
  ['countries: [kr]', ['bad-value']],
  ['countries: [KOR]', ['bad-value']],
  ['countries: [QQ]', ['bad-value']],
  ['topics: war', ['wrong-type']],
  ['topics: [1]', ['wrong-type']],
  ['topics: [""]', ['bad-value']],
  ['actors: [{ role: x }]', ['missing-key']],
  ['actors: [{ actor: Kim, rol: x }]', ['unknown-key']],
  ['actors: [[Kim]]', ['wrong-type']],
  ['authors: Ann', ['wrong-type']],
  ['authors: [{ url: "https://a.example/" }]', ['missing-key']],
  ['image: /a.png', ['wrong-type']],
  ['image: { src: /a.png }', ['missing-key']],
  ['image: { src: a.png, alt: A }', ['bad-url']],
  ['image: { src: /a.png, alt: "" }', ['bad-value']],
  ['sources: Reuters', ['wrong-type']],
  ['sources: ["!!!"]', ['bad-value']],
  ['sources: [{ name: A, url: "ftp://a.example/" }]', ['bad-url']],
  ['sources: [{ name: A, reliability: G }]', ['bad-value']],
  ['sources: [{ name: A, credibility: 7 }]', ['bad-value']],
  ['sources: [{ name: A, published: yesterday }]', ['bad-date']],
  ['sources: [{ name: A, language: a_b }]', ['bad-language']],
  ['updated: 2024-01-06', ['bad-timestamp']],
  ['updated: 2024-01-06T10:00:00', ['bad-timestamp']],
  ['embargoed: tomorrow', ['bad-timestamp']],
  ['corrections: [{ date: 2024-01-07 }]', ['missing-key']],
  ['corrections: [{ text: A }]', ['missing-key']],
  ['corrections: [A]', ['wrong-type']],
  ['lang: english language', ['bad-language']],
  ['lang: english', ['bad-language']],
  ['linkMentions: no', ['wrong-type']],
  ['redirectFrom: /old/', ['wrong-type']],
  ['redirectFrom: [old]', ['bad-path']],
  ['editorNote: ""', ['bad-value']],
  ['id: a b', ['bad-id']],
  ['id: -a', ['bad-id']],
  ['id: ""', ['bad-id']],
  ['extra: own', ['wrong-type']],
  ['topcis: [a]\nurgancy: 1', ['unknown-key', 'unknown-key']],
  ['urgency: 0\nstatus: x\ntopics: y', ['bad-value', 'bad-value', 'wrong-type']],
];
for (const [lines, codes] of bad) {
  test(`${lines} is ${codes.join(', ')}`, () => {
    const { result, codes: found } = parse(`${base}\n${lines}`);
    assert.equal([...found].sort(), [...codes].sort());
    assert.is(result, null);
  });
}

const badDates: readonly (readonly [date: string, code: string])[] = [
  ['2026-02-30', 'bad-date'],
  ['12:30', 'bad-date'],
  ['Friday', 'bad-date'],
  ['""', 'bad-date'],
  ['0777', 'wrong-type'],
  ['[2024-01-05]', 'wrong-type'],
  ['2024-01-05T10:00:00', 'bad-timestamp'],
  ['2024-01-05 10:00', 'bad-timestamp'],
  ['2026-02-30T10:00:00Z', 'bad-timestamp'],
];
for (const [date, code] of badDates) {
  test(`date: ${date} is ${code}`, () => {
    const { problems } = parse(`title: A\ndate: ${date}`);
    assert.equal(
      problems.map((problem) => [problem.code, problem.where]),
      [[code, { kind: 'front', path: ['date'], on: 'value' }]],
    );
  });
}

for (const [written, hint] of [
  ['kr', 'write "KR"'],
  ['UK', 'did you mean "GB"?'],
  ['South Korea', 'did you mean "KR"?'],
  ['Germny', 'did you mean "DE"?'],
  ['KOR', 'write its two letters of ISO 3166-1, such as KR'],
] as const) {
  test(`the country ${written}: ${hint}`, () => {
    assert.is(parse(`${base}\ncountries: [${written}]`).problems[0]?.hint, hint);
  });
}

test('a misspelt key and a misspelt value have the right one as a hint', () => {
  assert.match(parse(`${base}\ntopcis: []`).problems[0]?.hint ?? '', '"topics"');
  assert.match(parse(`${base}\nlikelihood: very likly`).problems[0]?.hint ?? '', '"very likely"');
  const { problems } = parse(`${base}\nsources: [{ name: A, pubished: 2024-01-05 }]`);
  assert.match(problems[0]?.hint ?? '', '"published"');
});

test('a wrong file name and a wrong key are reported together', () => {
  const { result, codes } = parse(`${base}\ntopcis: []`, { file: 'articles/A B.md' });
  assert.is(result, null);
  assert.equal(codes, ['bad-name', 'unknown-key']);
});

test.run();
