/**
 * Random bodies and front matter → pages and feeds in which nothing acts and which strict parsers take. Each
 * case is an article, and a briefing that names it.
 */
import { createLayoutEngine } from '../../src/render/layoutEngine.ts';
import { findLayoutFolders } from '../../src/build/layoutFolders.ts';
import type { Problem } from '../../src/diagnostics/diagnostic.ts';
import { planFeeds } from '../../src/feeds/feedFiles.ts';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { connect, prepare, type Prepared } from '../../src/load/stages.ts';
import type { Site } from '../../src/model/site.ts';
import { parseArticle } from '../../src/parse/article.ts';
import { parseBriefing } from '../../src/parse/briefing.ts';
import { resolveArticle } from '../../src/resolve/resolveArticle.ts';
import { planViews } from '../../src/views/planViews.ts';
import { textOf } from '../support/build.ts';
import { makeContent, testNow } from '../support/site.ts';
import {
  elementsIn,
  forbiddenIn,
  isBalanced,
  parseHtml,
  textsIn,
  xmlFault,
  type HtmlElement,
  type HtmlNode,
} from '../support/strict.ts';
import type { Campaign } from './campaign.ts';
import { inYaml, makeBody, makeInline, makePhrase } from './nastyTexts.ts';

const day = '2024-01-05';
const here = `https://test.example/2024/01/05/x/`;

/** Whole pages take as long as all else, so that one of so many cases has them. */
const wholeEach = 5;

export const bodies: Campaign = {
  name: 'bodies',
  cases: 8000,
  casesInTests: 250,
  open: async () => {
    const prepared = prepare(
      makeContent({
        'topics/war.md': '---\nname: War\n---\n',
        'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\n---\n',
        'actors/att.md': '---\nname: AT&T\ntype: organisation\n---\n',
      }),
    );
    const engine = createLayoutEngine(findLayoutFolders('layouts'));
    const layouts = {
      article: await engine.load('article.vto'),
      day: await engine.load('day.vto'),
    };
    return {
      runCase: async (random, number) => {
        const sources = { article: makeArticle(random), briefing: makeBriefing(random) };
        try {
          const site = loadCase(sources, prepared);
          checkFeeds(site, /^\/articles\/(?:feed|atom)\.(?:xml|json)$/);
          for (const { body } of site.articles) {
            checkElements(parseHtml(fillHoles(body.html, ''), 'piece').nodes, elementsOfBodies);
          }
          if (number % wholeEach > 0) return;
          checkFeeds(site, /^\/(?:feed|atom)\.(?:xml|json)$|\.opml$/);
          const views = planViews(site);
          for (const plan of views.pages) {
            if (plan.layout !== 'article' && plan.layout !== 'day') continue;
            const view = plan.build();
            checkPage(
              await layouts[plan.layout]({ view, site: views.site, words: views.site.words }),
            );
          }
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          throw new Error(`${message}\n${sources.article}\n${sources.briefing}`, { cause: error });
        }
      },
    };
  },
};

function makeArticle(random: () => number): string {
  const text = (word: string): string => inYaml(`${word} ${makePhrase(random)}`);
  // Signs that no address can have are refused in such a name.
  const source = inYaml(`Wire ${makePhrase(random).replace(/[+#*]/g, '').slice(0, 40)}`);
  const summary = random() < 0.5 ? `summary: ${text('S')}\n` : '';
  return (
    `---\ntitle: ${text('T')}\ndate: ${day}\n${summary}dateline: ${text('D')}\ntopics: [war]\n` +
    `actors: [{actor: kim, role: ${text('R')}}]\n` +
    `authors: [{name: ${text('A')}, url: "https://a.example/'onclick=alert(1)&amp;]]"}]\n` +
    `image: {src: "/a'b.png", alt: ${text('I')}, credit: ${text('C')}}\n` +
    `sources: [{name: ${source}, url: "https://b.example/?a='b&lt;c"}]\n` +
    `corrections: [{date: 2024-01-06, text: ${text('F')}}]\nextra: {own: ${text('E')}}\n---\n\n` +
    `${makeBody(random)}\n`
  );
}

function makeBriefing(random: () => number): string {
  const text = (word: string): string => inYaml(`${word} ${makePhrase(random)}`);
  return (
    `---\ndate: ${day}\ntitle: ${text('B')}\nsummary: ${text('S')}\nkeyTakeaways: [${text('K')}]\n` +
    `watching: [{text: ${text('W')}, due: 2024-02-01}]\n---\n\n${makeInline(random)}\n`
  );
}

/** A site of one article and one briefing, parsed as if they were read. */
function loadCase(
  texts: { readonly article: string; readonly briefing: string },
  prepared: Prepared,
): Site {
  const problems: Problem[] = [];
  const report = (problem: Problem): number => problems.push(problem);
  const { names, config, parsed } = prepared;
  const toSource = <Kind extends 'article' | 'briefing'>(kind: Kind, relative: string) =>
    ({ kind, file: relative, relative, text: texts[kind] }) as const;
  const article = parseArticle(toSource('article', 'articles/x.md'), config.zone, report);
  const briefing = parseBriefing(toSource('briefing', `briefings/${day}.md`), config.zone, report);
  if (article === null || briefing === null) {
    throw new Error(`a case that is none: ${problems.map(({ message }) => message).join('; ')}`);
  }
  const { site } = connect(
    { ...prepared, problems: [], parsed: { ...parsed, briefings: [briefing] } },
    [{ article: resolveArticle(article, names, report), problems: [] }],
    { content: '', now: testNow, drafts: false },
  );
  if (site.articles.length !== 1) throw new Error('the article is not in the site');
  return site;
}

interface JsonItem {
  readonly title: string;
  readonly summary?: string;
  readonly content_html: string;
}

function checkFeeds(site: Site, paths: RegExp): void {
  for (const file of planFeeds(site)) {
    if (!paths.test(file.path)) continue;
    const text = textOf(file);
    hold(forbiddenIn(text), `${file.path} has a forbidden character`);
    if (file.path.endsWith('.json')) {
      const { items } = JSON.parse(text) as { readonly items: readonly JsonItem[] };
      for (const item of items) checkItem(item);
    } else hold(xmlFault(text), `${file.path} is not well-formed`);
  }
}

function checkItem(item: JsonItem): void {
  for (const text of textsIn(item)) hold(forbiddenIn(text), 'an entry has a forbidden character');
  for (const text of [item.title, item.summary ?? '']) {
    if (!isBalanced(text)) throw new Error(`the direction does not end in ${JSON.stringify(text)}`);
  }
  checkElements(parseHtml(item.content_html, 'piece').nodes, elementsOfEntries);
}

/** The elements of bodies, with the attributes that each may have. */
const elementsOfBodies: Readonly<Record<string, readonly string[]>> = {
  ...{ p: [], em: [], strong: [], s: [], blockquote: [], ul: [], hr: [], br: [], table: [] },
  ...{ h2: ['id'], h3: ['id'], h4: ['id'], h5: ['id'], h6: ['id'] },
  ...{ thead: [], tbody: [], tr: [] },
  ...{ ol: ['start'], li: ['id'], th: ['class'], td: ['class'], pre: ['tabindex'] },
  ...{ code: ['class'], a: ['href', 'title', 'id', 'aria-label'], img: ['src', 'alt', 'title'] },
  ...{ div: ['class', 'role', 'aria-label', 'tabindex'], sup: ['class'] },
  section: ['class', 'aria-label'],
};

const elementsOfEntries: Readonly<Record<string, readonly string[]>> = {
  ...elementsOfBodies,
  // Bodies stand there one below the other.
  ...{ h2: [], h3: [], h4: [], h5: [], h6: [] },
  ...{
    figure: [],
    figcaption: [],
    div: ['class', 'role', 'aria-label', 'tabindex', 'lang', 'dir'],
  },
};

function checkElements(
  nodes: readonly HtmlNode[],
  allowed: Readonly<Record<string, readonly string[]>>,
): void {
  checkComments(nodes);
  checkIds(nodes);
  for (const element of elementsIn(nodes)) {
    const attributes = Object.hasOwn(allowed, element.tagName) ? allowed[element.tagName] : null;
    for (const { name } of element.attrs) {
      if (attributes?.includes(name) !== true) throw new Error(`${show(element)} is not allowed`);
    }
    if (!attributes) throw new Error(`${show(element)} is not allowed`);
    checkAddresses(element);
  }
}

/** The id of a heading is no other element's, and is letters, digits and what joins them. */
function checkIds(nodes: readonly HtmlNode[]): void {
  const others: string[] = [];
  const ofHeadings = new Set<string>();
  for (const element of elementsIn(nodes)) {
    const id = element.attrs.find(({ name }) => name === 'id')?.value;
    if (id === undefined) continue;
    if (!/^h[1-6]$/.test(element.tagName)) others.push(id);
    else if (ofHeadings.has(id) || !/^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}-]+$/u.test(id)) {
      throw new Error(`${show(element)} has an id that is taken, or with other signs`);
    } else ofHeadings.add(id);
  }
  const shared = others.find((id) => ofHeadings.has(id));
  if (shared !== undefined) throw new Error(`the id ${shared} of a heading is another's too`);
}

function checkComments(nodes: readonly HtmlNode[]): void {
  for (const node of nodes) {
    if (node.nodeName === '#comment') throw new Error('there is a comment');
    if ('childNodes' in node) checkComments(node.childNodes);
  }
}

/** As a browser reads them on the article's page. */
function checkAddresses(element: HtmlElement): void {
  for (const { name, value } of element.attrs) {
    if (!['href', 'src', 'action', 'data', 'srcset'].includes(name)) continue;
    const { protocol, origin } = new URL(value, here);
    const isOwn = origin === new URL(here).origin;
    const isWhole = /^(?:https?|mailto):/i.test(value);
    const isSafe = ['http:', 'https:', 'mailto:'].includes(protocol) && (isOwn || isWhole);
    if (!isSafe) throw new Error(`${show(element)} leads astray`);
  }
}

const active =
  /^(?:iframe|object|embed|form|style|base|svg|math|template|video|audio|input|button)$/;

/** A page has the scripts of the layout, in its head, and nothing else that acts. */
function checkPage(html: string): void {
  hold(forbiddenIn(html), 'a page has a forbidden character');
  const { nodes, errors } = parseHtml(html, 'page');
  checkIds(nodes);
  hold(errors[0] ?? null, 'a page has an error of HTML');
  const body: string[] = [];
  let prose = 0;
  for (const element of elementsIn(nodes)) {
    if (active.test(element.tagName)) throw new Error(`${show(element)} is in a page`);
    if (element.attrs.some(({ name }) => /^on|^style$|^srcdoc$/.test(name))) {
      throw new Error(`${show(element)} is in a page`);
    }
    checkAddresses(element);
    if (element.tagName === 'body')
      for (const each of elementsIn(element.childNodes)) body.push(each.tagName);
    const isProse = element.attrs.some(({ name, value }) => name === 'class' && value === 'prose');
    if (!isProse) continue;
    prose++;
    checkElements(element.childNodes, elementsOfBodies);
  }
  const strange = body.find((name) => /^(?:script|link|meta|title|html|head|body)$/.test(name));
  if (strange !== undefined) throw new Error(`<${strange}> is in a page's body`);
  const scripts = [...elementsIn(nodes)].filter(({ tagName }) => tagName === 'script');
  if (scripts.length !== 3) throw new Error(`a page has ${scripts.length} scripts`);
  for (const { attrs, childNodes } of scripts) {
    const isData = attrs.some(({ value }) => value === 'application/ld+json');
    const [text] = childNodes;
    if (isData && text && 'value' in text) JSON.parse(text.value);
    else if (childNodes.length > 0) throw new Error('a page has a script of its own');
  }
  if (prose > 1) throw new Error('a page has more than one body');
}

function show({ tagName, attrs }: HtmlElement): string {
  return `<${[tagName, ...attrs.map(({ name, value }) => `${name}="${value}"`)].join(' ')}>`;
}

function hold(fault: string | null, what: string): void {
  if (fault !== null) throw new Error(`${what}: ${fault}`);
}
