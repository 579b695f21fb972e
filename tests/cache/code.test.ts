/** The style sheet is named by what is in it, by every page, whether built anew or from the cache. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readOutput } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, root, writeFiles } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('a changed style sheet');

test('changes its address on every page, as in a clean build', () => {
  const content = makeContent({ 'articles/a.md': articleFile('title: A\ndate: 2024-01-05') });
  const folder = makeFolder();
  const layouts = path.join(folder, 'layouts');
  const style = readFileSync(path.join(root, 'layouts/style.css'), 'utf8');
  const build = (output: string, ...more: readonly string[]): string => {
    const target = path.join(folder, output);
    const args = ['build', '--content', content, '--layouts', layouts, '--output', target, ...more];
    const { status, stderr } = runCli(args, { cwd: folder });
    assert.is(status, 0, stderr);
    return target;
  };
  const versionsIn = (output: string): ReadonlySet<string> => {
    const pages = listFiles(output).filter((file) => file.endsWith('.html'));
    const links = pages.map((file) => /\/style\.css\?v=\w{8}"/.exec(readOutput(output, file))?.[0]);
    return new Set(links.map((link) => link ?? 'none'));
  };
  writeFiles(layouts, { 'style.css': style });
  const before = versionsIn(build('one'));
  writeFiles(layouts, { 'style.css': `${style}\np { margin: 0 }\n` });
  const [one, clean] = [build('one'), build('clean', '--clean')];
  const after = versionsIn(one);
  assert.is(before.size, 1);
  assert.is(after.size, 1);
  assert.is.not([...before][0], [...after][0]);
  assert.not(after.has('none'));
  assert.equal(listFiles(one), listFiles(clean));
  for (const file of listFiles(one)) {
    assert.is(readOutput(one, file), readOutput(clean, file), file);
  }
});

test.run();
