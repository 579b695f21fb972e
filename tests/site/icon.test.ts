/** The icon of a site: its own, or one in its colour. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent } from '../support/build.ts';
import { makeContent, siteYaml, type Files } from '../support/site.ts';

const test = suite('the icon');

function buildWith(files: Files): { output: string; linked: string | undefined } {
  const yaml = siteYaml("theme: {accent: '#123456'}").replace('test.example/', 'test.example/sub/');
  const output = buildContent(makeContent({ 'site.yaml': yaml, ...files }));
  const home = readFileSync(path.join(output, 'index.html'), 'utf8');
  return { output, linked: /<link rel="icon" href="([^"]*)">/.exec(home)?.[1] };
}

test('is drawn in the colour of the site', () => {
  const { output, linked } = buildWith({});
  assert.is(linked, '/sub/icon.svg');
  assert.match(readFileSync(path.join(output, 'icon.svg'), 'utf8'), 'fill="#123456"');
});

for (const name of ['favicon.ico', 'favicon.svg', 'icon.png']) {
  test(`static/${name} takes its place`, () => {
    const { output, linked } = buildWith({ [`static/${name}`]: 'picture' });
    assert.is(linked, `/sub/${name}`);
    assert.is(existsSync(path.join(output, 'icon.svg')), false);
  });
}

test('static/icon.svg goes before others', () => {
  const { output, linked } = buildWith({ 'static/icon.svg': '<svg/>', 'static/favicon.ico': 'x' });
  assert.is(linked, '/sub/icon.svg');
  assert.is(readFileSync(path.join(output, 'icon.svg'), 'utf8'), '<svg/>');
});

test.run();
