import path from 'node:path';
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { parseDay, type Day } from '../dates/day.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { cleanData } from '../parse/cleanData.ts';
import { parseFrontMatter } from '../parse/frontMatter.ts';
import { toSlug } from '../urls/slug.ts';
import { ImportError } from './decodeRaw.ts';
import { findTags, type TagSystem } from './findTags.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { hashRaw } from './hashRaw.ts';
import type { Reference } from './parseRawText.ts';
import { languageOf } from './webValues.ts';
import { parsePostDate, type PostClock } from './postDates.ts';
import type { RawItem } from './rawItem.ts';
import { readStamp } from './webStamp.ts';

type Data = Readonly<Record<string, unknown>>;

/** A post's file: its text, and pictures in its folder where that is its own (a page bundle). */
export interface PostFile {
  readonly location: string;
  readonly text: string;
  readonly pictures: readonly string[];
}

/** Keys that have a field here, or that mean nothing outside of the other tool. */
const known = new Set(
  `title date author authors description excerpt summary lastmod last_modified_at updated image lang
  language draft published categories category tags tag permalink url aliases redirect_from slug layout
  type`.split(/\s+/),
);

/**
 * A post of Jekyll, Hugo or Eleventy: YAML or TOML, then Markdown.
 * @throws ImportError
 */
export function parsePost({ location, text, pictures }: PostFile, reference: Reference): RawItem {
  const { data, body: written } = splitPost(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const name = nameOf(location);
  const doubts: string[] = [];
  const slug = toSlug(textIn(data, 'slug') ?? name.slug);
  const title = textIn(data, 'title');
  const folder = `assets/imported/${toSlug(name.slug) ?? hashRaw(location).slice(0, 12)}`;
  const files = pictures.map((from) => ({ from, to: `${folder}/${path.basename(from)}` }));
  const body = moveLinks(written.trim(), folder, pictures);
  const clock = { zone: reference.zone ?? 'UTC', named: name.day };
  const date = dateOf(data, clock, reference);
  const changed = textIn(data, 'lastmod', 'last_modified_at', 'updated') ?? '';
  const updated = parsePostDate(changed, { ...clock, named: null });
  const image = imageOf(data, folder, pictures);
  const language = languageOf(textIn(data, 'lang', 'language'));
  doubts.push(...findTags(body, systemOf(text, location)));
  if (date.guess !== null) doubts.push(`its date is a guess: ${date.guess}`);
  if (title === null) doubts.push('it has no title');
  if (image !== null && image.alt === null) doubts.push(`its image has no alt: ${image.src}`);
  const summary = textIn(data, 'summary', 'description', 'excerpt');
  const extra = Object.fromEntries(Object.entries(data).filter(([key]) => !known.has(key)));
  return {
    title: title ?? name.slug.replaceAll('-', ' '),
    authors: [...listIn(data, 'authors'), ...listIn(data, 'author')].map(certain),
    dateline: null,
    summary: summary === null ? null : certain(summary.replace(/\s+/g, ' ')),
    date,
    updated: updated !== null && updated.value.includes('T') ? updated.value : null,
    sources: [],
    language: language === null ? null : certain(language),
    paragraphs: body.split(/\n{2,}/).map((part) => part.replace(/\s+/g, ' ').trim()),
    body,
    leftOut: [],
    notes: doubts,
    url: null,
    // The file is known again, whatever is changed in it.
    hash: hashRaw(`post ${path.resolve(location).split(path.sep).slice(-3).join('/')}`),
    extra: {
      ...extra,
      ...(image !== null && image.alt === null ? { image: image.src } : {}),
    },
    origin: null,
    post: {
      slug,
      terms: termsOf(data),
      addresses: addressesOf(data),
      image: image === null || image.alt === null ? null : { src: image.src, alt: image.alt },
      isPublished: isPublished(data, location),
      doubts,
      files,
    },
  };
}

/** TOML is Hugo's, and `_posts` Jekyll's. */
function systemOf(text: string, location: string): TagSystem {
  if (/^\ufeff?\+\+\+/.test(text)) return 'hugo';
  return /(?:^|[\\/])_(?:posts|drafts)[\\/]/.test(location) ? 'jekyll' : 'unknown';
}

function splitPost(text: string): { readonly data: Data; readonly body: string } {
  const messages: string[] = [];
  const report: Report = ({ message }) => messages.push(message);
  const toml = /^\+\+\+[ \t]*\n([^]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text);
  if (toml !== null) {
    const data = cleanData(withoutDates(readToml(toml[1] ?? '')), '', report);
    if (data === null) throw new ImportError(messages[0] ?? 'its TOML can’t be taken');
    return { data, body: text.slice(toml[0].length) };
  }
  const front = parseFrontMatter(text, '', report);
  if (front === null) throw new ImportError(messages[0] ?? 'its front matter can’t be read');
  return front;
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch (error) {
    if (error instanceof TomlError) {
      throw new ImportError(`its TOML can't be read (line ${error.line + 1})`);
    }
    if (error instanceof RangeError) throw new ImportError('its TOML is nested too deeply');
    throw error;
  }
}

/** TOML has dates; here they are text, as they are in YAML. */
function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

/** The day and slug of `2024-01-05-slug.md` or `slug/index.md`. */
function nameOf(location: string): { readonly day: Day | null; readonly slug: string } {
  const base = path.basename(location).replace(/\.(?:md|markdown)$/i, '');
  const whole = base === 'index' ? path.basename(path.dirname(path.resolve(location))) : base;
  const match = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(whole);
  const day = parseDay(match?.[1] ?? '');
  return day === null ? { day: null, slug: whole } : { day, slug: match?.[2] ?? whole };
}

function dateOf(data: Data, clock: PostClock, reference: Reference): Marked<string> {
  const written = data['date'];
  // YAML takes 20240105 for a number.
  const text = typeof written === 'number' ? String(written) : textIn(data, 'date');
  const stated = text === null ? null : (parsePostDate(text, clock) ?? stampOf(text, data, clock));
  if (stated !== null) return stated;
  const why = text === null ? 'it names none' : `"${text}" can’t be read`;
  if (clock.named === null) return guessed(reference.day, `the day of filing; ${why}`);
  return text === null
    ? certain(clock.named)
    : guessed(clock.named, `the day in its file’s name; ${why}`);
}

/** A date in words, in figures without signs, or as mail has it; that of the file's name where the two differ. */
function stampOf(text: string, data: Data, clock: PostClock): Marked<string> | null {
  const language = languageOf(textIn(data, 'lang', 'language'));
  const stamp = readStamp(text, { language, filed: null });
  const read = stamp === null ? null : parsePostDate(stamp.value, clock);
  if (stamp === null || read === null) return null;
  if (clock.named !== null && read.value.slice(0, 10) !== clock.named && !read.value.includes('T'))
    return guessed(clock.named, `the day in its file’s name; "${text}" is another`);
  // A day that the file's name has too is sure, in whatever order its figures stand.
  const isNamed = clock.named === read.value;
  return { value: read.value, guess: isNamed ? null : (stamp.guess ?? read.guess) };
}

function textIn(data: Data, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** A text, a list of texts, or objects with `name`. */
function listIn(data: Data, key: string): readonly string[] {
  return [data[key]].flat().flatMap((value: unknown) => {
    const name = typeof value === 'object' && value !== null ? (value as Data)['name'] : value;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
}

/** Jekyll takes `tags: one two`, by spaces; a text with commas is meant as a list too. */
function termsOf(data: Data): readonly string[] {
  const split = (key: string): readonly string[] => {
    const value = data[key];
    if (typeof value !== 'string') return listIn(data, key);
    return value.split(value.includes(',') ? /\s*,\s*/ : /\s+/).filter((each) => each !== '');
  };
  // Eleventy's own collections.
  const names = [
    ...split('categories'),
    ...split('tags'),
    ...listIn(data, 'category'),
    ...listIn(data, 'tag'),
  ].filter((name) => !/^(?:posts?|all)$/i.test(name));
  return [...new Set(names)];
}

function addressesOf(data: Data): readonly string[] {
  const keys = ['permalink', 'url', 'aliases', 'redirect_from'];
  const texts = keys.flatMap((key) => listIn(data, key));
  // Patterns of Jekyll and templates of Eleventy are no addresses.
  const plain = texts.filter((text) => !/:[a-z]|\{\{|\{%/.test(text));
  return [...new Set(plain.map((text) => (text.startsWith('/') ? text : `/${text}`)))];
}

function isPublished(data: Data, location: string): boolean {
  const isHidden = data['draft'] === true || data['published'] === false;
  return !isHidden && !path.resolve(location).split(path.sep).includes('_drafts');
}

function imageOf(
  data: Data,
  folder: string,
  pictures: readonly string[],
): { readonly src: string; readonly alt: string | null } | null {
  const value = data['image'];
  const object: Data =
    typeof value === 'object' && value !== null ? (value as Data) : { src: value };
  const src = textIn(object, 'src', 'path', 'url');
  if (src === null) return null;
  const moved = moveAddress(src, folder, pictures) ?? src;
  const isWhole = /^(?:https?:\/\/|\/(?!\/))\S+$/.test(moved);
  const alt = textIn(object, 'alt');
  return { src: moved, alt: isWhole ? alt : null };
}

function moveAddress(address: string, folder: string, pictures: readonly string[]): string | null {
  const name = address.replace(/^\.\//, '');
  return pictures.some((file) => path.basename(file) === name) ? `/${folder}/${name}` : null;
}

/** Links to pictures beside the post lead to where they go. */
function moveLinks(body: string, folder: string, pictures: readonly string[]): string {
  return body.replace(/(\]\()([^()\s]+)/g, (whole, open: string, address: string) => {
    const moved = moveAddress(address, folder, pictures);
    return moved === null ? whole : open + moved;
  });
}
