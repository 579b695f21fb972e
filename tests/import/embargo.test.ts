/** An embargo that a report announces is in its draft, as a moment or as a word to the editor. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import type { RawItem } from '../../src/import/rawItem.ts';
import { makeContent } from '../support/site.ts';

const test = suite('embargoes in raw reports');
const reference = { day: '2024-01-08' as Day, isGiven: true };
const parse = async (text: string): Promise<RawItem> => {
  const item = await parseRawText(text, reference);
  if (item === null) throw new Error('no report');
  return item;
};
const report = (notice: string): string =>
  `${notice}\n\nReport finds gaps in the security of ports\n\nLONDON - A report finds gaps in the security of ports in 11 countries, its authors said.\n`;

const cases: readonly (readonly [notice: string, until: string | null])[] = [
  ['EMBARGOED UNTIL 0001 GMT 9 JANUARY 2024', '2024-01-09T00:01:00Z'],
  ['STRICTLY EMBARGOED: 00:01 GMT, Tuesday 9 January 2024', '2024-01-09T00:01:00Z'],
  ['** Under embargo until 9 January 2024, 06.30 hrs CET **', '2024-01-09T06:30:00+01:00'],
  ['Not for publication before 10 a.m. EST on Jan. 9, 2024', '2024-01-09T10:00:00-05:00'],
  ['EMBARGOED FOR RELEASE UNTIL 10:00PM SGT, 9 January 2024', '2024-01-09T22:00:00+08:00'],
  ['NOT TO BE PUBLISHED UNTIL 9 January 2024', null],
  ['EMBARGOED UNTIL 00:01 GMT, TUESDAY 9 JANUARY', null],
  ['EMBARGOED UNTIL 00:01, 9 JANUARY 2024', null],
  ['EMBARGOED UNTIL DELIVERY', null],
];
for (const [notice, until] of cases) {
  test(notice, async () => {
    const item = await parse(report(notice));
    assert.is(item.title, 'Report finds gaps in the security of ports');
    assert.is(item.embargo?.until, until);
    assert.is(item.embargo?.text, notice);
    const content = makeContent({});
    const [imported] = importItems(content, [item], []).items;
    assert.is(imported?.kind, 'written');
    const relative = imported?.kind === 'written' ? imported.draft.relative : '';
    const draft = readFileSync(path.join(content, relative), 'utf8');
    assert.match(
      draft,
      until === null ? /^editorNote: .*EMB|^editorNote: .*NOT/m : `embargoed: ${until}`,
    );
    assert.match(draft, 'status: draft');
  });
}

test('an embargo that is what a report is about is none of the report', async () => {
  for (const headline of [
    'Embargo on arms for Larn extended',
    'Embargo: what the new rules mean for exporters of grain',
    'EMBARGOED: report finds gaps in the security of ports',
  ]) {
    const item = await parse(`${headline}\n\nLONDON - An arms embargo until 2025 was agreed.\n`);
    assert.is(item.title, headline);
    assert.is(item.embargo, undefined);
  }
});

test('a report that names no other day gets that of its embargo, as a guess', async () => {
  const item = await parse(report('EMBARGOED UNTIL 0001 GMT 9 JANUARY 2024'));
  assert.is(item.date.value, '2024-01-09');
  assert.match(item.date.guess ?? '', /embargo/);
});

test.run();
