import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLayoutEngine } from '../../src/render/layoutEngine.ts';
import { spokenFrom, spokenTo } from '../../src/words/marks.ts';
import { makeFolder, writeFiles } from '../support/site.ts';
import { forbiddenIn, parseHtml } from '../support/strict.ts';

const test = suite('what layouts print');

const folder = makeFolder();
writeFiles(folder, { 'one.vto': '<p title="{{ text }}">{{ text }}</p>' });
const print = await createLayoutEngine([folder]).load('one.vto');

test('every code unit is printed without an error of HTML', async () => {
  for (let start = 0; start < 0x10000; start += 0x400) {
    const codes = Array.from({ length: 0x400 }, (_, index) => String.fromCharCode(start + index));
    // The marks of words in another language are noncharacters, and are taken out later.
    const html = (await print({ text: codes.join(' ') })).replace(/[\ufdd0\ufdd1]/g, '');
    assert.is(forbiddenIn(html), null, String(start));
    assert.equal(parseHtml(html, 'piece').errors, [], String(start));
  }
});

test('the marks of words in another language stay', async () => {
  const text = `${spokenFrom}a\u0007 🦘 <b>${spokenTo} c\ud800`;
  const printed = `${spokenFrom}a 🦘 &lt;b&gt;${spokenTo} c\ufffd`;
  assert.is(await print({ text }), `<p title="${printed}">${printed}</p>`);
});

test.run();
