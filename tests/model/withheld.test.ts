/** An item that was published and is withheld leaves the site, whatever the ledger says. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findUnlisted, formatLedger } from '../../src/model/published.ts';
import { listEntries } from '../../src/parse/ledger.ts';
import { articleFile, load, loadGood, siteYaml, type Files } from '../support/site.ts';

const test = suite('what falls with an item that is withheld');

const yaml = 'tlpCeiling: green\nemail: true\n';
const item = (more: string, body = 'Words.'): string =>
  articleFile(
    `title: One\ndate: 2023-05-01\nid: the-one\nredirectFrom: [/was/, /was.html]\nsources: [Wire, Agency]
actors: [kim, ann]\ntopics: [narrow]\nstory: tale\n${more}`,
    body,
  );
const before: Files = {
  'site.yaml': siteYaml(yaml),
  'articles/2023-05-01-one.md': item(''),
  'articles/2024-01-05-two.md': articleFile(
    'title: Two\ndate: 2024-01-05\nsources: [Agency]\nactors: [ann]',
  ),
  'actors/ann.md': articleFile('name: Ann\ntype: person'),
  'actors/kim.md': articleFile('name: Kim\ntype: person\nredirectFrom: [/people/kim/]'),
  'actors/old-kim.md': articleFile('name: Old Kim\ntype: person\nmergedInto: kim'),
  'topics/wide.md': articleFile('name: Wide'),
  'topics/narrow.md': articleFile('name: Narrow\nbroader: wide'),
  'stories/tale.md': articleFile('name: Tale'),
};

function ledgerOf(files: Files): string {
  return formatLedger(findUnlisted(loadGood(files), []));
}

const ledger = ledgerOf(before);

/** Every address that was published and is neither there now nor leads to another. */
function addressesLost(files: Files): readonly string[] {
  const there = new Set(
    formatLedger(findUnlisted(loadGood(files), []))
      .split('\n')
      .map((line) => line.split('\t')[0]),
  );
  const entries = listEntries({ file: '', text: ledger });
  return [...new Set(entries.map(({ path }) => path))].filter((path) => !there.has(path)).sort();
}

const states: readonly (readonly [front: string, code: string])[] = [
  ['status: withheld', 'withheld-address'],
  ['status: draft', 'withheld-address'],
  ['embargoed: 2999-01-01T00:00:00Z', 'withheld-address'],
  ['status: withheld\nembargoed: 2999-01-01T00:00:00Z', 'withheld-address'],
  ['tlp: amber', 'published-above-tlp-ceiling'],
  ['tlp: red', 'published-above-tlp-ceiling'],
  ['tlp: amber+strict\nstatus: draft', 'published-above-tlp-ceiling'],
];

for (const [front, code] of states) {
  test(`${front.replace('\n', ', ')}: all that falls is quiet, with one warning`, () => {
    const files = { ...before, 'articles/2023-05-01-one.md': item(front), 'ledger.tsv': ledger };
    const { site, diagnostics } = load(files);
    assert.equal(
      diagnostics.map((each) => [each.code, each.severity, each.file]),
      [[code, 'warning', 'content/articles/2023-05-01-one.md']],
    );
    assert.ok(site);
    const redirects = new Set<string>(site.redirects.map(({ from }) => from));
    for (const path of ['/2023/05/01/one/', '/2023/05/01/', '/2023/05/01/email.html', '/was/'])
      assert.ok((site.gone as readonly string[]).includes(path), path);
    for (const path of ['/was.html', '/sources/wire/', '/sources/wire/2023/', '/actors/kim/'])
      assert.ok((site.gone as readonly string[]).includes(path), path);
    for (const path of [
      '/actors/kim/feed.xml',
      '/actors/kim/2023/',
      '/people/kim/',
      '/actors/old-kim/',
    ])
      assert.ok((site.gone as readonly string[]).includes(path), path);
    for (const path of [
      '/topics/narrow/',
      '/topics/wide/',
      '/stories/tale/',
      '/stories/tale/feed.json',
    ])
      assert.ok((site.gone as readonly string[]).includes(path), path);
    // What says no more than a time leads to the page above.
    for (const path of [
      '/2023/',
      '/2023/05/',
      '/2023/w18/',
      '/actors/ann/2023/',
      '/sources/agency/2023/',
    ])
      assert.ok(redirects.has(path), path);
    assert.equal(addressesLost(files), [...site.gone].sort());
    for (const path of site.gone) assert.not(redirects.has(path), path);
  });
}

test('the ledger keeps what is withheld, and the item comes back without a word', () => {
  const hidden = {
    ...before,
    'articles/2023-05-01-one.md': item('status: withheld'),
    'ledger.tsv': ledger,
  };
  const site = loadGood(hidden);
  const known = listEntries({ file: '', text: ledger });
  const updated = formatLedger([...known, ...findUnlisted(site, known)]);
  for (const line of ledger.trimEnd().split('\n'))
    assert.ok(updated.split('\n').includes(line), line);
  const { diagnostics, site: back } = load({ ...before, 'ledger.tsv': updated });
  assert.equal(diagnostics, []);
  assert.equal(back?.gone, []);
});

test('nobody else may have the addresses of an item that is withheld', () => {
  const taken = (redirectFrom: string): readonly string[] =>
    load({
      ...before,
      'articles/2023-05-01-one.md': item('status: withheld'),
      'articles/2024-01-05-two.md': articleFile(
        `title: Two\ndate: 2024-01-05\nsources: [Agency]\nactors: [ann]\nredirectFrom: [${redirectFrom}]`,
      ),
      'ledger.tsv': ledger,
    })
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  assert.equal(taken('/2023/05/01/one/'), ['url-collision']);
  assert.equal(taken('/was/'), ['url-collision']);
  assert.equal(taken('/was.html'), ['url-collision']);
  assert.equal(taken('/never/'), []);
});

test('an item that was moved and withheld at once is quiet too', () => {
  const moved = (date: string, more: string): Files => ({
    ...before,
    'articles/2023-05-01-one.md': item(`status: withheld\n${more}`).replace('2023-05-01', date),
    'ledger.tsv': ledger,
  });
  for (const files of [moved('2023-05-02', ''), moved('2023-06-01', 'linkMentions: false')]) {
    const { site, diagnostics } = load(files);
    assert.ok(site, JSON.stringify(diagnostics));
    assert.ok((site.gone as readonly string[]).includes('/2023/05/01/one/'));
  }
});

test('what was lost for another reason is told as ever', () => {
  const others = Object.fromEntries(
    Object.entries(before).filter(([file]) => !file.includes('two')),
  );
  const { diagnostics } = load({
    ...others,
    'articles/2023-05-01-one.md': item('status: withheld'),
    'ledger.tsv': ledger,
  });
  const lost = diagnostics
    .filter(({ code }) => code === 'lost-address')
    .map(({ message }) => message);
  assert.ok(
    lost.some((message) => message.startsWith('/2024/01/05/two/ ')),
    lost.join('\n'),
  );
  assert.ok(
    lost.some((message) => message.startsWith('/2024/01/05/ ')),
    lost.join('\n'),
  );
  assert.not(lost.some((message) => message.includes('/2023/')));
});

test('a day of two items of which one is withheld and one is deleted has two causes', () => {
  const two = {
    ...before,
    'articles/2023-05-01-other.md': articleFile('title: O\ndate: 2023-05-01'),
  };
  const lost = load({
    ...before,
    'articles/2023-05-01-one.md': item('status: withheld'),
    'ledger.tsv': ledgerOf(two),
  }).diagnostics.filter(({ severity }) => severity === 'error');
  assert.equal(
    lost.map(({ message }) => message.split(' ')[0]),
    ['/2023/05/01/other/'],
  );
});

test('a canceled item leaves its page, and takes its day and its terms', () => {
  const { site, diagnostics } = load({
    ...before,
    'articles/2023-05-01-one.md': item('status: canceled'),
    'ledger.tsv': ledger,
  });
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['withheld-address'],
  );
  const gone = site?.gone as readonly string[];
  assert.ok(gone.includes('/2023/05/01/'));
  assert.ok(gone.includes('/stories/tale/'));
  assert.not(gone.includes('/2023/05/01/one/'));
  assert.not(gone.includes('/was/'));
});

test('a new draft that alone names an old term takes its page, and stops no build', () => {
  const named = { ...before, 'actors/bo.md': articleFile('name: Bo\ntype: person') };
  const files = {
    ...named,
    'ledger.tsv': ledgerOf(named),
    'articles/2024-02-01-new.md': articleFile(
      'title: N\ndate: 2024-02-01\nstatus: draft\nactors: [bo]',
    ),
  };
  const { site, diagnostics } = load(files);
  assert.equal(
    diagnostics.map(({ code, file }) => [code, file]),
    [['withheld-address', 'content/articles/2024-02-01-new.md']],
  );
  assert.ok((site?.gone as readonly string[]).includes('/actors/bo/'));
});

test('a new item that is too red stops the build', () => {
  const files = { ...before, 'articles/2023-05-01-one.md': item('tlp: red') };
  assert.equal(
    load(files).diagnostics.map(({ code, severity }) => [code, severity]),
    [['above-tlp-ceiling', 'error']],
  );
});

test.run();
