/**
 * Sites in which items of every state name files and terms in every form: nothing of a hidden one may be
 * in any file of the output, compressed or not, before and after their states have changed.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildCollections, listIds } from '../../src/admin/collections.ts';
import { buildCached } from '../../src/build/buildCached.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { formUrl, forms, hiddenStates, places, type Place } from '../support/references.ts';
import { articleFile, at, makeFolder, writeFiles, type Files } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';
import { testKey } from '../support/key.ts';

/** Items of one site. */
const batch = 160;
const now = at('2024-06-01T00:00:00Z');

const siteYaml = `title: Test
url: ${formUrl}
language: en
zone: UTC
authority: test.example
tlpCeiling: green
email: true
exports: [json, ndjson, csv, sqlite, ninjs, stix, graphml, ics]
precompress: [gzip, br]
feed: { items: 300 }
`;

/** An item, with a word that stands nowhere else, and its state in two builds; null is published. */
interface Item {
  readonly number: number;
  readonly marker: string;
  readonly states: readonly [string | null, string | null];
  readonly reference: string;
  readonly front: string;
  readonly body: string;
  /** Its own files and terms. */
  readonly files: Files;
  /** The number of a topic and a file that others may name too. */
  readonly shared: number;
}

/** Topics and files that several items of a site may name. */
const sharedCount = 60;
const sharedNumbers = Array.from({ length: sharedCount }, (_, number) => number);
const sharedTopic = (number: number): string => `topics/shared-${number}`;
const sharedFile = (number: number): string => `assets/shared-${number}.csv`;

export const hiddenItems: Campaign = {
  name: 'hidden items',
  cases: 3200,
  casesInTests: 40,
  open: () => {
    let waiting: Item[] = [];
    const flush = async (): Promise<void> => {
      const items = waiting;
      waiting = [];
      if (items.length > 0) await runSite(items);
    };
    return Promise.resolve({
      // A site is built for many cases; what is wrong names the item by the number of its case.
      runCase: async (random, number) => {
        waiting.push(makeItem(random, number));
        if (waiting.length === batch) await flush();
      },
      close: flush,
    });
  },
};

/** None of those with which a word begins. */
const letters = Array.from('abcdefghijklmnoprstuvwxy');

function makeItem(random: () => number, number: number): Item {
  const marker = `zq${Array.from({ length: 10 }, () => pick(random, letters)).join('')}`;
  const file = `/assets/${pick(random, ['', 'in/', 'in dir/é/'])}${pick(random, ['', 'a b ', 'ü-'])}${marker}.${pick(random, ['jpg', 'csv', 'tar.gz'])}`;
  const [form, write] = pick(random, forms);
  const address = write(file);
  const place = pick(
    random,
    places.filter(({ fits }) => fits(address)),
  );
  const terms = makeTerms(random, marker);
  const shared = pickNumber(random, 0, sharedCount - 1);
  return {
    number,
    marker,
    states: [pickState(random), pickState(random)],
    reference: `${form} (${address}) at ${place.name}; ${terms.way}`,
    front: formatFront(marker, number, place, address, terms.front),
    body: `${place.body?.(address) ?? `A ${marker} body.`}\n\n${terms.body}\n\n[s](/${sharedTopic(shared)}/) [f](/${sharedFile(shared)})`,
    shared,
    files: {
      ...terms.files,
      [file.slice(1)]: `${marker}\n`,
      [`assets/of-terms/${marker}.png`]: marker,
    },
  };
}

function pickState(random: () => number): string | null {
  return random() < 0.25 ? null : pick(random, hiddenStates)[1];
}

function formatFront(
  marker: string,
  number: number,
  { front }: Place,
  address: string,
  more: string,
): string {
  const lines: readonly string[] = [
    `title: The ${marker} title`,
    `date: 2024-0${(number % 5) + 1}-1${number % 7}`,
    `summary: The ${marker} summary.`,
    `dateline: ${marker.toUpperCase()}`,
    `authors: [The ${marker} author]`,
    `sources: [{ name: The ${marker} source, url: https://${marker}.example/ }]`,
    `corrections: [{ date: 2024-05-06, text: The ${marker} correction. }]`,
    `redirectFrom: [/old-${marker}/]`,
    `editorNote: The note of ${noteOf(marker)}.`,
    `extra: { own: ${marker} }`,
  ];
  const own = front?.(address) ?? '';
  const key = /^(\w+):/.exec(own)?.[1];
  return [...lines.filter((line) => !line.startsWith(`${key ?? ' '}:`)), own, more].join('\n');
}

/** Terms that nothing else names, by one of the ways in which an item names them. */
function makeTerms(
  random: () => number,
  marker: string,
): { readonly files: Files; readonly front: string; readonly body: string; readonly way: string } {
  const name = marker.charAt(0).toUpperCase() + marker.slice(1);
  const profile = `The ${marker} profile. ![a](/assets/of-terms/${marker}.png)`;
  const files = {
    [`topics/${marker}.md`]: articleFile(`name: Topic ${name}\nbroader: ${marker}-wide`, profile),
    [`topics/${marker}-wide.md`]: articleFile(`name: Wide ${name}`, profile),
    [`actors/${marker}.md`]: articleFile(`name: ${name} Person\ntype: person`, profile),
    [`actors/${marker}-old.md`]: articleFile(
      `name: Old ${name}\ntype: group\nmergedInto: ${marker}`,
    ),
    [`stories/${marker}.md`]: articleFile(
      `name: Story ${name}\nredirectFrom: [/s-${marker}/]`,
      profile,
    ),
  };
  const ways: readonly (readonly [way: string, front: string, body: string])[] = [
    ['front matter', `topics: [${marker}]\nactors: [${marker}]\nstory: ${marker}`, ''],
    [
      'a role',
      `topics: [Topic ${name}]\nactors: [{ actor: Old ${name}, role: spoke }]\nstory: ${marker}`,
      '',
    ],
    ['a comment', `topics: [${marker}]\nstory: ${marker}\n# Ask ${name} Person.`, ''],
    ['a mention', `topics: [${marker}]\nstory: ${marker}`, `There ${name} Person stood.`],
    [
      'links',
      '',
      `[a](/topics/${marker}/) [b](${formUrl}actors/${marker}/) [c](../../../../stories/${marker}/feed.xml)`,
    ],
  ];
  const [way, front, body] = pick(random, ways);
  return { files, front, body, way };
}

async function runSite(items: readonly Item[]): Promise<void> {
  const folder = makeFolder();
  const content = path.join(folder, 'content');
  writeFiles(content, {
    'site.yaml': siteYaml,
    // Every item was published once, as a new one that is too red stops a build.
    'ledger.tsv': items.map(({ number }) => `${pathOf(number)}\n`).join(''),
    'briefings/2024-05-20.md': articleFile('date: 2024-05-20', 'A day.'),
    ...Object.fromEntries(
      sharedNumbers.flatMap((number) => [
        [`${sharedTopic(number)}.md`, articleFile(`name: Shared ${number}`)],
        [sharedFile(number), 'shared'],
      ]),
    ),
    ...Object.fromEntries(items.flatMap(({ files }) => Object.entries(files))),
  });
  for (const round of [0, 1] as const) {
    for (const { number, states, front, body } of items) {
      const state = states[round] ?? '';
      // The page that says that an item was canceled is found at its former addresses too.
      const own = state.includes('canceled') ? front.replace(/^redirectFrom.*$/m, '') : front;
      const text = articleFile(`${own}\n${state}`, body);
      writeFiles(content, { [`articles/item-${number}.md`]: text });
    }
    await build(content, folder);
    await checkOutput(items, round, path.join(folder, '_site'));
    checkAdmin(items, round, content);
  }
  rmSync(folder, { recursive: true, force: true });
}

function pathOf(number: number): string {
  return `/2024/0${(number % 5) + 1}/1${number % 7}/item-${number}/`;
}

async function build(content: string, folder: string): Promise<void> {
  const { result, diagnostics } = await buildCached({
    content,
    layouts: findLayoutFolders(path.join(folder, 'layouts')),
    output: path.join(folder, '_site'),
    now,
    purpose: { kind: 'publish' },
    key: testKey,
    cache: path.join(folder, '.cache'),
    force: false,
    progress: () => undefined,
    warn: (message) => {
      throw new Error(message);
    },
    waiting: () => undefined,
  });
  if (result !== null) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join('\n'));
}

const markers = /(?:zq|qz)[a-z]{10}/g;

/** The word of an item's note, which nobody may see. */
function noteOf(marker: string): string {
  return `qz${marker.slice(2)}`;
}

/** Every word of an item that a text has. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(markers));
}

async function checkOutput(items: readonly Item[], round: 0 | 1, output: string): Promise<void> {
  const names = listFiles(output);
  const found = new Map<string, string>();
  for (const name of names) {
    const bytes = await readFile(path.join(output, name));
    for (const word of wordsIn(`${name}\n${decode(name, bytes)}`)) found.set(word, name);
  }
  const there = new Set(names);
  const wrong: string[] = [];
  for (const item of items) {
    const { marker, number, states, reference } = item;
    const state = states[round];
    const say = (what: string): void => {
      wrong.push(
        `case ${number}, build ${round + 1}, ${state ?? 'published'}: ${reference}: ${what}`,
      );
    };
    const note = found.get(noteOf(marker));
    if (note !== undefined) say(`its note is in ${note}`);
    if (state !== null) {
      if (found.has(marker)) say(`it is in ${found.get(marker) ?? ''}`);
      continue;
    }
    for (const file of listExpected(item)) if (!there.has(file)) say(`${file} is missing`);
  }
  for (const number of sharedNumbers) {
    const naming = items.filter(({ shared }) => shared === number);
    const isShown = naming.length === 0 || naming.some(({ states }) => states[round] === null);
    for (const file of [`${sharedTopic(number)}/index.html`, sharedFile(number)]) {
      const by = naming.map((item) => `case ${item.number} (${item.states[round] ?? 'published'})`);
      if (there.has(file) !== isShown) wrong.push(`${file}, named by ${by.join(', ')}, is wrong`);
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** What a published item brings. */
function listExpected({ files, marker, number }: Item): readonly string[] {
  return [
    `${pathOf(number).slice(1)}index.html`,
    ...Object.keys(files).filter((file) => file.startsWith('assets/')),
    ...[`topics/${marker}`, `topics/${marker}-wide`, `actors/${marker}`, `stories/${marker}`].map(
      (page) => `${page}/index.html`,
    ),
    `actors/${marker}-old/index.html`,
  ];
}

function decode(name: string, bytes: Buffer): string {
  if (name.endsWith('.br')) return brotliDecompressSync(bytes).toString('latin1');
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isGzip ? gunzipSync(bytes) : bytes).toString('latin1');
  if (!name.endsWith('.eml')) return text;
  const parts = text.match(/(?:^[A-Za-z0-9+/]{60,}={0,2}\r?\n)+/gm) ?? [];
  const encoded = parts.map((part) => Buffer.from(part, 'base64').toString('latin1'));
  return [text.replace(/=\r?\n/g, ''), ...encoded].join('\n');
}

/** The editor's files, which need Decap to be built whole. */
function checkAdmin(items: readonly Item[], round: 0 | 1, content: string): void {
  const { site } = loadSite({ content, now, drafts: false });
  if (site === null) throw new Error('the site was built and does not load');
  const words = wordsIn(JSON.stringify([buildCollections(site, 'content'), listIds(site)]));
  for (const { marker, number, states } of items) {
    if (words.has(marker) !== (states[round] === null)) {
      throw new Error(`case ${number}: the editor's forms name ${marker} wrongly`);
    }
  }
}
