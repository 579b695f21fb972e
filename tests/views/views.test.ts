import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Site } from '../../src/model/site.ts';
import type { ArchiveView } from '../../src/views/archive.ts';
import type { ArticleView } from '../../src/views/article.ts';
import type { DayView } from '../../src/views/day.ts';
import { directionOf } from '../../src/views/direction.ts';
import type { HomeView } from '../../src/views/home.ts';
import type { LayoutName, PageView } from '../../src/views/page.ts';
import { planViews } from '../../src/views/planViews.ts';
import type { TermYearView } from '../../src/views/termYear.ts';
import type { TopicView } from '../../src/views/topic.ts';
import { outputFile } from '../../src/urls/paths.ts';
import { loadContent, sampleContent } from '../support/build.ts';
import { articleFile, loadGood, siteYaml, type Files } from '../support/site.ts';

type TestedView = ArchiveView | ArticleView | DayView | HomeView | TermYearView | TopicView;
type ViewOf<Layout extends LayoutName> = Extract<TestedView, { readonly layout: Layout }>;

function allViews(site: Site): readonly PageView[] {
  return planViews(site).pages.map((page) => page.build());
}

function viewsOf<Layout extends LayoutName>(
  files: Files,
  layout: Layout,
): readonly ViewOf<Layout>[] {
  const views = allViews(loadGood(files)).filter((view) => view.layout === layout);
  return views as unknown as readonly ViewOf<Layout>[];
}

function makeDays(days: readonly string[], front = ''): Files {
  return Object.fromEntries(
    days.map((day, index) => [
      `articles/${day}-item-${index}.md`,
      articleFile(`title: Item ${index}\ndate: ${day}\n${front}`),
    ]),
  );
}

const direction = suite('directionOf');

for (const [language, expected] of [
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['dv', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ja', 'ltr'],
] as const) {
  direction(`${language} → ${expected}`, () => {
    assert.is(directionOf(language), expected);
  });
}

direction.run();

const archive = suite('the calendar');

archive('has weeks of seven days that begin on Monday, in every month', () => {
  // February 2021 fits four weeks; March 2024 needs five; December 2024 ends in week 1 of 2025.
  const files = makeDays(['2021-02-14', '2024-03-31', '2024-12-30', '2024-12-30', '2024-12-02']);
  const [view] = viewsOf(files, 'archive');
  const months = view!.years.flatMap((year) => year.calendar.months);
  assert.equal(
    months.map((month) => [month.href, month.weeks.length]),
    [
      ['/2024/03/', 5],
      ['/2024/12/', 6],
      ['/2021/02/', 4],
    ],
  );
  for (const month of months) {
    for (const week of month.weeks) assert.is(week.days.length, 7);
    const days = month.weeks.flatMap((week) => week.days);
    for (const [index, day] of days.entries()) {
      if (day === null) continue;
      const weekday = new Date(`${day.iso}T00:00:00Z`).getUTCDay();
      assert.is(weekday, (index + 1) % 7, day.iso);
    }
  }
  assert.is(months[1]!.weeks.at(-1)!.href, '/2025/w01/');
});

archive('shows how much there was by five levels, of which 0 is nothing', () => {
  const files = makeDays(['2024-03-01', '2024-03-02', '2024-03-02', '2024-03-02', '2024-03-02']);
  const [view] = viewsOf(files, 'archive');
  const days = view!.years[0]!.calendar.months[0]!.weeks.flatMap((week) => week.days);
  const levels = new Map(days.map((day) => [day?.iso, day?.level]));
  assert.is(levels.get('2024-03-01'), 1);
  assert.is(levels.get('2024-03-02'), 4);
  assert.is(levels.get('2024-03-03'), 0);
  const linked = days.filter((day) => day !== null && day.href !== null);
  assert.equal(
    linked.map((day) => day!.label),
    ['1 March 2024: 1 item', '2 March 2024: 4 items'],
  );
});

archive.run();

const topic = { 'topics/news.md': '---\nname: News\n---\n' };

const terms = suite('pages of terms');

terms('show the newest thirty; the year pages hold the rest', () => {
  const days = Array.from({ length: 40 }, (_, index) =>
    index < 15 ? '2023-12-31' : `2024-01-${String(index - 14).padStart(2, '0')}`,
  );
  const files = { ...topic, ...makeDays(days, 'topics: [news]') };
  const [view] = viewsOf(files, 'topic');
  assert.is(view!.timeline.items.length, 30);
  assert.is(view!.timeline.count, 40);
  assert.equal(
    view!.timeline.years.map(({ href, countText }) => [href, countText]),
    [
      ['/topics/news/2024/', '25 items'],
      ['/topics/news/2023/', '15 items'],
    ],
  );
  const years = viewsOf(files, 'term-year').filter(({ href }) => href.startsWith('/topics/'));
  assert.equal(years.map(({ href, items }) => [href, items.length]).sort(), [
    ['/topics/news/2023/', 15],
    ['/topics/news/2024/', 25],
  ]);
});

terms('a new item touches the year pages of its own year only', () => {
  const before = { ...topic, ...makeDays(['2023-05-05', '2024-05-05'], 'topics: [news]') };
  const after = {
    ...before,
    'articles/2024-06-01-new.md': articleFile('title: New\ndate: 2024-06-01\ntopics: [news]'),
  };
  const yearOf = (files: Files): string =>
    JSON.stringify(viewsOf(files, 'term-year').find(({ href }) => href === '/topics/news/2023/'));
  assert.is(yearOf(after), yearOf(before));
});

terms.run();

const neighbours = suite('neighbours');

neighbours('a day names the days with a briefing before and after it', () => {
  const views = viewsOf(makeDays(['2024-01-01', '2024-01-05', '2024-02-01']), 'day');
  assert.equal(
    views.map(({ href, previous, next }) => [previous?.href ?? null, href, next?.href ?? null]),
    [
      [null, '/2024/01/01/', '/2024/01/05/'],
      ['/2024/01/01/', '/2024/01/05/', '/2024/02/01/'],
      ['/2024/01/05/', '/2024/02/01/', null],
    ],
  );
});

neighbours('previous and next of articles mirror each other', () => {
  const all = allViews(loadContent(sampleContent));
  const views = all.filter(
    (view) => view.layout === 'article',
  ) as unknown as readonly ArticleView[];
  const byHref = new Map(views.map((view) => [view.href, view]));
  let ends = 0;
  for (const view of views) {
    if (view.next === null) ends++;
    else assert.is(byHref.get(view.next.href)?.previous?.href, view.href);
    if (view.previous === null) ends++;
    else assert.is(byHref.get(view.previous.href)?.next?.href, view.href);
  }
  assert.is(ends, 2);
});

neighbours.run();

const home = suite('the home page');

home('counts what is recent from the newest item, not from the clock', () => {
  const files = {
    'stories/old.md': '---\nname: Old\n---\n',
    'stories/new.md': '---\nname: New\n---\n',
    'articles/a.md': articleFile('title: A\ndate: 2019-01-01\nstory: old'),
    'articles/b.md': articleFile('title: B\ndate: 2019-03-01\nstory: new'),
  };
  const [view] = viewsOf(files, 'home');
  assert.equal(
    view!.stories.map((story) => story.text),
    ['New'],
  );
  assert.is(view!.latest?.href, '/2019/03/01/');
});

home('shows the newest briefing and seven days before it', () => {
  const days = Array.from(
    { length: 12 },
    (_, index) => `2024-01-${String(index + 1).padStart(2, '0')}`,
  );
  const [view] = viewsOf(makeDays(days), 'home');
  assert.is(view!.latest?.day.iso, '2024-01-12');
  assert.equal(
    view!.recentDays.map((day) => day.day.iso),
    days.slice(4, 11).toReversed(),
  );
});

home.run();

const all = suite('all views');

all('each has its own file, and nothing that is not plain data', () => {
  const files = new Set<string>();
  for (const plan of planViews(loadContent(sampleContent)).pages) {
    const view = plan.build();
    assert.is(view.layout, plan.layout);
    assert.is(view.file, outputFile(plan.path));
    assert.not(files.has(view.file), view.file);
    files.add(view.file);
    assert.equal(JSON.parse(JSON.stringify(view)), view);
  }
  assert.ok(files.size > 300);
});

all('links carry the base path, and no other path does without it', () => {
  const files = {
    'site.yaml': siteYaml().replace('https://test.example/', 'https://test.example/sub/'),
    ...topic,
    ...makeDays(['2024-01-05'], 'topics: [news]'),
  };
  const { pages, site } = planViews(loadGood(files));
  const check = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) check(item, name);
    } else if (/href$/i.test(key) && typeof value === 'string') {
      assert.match(value, /^(?:\/sub\/|https?:\/\/)/, key);
    }
  };
  check(
    pages.map((page) => page.build()),
    '',
  );
  check(site, '');
});

all.run();
