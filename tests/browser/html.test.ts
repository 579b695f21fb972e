/**
 * html-validate finds nothing in any page of the sample and of the golden sites. Two rules are off:
 * `long-title`, because a page is titled as its headline, however long; `require-sri`, because the one
 * style sheet comes from the same host. Pages for mail may have styles in their elements, for many mail
 * programs take no other, and tables for their shape in Outlook.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, sampleContent } from '../support/build.ts';
import { root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const config = JSON.parse(readFileSync(path.join(root, '.htmlvalidate.json'), 'utf8')) as Record<
  string,
  unknown
>;
const validator = new HtmlValidate(new FileSystemConfigLoader(config));
const mailRules = {
  ...(config['rules'] as Record<string, unknown>),
  'no-inline-style': 'off',
  'no-deprecated-attr': 'off',
  deprecated: 'off',
};
const mailConfig = { ...config, rules: mailRules } as Record<string, unknown>;
const mailValidator = new HtmlValidate(new FileSystemConfigLoader(mailConfig));

async function validate(html: string, file: string): Promise<readonly string[]> {
  const chosen = file.endsWith('/email.html') ? mailValidator : validator;
  const report = await chosen.validateString(html, file);
  return report.results.flatMap((result) =>
    result.messages.map(
      ({ ruleId, line, column, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`,
    ),
  );
}

const test = suite('html-validate');

const sites: readonly (readonly [name: string, content: string, pages: number])[] = [
  ['the sample', sampleContent, 300],
  ['hard', path.join(root, 'tests/sites/hard/content'), 50],
  ['zones', path.join(root, 'tests/sites/zones/content'), 20],
  ['arabic', path.join(root, 'tests/sites/arabic/content'), 40],
  ['empty', path.join(root, 'tests/sites/empty/content'), 9],
];

for (const [name, content, pages] of sites) {
  test(`${name}: no page has an error`, async () => {
    const output = buildContent(content);
    const files = listFiles(output).filter((file) => file.endsWith('.html'));
    assert.ok(files.length >= pages, `only ${files.length} pages`);
    const problems: string[] = [];
    for (const file of files) {
      const html = readFileSync(path.join(output, file), 'utf8');
      problems.push(...(await validate(html, path.join(root, '_html', name, file))));
    }
    assert.is(problems.slice(0, 20).join('\n'), '');
  });
}

test('the control: it tells what is wrong', async () => {
  const html =
    '<!DOCTYPE html>\n<html lang="en"><head><title>T</title></head><body><p id="a"><div id="a"></div></p><img src="x.png"></body></html>\n';
  const problems = await validate(html, path.join(root, '_html/control.html'));
  for (const rule of ['no-dup-id', 'wcag/h37']) {
    assert.ok(
      problems.some((problem) => problem.includes(rule)),
      rule,
    );
  }
});

test.run();
