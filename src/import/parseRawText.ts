import { findAgency, parseCredit } from './agencies.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { DayMention } from './findDays.ts';
import { findLost, type Kept } from './findLost.ts';
import { findReportDay, type Reference } from './findReportDay.ts';
import { guessLanguage } from './guessLanguage.ts';
import { hashRaw, normaliseRaw } from './hashRaw.ts';
import { guessed, type Marked } from './marked.ts';
import { parseClosing, type Closing } from './parseClosing.ts';
import { takeEmbargo } from './parseEmbargo.ts';
import { parseHeader, type Header } from './parseHeader.ts';
import { parseOpening, type Opening } from './parseOpening.ts';
import { partFurniture } from './partFurniture.ts';
import type { RawItem, RawSource } from './rawItem.ts';
import { splitParagraphs, type RawParagraph } from './splitParagraphs.ts';

export type { Reference } from './findReportDay.ts';

/**
 * Reads a report as pasted from a wire or a news page: headline, by-line, dates, standfirst, dateline
 * with agency, text, sources. Null where there is no text beside a headline.
 */
export async function parseRawText(raw: string, reference: Reference): Promise<RawItem | null> {
  const all = splitParagraphs(normaliseRaw(raw)).filter(({ text }) => text !== '');
  const { language, others: near } = await guessLanguage(all.map(({ text }) => text).join('\n'));
  const context = { day: reference.day, language: language?.value ?? null, others: near };
  const { embargo, others: report } = takeEmbargo(all, context);
  const parsed = parseHeader(report, context);
  if (parsed === null) return null;
  const [first, ...others] = parsed.body;
  const opening =
    first === undefined || isTranscript(parsed.body) ? null : parseOpening(first.text, context);
  const header = withFigures(parsed, opening?.day ?? null);
  const opened =
    first === undefined || opening === null
      ? header.body
      : [{ ...first, text: opening.rest }, ...others];
  const closing = parseClosing(opened);
  const { kept, middle } = partFurniture(closing.paragraphs);
  if (kept.length === 0) return null;
  const paragraphs = kept.map(({ text }) => text);
  const { updated } = header;
  // Nothing is reported after its last change.
  const isOlder = updated !== null && updated.day < reference.day;
  const filed = {
    ...reference,
    ...context,
    ...(isOlder ? { day: updated.day, isChange: true } : {}),
  };
  const item: RawItem = {
    title: header.title ?? 'Untitled',
    ...(header.title === null ? { titleGuess: 'the report has no headline; write one' } : {}),
    ...(header.titleDoubt === null ? {} : { titleDoubt: header.titleDoubt }),
    authors: authorsOf(header.authors, opening, closing.reporters),
    dateline: datelineOf(opening, header.place),
    summary:
      header.standfirst === null
        ? null
        : guessed(header.standfirst, 'stands between headline and text'),
    date: findReportDay(
      header.published ?? null,
      opening,
      header.titleDay,
      paragraphs,
      filed,
      embargo,
    ),
    ...(embargo === null ? {} : { embargo }),
    updated: updated?.instant?.iso ?? null,
    sources: sourcesOf(opening, closing, header, paragraphs),
    language,
    paragraphs,
    body: formatBody(kept),
    leftOut: [...header.leftOut, ...middle, ...closing.leftOut],
    notes:
      updated !== null && updated.instant === null
        ? [`updated on ${updated.day}, without a time and zone that could be kept`]
        : [],
    url: null,
    hash: hashRaw(raw),
    extra: {},
    origin: null,
  };
  const lost = findLost(
    all.map(({ text }) => text),
    keptOf(item, header, opening),
    filed,
  );
  return lost.length === 0 ? item : { ...item, leftOut: [...item.leftOut, ...lost] };
}

/** What stands in a field of an item, or is told of it. */
function keptOf(item: RawItem, header: Header, opening: Opening | null): Kept {
  const { title, authors, dateline, summary, embargo, date, updated, sources } = item;
  const names = authors.map(({ value }) => value);
  const place = dateline === null ? [] : [dateline.value];
  const noted = header.updated === null ? [] : [header.updated.day];
  return {
    body: item.paragraphs,
    fields: [
      ...[title, summary?.value ?? '', embargo?.text ?? ''],
      ...[...names, ...place, ...item.leftOut],
      ...sources.flatMap(({ name, guess }) => [name, guess ?? '']),
    ],
    sources: sources.map(({ name }) => name),
    values: [
      ...place,
      ...names,
      ...(opening?.day?.day === date.value.slice(0, 10) ? [opening.day.text] : []),
    ],
    moments: [date.value, ...(updated === null ? [] : [updated]), ...noted],
  };
}

/** `01/03/2024` above the text is the day of the dateline, where that is 1 March or 3 January. */
function withFigures(header: Header, printed: DayMention | null): Header {
  if (header.published !== null || printed === null) return header;
  const isPrinted = (line: string): boolean => {
    const [, one = '', other = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(line) ?? [];
    const [first, second] = [one.padStart(2, '0'), other.padStart(2, '0')];
    return [`${year}-${first}-${second}`, `${year}-${second}-${first}`].includes(printed.day);
  };
  if (!header.leftOut.some(isPrinted)) return header;
  return { ...header, published: { day: printed.day, instant: null, hasYear: true } };
}

/** Whether speakers are named before what they say: `JANE DOE: Good evening.` */
function isTranscript(paragraphs: readonly RawParagraph[]): boolean {
  const speaker = /^(?<name>\p{Lu}[\p{Lu}\p{M}.'’ -]{2,30}):\s/u;
  const named = paragraphs.flatMap(({ text }) => speaker.exec(text)?.groups?.['name'] ?? []);
  return named.length > 2 && new Set(named).size > 1 && named.length * 2 > paragraphs.length;
}

function formatBody(paragraphs: readonly RawParagraph[]): string {
  let body = '';
  for (const [index, { text, isItem }] of paragraphs.entries()) {
    const wasItem = index > 0 && paragraphs[index - 1]?.isItem === true;
    if (index > 0) body += isItem && wasItem ? '\n' : '\n\n';
    body += `${isItem ? '- ' : ''}${formatLine(text)}`;
  }
  return body;
}

/** A numbered point stays one. */
function formatLine(text: string): string {
  const number = /^\d{1,2}[.)] (?=\S)/.exec(text)?.[0] ?? '';
  return number + escapeMarkdown(text.slice(number.length));
}

function authorsOf(
  bylines: readonly Marked<string>[],
  opening: Opening | null,
  reporters: readonly string[],
): readonly Marked<string>[] {
  const named = [...bylines, ...(opening?.authors ?? [])];
  if (named.length > 0) return [...new Map(named.map((each) => [each.value, each])).values()];
  return [...new Set(reporters)].map((name) => guessed(name, 'named at the end as reporting'));
}

function datelineOf(opening: Opening | null, line: Marked<string> | null): Marked<string> | null {
  const place = opening?.place ?? null;
  if (place === null) return line;
  return { value: place, guess: opening?.doubt ?? null };
}

/** Who reported: named at the end, in the dateline, above the text; each agency once. */
function sourcesOf(
  opening: Opening | null,
  { sources: closing, inputs, holders }: Closing,
  { sources: header, issuer, published }: Header,
  paragraphs: readonly string[],
): readonly RawSource[] {
  const found = new Map<string, RawSource>();
  const own = header.find((name) => findAgency(name)?.isAgency !== true);
  const add = (name: string, guess: string | null): void => {
    const key = findAgency(name)?.name ?? name.toLowerCase();
    if (found.has(key)) return;
    const stated = published?.hasYear === true ? (published.instant?.iso ?? published.day) : null;
    // The page's date is that of its own report.
    const isOwn = own === undefined ? found.size === 0 : name === own;
    found.set(key, { name, url: null, published: isOwn ? stated : null, guess });
  };
  for (const name of closing) add(name, null);
  const printed = opening?.agency ?? '';
  const unlisted = opening?.isListed === false ? parseCredit(printed, true) : [];
  for (const name of unlisted)
    add(name, `"${printed}" stands in the dateline; no agency of that name is known here`);
  for (const name of unlisted.length > 0 ? [] : parseCredit(printed)) {
    const key = findAgency(name)?.name ?? name.toLowerCase();
    const known = found.get(key);
    // A copyright line has the whole name, a dateline the one in use.
    if (known === undefined) add(name, null);
    else found.set(key, { ...known, name });
  }
  for (const name of header) add(name, found.size === 0 ? null : 'named above the text');
  if (found.size === 0 && issuer !== null) add(issuer, 'stands above the headline');
  if (found.size === 0)
    for (const name of toldIn(paragraphs)) add(name, 'the text says that it was told');
  for (const name of inputs) add(findAgency(name)?.name ?? name, 'named as having contributed');
  if (found.size === 0) for (const name of holders) add(name, 'holds the copyright');
  if (found.size === 0)
    for (const name of selfIn(paragraphs)) add(name, 'tells about itself at the end');
  return [...found.values()];
}

/** The agency that those who are quoted told. */
function toldIn(paragraphs: readonly string[]): readonly string[] {
  const names = paragraphs.flatMap((text) =>
    [...text.matchAll(/\btold (?:the )?(?<name>\p{Lu}[\p{L}/]+(?: \p{Lu}\p{L}+){0,2})/gu)].map(
      ({ groups }) => groups?.['name'] ?? '',
    ),
  );
  return names.filter((name) => findAgency(name) !== null).slice(0, 1);
}

/** The company of a heading such as `About Example Ltd`. */
function selfIn(paragraphs: readonly string[]): readonly string[] {
  const last = paragraphs.slice(-3).map((text) => /^About (\p{Lu}[^.!?]{2,40})$/u.exec(text)?.[1]);
  return last.filter((name) => name !== undefined).slice(0, 1);
}
