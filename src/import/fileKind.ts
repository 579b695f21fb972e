import { decodeUtf16 } from './detectEncoding.ts';
import { isSheet } from './isSheet.ts';

/**
 * What a file is, as far as it can be told without reading it as a report. `refused` may hold a report, or was meant
 * for one; `passed` is nothing to read, such as a picture.
 */
export type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'passed'; readonly message: string };

const namesFromSheet = 'dateline import actors FILE.csv (or topics) takes names from it';
const asText = 'save its text as a file of its own';

const sheets = /\.(?:csv|tsv|tab|xlsx?|xlsm|xlsb|ods|fods|numbers)$/i;
const pictures =
  /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic|ico|mp[34]|m4[av]|mov|avi|mkv|webm|wav|ogg|flac|aac)$/i;
/** What files of other programs begin with (letters of Latin-1), or are called. */
const programs: readonly (readonly [start: RegExp, what: string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'rich text (RTF)'],
  [/^\xd0\xcf\x11\xe0/, 'a document of an office program'],
];

/** Tells what a file is, by its name and its bytes. */
export function tellFileKind(name: string, bytes: Uint8Array): FileKind {
  const start = latin1(bytes.subarray(0, 4096));
  if (sheets.test(name)) return refuseSheet(/\.(?:csv|tsv|tab)$/i.test(name));
  if (/^PK\x03\x04/.test(start)) return tellZip(bytes);
  const program = programs.find(([pattern]) => pattern.test(start));
  if (program !== undefined) return refused(`it is ${program[1]}: ${asText}`);
  if (isPicture(start) || pictures.test(name)) return passed('it is a picture, a sound or a film');
  const utf16 = bytes.subarray(0, 4096).includes(0) ? decodeUtf16(bytes) : null;
  if (utf16 === null && start.includes('\0') && !/^(?:\xff\xfe|\xfe\xff)/.test(start)) {
    return passed('it is no text');
  }
  const text = utf16 ?? latin1(bytes.subarray(0, looked));
  return tellText(text, utf16 !== null || bytes.length <= looked);
}

/** How much of a text is looked at, in bytes. */
const looked = 64 * 1024;

/** What a text is that is no report: a sheet, data, a message. Signs of it are of ASCII in every encoding. */
function tellText(text: string, isWhole: boolean): FileKind {
  const start = text.replace(/^(?:\xef\xbb\xbf|\ufeff)/, '').trimStart();
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(start)) {
    return start.includes('jsonfeed.org') ? { kind: 'text' } : passed('it is data (JSON)');
  }
  if (isMessage(start)) return refused(`it is a message with its headers: ${asText}`);
  return isSheet(start, isWhole) ? refuseSheet(true) : { kind: 'text' };
}

/** A message of mail as a program keeps it (RFC 5322): its body may be in any encoding and in several parts. */
function isMessage(text: string): boolean {
  const [head = ''] = text.slice(0, 16_384).split(/\r?\n\r?\n/, 1);
  // A line of an mbox file may stand above the headers.
  if (!/^(?:From .*\r?\n)?[!-9;-~]{1,60}:/.test(head)) return false;
  return (
    /^From:/im.test(head) && /^(?:MIME-Version|Content-Type|Message-ID|Received):/im.test(head)
  );
}

/** Office programs keep documents as zip files. */
function tellZip(bytes: Uint8Array): FileKind {
  const text = latin1(bytes.subarray(0, looked)) + latin1(bytes.subarray(-looked));
  if (/xl\/w|opendocument\.spreadsheet|Index\/Tables/.test(text)) return refuseSheet(false);
  const isDocument = /word\/|ppt\/|opendocument\.|epub/.test(text);
  return isDocument
    ? refused(`it is a document of an office program: ${asText}`)
    : passed('it is an archive (zip)');
}

/** @param isText whether it is CSV or the like already */
function refuseSheet(isText: boolean): FileKind {
  const cure = isText ? namesFromSheet : `save it as CSV, and ${namesFromSheet}`;
  return refused(`it is a spreadsheet, no report: ${cure}`);
}

function isPicture(start: string): boolean {
  return /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF.{4}(?:WEBP|WAVE|AVI )|ID3|OggS|fLaC|.{4}ftyp)/s.test(
    start,
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function refused(message: string): FileKind {
  return { kind: 'refused', message };
}

function passed(message: string): FileKind {
  return { kind: 'passed', message };
}
