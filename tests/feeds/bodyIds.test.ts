/** Ids of headings and notes where several bodies, or a body and items, stand in one page. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatArticleHtml, formatBriefingHtml } from '../../src/feeds/entryHtml.ts';
import { speechOf } from '../../src/feeds/speech.ts';
import { findIds } from '../../src/markdown/bodyIds.ts';
import type { DayView } from '../../src/views/day.ts';
import { planViews } from '../../src/views/planViews.ts';
import { articleFile, loadGood } from '../support/site.ts';

const test = suite('ids of bodies that stand side by side');

const body = '# Ports\n\nOne[^1] and [two](#ports).\n\n[^1]: A note.';
const site = loadGood({
  'articles/ports.md': articleFile('title: A\ndate: 2024-01-05', body),
  'articles/b.md': articleFile('title: B\ndate: 2024-01-05', body),
  'briefings/2024-01-05.md': articleFile('date: 2024-01-05', `${body}\n\n## Roads`),
});
const [day] = site.days;

test('an entry of a feed has no ids, and its links lead to the page', () => {
  const speech = speechOf('en');
  const entries = [
    ...site.articles.map((article) => formatArticleHtml(article, site.config.address, speech)),
    formatBriefingHtml(day!, site.config.address, speech),
  ];
  assert.is(entries.length, 3);
  for (const html of entries) {
    assert.not.match(html, ' id="');
    assert.match(html, '<h2>Ports</h2>');
    assert.match(html, /<a href="https:\/\/test\.example\/2024\/01\/05\/[a-z/]*#ports">two/);
    assert.match(html, /<a href="https:\/\/test\.example\/2024\/01\/05\/[a-z/]*#fn1">/);
  }
});

test('on the page of a day an item keeps its slug, and the note its other ids', () => {
  const plan = planViews(site).pages.find(({ path }) => path === day!.path);
  const { briefing } = plan?.build() as DayView;
  assert.equal(findIds(briefing.noteHtml), ['fnref1', 'roads', 'fn1']);
  const anchors = briefing.groups.flatMap(({ items }) => items.map(({ anchor }) => anchor));
  assert.equal(anchors.sort(), ['b', 'ports']);
});

test('on its own page a body keeps its ids', () => {
  const article = site.articles.find(({ slug }) => String(slug) === 'b');
  assert.equal(findIds(article!.body.html.join('')), ['ports', 'fnref1', 'fn1']);
});

test.run();
