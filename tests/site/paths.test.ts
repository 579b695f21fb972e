/** Every path of the contract's sections 3 and 4, counted from the content's files and not by src/. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { buildContent, loadContent, readOutput, sampleContent } from '../support/build.ts';
import { listFiles } from '../support/tree.ts';

interface Front {
  readonly date: string;
  readonly status?: string;
  readonly embargoed?: string;
}

function readFront(folder: string): ReadonlyMap<string, Front> {
  const files = readdirSync(path.join(sampleContent, folder), {
    recursive: true,
    encoding: 'utf8',
  }).filter((file) => file.endsWith('.md'));
  return new Map(
    files.map((file) => {
      const text = readFileSync(path.join(sampleContent, folder, file), 'utf8');
      const front = parse(text.split('\n---\n')[0] ?? '', { schema: 'failsafe' }) as Front;
      return [path.basename(file, '.md'), front];
    }),
  );
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - start) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}/w${String(week).padStart(2, '0')}/`;
}

const articles = readFront('articles');
const published = [...articles].filter(
  ([, front]) =>
    front.status !== 'draft' && front.status !== 'withheld' && front.embargoed === undefined,
);
const terms = (['topics', 'actors', 'stories'] as const).map(
  (kind) => [kind, [...readFront(kind).keys()]] as const,
);
const days = [...new Set(published.map(([, front]) => front.date.slice(0, 10)))].sort();
const output = buildContent(sampleContent);
const files = new Set(listFiles(output));
const site = loadContent(sampleContent);

const pages = new Set<string>(
  ['', 'archive/', 'network/', 'articles/', 'topics/', 'actors/', 'stories/', 'sources/'].concat(
    ['search/', 'subscribe/', 'corrections/', '404.html'],
    ['topics', 'actors', 'sources'].flatMap((kind) => [
      `${kind}/by-count.html`,
      `${kind}/by-date.html`,
    ]),
    [...readFront('pages').keys()].map((page) => `${page}/`),
  ),
);
for (const [name, front] of published) {
  const slug = name.replace(/^\d{4}-\d{2}-\d{2}-/, '');
  pages.add(`${front.date.slice(0, 10).replaceAll('-', '/')}/${slug}/`);
}
for (const day of days) {
  pages.add(`${day.replaceAll('-', '/')}/`);
  pages.add(`${day.slice(0, 7).replace('-', '/')}/`);
  pages.add(`${day.slice(0, 4)}/`);
  pages.add(isoWeek(day));
  // Each year of the sample has an item that names two actors.
  pages.add(`network/${day.slice(0, 4)}/`);
}
for (const [kind, ids] of terms) for (const id of ids) pages.add(`${kind}/${id}/`);

const test = suite('the paths of the sample site');

test('the sample is the one that these tests count on', () => {
  assert.is(published.length, 42);
  assert.is(articles.size - published.length, 2);
  assert.ok(days.length > 20);
});

test('every page of section 3 that needs no name to be resolved exists', () => {
  const missing = [...pages].filter((page) => !files.has(page.replace(/\/$|^$/, '$&index.html')));
  assert.equal(missing, []);
});

test('every source has its page, and every term its year pages', () => {
  const wanted: string[] = [];
  for (const [id, source] of site.sources) {
    wanted.push(`sources/${id}/`);
    for (const { year } of source.timeline.years) wanted.push(`sources/${id}/${year}/`);
  }
  for (const [id, topic] of site.topics)
    for (const { year } of topic.timeline.years) wanted.push(`topics/${id}/${year}/`);
  for (const [id, actor] of site.actors)
    for (const { year } of actor.timeline.years) wanted.push(`actors/${id}/${year}/`);
  assert.ok(wanted.length > 100);
  assert.equal(
    wanted.filter((page) => !files.has(`${page}index.html`)),
    [],
  );
  for (const page of wanted) pages.add(page);
});

test('there is no page that the contract does not name', () => {
  const former = new Set(
    site.redirects.map(({ from }) => from.slice(1).replace(/\/$/, '/index.html')),
  );
  const known = new Set([...pages].map((page) => page.replace(/\/$|^$/, '$&index.html')));
  const others = [...files].filter(
    (file) => file.endsWith('.html') && !known.has(file) && !former.has(file),
  );
  assert.equal(others, []);
});

test('every feed of section 4 exists in three formats, and the OPML', () => {
  // The whole, its months, and the pair of site.yaml.
  const whole = ['', 'articles/'].flatMap((folder) => [folder, `${folder}2024/01/`]);
  const folders = [...whole, 'actors/kim-jong-un/topics/missiles/'].concat(
    terms.flatMap(([kind, ids]) => ids.map((id) => `${kind}/${id}/`)),
  );
  const wanted = folders.flatMap((folder) => [
    `${folder}feed.xml`,
    `${folder}atom.xml`,
    `${folder}feed.json`,
  ]);
  assert.equal(
    wanted.filter((file) => !files.has(file)),
    [],
  );
  const feeds = [...files].filter((file) =>
    /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/.test(file),
  );
  assert.equal(feeds.sort(), wanted.sort());
  assert.ok(files.has('feeds.opml'));
});

test('the files for hosts and search engines exist', () => {
  for (const file of [
    'sitemap.xml',
    'robots.txt',
    '_headers',
    '_redirects',
    'style.css',
    'icon.svg',
  ]) {
    assert.ok(files.has(file), file);
  }
});

test('each item has an anchor on its day, its slug', () => {
  for (const article of site.articles) {
    const day = readOutput(output, `${article.day.replaceAll('-', '/')}/index.html`);
    assert.is(day.split(` id="${article.slug}"`).length, 2, article.slug);
  }
});

test('30 December 2024 is in week 1 of 2025', () => {
  assert.is(isoWeek('2024-12-30'), '2025/w01/');
});

test.run();
