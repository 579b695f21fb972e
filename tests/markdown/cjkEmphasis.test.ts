/** Emphasis beside punctuation in scripts that have no spaces between words. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import { readTextBlocks } from '../../src/markdown/textBlocks.ts';
import type { SitePath } from '../../src/urls/paths.ts';

const test = suite('emphasis in Chinese, Japanese and Korean');

const cases: readonly (readonly [text: string, html: string])[] = [
  ['**中文：**强调', '<strong>中文：</strong>强调'],
  ['记者**（路透社）**报道', '记者<strong>（路透社）</strong>报道'],
  ['他说**“港口已关闭。”**随后离开', '他说<strong>“港口已关闭。”</strong>随后离开'],
  ['これは**「重要」**です', 'これは<strong>「重要」</strong>です'],
  ['**港は閉鎖された。**再開は未定', '<strong>港は閉鎖された。</strong>再開は未定'],
  ['これは*注意！*です', 'これは<em>注意！</em>です'],
  ['**평양(평안남도)**에서', '<strong>평양(평안남도)</strong>에서'],
  ['**“회담”**이 열렸다', '<strong>“회담”</strong>이 열렸다'],
  ['~~旧称：~~新称', '<s>旧称：</s>新称'],
  ['**[链接](/c/)**之后', '<strong><a href="/c/">链接</a></strong>之后'],
  ['**`代码`**之后', '<strong><code>代码</code></strong>之后'],
  ['**𠮟る。**𠮟られる', '<strong>𠮟る。</strong>𠮟られる'],
  ['***注：***见下', '<em><strong>注：</strong></em>见下'],
  // Elsewhere CommonMark's rules are as they were.
  ['**Note:**text', '**Note:**text'],
  ['snake_case_name and 2*3*4', 'snake_case_name and 2<em>3</em>4'],
  ['a ** b ** c', 'a ** b ** c'],
  ['**مهم:** نص', '<strong>مهم:</strong> نص'],
  ['2 * 3 *', '2 * 3 *'],
];
for (const [text, html] of cases) {
  test(JSON.stringify(text), () => {
    const { html: parts } = renderBody(text, '/b/' as SitePath, null);
    assert.is(fillHoles(parts, ''), `<p>${html}</p>`);
  });
}

test('check finds links behind such emphasis where they are', () => {
  const text = '**中文：**强调[链接](/c/)';
  const [link] = readTextBlocks(text)[0]?.links ?? [];
  assert.is(text.slice(link?.range.start, link?.range.end), '[链接](/c/)');
});

test.run();
