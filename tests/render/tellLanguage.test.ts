/** Sites in languages that Dateline does not speak say of each of its English words that it is English. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tellLanguage } from '../../src/render/tellLanguage.ts';
import { en } from '../../src/words/en.ts';
import { languageOf } from '../../src/words/language.ts';
import { markWords, spokenFrom, spokenTo, unmark } from '../../src/words/marks.ts';
import { buildContent, edit } from '../support/build.ts';
import { englishIn } from '../support/englishWords.ts';
import { makeFolder, root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('the language of words in pages');

/** `‹` and `›` stand for the marks. */
const marked = (text: string): string => text.replaceAll('‹', spokenFrom).replaceAll('›', spokenTo);

const cases: readonly (readonly [what: string, input: string, expected: string])[] = [
  ['an element', '<p>‹Home›</p>', '<p lang="en">Home</p>'],
  ['a part of one', '<p>‹Due› 5.1.</p>', '<p><bdi lang="en">Due</bdi> 5.1.</p>'],
  [
    'a phrase in a phrase',
    '<p>‹‹3 items›, newest first›</p>',
    '<p lang="en">3 items, newest first</p>',
  ],
  ['a name', '<a href="/"><bdi>‹Home›</bdi></a>', '<a href="/"><bdi lang="en">Home</bdi></a>'],
  [
    'an attribute',
    '<nav title="‹Site›"><b>Koti</b> ja <br>1</nav>',
    '<nav title="Site" lang="en"><b lang="fi">Koti</b><bdi lang="fi"> ja </bdi><br lang="fi">1</nav>',
  ],
  [
    'an attribute with more of another',
    '<a title="tammikuu: ‹1 item›">1</a>',
    '<a title="tammikuu: 1 item">1</a>',
  ],
  ['an option', '<option value="">‹Any›</option>', '<option value="" lang="en">Any</option>'],
  [
    'a title of two languages',
    '<title>‹Topics› — Uutiset</title>',
    '<title>Topics — Uutiset</title>',
  ],
  [
    'what is English anyway',
    '<p lang="en-GB">‹Home›, <b title="‹Site›">x</b></p>',
    '<p lang="en-GB">Home, <b title="Site">x</b></p>',
  ],
  [
    'another language in it',
    '<p lang="de"><b>‹Home›</b></p>',
    '<p lang="de"><b lang="en">Home</b></p>',
  ],
  [
    'an element that has a language',
    '<nav title="‹More›" lang="de"><b>x</b></nav>',
    '<nav title="More" lang="en"><b lang="de">x</b></nav>',
  ],
  ['data', '<script>{"a":"‹Home›<p>"}</script>', '<script>{"a":"Home<p>"}</script>'],
  ['a comment, and a mark alone', '<!-- ‹ --><p>a › b</p>', '<!--  --><p>a  b</p>'],
];

for (const [what, input, expected] of cases) {
  test(what, () => {
    const page = (body: string): string =>
      `<!doctype html><html lang="fi"><body>${body}</body></html>`;
    assert.is(tellLanguage(page(marked(input)), 'en'), page(expected));
  });
}

test('beside right-to-left text a text keeps its own direction', () => {
  const page = marked('<html lang="fa" dir="rtl"><p>‹Nothing yet.›</p></html>');
  assert.match(tellLanguage(page, 'en'), '<p><bdi lang="en">Nothing yet.</bdi></p>');
});

test('a sentence with a link runs one way as a whole; with a name in it, as the page does', () => {
  const page = (text: string): string =>
    tellLanguage(marked(`<html lang="fa" dir="rtl"><p>${text}</p></html>`), 'en');
  assert.match(
    page('‹You can› <a href="/">‹subscribe›</a>‹, and more.›'),
    '<p><bdi lang="en" dir="ltr"><bdi lang="en">You can</bdi> <a',
  );
  assert.match(page('‹By› <bdi>کیم</bdi>‹, editor›'), '<p><bdi lang="en">By</bdi> <bdi>');
});

test('words have marks around what is said; without them they are as they were', () => {
  const words = markWords(en);
  assert.is(words.pages.home, marked('‹Home›'));
  assert.is(words.joins.to, marked(' ‹to› '));
  assert.is(words.joins.comma, en.joins.comma);
  assert.is(words.feeds.pair, en.feeds.pair);
  assert.is(unmark(JSON.stringify(words)), JSON.stringify(en));
  assert.is(languageOf('ar').pageWords, languageOf('ar').words);
  assert.is(languageOf('fi').foreign, 'en');
});

/** The content of a site that is free of English, in another language that Dateline does not speak. */
function buildIn(language: string): string {
  const content = path.join(makeFolder(), 'content');
  cpSync(path.join(root, 'tests/sites/arabic/content'), content, { recursive: true });
  const options = `search: true\nexports: [json, csv]\nlanguage: ${language}`;
  edit(content, 'site.yaml', 'search: false\n', '');
  edit(content, 'site.yaml', 'language: ar', options);
  return buildContent(content);
}

/** How many items a date or a name has: where no element can be, it's in the language of most of it. */
const counted = /: (?:\p{Lu}\p{Ll}+, )?[^\s:]+ items?$/u;

/** What of linkedom's elements is asked here. */
interface Element {
  readonly tagName: string;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string }>;
  readonly closest: (selector: string) => Element | null;
  readonly getAttribute: (name: string) => string | null;
}

interface Parsed {
  readonly document: { readonly querySelectorAll: (selector: string) => Iterable<Element> };
}

/** What a page says in our English without saying that it is English. */
function unmarkedIn(html: string): readonly string[] {
  const { document } = parseHTML(html) as unknown as Parsed;
  const langOf = (element: Element | null): string =>
    element?.closest('[lang]')?.getAttribute('lang') ?? '';
  const found: string[] = [];
  const look = (element: Element, text: string): void => {
    const said = englishIn(text);
    if (said.length > 0 && langOf(element) !== 'en') found.push(`${element.tagName}: ${said[0]}`);
  };
  for (const element of document.querySelectorAll('body, body *')) {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) look(element, node.textContent.replace(counted, ''));
    }
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
      look(element, (element.getAttribute(name) ?? '').replace(counted, ''));
    }
  }
  return found;
}

for (const language of ['fi', 'fa']) {
  const output = buildIn(language);
  const files = listFiles(output).filter((file) => !file.startsWith('pagefind/'));
  const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('admin/'));

  test(`${language}: every kind of page says what is English`, () => {
    const layouts = new Set<string>();
    for (const file of pages) {
      const html = readFileSync(path.join(output, file), 'utf8');
      const layout = /<main id="main_" class="([\w-]+)"/.exec(html)?.[1];
      if (layout !== undefined) layouts.add(layout);
      assert.equal(unmarkedIn(html), [], file);
    }
    // The test can fail: without the attribute the same search finds something.
    const home = readFileSync(path.join(output, 'index.html'), 'utf8');
    assert.ok(unmarkedIn(home.replaceAll(' lang="en"', '')).length > 10);
    assert.ok(layouts.size >= 22, [...layouts].join(' '));
  });

  test(`${language}: no mark is left in any file`, () => {
    for (const file of files) {
      const text = readFileSync(path.join(output, file), 'utf8');
      assert.not(/[\ufdd0\ufdd1]/.test(text), file);
    }
  });

  test(`${language}: scripts say in which language they speak`, () => {
    for (const name of ['main', 'search', 'subscribe']) {
      const text = readFileSync(path.join(output, `${name}.js`), 'utf8');
      assert.match(text, /^const scriptWords=\{.*"lang":"en"\};\n/);
    }
  });
}

test.run();
