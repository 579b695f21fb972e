/** What stands last before a document: texts that were not cleaned come out clean all the same. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatXml } from '../../src/feeds/xml.ts';
import { forbiddenIn, xmlFault } from '../support/strict.ts';

const test = suite('the serialiser of XML');

const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('takes every code unit, alone, in texts, attributes and plain texts', () => {
  for (let start = 0; start < units.length; start += 0x400) {
    const text = units.slice(start, start + 0x400).join(' ');
    const element = {
      '@name': text,
      one: text,
      two: { '@name': text, '#text': text },
      plain: text,
    };
    const document = formatXml('all', element, null, { plain: new Set(['plain']) });
    assert.is(xmlFault(document), null, String(start));
    assert.is(forbiddenIn(document), null, String(start));
  }
});

test('takes forbidden characters away and leaves all else as it is', () => {
  const text = 'a\u0000\u000cb\u001b\u0085\ufffe\ud800c 🦘 é & <';
  const expected = 'abc 🦘 é &amp; &lt;'.replace('c', '\ufffdc');
  assert.match(formatXml('all', { one: text }), `<one>${expected}</one>`);
});

test('the control: the parser refuses what must not be there', () => {
  for (const text of ['\u000c', '\ufffe', '&', '&#12;', '<', '<b>']) {
    assert.ok(xmlFault(`<a>${text}</a>`), JSON.stringify(text));
  }
  assert.is(xmlFault('<a>&amp;</a>'), null);
});

test.run();
