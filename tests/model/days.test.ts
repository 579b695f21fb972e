import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { articleFile, at, load, loadGood, siteYaml, type Files } from '../support/site.ts';

const test = suite('days');

/** Articles by slug, of one day unless their lines say otherwise. */
function articles(lines: Readonly<Record<string, string>>): Files {
  return Object.fromEntries(
    Object.entries(lines).map(([slug, more]) => {
      const date = more.includes('date:') ? '' : 'date: 2024-01-05\n';
      return [`articles/${slug}.md`, articleFile(`title: ${slug}\n${date}${more}`)];
    }),
  );
}

const orders: readonly (readonly [
  name: string,
  lines: Readonly<Record<string, string>>,
  lead: string,
  expected: readonly string[],
])[] = [
  ['the rest by id', { c: '', a: '', b: '' }, '[]', ['a', 'b', 'c']],
  ['by id, not by slug', { a: 'id: z', b: 'id: y' }, '[]', ['b', 'a']],
  ['urgency first', { a: '', b: 'urgency: 9', c: 'urgency: 1' }, '[]', ['c', 'a', 'b']],
  [
    'items with a time, latest first, before the rest',
    {
      a: '',
      b: 'date: 2024-01-05T08:00:00Z',
      c: 'date: 2024-01-05T20:00:00Z',
      d: 'date: 2024-01-05T19:00:00-02:00',
    },
    '[]',
    ['d', 'c', 'b', 'a'],
  ],
  [
    'urgency goes before the time',
    { a: 'date: 2024-01-05T08:00:00Z\nurgency: 2', b: 'date: 2024-01-05T20:00:00Z' },
    '[]',
    ['a', 'b'],
  ],
  [
    'one time: by id',
    { b: 'date: 2024-01-05T08:00:00Z', a: 'date: 2024-01-05T09:00:00+01:00' },
    '[]',
    ['a', 'b'],
  ],
  [
    'the lead goes before all',
    { a: 'urgency: 1', b: '', c: 'urgency: 9' },
    '[2024-01-05-c, 2024-01-05-b]',
    ['c', 'b', 'a'],
  ],
  ['the lead by given id', { a: '', b: 'id: own' }, '[own]', ['b', 'a']],
  [
    'a lead that is a draft is passed over',
    { a: '', b: '', c: 'status: draft' },
    '[2024-01-05-c, 2024-01-05-b]',
    ['b', 'a'],
  ],
];
for (const [name, lines, lead, expected] of orders) {
  test(`order: ${name}`, () => {
    const site = loadGood({
      ...articles(lines),
      'briefings/2024-01-05.md': articleFile(`date: 2024-01-05\nlead: ${lead}`),
    });
    assert.equal(
      site.days[0]?.articles.map((article) => article.slug),
      expected,
    );
    assert.equal(
      site.articles.map((article) => article.slug),
      expected,
    );
  });
}

const zones: readonly (readonly [date: string, zone: string, path: string])[] = [
  ['2024-01-05T23:30:00-05:00', 'Asia/Singapore', '/2024/01/06/x/'],
  ['2024-01-05T23:30:00-05:00', 'America/New_York', '/2024/01/05/x/'],
  ['2024-01-01T00:30:00+08:00', 'UTC', '/2023/12/31/x/'],
  ['2024-01-05', 'Asia/Singapore', '/2024/01/05/x/'],
  ['2024-12-31T23:30:00Z', 'Europe/Berlin', '/2025/01/01/x/'],
];
for (const [date, zone, path] of zones) {
  test(`${date} in ${zone} stands at ${path}`, () => {
    const site = loadGood({
      'site.yaml': siteYaml().replace('zone: UTC', `zone: ${zone}`),
      'articles/x.md': articleFile(`title: X\ndate: ${date}`),
    });
    assert.is(site.articles[0]?.path, path);
    assert.is(site.days[0]?.path, path.replace('x/', ''));
    assert.is(site.articles[0]?.id, `${path.slice(1, 11).replaceAll('/', '-')}-x`);
  });
}

test('weeks, months and years, oldest first; ISO weeks across years', () => {
  const site = loadGood(
    articles({
      a: 'date: 2024-12-29',
      b: 'date: 2024-12-30',
      c: 'date: 2025-01-05',
      d: 'date: 2020-12-31',
      e: 'date: 2021-01-03',
    }),
  );
  const listed = (
    periods: readonly { id: string; path: string; days: readonly { day: string }[] }[],
  ): readonly string[] =>
    periods.map(({ id, path, days }) => `${id} ${path} ${days.map(({ day }) => day).join(' ')}`);
  assert.equal(listed(site.weeks), [
    '2020-W53 /2020/w53/ 2020-12-31 2021-01-03',
    '2024-W52 /2024/w52/ 2024-12-29',
    '2025-W01 /2025/w01/ 2024-12-30 2025-01-05',
  ]);
  assert.equal(listed(site.months), [
    '2020-12 /2020/12/ 2020-12-31',
    '2021-01 /2021/01/ 2021-01-03',
    '2024-12 /2024/12/ 2024-12-29 2024-12-30',
    '2025-01 /2025/01/ 2025-01-05',
  ]);
  assert.equal(
    site.years.map(({ path }) => path),
    ['/2020/', '/2021/', '/2024/', '/2025/'],
  );
  assert.equal(
    site.articles.map(({ slug }) => slug),
    ['c', 'b', 'a', 'e', 'd'],
  );
});

test('a briefing for a day without articles is a day', () => {
  const site = loadGood({
    ...articles({ a: '' }),
    'briefings/2024-01-03.md': articleFile('date: 2024-01-03\ntitle: Quiet'),
  });
  assert.equal(
    site.days.map(({ day, briefing, articles: items }) => [
      day,
      briefing?.title ?? null,
      items.length,
    ]),
    [
      ['2024-01-03', 'Quiet', 0],
      ['2024-01-05', null, 1],
    ],
  );
});

test('a day has the neighbours that stand beside it, not the calendar’s', () => {
  const site = loadGood(
    articles({ a: 'date: 2024-01-05', b: 'date: 2023-11-01', c: 'date: 2024-03-01' }),
  );
  assert.equal(
    site.days.map(({ path }) => path),
    ['/2023/11/01/', '/2024/01/05/', '/2024/03/01/'],
  );
});

const leads: readonly (readonly [lead: string, expected: readonly string[]])[] = [
  ['[2024-01-05-a]', []],
  ['[2024-01-05-z]', ['3:8 unknown-article']],
  ['[a]', ['3:8 unknown-article']],
  ['[2024-01-05-a, 2024-01-06-b]', ['3:22 unknown-article']],
];
for (const [lead, expected] of leads) {
  test(`lead: ${lead}`, () => {
    const { diagnostics } = load({
      ...articles({ a: '', b: 'date: 2024-01-06' }),
      'briefings/2024-01-05.md': articleFile(`date: 2024-01-05\nlead: ${lead}`),
    });
    assert.equal(
      diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`),
      expected,
    );
  });
}

test('the nearest id of the day is the hint of a lead', () => {
  const { diagnostics } = load({
    ...articles({ election: '' }),
    'briefings/2024-01-05.md': articleFile('date: 2024-01-05\nlead: [2024-01-05-elections]'),
  });
  assert.match(diagnostics[0]?.hint ?? '', '"2024-01-05-election"');
});

test('a day in the future, in the zone, is published with a warning', () => {
  const files = articles({ a: 'date: 2024-01-06' });
  const codes = (now: string, zone = 'UTC'): readonly string[] => {
    const site = siteYaml().replace('zone: UTC', `zone: ${zone}`);
    const result = load({ ...files, 'site.yaml': site }, { now: at(now) });
    assert.is(result.site?.articles.length, 1);
    return result.diagnostics.map(({ code, severity, line }) => `${line} ${severity} ${code}`);
  };
  assert.equal(codes('2024-01-05T23:00:00Z'), ['3 warning future-date']);
  assert.equal(codes('2024-01-06T00:00:00Z'), []);
  assert.equal(codes('2024-01-05T23:00:00Z', 'Asia/Singapore'), []);
});

test('rules of check: turn warnings off or into errors', () => {
  const files = articles({ a: 'date: 2031-01-06' });
  const off = load({ ...files, 'site.yaml': siteYaml('check: { future-date: off }\n') });
  assert.equal(off.diagnostics, []);
  const strict = load({ ...files, 'site.yaml': siteYaml('check: { future-date: error }\n') });
  assert.equal(
    strict.diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    ['error future-date'],
  );
  assert.is(strict.site, null);
});

test('a lead whose file failed is not reported again', () => {
  const { diagnostics } = load({
    ...articles({ a: 'urgency: 99' }),
    'briefings/2024-01-05.md': articleFile('date: 2024-01-05\nlead: [2024-01-05-a]'),
  });
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['bad-value'],
  );
});

test.run();
