import { foldName } from '../../names/fold.ts';
import { findAgency } from '../agencies.ts';
import { parseAddress } from '../parseAddress.ts';

/** A headline without the name of its site, and what was cut off. */
export interface CutTitle {
  readonly title: string;
  /** The site's name as the headline had it; null where it had none. */
  readonly name: string | null;
  /** Other parts that were cut off: a section, what the site says of itself. */
  readonly cut: readonly string[];
}

/** What the names of sites are known by. */
export interface SiteNames {
  /** Names that the page gives its site. */
  readonly names: readonly string[];
  /** The page's address. */
  readonly url: string | null;
  /** The headline that the reader sees. */
  readonly shown: string | null;
}

/** What stands between a headline and the name of the site. A hyphen has space around it. */
const separator = /\s+(?:[-–—―]{1,3}|[·•∙⋅»«›‹~/:]{1,2})\s+|\s*[|｜¦│]+\s*/gu;
/** No headline has so many letters. */
const longest = 500;

/**
 * Takes the name of the site off a headline: `Port opens | Gulf Wire`, `Gulf Wire - Port opens`. Only a part that
 * the page or its address gives as the site's name goes; what stands beyond the name goes with it. A section between
 * headline and name goes where the reader sees the headline without it.
 */
export function cutSiteName(text: string, { names, url, shown }: SiteNames): CutTitle {
  const whole = { title: text, name: null, cut: [] };
  const parts = splitParts(text);
  const isName = nameTest(names, url);
  const found = parts.findLastIndex(({ text: part }) => isName(part));
  if (parts.length < 2 || found < 0) return whole;
  const name = parts[found]?.text ?? null;
  // The headline that is seen may stand on either side of the name.
  const seen = parts.findIndex((part, index) => index !== found && isSame(part.text, shown));
  const isHead = found === 0 || seen > found;
  const first = isHead ? found + 1 : parts.findIndex(({ text: part }) => !isName(part));
  const last = isHead ? parts.length : found;
  if (first < 0 || first >= last) return whole;
  const from = parts[first]?.start ?? 0;
  const to = parts[last - 1]?.end ?? text.length;
  const kept = text.slice(from, to).trim();
  const title = shown !== null && isBeside(kept, shown) ? shown : kept;
  if (title === '') return whole;
  const outside = parts.filter(({ start, end }) => start < from || end > to);
  const beside = title === kept ? [] : partsBeside(kept, title);
  return {
    title,
    name,
    cut: [...beside, ...outside.map((part) => part.text)].filter((part) => !isName(part)),
  };
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function splitParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  if (text.length > longest) return [{ text, start: 0, end: text.length }];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ text: text.slice(start, match.index).trim(), start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ text: text.slice(start).trim(), start, end: text.length });
  return parts.filter((part) => part.text !== '');
}

/** The parts of a headline that are not the one that is seen. */
export function partsBeside(text: string, shown: string): readonly string[] {
  const parts = splitParts(text);
  const seen = parts.findIndex(({ end }) => isSame(text.slice(0, end), shown));
  const from = parts.findLastIndex(({ start }) => isSame(text.slice(start), shown));
  const beside = seen >= 0 ? parts.slice(seen + 1) : parts.slice(0, Math.max(0, from));
  return beside.map((part) => part.text);
}

function isSame(text: string, other: string | null): boolean {
  return other !== null && foldName(text) === foldName(other);
}

/** Whether a headline is the one that is seen, with a part before or behind it. */
export function isBeside(text: string, shown: string): boolean {
  const [whole, seen] = [foldName(text), foldName(shown)];
  if (seen === '' || whole === seen) return false;
  return splitParts(text).some(
    ({ start, end }) => isSame(text.slice(0, end), shown) || isSame(text.slice(start), shown),
  );
}

/** Words that sites put behind their names or leave out. */
const usual =
  /^(?:news|online|com|net|org|live|tv|radio|english|international|agency|website|web|site|edition|official|homepage|home|daily|newspaper|magazine|digital|app)$/;

/** Whether a text is one of the names, or that of the address, as sites write them. */
export function nameTest(names: readonly string[], url: string | null): (part: string) => boolean {
  const cores = new Set(names.map((name) => coreOf(wordsOf(name))));
  const agencies = new Set(names.flatMap((name) => findAgency(name)?.name ?? []));
  const host = ownLabel(url);
  return (part) => {
    const words = wordsOf(part);
    if (words.length === 0) return false;
    if (host !== null && words.join('') === host) return true;
    const agency = findAgency(part);
    if (agency !== null && agencies.has(agency.name)) return true;
    return cores.has(coreOf(words));
  };
}

/** A name without the usual words behind it: `Gulf Wire`, `GulfWire.com` and `Gulf Wire News` are the same. */
function coreOf(words: readonly string[]): string {
  const last = words.findLastIndex((word) => !usual.test(word));
  return words.slice(0, last < 0 ? words.length : last + 1).join('');
}

/** The words of a name, without `The` and `www.`; a full stop parts `gulfwire.com`. */
function wordsOf(name: string): readonly string[] {
  const plain = name.replace(/\.(?=[\p{L}\p{N}]{2})/gu, ' ').replace(/^www\s/i, '');
  const words = foldName(plain)
    .split(' ')
    .filter((word) => word !== '');
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
}

/** Names of the second level that countries sell below. */
const shared = /^(?:co|com|org|net|ac|gov|gob|edu|or|ne|go|gouv|nom)$/;

/** The part of a host that its owner chose: `gulfwire` of `www.gulf-wire.co.uk`. */
function ownLabel(url: string | null): string | null {
  const host = url === null ? null : (parseAddress(url, null)?.hostname ?? null);
  if (host === null || /^[\d.:[\]]+$/.test(host)) return null;
  const labels = host.split('.').slice(0, -1);
  const own = shared.test(labels.at(-1) ?? '') && labels.length > 1 ? labels.at(-2) : labels.at(-1);
  const label = (own ?? '').replaceAll('-', '');
  return label.length < 3 || usual.test(label) ? null : label;
}
