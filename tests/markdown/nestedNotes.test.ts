import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { renderBody } from '../../src/markdown/renderBody.ts';
import type { SitePath } from '../../src/urls/paths.ts';
import { parseHtml } from '../support/strict.ts';

const test = suite('footnotes that are defined in footnotes');

const texts = [
  'a[^1] b[^2]\n\n[^1]: > one\n    > [^2]: two',
  'a[^1]\n\n[^1]: > [^1]: again',
  'a[^1] b[^2] c[^3]\n\n[^1]: * one\n    * [^2]: two\n\n      [^3]: three',
  '- a[^1] b[^2]\n\n  [^1]: > 1. [^2]: two\n',
  '> [^1]: > [^2]: > [^3]: three\n\na[^1] b[^2] c[^3]',
];
for (const text of texts) {
  test(JSON.stringify(text), () => {
    const html = fillHoles(renderBody(text, '/x/' as SitePath, null).html, '');
    assert.equal(parseHtml(html, 'piece').errors, []);
    const notes = /<section.*<\/section>$/s.exec(html)?.[0] ?? '';
    for (const word of ['two', 'three']) {
      if (text.includes(word)) assert.match(notes, new RegExp(`<li id="fn\\d">.*${word}`, 's'));
      assert.not.match(html.replace(notes, ''), word);
    }
  });
}

test.run();
