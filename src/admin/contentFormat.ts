import { slugText } from '../names/slugText.ts';
import { editFront, readFront, writeFront } from './editFront.ts';
import type { AdminData, FileShape } from './shape.ts';

/** The key under which an entry carries the text of its file, of which what is not changed is kept. */
export const sourceKey = 'dateline source';
/** The hidden field that becomes a new file's name. */
export const nameKey = 'fileName';

type Entry = Readonly<Record<string, unknown>>;

/** What Decap asks of a custom format. */
export interface ContentFormat {
  readonly fromFile: (text: string) => Entry;
  readonly toFile: (entry: Entry) => string;
}

/** How the files of one collection are read and written in the browser. */
export function createFormat(shape: FileShape, ids: AdminData['ids']): ContentFormat {
  return {
    fromFile: (text) => {
      const { front, body } = splitFile(text);
      const values = readFront(front, shape, ids);
      // A broken file is not lost, but has to be mended by hand.
      return values === null
        ? { body, [sourceKey]: text }
        : { ...values, body: body.trim(), [sourceKey]: text };
    },
    toFile: (entry) => {
      const source = entry[sourceKey];
      const body = textAt(entry, 'body').trim();
      if (typeof source !== 'string') {
        return `---\n${writeFront(entry, shape)}---\n${body === '' ? '' : `\n${body}\n`}`;
      }
      const file = splitFile(source);
      const before = readFront(file.front, shape, ids);
      if (before === null)
        throw new Error('the front matter of this file is broken: mend it first');
      const front = editFront(file.front, before, entry, shape);
      const text = file.opening + front + file.closing + editBody(file.body, body);
      return file.isCrlf ? text.replaceAll('\n', '\r\n') : text;
    },
  };
}

/** What a new entry says of itself: the name of its file and, of an article, its id. */
export function nameEntry(entry: Entry, { namedFor, hasId }: FileShape): Entry {
  if (namedFor === null) return {};
  const name = toFileName(textAt(entry, namedFor));
  const day = textAt(entry, 'date').slice(0, 10);
  return { [nameKey]: name, ...(hasId && name !== '' ? { id: `${day}-${name}` } : {}) };
}

function textAt(entry: Entry, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}

/** Of a long title, whole words. */
const longestName = 80;

function toFileName(title: string): string {
  const name = slugText(title);
  if (name.length <= longestName) return name;
  const cut = name.slice(0, longestName + 1).replace(/-[^-]*$/, '');
  return cut.length <= longestName ? cut : cut.slice(0, longestName);
}

interface SplitFile {
  readonly opening: string;
  readonly front: string;
  readonly closing: string;
  readonly body: string;
  readonly isCrlf: boolean;
}

/** Splits a file as `parse/frontMatter.ts` does; parts have `\n` alone and make the file together. */
function splitFile(source: string): SplitFile {
  const isCrlf = source.includes('\r\n');
  const text = source.replaceAll('\r\n', '\n');
  const match =
    /^(\ufeff?---[ \t]*\n)([^]*?(?:\n|(?<=^\ufeff?---[ \t]*\n)))(---[ \t]*(?:\n|$))/.exec(text);
  if (match === null) return { opening: '', front: '', closing: '', body: text, isCrlf };
  const [whole, opening = '', front = '', closing = ''] = match;
  return { opening, front, closing, body: text.slice(whole.length), isCrlf };
}

/** The space around a body stays; an unchanged one is the same to the byte. */
function editBody(before: string, body: string): string {
  if (before.trim() === body) return before;
  const [lead = ''] = /^\s*/.exec(before) ?? [];
  const [trail = ''] = before.trim() === '' ? [] : (/\s*$/.exec(before) ?? []);
  if (body === '') return '';
  return (lead === '' ? '\n' : lead) + body + (trail === '' ? '\n' : trail);
}
