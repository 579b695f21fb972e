/** Pictures for links in the output: which pages have one, and that each is drawn once. */
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keyOfPng } from '../../src/social/png.ts';
import { buildContent, edit, readOutput, rebuild } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import {
  articleFile,
  load,
  makeContent,
  makeFolder,
  siteYaml,
  writeFiles,
  type Files,
} from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('pictures in the output');

const day = '2024/01/05';
const files: Files = {
  'site.yaml': siteYaml('socialImages: true\n').replace(
    'https://test.example/',
    'https://test.example/base/',
  ),
  'assets/own.png': 'x',
  'articles/one.md': articleFile('title: One & <two> "three"\ndate: 2024-01-05'),
  'articles/two.md': articleFile('title: Two\ndate: 2024-01-05'),
  'articles/own.md': articleFile(
    'title: Own\ndate: 2024-01-05\nimage: { src: /assets/own.png, alt: Its own }',
  ),
  'articles/draft.md': articleFile('title: Draft\ndate: 2024-01-05\nstatus: draft'),
  'articles/gone.md': articleFile('title: Gone\ndate: 2024-01-05\nstatus: canceled'),
  'articles/held.md': articleFile('title: Held\ndate: 2024-01-05\nembargoed: 2027-01-01T00:00:00Z'),
  'articles/rocket.md': articleFile('title: Rocket 🚀\ndate: 2024-01-06'),
  'briefings/2024-01-06.md': '---\ndate: 2024-01-06\ntitle: A day\n---\n',
};
const content = makeContent(files);
const output = buildContent(content);

function picturesOf(folder: string): readonly string[] {
  return listFiles(folder).filter((file) => file.endsWith('.png') && !file.startsWith('assets/'));
}

const pictures = [
  '2024/01/05/one/social.png',
  '2024/01/05/social.png',
  '2024/01/05/two/social.png',
  '2024/01/06/social.png',
];

/** The contents of `meta` by property or name. */
function readMeta(file: string): ReadonlyMap<string, string> {
  const found = readOutput(output, file).matchAll(
    /<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">/g,
  );
  return new Map(Array.from(found, ([, name = '', value = '']) => [name, value]));
}

test('published items and days have one; items that are not published, or have an image, none', () => {
  assert.equal(picturesOf(output), pictures);
  for (const file of pictures) {
    const bytes = readFileSync(path.join(output, file));
    assert.equal([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    assert.ok(keyOfPng(bytes));
    assert.ok(bytes.length < 40_000, `${bytes.length}`);
  }
});

test('pages name their picture by its whole URL', () => {
  const url = `https://test.example/base/${day}/one/social.png`;
  assert.equal(
    [...readMeta(`${day}/one/index.html`)],
    [
      ['og:image', url],
      ['og:image:alt', 'One &amp; &lt;two&gt; &quot;three&quot;'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:type', 'image/png'],
      ['twitter:card', 'summary_large_image'],
    ],
  );
  assert.match(readOutput(output, `${day}/one/index.html`), `"image":"${url}"`);
  for (const [page, image] of [
    [`${day}/index.html`, `${day}/social.png`],
    ['index.html', '2024/01/06/social.png'],
  ] as const) {
    assert.is(readMeta(page).get('og:image'), `https://test.example/base/${image}`);
  }
});

test('an image of the editor’s stays, without a size that nobody knows', () => {
  assert.equal(
    [...readMeta(`${day}/own/index.html`)],
    [
      ['og:image', 'https://test.example/base/assets/own.png'],
      ['og:image:alt', 'Its own'],
      ['twitter:card', 'summary_large_image'],
    ],
  );
});

test('what no font can show is told, and has no picture', () => {
  const { diagnostics } = load(files);
  assert.equal(
    diagnostics.map(({ code, file, line }) => [code, file, line]),
    [['missing-glyph', 'content/articles/rocket.md', 2]],
  );
  assert.equal([...readMeta('2024/01/06/rocket/index.html')], []);
});

test('a site whose title or dates no font can show has none, and is told once', () => {
  for (const [yaml, line] of [
    [siteYaml('socialImages: true\n').replace('title: Test', 'title: 简报'), 1],
    [siteYaml('socialImages: true\n').replace('language: en', 'language: zh'), 3],
  ] as const) {
    const { site, diagnostics } = load({ ...files, 'site.yaml': yaml });
    assert.is(site?.pictured.size, 0);
    assert.equal(
      diagnostics.map(({ code, file, line: at }) => [code, file, at]),
      [['missing-glyph', 'content/site.yaml', line]],
    );
  }
});

test('a font that is not there, or is none, is an error', () => {
  for (const font of ['/assets/none.ttf', '/assets/own.png']) {
    const yaml = siteYaml(`socialImages: true\ntheme: { socialFont: ${font} }\n`);
    const { diagnostics } = load({ ...files, 'site.yaml': yaml });
    assert.equal(
      diagnostics.map(({ code, line }) => [code, line]),
      [['bad-value', 7]],
    );
  }
});

test('no site has pictures that did not ask for them', () => {
  const plain = buildContent(makeContent({ ...files, 'site.yaml': siteYaml() }));
  assert.equal(picturesOf(plain), []);
  assert.not.match(readOutput(plain, `${day}/one/index.html`), 'og:image');
});

test('a file of the operator’s at a picture’s address is a collision', () => {
  const { diagnostics } = load({ ...files, [`static/${day}/one/social.png`]: 'x' });
  assert.ok(diagnostics.some(({ code }) => code === 'url-collision'));
});

test('each is drawn once: another build, item, layout or a lost cache leaves it alone', () => {
  const own = makeContent(files);
  const target = path.join(makeFolder(), '_site');
  rebuild(own, target);
  const states = (): readonly string[] =>
    pictures.map((file) => {
      const { ino, mtimeMs } = statSync(path.join(target, file));
      return `${ino} ${mtimeMs}`;
    });
  const first = states();
  rebuild(own, target);
  assert.equal(states(), first);
  writeFiles(own, { 'articles/new.md': articleFile('title: New\ndate: 2024-01-05') });
  rebuild(own, target);
  assert.equal(states(), first);
  assert.ok(existsSync(path.join(target, day, 'new/social.png')));
  edit(own, 'site.yaml', 'language: en', 'language: en\ndescription: Another site');
  rebuild(own, target);
  assert.equal(states(), first);
  rebuild(own, target, '--clean');
  assert.equal(states(), first);
  assert.is(hashTree(target), hashTree(buildContent(own)));
});

test('a new title changes its picture; a day’s title that of the day; a colour all', () => {
  const own = makeContent(files);
  const target = path.join(makeFolder(), '_site');
  rebuild(own, target);
  const read = (): ReadonlyMap<string, string> =>
    new Map(
      picturesOf(target).map((file) => [
        file,
        readFileSync(path.join(target, file)).toString('base64'),
      ]),
    );
  let last = read();
  const changed = (): readonly string[] => {
    const now = read();
    const names = [...now.keys()].filter((file) => now.get(file) !== last.get(file));
    last = now;
    return names;
  };
  edit(own, 'articles/two.md', 'title: Two', 'title: Two, at last');
  rebuild(own, target);
  assert.equal(changed(), ['2024/01/05/two/social.png']);
  edit(own, 'briefings/2024-01-06.md', 'title: A day', 'title: Another day');
  rebuild(own, target);
  assert.equal(changed(), ['2024/01/06/social.png']);
  edit(own, 'articles/two.md', 'A first paragraph', 'Another paragraph');
  rebuild(own, target);
  assert.equal(changed(), []);
  edit(own, 'site.yaml', 'socialImages', 'theme: { accent: "#1d5a9c" }\nsocialImages');
  rebuild(own, target);
  assert.equal(changed(), pictures);
  assert.is(hashTree(target), hashTree(buildContent(own)));
});

test('an item that was embargoed gets its picture on its day; one withdrawn loses it', () => {
  const own = makeContent(files);
  const target = path.join(makeFolder(), '_site');
  rebuild(own, target);
  const held = path.join(target, day, 'held/social.png');
  assert.not(existsSync(held));
  rebuild(own, target, '--now', '2027-01-02T00:00:00Z');
  assert.ok(existsSync(held));
  edit(own, 'articles/held.md', 'title: Held', 'title: Held\nstatus: withheld');
  rebuild(own, target, '--now', '2027-01-02T00:00:00Z');
  assert.not(existsSync(held));
});

for (const [name, damage] of [
  ['lost', (file: string) => rmSync(file)],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -40))],
  [
    'changed within its own size',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
      writeFileSync(file, bytes);
      utimesSync(file, 1, 1);
    },
  ],
] as const) {
  test(`a picture that was ${name} is drawn again`, () => {
    const whole = hashTree(output);
    damage(path.join(output, '2024/01/05/one/social.png'));
    assert.is.not(hashTree(output), whole);
    rebuild(content, output);
    assert.is(hashTree(output), whole);
  });
}

test('many are drawn in several jobs', () => {
  const many: Record<string, string | Uint8Array> = { 'site.yaml': files['site.yaml'] ?? '' };
  for (let item = 0; item < 20; item++)
    many[`articles/item-${item}.md`] = articleFile(`title: Item ${item}\ndate: 2024-01-05`);
  const target = path.join(makeFolder(), '_site');
  const { status, stdout } = runCli(['build', '--content', makeContent(many), '--output', target]);
  assert.is(status, 0);
  assert.match(stdout, /20 articles/);
  assert.is(picturesOf(target).length, 21);
});

test.run();
