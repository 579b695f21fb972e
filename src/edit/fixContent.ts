import { readChecked, type CheckedFile } from '../check/checkedFile.ts';
import { findDirectionControls } from '../check/letters.ts';
import { stripTracking } from '../check/tracking.ts';
import type { LocatedLink, TextBlock } from '../markdown/textBlocks.ts';
import type { SourceEntry, SourceFile } from '../read/readContent.ts';
import type { FileChange } from './changes.ts';
import { applyEdits, readContentText, type TextEdit } from './contentText.ts';
import { readFrontText, type FrontScalar } from './frontText.ts';

/**
 * What can be mended without anybody's judgement: tracking parameters in links, and needless characters
 * that turn the direction of text, in prose and in front matter. Code, `extra`, ids, archived addresses
 * and whatever is written in an unusual way stay as they are.
 */
export function fixContent(entries: readonly SourceEntry[]): readonly FileChange[] {
  return entries.flatMap((entry) => {
    const content = entry.kind === 'site' ? null : readContentText(entry);
    if (content === null) return [];
    const edits = findFixes(content.source);
    if (edits.length === 0) return [];
    const { file, location } = entry;
    const after = applyEdits(content, edits);
    return [{ file, location, before: content.raw, after, moveTo: null }];
  });
}

/** The edits that mend one file. */
export function findFixes(source: SourceFile): readonly TextEdit[] {
  const { text } = source;
  const mayTrack = /[?&]/.test(text);
  const controls = findDirectionControls(text)
    .filter(({ isNeedless }) => isNeedless)
    .map(({ offset }) => offset);
  if (!mayTrack && controls.length === 0) return [];
  const checked = readChecked(source);
  if (checked === null) return [];
  const edits = [...fixFrontUrls(source, mayTrack), ...fixBodyUrls(checked)];
  const isFree = freeOfCode(checked, source);
  for (const offset of controls) {
    const isInEdit = edits.some(({ start, end }) => start <= offset && offset < end);
    if (isFree(offset) && !isInEdit) edits.push({ start: offset, end: offset + 1, text: '' });
  }
  return edits;
}

/** Fields that are not Dateline's to change. */
function isOwnField({ path }: FrontScalar): boolean {
  return !path.some((key) => ['extra', 'id', 'archived', 'editorNote'].includes(String(key)));
}

function fixFrontUrls(source: SourceFile, mayTrack: boolean): readonly TextEdit[] {
  if (!mayTrack) return [];
  return readFrontText(source).scalars.flatMap((scalar) => {
    const { value, written, start } = scalar;
    if (typeof value !== 'string' || !/^https?:\/\/\S+$/i.test(value)) return [];
    const at = written.indexOf(value);
    const { url, taken } = stripTracking(value);
    // Escapes within quotes would have to be kept.
    if (taken.length === 0 || at < 0 || !isOwnField(scalar)) return [];
    return [{ start: start + at, end: start + at + value.length, text: url }];
  });
}

function fixBodyUrls({ text, blocks, bodyStart }: CheckedFile): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const block of blocks) {
    for (const link of block.links) {
      const place = findAddress(link, block, text, bodyStart);
      if (place === null) continue;
      const { url, taken } = stripTracking(place.written);
      if (taken.length === 0) continue;
      const { start, written } = place;
      edits.set(start, { start, end: start + written.length, text: url });
    }
  }
  return [...edits.values()];
}

/** Where a link's address is written, in the file; null where that is not sure. */
function findAddress(
  { href, address }: LocatedLink,
  { source, toBody }: TextBlock,
  text: string,
  bodyStart: number,
): { readonly start: number; readonly written: string } | null {
  if (stripTracking(href).taken.length === 0) return null;
  if (address !== null) {
    const written = source.slice(address.start, address.end);
    const start = bodyStart + toBody(address.start);
    return text.startsWith(written, start) ? { start, written } : null;
  }
  // A definition, `[label]: address`; the same in a code block would make two.
  const found = [...text.slice(bodyStart).matchAll(/^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)/gm)];
  const [match, ...others] = found.filter(([, written]) => written === href);
  if (match === undefined || others.length > 0) return null;
  return { start: bodyStart + match.index + match[0].lastIndexOf(href), written: href };
}

/** Says of an offset in the file whether it is in prose or in a text of the front matter. */
function freeOfCode(checked: CheckedFile, source: SourceFile): (offset: number) => boolean {
  const { blocks, bodyStart } = checked;
  const free = new Set<number>();
  for (const { source: written, prose, toBody } of blocks) {
    for (const { index } of written.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
      if (prose[index] === written[index]) free.add(bodyStart + toBody(index));
    }
  }
  const scalars = readFrontText(source).scalars.filter(isOwnField);
  return (offset) =>
    offset < bodyStart
      ? scalars.some(({ start, end }) => start <= offset && offset < end)
      : free.has(offset) && isControl(source.text, offset);
}

function isControl(text: string, offset: number): boolean {
  return /^[\u202a-\u202e\u2066-\u2069]/.test(text.slice(offset, offset + 1));
}
