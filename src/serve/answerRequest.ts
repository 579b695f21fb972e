import type { IncomingMessage } from 'node:http';
import { pictureType } from '../social/picture.ts';
import { adminPath, notFoundPath, outputFile, searchFolder } from '../urls/paths.ts';
import { pageAnswer, readPage, textAnswer, type Answer } from './answer.ts';
import { findFile, type FoundFile } from './findFile.ts';
import { findRefusal } from './guard.ts';
import type { Preview } from './preview.ts';
import { reloadScript, type Reloader } from './reload.ts';
import { typeOfIndexFile } from './searchIndexes.ts';
import { formatNames, namesBelow, parseBase, parseTarget, type Target } from './target.ts';

/** What is served, and to whom. */
export interface Served {
  readonly output: string;
  /** The host that the operator named. */
  readonly host: string | null;
  readonly preview: Preview;
  readonly reloader: Reloader;
}

/** Says what a request gets: a refusal, a file of the output, or what is made when it is asked for. */
export async function answerRequest(request: IncomingMessage, served: Served): Promise<Answer> {
  const refusal = findRefusal(request, served.host);
  if (refusal !== null) return textAnswer(refusal.status, refusal.reason);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return textAnswer(405, 'This server answers GET and HEAD.');
  }
  const target = parseTarget(request.url ?? '');
  if (target === null) return textAnswer(400, 'This is no address of a page or a file.');
  if (formatNames(target.names) === formatNames(reloadScript)) {
    return { kind: 'bytes', status: 200, type: 'text/javascript', body: served.reloader.script };
  }
  return answerTarget(request, target, served);
}

async function answerTarget(
  request: IncomingMessage,
  { names, query }: Target,
  served: Served,
): Promise<Answer> {
  const { preview, reloader } = served;
  const base = parseBase(preview.base);
  const below = namesBelow(base, names);
  // The editor is there to mend what is broken.
  const isEditor = below !== null && formatNames(below) === adminPath;
  if (preview.errorPage !== null && isPage(names) && !isEditor) {
    return pageAnswer(500, reloader.addTo(preview.errorPage));
  }
  if (below === null) {
    const isAbove = formatNames(names) === '/' || namesBelow(base, [...names, ''])?.length === 1;
    const location = `${formatNames([...base, ''])}${query}`;
    return isAbove ? { kind: 'redirect', status: 302, location } : notFound(served);
  }
  const made = await makeOnRequest(below, preview);
  if (made !== null) return made;
  const found = await findFile(served.output, below);
  if (found === null) return notFound(served);
  return found.kind === 'page'
    ? { kind: 'redirect', status: 301, location: `${formatNames([...names, ''])}${query}` }
    : answerFile(request, found, served);
}

/** What no page waits for, and so is not in the output. */
async function makeOnRequest(
  names: readonly string[],
  { indexes, pictures }: Preview,
): Promise<Answer | null> {
  const path = formatNames(names);
  const index = path.startsWith(searchFolder) ? await indexes?.read(path) : undefined;
  if (index !== undefined) {
    return { kind: 'bytes', status: 200, type: typeOfIndexFile(path), body: index };
  }
  const picture = path.endsWith('/social.png') ? await pictures?.read(path) : undefined;
  if (picture === undefined) return null;
  return { kind: 'bytes', status: 200, type: pictureType, body: picture };
}

/** A page that a reader opens has the script that reloads it, but for the editor: somebody is at work there. */
async function answerFile(
  { headers }: IncomingMessage,
  { names, size }: FoundFile,
  { output, reloader }: Served,
): Promise<Answer> {
  const file = names.join('/');
  const isOpened = (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate';
  if (!file.endsWith('.html') || !isOpened || headers.range !== undefined) {
    // The last 100 bytes of a file of 10 are the file (RFC 9110, section 14.1.2); `send` would refuse.
    const last = /^bytes=-(\d+)$/.exec(headers.range ?? '')?.[1];
    return { kind: 'file', folder: output, names, inParts: !(Number(last) > size) };
  }
  const page = await readPage(output, names);
  return pageAnswer(200, file === outputFile(adminPath) ? page : reloader.addTo(page));
}

async function notFound({ output, reloader }: Served): Promise<Answer> {
  const found = await findFile(output, [outputFile(notFoundPath)]);
  if (found?.kind !== 'file') return textAnswer(404, 'There is nothing at this address.');
  return pageAnswer(404, reloader.addTo(await readPage(output, found.names)));
}

/** Whether a path is that of a page, and not of a style sheet, a picture or a feed. */
function isPage(names: readonly string[]): boolean {
  return !/\.(?!html$)[a-z0-9]+$/i.test(names.at(-1) ?? '');
}
