import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseBriefing, type Briefing } from '../../src/parse/briefing.ts';
import { parsePage, type Page } from '../../src/parse/page.ts';
import { articleFile, at } from '../support/site.ts';
import { collect, makeSource, type Collected } from '../support/source.ts';

const test = suite('parseBriefing, parsePage');

function briefing(front: string, file = 'briefings/2024-01-05.md'): Collected<Briefing | null> {
  const source = makeSource('briefing', file, articleFile(front, 'A.'));
  return collect((report) => parseBriefing(source, 'Asia/Singapore', report));
}
function page(front: string, file = 'pages/about.md'): Collected<Page | null> {
  const source = makeSource('page', file, articleFile(front, 'A.'));
  return collect((report) => parsePage(source, 'Asia/Singapore', report));
}

test('a briefing with every field', () => {
  const { result, codes } = briefing(`date: 2024-01-05
title: The day
summary: What it brought.
keyTakeaways: [One, Two]
watching: [A vote, { text: Talks, due: 2024-01-09 }]
lead: [2024-01-05-x, other]
corrections: [{ date: 2024-01-06, text: A name. }]
extra: { own: 1 }`);
  assert.equal(codes, []);
  assert.equal(result, {
    sourceHash: result!.sourceHash,
    file: 'content/briefings/2024-01-05.md',
    day: '2024-01-05',
    title: 'The day',
    summary: 'What it brought.',
    keyTakeaways: ['One', 'Two'],
    watching: [
      { text: 'A vote', due: null },
      { text: 'Talks', due: '2024-01-09' },
    ],
    lead: ['2024-01-05-x', 'other'],
    corrections: [{ day: '2024-01-06', instant: at('2024-01-06T00:00:00+08:00'), text: 'A name.' }],
    extra: { own: 1 },
    body: '\nA.\n',
    bodyLine: 11,
  });
});

test('a briefing with its date alone', () => {
  const { result } = briefing('date: 2024-01-05');
  assert.equal(result, {
    sourceHash: result!.sourceHash,
    file: 'content/briefings/2024-01-05.md',
    day: '2024-01-05',
    title: null,
    summary: null,
    keyTakeaways: [],
    watching: [],
    lead: [],
    corrections: [],
    extra: {},
    body: '\nA.\n',
    bodyLine: 4,
  });
});

test('a page with every field, below a folder', () => {
  const { result, codes } = page(
    `title: Method
summary: How.
order: 2.5
updated: 2024-01-05T23:30:00-05:00
lang: de
redirectFrom: [/old/]
extra: { own: 1 }`,
    'pages/about/method.md',
  );
  assert.equal(codes, []);
  assert.equal(result, {
    file: 'content/pages/about/method.md',
    slugs: ['about', 'method'],
    title: 'Method',
    summary: 'How.',
    order: 2.5,
    updated: '2024-01-06',
    lang: 'de',
    redirectFrom: ['/old/'],
    extra: { own: 1 },
    body: '\nA.\n',
    bodyLine: 10,
  });
});

test('a page with its title alone', () => {
  assert.equal(page('title: About').result, {
    file: 'content/pages/about.md',
    slugs: ['about'],
    title: 'About',
    summary: null,
    order: null,
    updated: null,
    lang: null,
    redirectFrom: [],
    extra: {},
    body: '\nA.\n',
    bodyLine: 4,
  });
});

test('a page is updated on a day', () => {
  assert.is(page('title: About\nupdated: 2024-01-05').result?.updated, '2024-01-05');
});

const bad: readonly (readonly [found: () => Collected<unknown>, codes: readonly string[]])[] = [
  [() => briefing('title: The day'), ['missing-key']],
  [() => briefing('date: 2024-01-06'), ['date-mismatch']],
  [() => briefing('date: 2024-01-05T00:00:00Z'), ['bad-date']],
  [() => briefing('date: 2024-01-05', 'briefings/friday.md'), ['bad-name']],
  [() => briefing('date: 2024-01-05', 'briefings/2024-02-30.md'), ['bad-name']],
  [() => briefing('date: 2024-01-05\nlead: x'), ['wrong-type']],
  [() => briefing('date: 2024-01-05\nkeyTakeaways: One'), ['wrong-type']],
  [() => briefing('date: 2024-01-05\nwatching: [{ due: 2024-01-09 }]'), ['missing-key']],
  [() => briefing('date: 2024-01-05\nwatching: [{ text: A, due: soon }]'), ['bad-date']],
  [() => briefing('date: 2024-01-05\nstatus: draft'), ['unknown-key']],
  [() => page('order: 1'), ['missing-key']],
  [() => page('title: About\norder: first'), ['wrong-type']],
  [() => page('title: About\nlang: a_b'), ['bad-language']],
  [() => page('title: About', 'pages/About Us.md'), ['bad-name']],
  [() => page('title: About', 'pages/About/Us.md'), ['bad-name', 'bad-name']],
];
for (const [index, [find, codes]] of bad.entries()) {
  test(`mistake ${index + 1} is ${codes.join(', ')}`, () => {
    const { result, codes: found } = find();
    assert.equal(found, codes);
    assert.is(result, null);
  });
}

test.run();
