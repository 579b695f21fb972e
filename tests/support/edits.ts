import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { siteYaml } from './site.ts';

/** A site that random edits change: content, layouts, cache and clock. */
export interface EditedSite {
  readonly content: string;
  readonly layouts: string;
  readonly cache: string;
  /** Lines of site.yaml that no edit takes away. */
  readonly config: string;
  now: string;
}

type Edit = (site: EditedSite, random: () => number) => string;

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta'];

function choose<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

function list(site: EditedSite, folder: string): readonly string[] {
  return readdirSync(path.join(site.content, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function change(site: EditedSite, file: string, replace: (text: string) => string): void {
  const target = path.join(site.content, file);
  writeFileSync(target, replace(readFileSync(target, 'utf8')));
}

function live(site: EditedSite, folder: 'actors' | 'topics'): readonly string[] {
  return list(site, folder).filter(
    (file) => !readFileSync(path.join(site.content, file), 'utf8').includes('mergedInto'),
  );
}

let made = 0;

function makeArticle(site: EditedSite, random: () => number): string {
  // Enough years that most edits leave some of which nothing is asked.
  const year = 2024 - Math.floor(random() ** 2 * 6);
  const day = `${year}-0${1 + Math.floor(random() * 2)}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const file = `articles/${day}-made-${made++}.md`;
  const extra = [
    random() < 0.15
      ? 'embargoed: 2030-01-0' + String(1 + Math.floor(random() * 9)) + 'T00:00:00Z'
      : '',
    random() < 0.1 ? `status: ${choose(['draft', 'withheld', 'canceled'], random)}` : '',
    random() < 0.4 ? 'story: saga' : '',
    random() < 0.3 ? `urgency: ${1 + Math.floor(random() * 9)}` : '',
    random() < 0.2 ? 'corrections: [{date: 2024-03-01, text: A name was wrong.}]' : '',
  ].filter((line) => line !== '');
  const idOf = (path_: string): string => path.basename(path_, '.md');
  const text = [
    '---',
    `title: Item ${made} of ${day}`,
    `date: ${day}${random() < 0.3 ? 'T10:30:00Z' : ''}`,
    `topics: [${idOf(choose(list(site, 'topics'), random))}]`,
    `actors: [${idOf(choose(list(site, 'actors'), random))}, ${idOf(choose(list(site, 'actors'), random))}]`,
    `sources: [${choose(['Reuters', 'AFP', 'Alpha'], random)}]`,
    ...extra,
    '---',
    '',
    `On that day ${choose(names, random)} met ${choose(names, random)} and ${choose(names, random)}.`,
    '',
  ];
  writeFileSync(path.join(site.content, file), text.join('\n'));
  return `add ${file}`;
}

const edits: readonly Edit[] = [
  makeArticle,
  makeArticle,
  makeArticle,
  (site, random) => {
    const file = choose(list(site, 'articles'), random);
    change(site, file, (text) => `${text}\nMore about ${choose(names, random)}.\n`);
    return `lengthen ${file}`;
  },
  (site, random) => {
    const file = choose(list(site, 'articles'), random);
    change(site, file, (text) => text.replace(/^title: .*$/m, `title: Title ${random()}`));
    return `retitle ${file}`;
  },
  (site, random) => {
    const files = list(site, 'articles');
    if (files.length < 8) return makeArticle(site, random);
    const file = choose(files, random);
    rmSync(path.join(site.content, file));
    return `remove ${file}`;
  },
  (site, random) => {
    const file = choose(list(site, 'articles'), random);
    const target = file.replace(
      /-(\d\d)-(made|seed)/,
      `-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}-$2`,
    );
    const day = path.basename(target).slice(0, 10);
    if (target === file || existsSync(path.join(site.content, target))) return 'move nothing';
    change(site, file, (text) => text.replace(/^date: [\d-]{10}/m, `date: ${day}`));
    renameSync(path.join(site.content, file), path.join(site.content, target));
    return `move ${file} to ${target}`;
  },
  (site, random) => {
    const file = choose(live(site, 'actors'), random);
    change(site, file, (text) => text.replace(/^summary: .*$/m, `summary: Summary ${random()}.`));
    return `describe ${file}`;
  },
  (site, random) => {
    // Another spelling of the same name, or a name of its own; the id stays.
    const file = choose(live(site, 'actors'), random);
    const id = path.basename(file, '.md');
    const base = names.find((name) => name.toLowerCase() === id) ?? id;
    const name = choose(
      [base, `${base} ${Math.floor(random() * 100)}`, base.toUpperCase()],
      random,
    );
    change(site, file, (text) => text.replace(/^name: .*$/m, `name: ${name}`));
    return `rename ${file} to ${name}`;
  },
  (site, random) => {
    const file = choose(live(site, 'actors'), random);
    const type = choose(['person', 'organisation', 'state'], random);
    change(site, file, (text) => text.replace(/^type: .*$/m, `type: ${type}`));
    return `${file} is a ${type}`;
  },
  (site, random) => {
    const file = choose(live(site, 'actors'), random);
    change(site, file, (text) => text.replace(/^aliases: .*$/m, `aliases: [Alias ${random()}]`));
    return `another alias for ${file}`;
  },
  (site, random) => {
    const actors = live(site, 'actors');
    if (actors.length < 4) return 'merge nothing';
    const from = choose(actors, random);
    const into = choose(
      actors.filter((file) => file !== from),
      random,
    );
    change(site, from, (text) =>
      text.replace('\n---\n', `\nmergedInto: ${path.basename(into, '.md')}\n---\n`),
    );
    return `merge ${from} into ${into}`;
  },
  (site, random) => {
    const merged = list(site, 'actors').filter((file) => !live(site, 'actors').includes(file));
    if (merged.length === 0) return 'split nothing';
    const file = choose(merged, random);
    change(site, file, (text) => text.replace(/^mergedInto: .*\n/m, ''));
    return `split ${file}`;
  },
  (site, random) => {
    const file = choose(live(site, 'topics'), random);
    change(site, file, (text) => text.replace(/^name: .*$/m, `name: Topic ${random()}`));
    return `rename ${file}`;
  },
  (site, random) => {
    const [wide = '', ...others] = live(site, 'topics');
    if (others.length === 0) return 'no narrower topic';
    const file = choose(others, random);
    const id = path.basename(wide, '.md');
    change(site, file, (text) =>
      text.includes('broader')
        ? text.replace(/^broader: .*\n/m, '')
        : text.replace('\n---\n', `\nbroader: ${id}\n---\n`),
    );
    return `move ${file} in the tree`;
  },
  (site, random) => {
    change(site, 'stories/saga.md', (text) =>
      text.replace(/^name: .*$/m, `name: Saga ${random()}`),
    );
    return 'rename the story';
  },
  (site, random) => {
    const day = `2024-01-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    mkdirSync(path.join(site.content, 'briefings'), { recursive: true });
    const file = path.join(site.content, `briefings/${day}.md`);
    if (existsSync(file)) rmSync(file);
    else
      writeFileSync(
        file,
        `---\ndate: ${day}\ntitle: Day ${random()}\nkeyTakeaways: [One]\n---\n\nA note.\n`,
      );
    return `a briefing of ${day}`;
  },
  (site, random) => {
    const lines = choose(
      [
        '',
        'linkMentions: false\n',
        'theme: {accent: "#14532d"}\n',
        'feed: {items: 3}\n',
        'licence: CC0\n',
      ],
      random,
    );
    writeFileSync(path.join(site.content, 'site.yaml'), siteYaml(site.config + lines));
    return `site.yaml: ${lines.trim()}`;
  },
  (site, random) => {
    const file = path.join(site.layouts, 'partials/marks.vto');
    mkdirSync(path.dirname(file), { recursive: true });
    if (existsSync(file)) rmSync(file);
    else writeFileSync(file, `<span>mark ${Math.floor(random() * 9)}</span>\n`);
    return 'override a layout, or not';
  },
  (site, random) => {
    site.now = `2030-01-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}T12:00:00Z`;
    return `now ${site.now}`;
  },
  (site, random) => {
    const files = readdirSync(site.cache, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    if (files.length === 0) return 'damage nothing';
    const entry = choose(files, random);
    appendFileSync(path.join(entry.parentPath, entry.name), 'x');
    return `damage ${entry.name}`;
  },
  (site) => {
    rmSync(site.cache, { recursive: true, force: true });
    mkdirSync(site.cache, { recursive: true });
    return 'delete the cache';
  },
  (site, random) => {
    mkdirSync(path.join(site.content, 'assets'), { recursive: true });
    writeFileSync(path.join(site.content, 'assets/a.txt'), String(random()));
    return 'another asset';
  },
];

/** Makes one random edit; says which. */
export function editAtRandom(site: EditedSite, random: () => number): string {
  return choose(edits, random)(site, random);
}

/** Writes the site from which the edits begin. */
export function writeEditedSite(site: EditedSite): void {
  for (const folder of ['articles', 'actors', 'topics', 'stories']) {
    mkdirSync(path.join(site.content, folder), { recursive: true });
  }
  mkdirSync(site.layouts, { recursive: true });
  mkdirSync(site.cache, { recursive: true });
  const write = (file: string, text: string): void =>
    writeFileSync(path.join(site.content, file), text);
  write('site.yaml', siteYaml(site.config));
  for (const name of names) {
    write(
      `actors/${name.toLowerCase()}.md`,
      `---\nname: ${name}\ntype: person\naliases: [The ${name}]\nsummary: Who ${name} is.\n---\n`,
    );
  }
  for (const name of ['war', 'peace', 'trade']) {
    write(`topics/${name}.md`, `---\nname: ${name}\n---\n`);
  }
  write('stories/saga.md', '---\nname: Saga\nactors: [alpha]\n---\n');
  for (let index = 1; index <= 10; index++) {
    const day = `2024-01-${String(index).padStart(2, '0')}`;
    write(
      `articles/${day}-seed-${index}.md`,
      `---\ntitle: Seed ${index}\ndate: ${day}\nactors: [alpha]\ntopics: [war]\nsources: [Reuters]\n---\n\nBeta and Gamma spoke.\n`,
    );
  }
}
