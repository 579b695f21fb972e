/** How an item's file can name a file of the site: the forms of an address, and the places where it stands. */

/** A form, of a file's path below the base path (`/assets/a b.jpg`). */
export type Form = readonly [name: string, write: (path: string) => string];

/** The site's address, with a base path. */
export const formUrl = 'https://test.example/sub/';

const escapeAll = (text: string): string =>
  Array.from(
    Buffer.from(text),
    (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  ).join('');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const inName =
  (change: (name: string) => string) =>
  (path: string): string =>
    folderOf(path) + change(nameOf(path));

export const forms = listForms();

function listForms(): readonly Form[] {
  return [
    ['path', encodeURI],
    ['path, as it is', (path) => path],
    ['below the base path', (path) => `/sub${encodeURI(path)}`],
    ['whole URL', (path) => formUrl + encodeURI(path.slice(1))],
    ['another scheme', (path) => `http://test.example/sub${encodeURI(path)}`],
    ['no scheme', (path) => `//test.example/sub${encodeURI(path)}`],
    ['capitals of the host', (path) => `HTTPS://TEST.EXAMPLE/sub${encodeURI(path)}`],
    ['a port', (path) => `https://test.example:443/sub${encodeURI(path)}`],
    ['another host', (path) => `https://www.test.example${encodeURI(path)}`],
    ['a query', (path) => `${encodeURI(path)}?w=1&h=2`],
    ['a fragment', (path) => `${encodeURI(path)}#a`],
    ['every letter escaped', inName(escapeAll)],
    ['escaped twice', inName((name) => encodeURIComponent(escapeAll(name)))],
    ['small escapes', (path) => encodeURI(path).replace('/assets', '/%61ssets').toLowerCase()],
    [
      'entities',
      inName((name) => Array.from(name, (letter) => `&#${letter.codePointAt(0)!};`).join('')),
    ],
    [
      'hexadecimal entities',
      inName((name) =>
        Array.from(name, (letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join(''),
      ),
    ],
    ['named entities', (path) => path.replaceAll('/', '&sol;').replaceAll('.', '&period;')],
    ['escapes of Markdown', (path) => path.replace(/[-._]/g, '\\$&').replaceAll(' ', '%20')],
    ['relative', (path) => `../../../..${encodeURI(path)}`],
    ['dots', (path) => `./../../../..${encodeURI(path).replace('/assets/', '/assets/./x/../')}`],
    ['name alone', nameOf],
    ['other capitals', (path) => encodeURI(path.toUpperCase())],
    ['letters and marks', (path) => path.normalize('NFD')],
    ['backslashes', (path) => path.replaceAll('/', '\\').replaceAll(' ', '%20')],
    ['in a parameter', (path) => `https://example.org/?u=${encodeURIComponent(formUrl + path)}`],
  ];
}

/** A place in an article's file; `fits` says which texts may stand there. */
export interface Place {
  readonly name: string;
  readonly fits: (address: string) => boolean;
  readonly front?: (address: string) => string;
  readonly body?: (address: string) => string;
}

const any = (): boolean => true;
const isUrl = (text: string): boolean =>
  /^https?:\/\/[^\s<>"\\]*$/i.test(text) && URL.canParse(text);
const isUrlOrPath = (text: string): boolean =>
  isUrl(text) || (/^\/(?!\/)[^?#\\\s<>"]*$/.test(text) && !/%25|\/\.\.?(?:\/|$)/.test(text));
const quote = JSON.stringify;

export const places = listPlaces();

function listPlaces(): readonly Place[] {
  return [
    { name: 'image', fits: isUrlOrPath, front: (a) => `image: { src: ${quote(a)}, alt: A }` },
    {
      name: 'credit',
      fits: any,
      front: (a) => `image: { src: https://a.example/, alt: A, credit: ${quote(a)} }`,
    },
    { name: 'summary', fits: any, front: (a) => `summary: ${quote(`See ${a}, please.`)}` },
    { name: 'a long summary', fits: any, front: (a) => `summary: >\n  See\n  ${a}\n  please.` },
    { name: 'authors', fits: isUrl, front: (a) => `authors: [{ name: Ann, url: ${quote(a)} }]` },
    { name: 'sources', fits: isUrl, front: (a) => `sources: [{ name: Wire, url: ${quote(a)} }]` },
    {
      name: 'archived',
      fits: isUrl,
      front: (a) => `sources: [{ name: Wire, archived: ${quote(a)} }]`,
    },
    {
      name: 'corrections',
      fits: any,
      front: (a) => `corrections: [{ date: 2024-01-06, text: ${quote(`${a} was wrong`)} }]`,
    },
    { name: 'editorNote', fits: any, front: (a) => `editorNote: |\n  Use\n  ${a}\n  please` },
    { name: 'extra', fits: any, front: (a) => `extra: { a: [{ b: ${quote(a)} }] }` },
    {
      name: 'a key of extra',
      fits: (a) => !a.includes('__'),
      front: (a) => `extra: { ${quote(a)}: 1 }`,
    },
    {
      name: 'escapes of YAML',
      fits: any,
      front: (a) =>
        `extra: { a: "${Array.from(a, (letter) => `\\U${letter.codePointAt(0)!.toString(16).padStart(8, '0')}`).join('')}" }`,
    },
    { name: 'a comment', fits: any, front: (a) => `# ${a}` },
    { name: 'a link', fits: any, body: (a) => `[a](<${a}>)` },
    { name: 'a picture', fits: any, body: (a) => `![a](<${a}> "title")` },
    { name: 'a definition', fits: any, body: (a) => `[a][b]\n\n[b]: <${a}>` },
    { name: 'a definition that nobody uses', fits: any, body: (a) => `a\n\n[b]: <${a}>` },
    { name: 'an autolink', fits: any, body: (a) => `a <${a}> b` },
    { name: 'text', fits: any, body: (a) => `a ${a} b` },
    { name: 'code', fits: any, body: (a) => `a \`${a}\` b` },
    { name: 'a block of code', fits: any, body: (a) => `\`\`\`\n${a}\n\`\`\`` },
    { name: 'raw HTML', fits: any, body: (a) => `<img src="${a}">` },
    { name: 'raw HTML without quotes', fits: any, body: (a) => `<a href=${a}>` },
    { name: 'an HTML comment', fits: any, body: (a) => `<!-- ${a} -->` },
    { name: 'a footnote', fits: any, body: (a) => `a[^1]\n\n[^1]: [b](<${a}>)` },
  ];
}

/** Why an item is not seen: front matter, at 2024-06-01. */
export const hiddenStates: readonly (readonly [name: string, front: string])[] = [
  ['draft', 'status: draft'],
  ['withheld', 'status: withheld'],
  ['canceled', 'status: canceled'],
  ['embargoed', 'embargoed: 2024-06-01T00:00:01Z'],
  ['amber', 'tlp: amber'],
  ['red', 'tlp: red'],
];
