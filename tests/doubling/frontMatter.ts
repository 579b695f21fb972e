import { article, asPieces, plainFront, times, type Growth } from './growth.ts';

function front(
  name: string,
  make: (count: number) => string,
  text?: (count: number) => string,
): Growth {
  return {
    name: `front matter: ${name}`,
    make: (count) => article(`${plainFront}\n${make(count)}`, text?.(count)),
  };
}

export const repeatedFront: readonly string[] = [
  ...[
    '\n',
    ' \n',
    '# a\n',
    '#\n',
    '- ',
    '? ',
    ': ',
    'a: ',
    '[',
    '{',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a ',
    '!a ',
    '%a\n',
  ],
  ...[
    'a: b\n',
    'a',
    'a b ',
    'a:',
    'a,',
    '\t',
    '\\',
    '@',
    '`',
    '<<: ',
    '[a, ',
    '{a: ',
    '- a\n',
    'é',
    '-',
    '--',
    '...\n',
  ],
];

export const fronts: readonly Growth[] = [
  ...asPieces(
    repeatedFront.flatMap((part) => [
      front(JSON.stringify(part), (count) => part.repeat(count)),
      front(`extra: ${JSON.stringify(part)}`, (count) => `extra: ${part.repeat(count)}`),
    ]),
  ),
  ...asPieces(
    ['[', '{', '"', "'", '|\n  ', '>\n  '].flatMap((open) =>
      ['a ', 'a, ', '\n\n  ', '\\x41', "''", 'a: b, ', '\n  a\n  ', ' '].map((part) =>
        front(`a value ${JSON.stringify(open + part)}`, (count) => {
          const close = { '[': ']', '{': '}', '"': '"', "'": "'" }[open] ?? '';
          return `extra:\n a: ${open}${part.repeat(count)}${close}`;
        }),
      ),
    ),
  ),
  front('blank lines before the end', (count) => '\n'.repeat(count)),
  front('a long summary', (count) => `summary: ${'a '.repeat(count)}`),
  {
    name: 'front matter: a long title',
    make: (count) => article(`title: ${'a'.repeat(count)}\ndate: 2024-01-05`),
  },
  {
    name: 'front matter: a title of spaces',
    make: (count) => article(`title: "a${' '.repeat(count)}b"\ndate: 2024-01-05`),
  },
  {
    name: 'front matter: a title of marks',
    make: (count) => article(`title: "a${'\\u200b'.repeat(count)}b"\ndate: 2024-01-05`),
  },
  {
    name: 'front matter: swallowed comment',
    make: (count) => article(`title: a${' #b'.repeat(count)}\ndate: 2024-01-05`),
  },
  {
    name: 'front matter: swallowed spaces',
    make: (count) => article(`title: a${' '.repeat(count)}\ndate: 2024-01-05`),
  },
  {
    name: 'front matter: many swallowed',
    make: (count) => article(`title: a\ndate: 2024-01-05\nextra:\n${'  b: c #d\n'.repeat(count)}`),
  },
  {
    name: 'front matter: titles of lines',
    make: (count) => article(`date: 2024-01-05\n${'title: a #b\n'.repeat(count)}`),
  },
  {
    name: 'front matter: a date of digits',
    make: (count) => article(`title: a\ndate: "${'1'.repeat(count)}"`),
  },
  {
    name: 'front matter: a date of fractions',
    make: (count) => article(`title: a\ndate: 2024-01-05T00:00:00.${'1'.repeat(count)}Z`),
  },
  front('unknown keys', (count) => times(count, (i) => `unknown${i}: 1\n`)),
  front('a long unknown key', (count) => `? ${'a'.repeat(count)}\n: b`),
  front('unknown keys in extra', (count) => `extra:\n${times(count, (i) => `  a${i}: 1\n`)}`),
  front('deep flow in extra', (count) => `extra: { a: ${'['.repeat(count)}${']'.repeat(count)} }`),
  front('wide flow in extra', (count) => `extra: { a: [${'[1],'.repeat(count)}] }`),
  front('anchors', (count) => `extra:\n${times(count, (i) => `  a${i}: &a${i} [1]\n`)}`),
  front('aliases', (count) => `extra:\n  a: &a [1]\n${times(count, (i) => `  b${i}: *a\n`)}`),
  front('merge keys', (count) => `extra:\n${times(count, (i) => `  - <<: {a${i}: 1}\n`)}`),
  front('unknown topics', (count) => `topics: [${times(count, (i) => `unknown ${i}, `)}]`),
  front('known topics', (count) => `topics: [${'Trade, '.repeat(count)}]`),
  front('a long unknown topic', (count) => `topics: [${'a'.repeat(count)}]`),
  front('a long unknown topic of words', (count) => `topics: ["${'a '.repeat(count)}"]`),
  front('unknown actors', (count) => `actors: [${times(count, (i) => `Unknown ${i}, `)}]`),
  front('known actors', (count) => `actors: [${'Jane Doe, '.repeat(count)}]`),
  front(
    'actors with roles',
    (count) => `actors:\n${'  - {actor: Jane Doe, role: a}\n'.repeat(count)}`,
  ),
  front('a long unknown story', (count) => `story: ${'a'.repeat(count)}`),
  front('sources', (count) => `sources: [${times(count, (i) => `Source ${i}, `)}]`),
  front('one source', (count) => `sources: [${'Reuters, '.repeat(count)}]`),
  front(
    'sources with addresses',
    (count) => `sources:\n${times(count, (i) => `  - {name: A, url: "https://a.example/${i}"}\n`)}`,
  ),
  front(
    'sources with one address',
    (count) => `sources:\n${times(count, '  - {name: A, url: "https://a.example/"}\n')}`,
  ),
  front(
    'spellings of one source',
    (count) => `sources: [${times(count, (i) => `"A${'!'.repeat(i % 30)}${i % 7}", `)}]`,
  ),
  front('a long source', (count) => `sources: ["${'a'.repeat(count)}"]`),
  front(
    'a long address',
    (count) => `sources: [{name: A, url: "https://a.example/${'a'.repeat(count)}"}]`,
  ),
  front(
    'an address of parameters',
    (count) => `sources: [{name: A, url: "https://a.example/?${'a=b&'.repeat(count)}"}]`,
  ),
  front('authors', (count) => `authors: [${times(count, (i) => `Author ${i}, `)}]`),
  front(
    'corrections',
    (count) => `corrections:\n${times(count, (i) => `  - {date: 2024-01-05, text: Text ${i}}\n`)}`,
  ),
  front('countries', (count) => `countries: [${'KR, '.repeat(count)}]`),
  front('unknown countries', (count) => `countries: [${times(count, (i) => `Korea${i}, `)}]`),
  front('a long country', (count) => `countries: ["${'a'.repeat(count)}"]`),
  front('redirects', (count) => `redirectFrom: [${times(count, (i) => `/a${i}/, `)}]`),
  front('a long redirect', (count) => `redirectFrom: [/${'a'.repeat(count)}/]`),
  front('a redirect of folders', (count) => `redirectFrom: [/${'a/'.repeat(count)}]`),
  front('a redirect of escapes', (count) => `redirectFrom: [/${'%41'.repeat(count)}/]`),
  front('a long id', (count) => `id: ${'a'.repeat(count)}`),
  front('a long language', (count) => `lang: en-${'a-'.repeat(count)}a`),
  front('a long language of x', (count) => `lang: en-x${'-abc'.repeat(count)}`),
  front('a long status', (count) => `status: ${'a'.repeat(count)}`),
  front('a long dateline', (count) => `dateline: ${'a '.repeat(count)}`),
  front('a long editorNote', (count) => `editorNote: ${'a '.repeat(count)}`),
  front('an image of long text', (count) => `image: {src: /a.png, alt: "${'a '.repeat(count)}"}`),
  front('a long summary of names', (count) => `summary: ${'Jane Doe '.repeat(count)}`),
];
