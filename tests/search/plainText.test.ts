import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markdown } from '../../src/markdown/markdown.ts';
import { toPlainText } from '../../src/search/plainText.ts';

const test = suite('the words of a body');

const cases: readonly (readonly [markdown: string, text: string])[] = [
  ['', ''],
  ['One\n\nTwo', 'One Two'],
  ['A**b**c and *d*', 'Abc and d'],
  ['# A head\n\n- one\n- two', 'A head one two'],
  ['| a | b |\n| - | - |\n| c | d |', 'a b c d'],
  ['[a link](https://x.example/?a=1&b=2 "title") here', 'a link here'],
  ['`<b>` & "quoted" &amp;lt;', '<b> & "quoted" &lt;'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['عنوان **عربي** 日本語', 'عنوان عربي 日本語'],
];

for (const [source, text] of cases) {
  test(JSON.stringify(source), () => {
    assert.is(toPlainText(markdown.render(source, {})), text);
  });
}

test.run();
