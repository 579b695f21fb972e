import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { escapePath } from '../urls/address.ts';
import { withoutForbidden } from '../parse/characters.ts';
import type { SitePath } from '../urls/paths.ts';
import { cleanDecoded } from './cleanTokens.ts';
import { useFootnotes } from './footnotes.ts';
import { partNestedNotes } from './nestedNotes.ts';
import { holeMark } from './portableHtml.ts';
import { refuseLinks, type RefusalEnvironment } from './refuseLinks.ts';

/** What a rendering carries along. */
export interface BodyEnvironment extends RefusalEnvironment {
  ownPath?: SitePath;
}

/** The one instance that renders. */
export const markdown = createMarkdown();
refuseLinks(markdown);

/**
 * The language of bodies. Raw HTML is off: what contributors paste is text. Every link counts as one here; who
 * renders takes those away that may not be published.
 */
export function createMarkdown(): MarkdownIt {
  const instance = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  useFootnotes(instance);
  instance.use(cjkFriendly);
  instance.validateLink = () => true;
  partNestedNotes(instance);
  cleanDecoded(instance);
  return instance;
}

const { rules } = markdown.renderer;

// Alignment as a class: a strict Content-Security-Policy lets no style attribute through.
for (const cell of ['th_open', 'td_open']) {
  rules[cell] = (tokens, index, options, _environment, renderer) => {
    const token = tokens[index];
    const align = /text-align:(\w+)/.exec(token?.attrGet('style') ?? '')?.[1];
    if (token && align !== undefined) token.attrs = [['class', `align-${align}`]];
    return renderer.renderToken(tokens, index, options);
  };
}

// What may scroll sideways can be reached by keyboard.
rules['table_open'] = () =>
  '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
rules['table_close'] = () => '</table></div>\n';
const { fence, code_block: codeBlock } = rules;
// The language behind a fence is decoded as it is rendered.
rules['fence'] = (...inputs) =>
  withoutForbidden(fence?.(...inputs) ?? '').replace('<pre>', '<pre tabindex="0">');
rules['code_block'] = (...inputs) =>
  (codeBlock?.(...inputs) ?? '').replace('<pre>', '<pre tabindex="0">');

interface FootnoteMeta {
  readonly id: number;
  readonly subId: number;
}

function footnoteMeta(meta: unknown): FootnoteMeta {
  return meta as FootnoteMeta;
}

function here(environment: unknown): string {
  return holeMark + escapePath((environment as BodyEnvironment).ownPath ?? '/');
}

function referenceId({ id, subId }: FootnoteMeta): string {
  return subId > 0 ? `fnref${id + 1}-${subId}` : `fnref${id + 1}`;
}

rules['footnote_ref'] = (tokens, index, _options, environment: unknown) => {
  const meta = footnoteMeta(tokens[index]?.meta);
  const number = meta.id + 1;
  return `<sup class="footnote-ref"><a href="${here(environment)}#fn${number}" id="${referenceId(meta)}">[${number}]</a></sup>`;
};
rules['footnote_block_open'] = () => '<section class="footnotes" aria-label="Footnotes">\n<ol>\n';
rules['footnote_block_close'] = () => '</ol>\n</section>\n';
rules['footnote_open'] = (tokens, index) =>
  `<li id="fn${footnoteMeta(tokens[index]?.meta).id + 1}">`;
rules['footnote_anchor'] = (tokens, index, _options, environment: unknown) => {
  const meta = footnoteMeta(tokens[index]?.meta);
  return ` <a href="${here(environment)}#${referenceId(meta)}" aria-label="Back to the text">↩</a>`;
};
