import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as assert from 'uvu/assert';
import { buildCached } from '../../src/build/buildCached.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { outputFile } from '../../src/urls/paths.ts';
import { testKey } from '../support/key.ts';
import { planSite } from '../support/planSite.ts';
import { articleFile, makeFolder, siteYaml, testNow } from '../support/site.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';
import { makeAddress, makePart } from './nastyPaths.ts';

/**
 * Whatever `check` passes, `build` builds: a generated site without errors is built, with every file that
 * was planned; of one with errors, nothing is built, and the build says the same.
 */
export const checkThenBuild: Campaign = {
  name: 'checkThenBuild',
  cases: 320,
  casesInTests: 12,
  open: () => {
    const folder = makeFolder();
    return Promise.resolve({
      runCase: async (random, number) => {
        const place = path.join(folder, String(number));
        const files = makeSite(random, longestPathOnDisk - path.join(place, 'content/').length);
        try {
          await holdSite(place, files);
        } catch (error) {
          throw new Error(
            `${String(error)}\n${JSON.stringify(Object.fromEntries(files)).slice(0, 4000)}`,
            {
              cause: error,
            },
          );
        } finally {
          rmSync(place, { recursive: true, force: true });
        }
      },
    });
  },
};

type Files = ReadonlyMap<string, string>;

/** Linux: 4,096 bytes, of which one ends it. */
const longestPathOnDisk = 4095;

async function holdSite(place: string, files: Files): Promise<void> {
  const content = path.join(place, 'content');
  for (const [file, text] of files) writeWhereItFits(path.join(content, file), text);
  const checked = loadSite({ content, now: testNow, drafts: false });
  const output = path.join(place, 'site');
  const { result, diagnostics } = await buildCached({
    ...{ content, output, now: testNow, purpose: { kind: 'publish' }, force: false },
    ...{ layouts: findLayoutFolders('layouts'), cache: path.join(place, 'cache'), key: testKey },
    ...{ progress: () => undefined, warn: () => undefined, waiting: () => undefined },
  });
  assert.equal(diagnostics, checked.diagnostics);
  assert.is(result === null, checked.site === null);
  if (checked.site === null) {
    assert.not(existsSync(output));
    return;
  }
  for (const file of planSite(checked.site)) {
    assert.ok(existsSync(path.join(output, file)), `${file} was not written`);
  }
  for (const { from } of checked.site.redirects) {
    const file = outputFile(from);
    if (file.endsWith('.html')) assert.ok(existsSync(path.join(output, file)), from);
  }
}

/** Some names are no file system's: then there is no such content. */
function writeWhereItFits(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const isRefused =
      error instanceof Error &&
      'code' in error &&
      /^(?:ENAMETOOLONG|EEXIST|ENOTDIR|EISDIR|ENOENT|ERR_INVALID_ARG_VALUE)$/.test(
        String(error.code),
      );
    if (!isRefused) throw error;
  }
}

const plainNames = [
  'about',
  'war',
  '2024',
  'topics',
  'feed',
  'search',
  'über',
  '日本',
  'w01',
  'functions',
];
const urls = [
  ...['https://a.example/', 'https://a.example/sub/', 'https://a.example/%C3%BC/'],
  ...["https://a.example/it's;$1/", 'https://a.example:8443/', 'https://[2001:db8::1]/'],
  ...["https://a'b;c.example/", 'https://a.example/%zz/', 'https://a.example/*/'],
  ...['https://a.example//b/', 'https://a.example/%2e%2e/b/', 'https://a.example./'],
];

/**
 * Most sites have one thing that is odd, so that many of them pass.
 * @param room the bytes of the longest path below the content folder
 */
function makeSite(random: () => number, room: number): Files {
  const files = new Map<string, string>();
  const options = [
    ...(random() < 0.4 ? ['precompress: [gzip]'] : []),
    ...(random() < 0.3 ? ['email: true'] : []),
    ...(random() < 0.3 ? ['exports: [json, csv]'] : []),
    ...(random() < 0.2 ? ['feed: { archives: false }'] : []),
  ];
  const url = random() < 0.7 ? 'https://test.example/' : pick(random, urls);
  const yaml = siteYaml(options.join('\n')).replace('https://test.example/', JSON.stringify(url));
  files.set('site.yaml', yaml);
  for (let count = pickNumber(random, 1, 3); count > 0; count--) addOdd(random, files, room);
  const redirects = Array.from({ length: pickNumber(random, 0, 3) }, () => makeFormer(random));
  const front = `title: A\ndate: 2024-01-05\nredirectFrom: ${JSON.stringify(redirects)}`;
  files.set('articles/a.md', articleFile(front, `[a](${makeAddress(random)})`));
  return files;
}

function makeFormer(random: () => number): string {
  if (random() < 0.4) return makeAddress(random);
  const ends = [
    '',
    '/',
    '.html',
    '/feed.xml',
    '/social.png',
    '/index.html',
    '.html.gz/',
    '/email.html',
  ];
  const start = pick(random, [
    'old',
    'About',
    '2024/01/05',
    '2024/01/05/a',
    'topics/war',
    'sitemap-2',
  ]);
  return `/${start}${pick(random, ends)}`;
}

function addOdd(random: () => number, files: Map<string, string>, room: number): void {
  const name = pick(random, plainNames);
  const page = articleFile('title: A page');
  const kinds: readonly (() => void)[] = [
    () => files.set(`pages/${name}.md`, page),
    () => files.set(`pages/${deepFolder(random, name, room)}/x.md`, page),
    () =>
      files.set(
        `articles/${deepFolder(random, 'any', room)}/x.md`,
        articleFile('title: X\ndate: 2024-01-06'),
      ),
    () => files.set(`articles/${name}.md`, articleFile('title: N\ndate: 2024-01-05')),
    () =>
      files.set(
        `articles/${'字'.repeat(pickNumber(random, 60, 70))}.md`,
        articleFile('title: N\ndate: 2024-01-05'),
      ),
    () =>
      files.set(
        `topics/${name}.md`,
        articleFile(`name: War\nredirectFrom: [${JSON.stringify(makeFormer(random))}]`),
      ),
    () => {
      files.set('topics/old.md', articleFile('name: Old\nmergedInto: new'));
      files.set('topics/new.md', articleFile('name: New'));
    },
    () => files.set(`static/${makePart(random).replaceAll(/[\n\0]/g, '')}`, 'x'.repeat(2000)),
    () =>
      files.set(
        `static/${name}${pick(random, ['', '/index.html', '.gz', '/a.txt', '.html'])}`,
        'x',
      ),
    () =>
      files.set(
        `${pick(random, ['static', 'assets'])}/${deepFolder(random, name, room)}/x.txt`,
        'x',
      ),
    () => files.set(`assets/${'n'.repeat(pickNumber(random, 248, 251))}.txt`, 'x'.repeat(2000)),
    () =>
      files.set(
        pick(random, [
          'static/_worker.js',
          'static/index.html.gz',
          'assets/a.php',
          'static/.well-known/x',
        ]),
        'x',
      ),
  ];
  pick(random, kinds)();
}

/** Folders in each other: a few, as many as an address may have, or so many that content just fits on disk. */
function deepFolder(random: () => number, name: string, room: number): string {
  const longest = room - pickNumber(random, 11, 24);
  const bytes = pick(random, [20, 300, 725, 740, 760, 3000, longest, longest]);
  const text = `${name}-${pick(random, ['a', 'letters', '字'])}`.repeat(bytes / 4);
  const parts = Array.from(text.matchAll(/.{1,50}/gu), ([part]) => part.replace(/^-|-$/g, 'x'));
  const cut = Buffer.from(parts.join('/')).subarray(0, bytes);
  // A letter that was cut is left out, and so is what no name ends with.
  return new TextDecoder().decode(cut).replace(/[\ufffd/-]+$/, '');
}
