/** Weeks, months and years in short; the same day of earlier years. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ArchiveView } from '../../src/views/archive.ts';
import type { DayView } from '../../src/views/day.ts';
import type { PageView } from '../../src/views/page.ts';
import type { PeriodView } from '../../src/views/period.ts';
import { planViews } from '../../src/views/planViews.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const stories = {
  'stories/red.md': '---\nname: Red\n---\n',
  'stories/blue.md': '---\nname: Blue\n---\n',
};

function actorFile(name: string): string {
  return `---\nname: ${name}\ntype: person\n---\n`;
}

function viewOf(files: Files, href: string): PageView {
  const plan = planViews(loadGood(files)).pages.find(({ path }) => path === href);
  if (plan === undefined) throw new Error(`no ${href}`);
  return plan.build();
}

const period = (files: Files, href: string): PeriodView => viewOf(files, href) as PeriodView;

function item(day: string, title: string, front = ''): Files {
  return {
    [`articles/${day}-${title}.md`]: articleFile(`title: ${title}\ndate: ${day}\n${front}`),
  };
}

const rollups = suite('roll-ups');

rollups('stories that moved: those with most items first, each with its last item', () => {
  const { stories: moved } = period(
    {
      ...stories,
      ...item('2024-01-02', 'a', 'story: red'),
      ...item('2024-01-03', 'b', 'story: blue'),
      ...item('2024-01-09', 'c', 'story: blue'),
      ...item('2024-01-10', 'd'),
      ...item('2024-02-01', 'e', 'story: red'),
    },
    '/2024/01/',
  );
  assert.equal(
    moved.map(({ text, countText, last, lastDay }) => [text, countText, last.title, lastDay.iso]),
    [
      ['Blue', '2 items', 'c', '2024-01-09'],
      ['Red', '1 item', 'a', '2024-01-02'],
    ],
  );
});

rollups('new actors are those that no earlier item names; where the archive begins, none', () => {
  const files = {
    'actors/ann.md': actorFile('Ann'),
    'actors/bob.md': actorFile('Bob'),
    'actors/cid.md': actorFile('Cid'),
    ...item('2024-01-02', 'a', 'actors: [ann]'),
    ...item('2024-02-03', 'b', 'actors: [ann, bob]'),
    ...item('2024-03-03', 'c', 'actors: [ann, bob]'),
  };
  const namesOf = (href: string): readonly string[] =>
    period(files, href).newActors.links.map(({ text }) => text);
  assert.equal(namesOf('/2024/01/'), []);
  assert.equal(namesOf('/2024/02/'), ['Bob']);
  assert.equal(namesOf('/2024/w05/'), ['Bob']);
  assert.equal(namesOf('/2024/03/'), []);
  assert.equal(namesOf('/2024/'), []);
});

rollups('of many new actors twelve are named', () => {
  const names = Array.from({ length: 15 }, (_, index) => `p${String(index).padStart(2, '0')}`);
  const { newActors } = period(
    {
      ...Object.fromEntries(names.map((name) => [`actors/${name}.md`, actorFile(name)])),
      ...item('2024-01-02', 'a'),
      ...item('2024-02-03', 'b', `actors: [${names.join(', ')}]`),
    },
    '/2024/02/',
  );
  assert.is(newActors.links.length, 12);
  assert.is(newActors.moreText, 'and 3 more');
});

rollups('a month tells each day by its lead, a week by its cards, a year by its months', () => {
  const files = {
    ...item('2024-01-02', 'a', 'urgency: 1'),
    ...item('2024-01-02', 'b'),
    ...item('2024-01-02', 'c'),
    ...item('2024-02-03', 'd'),
    'briefings/2024-01-04.md': '---\ndate: 2024-01-04\ntitle: Quiet\n---\n\nNothing came.\n',
  };
  const month = period(files, '/2024/01/');
  assert.equal(
    month.leads.map(({ day, title, lead, moreText }) => [
      day.iso,
      title,
      lead?.title ?? null,
      moreText,
    ]),
    [
      ['2024-01-04', 'Quiet', null, null],
      ['2024-01-02', null, 'a', 'and 2 more'],
    ],
  );
  assert.equal([month.days, month.months, month.calendar], [[], [], null]);
  const week = period(files, '/2024/w01/');
  assert.equal([week.days.length, week.leads, week.months], [2, [], []]);
  const year = period(files, '/2024/');
  assert.equal(
    year.months.map(({ text, extentText, share }) => [text, extentText, share]),
    [
      ['January', '3 items on 2 days', 100],
      ['February', '1 item on 1 day', 33],
    ],
  );
  assert.equal([year.days, year.leads], [[], []]);
  assert.is(year.calendar?.months.length, 2);
});

rollups('corrections count in the period in which they were made', () => {
  const files = item(
    '2024-01-02',
    'a',
    'corrections: [{date: 2024-02-03, text: A name was wrong.}]',
  );
  const after = { ...files, ...item('2024-02-09', 'b') };
  assert.is(period(after, '/2024/01/').correctionsText, null);
  assert.is(period(after, '/2024/02/').correctionsText, '1 correction');
});

rollups('a year links its network where it has one', () => {
  const actors = { 'actors/ann.md': actorFile('Ann'), 'actors/bob.md': actorFile('Bob') };
  const alone = { ...actors, ...item('2024-01-02', 'a', 'actors: [ann]') };
  const both = { ...actors, ...item('2024-01-02', 'a', 'actors: [ann, bob]') };
  assert.is(period(alone, '/2024/').networkHref, null);
  assert.is(period(both, '/2024/').networkHref, '/network/2024/');
});

rollups('an empty story, a period without any: nothing', () => {
  const { stories: moved, newActors } = period(
    { ...stories, ...item('2024-01-02', 'a') },
    '/2024/01/',
  );
  assert.equal(moved, []);
  assert.equal(newActors, { links: [], moreText: null });
});

rollups.run();

const then = suite('on this day');

function yearsOf(files: Files, href: string): readonly string[] {
  return (viewOf(files, href) as DayView).onThisDay.map(
    ({ year, lead }) => `${year}: ${lead.title}`,
  );
}

then('what led the day in earlier years, latest first, at most five; never a later one', () => {
  const files = Object.assign(
    {},
    ...Array.from({ length: 8 }, (_, index) => item(`${2015 + index}-01-05`, `t${index}`)),
  ) as Files;
  assert.equal(yearsOf(files, '/2021/01/05/'), [
    '2020: t5',
    '2019: t4',
    '2018: t3',
    '2017: t2',
    '2016: t1',
  ]);
  assert.equal(yearsOf(files, '/2016/01/05/'), ['2015: t0']);
  assert.equal(yearsOf(files, '/2015/01/05/'), []);
});

then('29 February looks back to leap years', () => {
  const files = {
    ...item('2020-02-29', 'leap'),
    ...item('2023-02-28', 'plain'),
    ...item('2024-02-29', 'again'),
  };
  assert.equal(yearsOf(files, '/2024/02/29/'), ['2020: leap']);
});

then('a day of an earlier year without items is passed over', () => {
  const files = {
    'briefings/2023-01-05.md': '---\ndate: 2023-01-05\ntitle: Quiet\n---\n\nNothing came.\n',
    ...item('2024-01-05', 'a'),
  };
  assert.equal(yearsOf(files, '/2024/01/05/'), []);
});

then(
  'the key of a day changes with the title of what led it before, and with nothing later',
  () => {
    const keyOf = (files: Files): string =>
      planViews(loadGood(files)).pages.find(({ path }) => path === '/2023/01/05/')!.inputs!();
    const files = {
      ...item('2022-01-05', 'a'),
      ...item('2023-01-05', 'b'),
      ...item('2023-01-06', 'x'),
    };
    const renamed = {
      ...files,
      'articles/2022-01-05-a.md': articleFile('title: New\ndate: 2022-01-05'),
    };
    assert.is.not(keyOf(renamed), keyOf(files));
    assert.is(keyOf({ ...files, ...item('2024-01-05', 'c') }), keyOf(files));
  },
);

then.run();

const archive = suite('the archive');

archive('every day of the newest three years, every month of all', () => {
  const files = Object.assign(
    {},
    ...Array.from({ length: 5 }, (_, index) =>
      item(`${2020 + index}-03-0${index + 1}`, `t${index}`),
    ),
    item('2024-03-05', 'more'),
  ) as Files;
  const { years, table } = viewOf(files, '/archive/') as ArchiveView;
  assert.equal(
    years.map(({ text }) => text),
    ['2024', '2023', '2022'],
  );
  assert.equal(
    table.years.map(({ text, months }) => [
      text,
      ...months.flatMap((month) => (month === null ? [] : [month.count, month.level])),
    ]),
    [
      ['2024', '2', 4],
      ['2023', '1', 2],
      ['2022', '1', 2],
      ['2021', '1', 2],
      ['2020', '1', 2],
    ],
  );
});

archive.run();
