/** `exports` of site.yaml: the files of `dateline export`, linked from the page of feeds. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeExport } from '../../src/export/planExports.ts';
import { exportFormats, exportPath, exportSchemaPath } from '../../src/urls/paths.ts';
import { buildContent, loadContent, readOutput, sampleContent } from '../support/build.ts';
import { exportFiles } from '../support/exports.ts';
import { load, makeContent, siteYaml } from '../support/site.ts';

const test = suite('exports of a site');
const content = makeContent(exportFiles);
const output = buildContent(content);

for (const format of exportFormats) {
  test(`${format} is the same as by the command, and linked`, () => {
    const file = exportPath(format).slice(1);
    const bytes = readFileSync(path.join(output, file));
    assert.ok(bytes.equals(Buffer.concat(makeExport(loadContent(content), format))));
    assert.match(readOutput(output, 'subscribe/index.html'), `href="/${file}"`);
  });
}

test('the schema stands beside them', () => {
  const schema = JSON.parse(readOutput(output, exportSchemaPath.slice(1))) as { title: string };
  assert.is(schema.title, 'Dateline export');
  assert.match(readOutput(output, 'subscribe/index.html'), exportSchemaPath);
});

test('a site that asks for none has none', () => {
  const plain = buildContent(sampleContent);
  assert.not(existsSync(path.join(plain, 'data')));
  assert.not.match(readOutput(plain, 'subscribe/index.html'), '/data/');
});

test('an address of an export can’t be taken by a file', () => {
  const files = { 'static/data/site.json': '{}' };
  const codes = (exports: string): readonly string[] =>
    load({ 'site.yaml': siteYaml(exports), ...files }).diagnostics.map(({ code }) => code);
  assert.equal(codes('exports: [json, json]'), ['url-collision']);
  assert.equal(codes('exports: [csv]'), []);
});

test.run();
