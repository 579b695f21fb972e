/** How well names are told from parts of longer names, by tables that were written by hand before the rule. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { root } from '../support/site.ts';
import { createFinder, judgeSentence, readSentences, type Table } from './judgeSentences.ts';

/** The least shares (issue 19). */
const [leastPrecision, leastRecall] = [0.97, 0.95];

const test = suite('longerNames');

for (const name of ['longerNames', 'longerNames2', 'longerNames3', 'longerNames4']) {
  const file = path.join(root, 'tests/registry', `${name}.yaml`);
  const table = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Table;
  const find = createFinder(table.actors);
  const sentences = readSentences(table);
  const halves: readonly (readonly [string, (index: number) => boolean])[] = [
    ['even', (index) => index % 2 === 0],
    ['odd', (index) => index % 2 === 1],
  ];
  for (const [half, isIn] of halves) {
    test(`${name}: right of the ${half} sentences`, () => {
      const judged = sentences
        .filter((_, index) => isIn(index))
        .map((sentence) => judgeSentence(sentence, find));
      const count = (of: 'right' | 'wrong' | 'missing'): number =>
        judged.reduce((sum, each) => sum + each[of].length, 0);
      const [right, wrong, missing] = [count('right'), count('wrong'), count('missing')];
      const precision = right / (right + wrong);
      const recall = right / (right + missing);
      const figures = `${name} ${half}: ${judged.length} sentences, ${right} right, ${wrong} wrong, ${missing} missing; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
      const list = judged.flatMap((each) => each.told);
      const shown = process.env['SHOW'];
      if (shown !== undefined) console.log(figures);
      if (shown === '1' || shown === half) console.log(list.join('\n'));
      assert.ok(precision >= leastPrecision && recall >= leastRecall, figures);
    });
  }

  test(`${name}: half of the marks are parts of longer names`, () => {
    const marks = sentences.flatMap((sentence) => sentence.marks);
    const parts = marks.filter(({ isActor }) => !isActor).length;
    assert.ok(
      parts >= 0.35 * marks.length && parts <= 0.65 * marks.length,
      `${parts} of ${marks.length}`,
    );
  });

  test(`${name}: every part holds a name that would be found without the words around it`, () => {
    for (const { text, marks } of sentences) {
      for (const { start, end, isActor } of marks) {
        const alone = find(text.slice(start, end)).length;
        // A month stands for a person beside other words alone.
        if (alone === 0) assert.is(text.slice(start, end), 'May', `${String(isActor)} ${text}`);
      }
    }
  });
}

test.run();
