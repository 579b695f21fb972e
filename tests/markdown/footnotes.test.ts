import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { useFootnotes } from '../../src/markdown/footnotes.ts';
import { createRandom } from '../support/random.ts';

const test = suite('footnotes as the plugin gives them');

const ours = new MarkdownIt();
useFootnotes(ours);
const plugin = new MarkdownIt();
plugin.use(footnote as unknown as (markdown: MarkdownIt) => void);

const pieces = [
  ...['Text ', '[^a] ', '[^b] ', '^[A note.] ', '^[One with *two* ^[notes].] ', '^[] ', '[^none] '],
  ...[
    '\n\n',
    '\n\n[^a]: A note.\n',
    '\n\n[^b]: Two.\n\n    Paragraphs.\n\n',
    '\n\n[^a]: Again.\n\n',
  ],
  ...[
    '\n\n[^b]: - a list\n    - of two\n\n',
    '\n\n[^a]:\n\n',
    '\n\n[^b]: [^a]\n\n',
    '> [^a]: in a quote\n\n',
  ],
  ...['\n\n[^a]: [^b]: nested\n\n', '- [^b]\n', '# [^a]\n', '\n\n[^a]: ```\n    code\n    ```\n\n'],
];

test('1,000 random bodies', () => {
  const random = createRandom(7);
  for (let number = 0; number < 1000; number++) {
    const length = 1 + Math.floor(random() * 12);
    const body = Array.from(
      { length },
      () => pieces[Math.floor(random() * pieces.length)] ?? '',
    ).join('');
    assert.is(ours.render(body), plugin.render(body), JSON.stringify(body));
  }
});

test.run();
