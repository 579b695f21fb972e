/** Archives of other tools, all made up, and what they become. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { ImportError } from '../../src/import/decodeRaw.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseWxr } from '../../src/import/parseWxr.ts';
import { readPosts } from '../../src/import/readPosts.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { runCli } from '../support/cli.ts';
import { makeFolder, root, testNow } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const folder = path.join(root, 'tests/import');
const reference = { day: '2024-03-03' as Day, isGiven: true, zone: 'Asia/Singapore' };
const archives = ['jekyll', 'hugo', 'eleventy', 'wordpress.xml'];

function copyContent(): string {
  const content = path.join(makeFolder(), 'content');
  cpSync(path.join(folder, 'content'), content, { recursive: true });
  return content;
}

function archiveOf(name: string): string {
  return path.join(folder, 'archives', name);
}

const golden = suite('archives of other tools');

for (const name of archives) {
  for (const keepStatus of [false, true]) {
    golden(`${name}${keepStatus ? ', states kept' : ''}`, () => {
      const content = copyContent();
      const before = new Set(listFiles(content));
      const read = readPosts(archiveOf(name), reference);
      assert.equal(read.problems, []);
      importItems(content, read.items, [], { keepStatus });
      const made = listFiles(content).filter((file) => !before.has(file));
      const text = made
        .map((file) => {
          const isText = file.endsWith('.md');
          return `<!-- ${file} -->\n${isText ? readFileSync(path.join(content, file), 'utf8') : ''}`;
        })
        .join('\n');
      const expected = path.join(
        folder,
        'archives',
        `${name}${keepStatus ? '.kept' : ''}.expected`,
      );
      if (process.env['UPDATE'] === '1') writeFileSync(expected, text);
      assert.is(text, existsSync(expected) ? readFileSync(expected, 'utf8') : '');
      const { site, diagnostics } = loadSite({ content, now: testNow, drafts: false });
      assert.equal(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
      );
      const shown = (site?.articles.length ?? 0) - 2;
      assert.ok(keepStatus ? shown > 0 : shown === 0);
      if (keepStatus) assert.ok((site?.redirects.length ?? 0) > 0);
    });
  }

  golden(`${name} a second time changes nothing`, () => {
    const content = copyContent();
    importItems(content, readPosts(archiveOf(name), reference).items, []);
    const before = hashTree(content);
    const { items } = importItems(content, readPosts(archiveOf(name), reference).items, []);
    assert.ok(items.length > 0);
    assert.ok(items.every(({ kind }) => kind === 'known'));
    assert.is(hashTree(content), before);
  });
}

golden('the command reports counts, doubts and what was left out', () => {
  const content = copyContent();
  const { status, stdout } = runCli(
    ['import', '--archive', archiveOf('wordpress.xml'), '--content', content, '--keep-status'],
    {},
  );
  assert.is(status, 0);
  assert.match(stdout, /3 written \(1 shown, 2 drafts\), 0 imported before/);
  assert.match(stdout, /comments 1/);
  assert.match(stdout, /attachment +https:\/\/old\.example\/pier\.jpg/);
  assert.match(stdout, /shortcode in line 1/);
});

golden.run();

const hostile = suite('hostile exports');

const head =
  '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://old.example</link>';

hostile('entities, cut files and what is no export are refused', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${head}<item><title>&b;</title></item></channel></rss>`;
  assert.throws(() => parseWxr(bomb, reference), /entities/);
  assert.throws(() => parseWxr(`${head}<item><title>x`, reference), /cut off/);
  assert.throws(
    () => readPosts(path.join(folder, 'raw/cna.txt'), reference),
    (error: unknown) => error instanceof ImportError,
  );
});

hostile('one item nested too deeply is reported, and stops no other', () => {
  const item = (html: string): string =>
    `<item><title>T</title><guid>${html.length}</guid><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  const text = `${head}${item('<div>'.repeat(1000))}${item('<p>Calm <script>alert(1)</script>[x](javascript:y)</p>')}</channel></rss>`;
  const { items, problems } = parseWxr(text, reference);
  assert.match(problems[0]?.message ?? '', /nested/);
  assert.is(items.length, 1);
  assert.not.match(items[0]?.body ?? '', /script>|alert/);
});

hostile.run();
