import { spokenFrom, splitSpoken, unmark } from '../words/marks.ts';

/** A comment, a script or style with what is in it, a tag with its attributes, or text. */
const tokens =
  /<!--[^]*?-->|<!doctype[^>]*>|<(script|style)\b[^]*?<\/\1>|<\/?[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi;
const isMarkup = /^<[!/]|^<(?:script|style)\b|^<$/i;
const languageAttribute = /\slang="([^"]*)"/i;

/** Elements without an end. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that hold no others. */
const textOnly = new Set(['title', 'option', 'textarea', 'text', 'tspan']);

/** An element whose end has not come. */
interface OpenElement {
  readonly name: string;
  /** The place of its tag among the pieces. */
  readonly at: number;
  readonly hasLang: boolean;
  /** The language of its attributes, and of its text where that has none of its own. */
  readonly lang: string;
  /** The language of what is in it: another where only its attributes are in the words' language. */
  readonly inner: string;
  /** How many texts in it are in the words' language, and how many are not. */
  spoken: number;
  others: number;
}

/**
 * Says in a page which texts are in the language of the words (WCAG 2.2, 3.1.2): every text between
 * marks (`markWords`) stands in an element with that `lang`, and no mark is left. An element with such
 * an attribute has that `lang`, and what is in it its own again. Layouts close their elements; one that
 * does not gets more attributes than it needs.
 */
export function tellLanguage(html: string, wordsLang: string): string {
  const page = new Page(wordsLang, html.includes('dir="rtl"'));
  for (const [token] of html.matchAll(tokens)) {
    if (token.startsWith('</')) page.close(token);
    else if (isMarkup.test(token)) page.add(unmark(token));
    else if (token.startsWith('<')) page.open(token);
    else page.addText(token);
  }
  return page.toString();
}

/** A page on its way through: what is written, and in which elements we are. */
class Page {
  readonly #pieces: string[] = [];
  readonly #open: OpenElement[] = [];
  readonly #wordsLang: string;
  readonly #isTwoWay: boolean;

  /** @param isTwoWay whether some of the page is right to left */
  constructor(wordsLang: string, isTwoWay: boolean) {
    this.#wordsLang = wordsLang;
    this.#isTwoWay = isTwoWay;
  }

  toString(): string {
    return this.#pieces.join('');
  }

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  open(tag: string): void {
    const parent = this.#open.at(-1);
    const name = /^<([^\s/>]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
    const own = languageAttribute.exec(tag)?.[1] ?? null;
    const inner = own ?? parent?.inner ?? '';
    const lang = this.#isForeign(inner) && isMostlySpoken(tag) ? this.#wordsLang : inner;
    const hasLang = own !== null || lang !== (parent?.lang ?? '');
    const rest = unmark(own === null ? tag : tag.replace(languageAttribute, ''));
    const at = this.#pieces.length;
    this.add(hasLang ? withLang(rest, lang) : rest);
    if (voids.has(name) || tag.endsWith('/>')) return;
    this.#open.push({ name, at, hasLang, lang, inner, spoken: 0, others: 0 });
  }

  /** The element whose end this is, and all in it that were not closed. */
  close(tag: string): void {
    const name = tag.slice(2, -1).trim().toLowerCase();
    const place = this.#open.findLastIndex((each) => each.name === name);
    if (place >= 0) {
      const [element] = this.#open.splice(place);
      if (element !== undefined) this.#finish(element);
    }
    this.add(tag);
  }

  addText(text: string): void {
    const parent = this.#open.at(-1);
    const lang = parent?.inner ?? '';
    // An element of text alone has one language: that of most of it.
    const isOne = parent !== undefined && textOnly.has(parent.name);
    const parts = isOne ? [{ part: unmark(text), isSpoken: surplus(text) > 0 }] : splitSpoken(text);
    for (const { part, isSpoken } of parts) {
      const its = isSpoken && this.#isForeign(lang) ? this.#wordsLang : lang;
      // Numbers and signs are in any language. `bdi` has the direction of its first letter, so that a
      // full stop stays at the end of its text.
      const isSaid = /\p{L}/u.test(part);
      for (const element of isSaid ? this.#open : []) {
        if (isSpoken) element.spoken++;
        else element.others++;
      }
      const isSame = its === (parent?.lang ?? '') || !isSaid;
      this.add(isSame ? part : `<bdi lang="${its}">${part}</bdi>`);
    }
  }

  #finish(element: OpenElement): void {
    const { name, at, spoken, others } = element;
    if (this.#isTwoWay && name === 'p' && spoken > 1 && others === 0) {
      // A sentence with a link in it runs one way as a whole.
      this.#pieces.splice(at + 1, 0, `<bdi lang="${this.#wordsLang}" dir="ltr">`);
      this.add('</bdi>');
    } else this.#unwrap(element);
  }

  /** Where an element has nothing but one such text, it takes its language. */
  #unwrap({ name, at, hasLang }: OpenElement): void {
    if (this.#pieces.length !== at + 2) return;
    const [tag = '', text = ''] = this.#pieces.slice(at);
    const [, lang, said] = /^<bdi lang="([^"]*)">([^<]*)<\/bdi>$/.exec(text) ?? [];
    if (lang === undefined || said === undefined) return;
    const isKept = hasLang || (this.#isTwoWay && name !== 'bdi');
    if (isKept && !textOnly.has(name)) return;
    this.#pieces.splice(at, 2, withLang(tag.replace(languageAttribute, ''), lang), said);
  }

  #isForeign(lang: string): boolean {
    return lang.split('-')[0]?.toLowerCase() !== this.#wordsLang;
  }
}

function withLang(tag: string, lang: string): string {
  return tag.replace(/(?<!\s)\s*\/?>$/, (end) => ` lang="${lang}"${end}`);
}

/** Whether most letters of the attributes with marks are in the words' language. */
function isMostlySpoken(tag: string): boolean {
  if (!tag.includes(spokenFrom)) return false;
  const values = Array.from(tag.matchAll(/"([^"]*)"/g), ([, value = '']) => value);
  const said = values.filter((value) => value.includes(spokenFrom));
  return said.reduce((sum, value) => sum + surplus(value), 0) > 0;
}

/** By how many letters of a text more are in the words' language than not. */
function surplus(text: string): number {
  let sum = 0;
  for (const { part, isSpoken } of splitSpoken(text)) {
    const letters = part.match(/\p{L}/gu)?.length ?? 0;
    sum += isSpoken ? letters : -letters;
  }
  return sum;
}
