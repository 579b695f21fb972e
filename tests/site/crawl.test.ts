import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, copySample, edit, loadContent } from '../support/build.ts';
import { crawl } from '../support/crawl.ts';
import { makeFolder, writeFiles } from '../support/site.ts';

const test = suite('the links of the sample site');

/** Pages that nothing links to, by what they are. */
function findUnlinked(content: string): ReadonlySet<string> {
  const site = loadContent(content);
  return new Set([
    // A host serves it where nothing is.
    '404.html',
    // Former addresses are for links from elsewhere: our own name the new ones.
    ...site.redirects.map(({ from }) => from.slice(1).replace(/\/$/, '/index.html')),
    // A canceled item keeps its page for those who have the link.
    ...site.canceled.map(({ path }) => `${path.slice(1)}index.html`),
  ]);
}

const places: readonly (readonly [name: string, url: string])[] = [
  ['the root of a host', 'https://dateline.example/'],
  ['a sub-path', 'https://host.example/sub/path/'],
  [
    'a sub-path with a space and a letter of another script',
    'https://host.example/a%20b/%E6%97%A5/',
  ],
];

for (const [name, url] of places) {
  const content = copySample();
  edit(content, 'site.yaml', /^url:.*$/m, `url: ${url}`);
  const output = buildContent(content);
  const { reached, pages, broken, checked } = crawl(output, url);

  test(`${name}: no link and no anchor is broken`, () => {
    assert.equal(broken, []);
    assert.ok(checked > 5000, `only ${checked} links were looked at`);
  });

  test(`${name}: every page is reached from the home page`, () => {
    const unlinked = findUnlinked(content);
    assert.equal(
      pages.filter((file) => !reached.has(file) && !unlinked.has(file)),
      [],
    );
    assert.ok(reached.size > 250, `only ${reached.size} pages were reached`);
  });
}

test('the crawl sees what is broken', () => {
  const folder = makeFolder();
  writeFiles(folder, {
    'index.html':
      '<!doctype html><a href="/sub/a/">a</a><a href="/a/">b</a><a href="/sub/a/#no">c</a><a href="/sub/a">d</a><img src="none.png"><a href="#here" id="here">e</a>',
    'a/index.html': '<!doctype html><a href="../">up</a>',
    'b/index.html': '<!doctype html><link rel="stylesheet" href="/sub/none.css">',
  });
  const { reached, broken } = crawl(folder, 'https://host.example/sub/');
  assert.equal([...reached], ['index.html', 'a/index.html']);
  assert.equal(
    broken.map((line) => line.split(': ').slice(0, 2).join(' ')),
    [
      'b/index.html /sub/none.css',
      'index.html /a/',
      'index.html /sub/a/#no',
      'index.html /sub/a',
      'index.html none.png',
    ],
  );
});

test.run();
