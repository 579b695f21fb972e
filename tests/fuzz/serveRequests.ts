/**
 * Random requests to the development server, as bytes over a socket. Whatever comes, it answers in HTTP or
 * closes the connection, shows nothing from outside of the site, answers no other host or origin, and lives.
 */
import { ask, converse, handshake, parseAnswers } from '../support/rawHttp.ts';
import { outsideMark, serveSite, type ServedSite } from '../support/servedSite.ts';
import { pick, pickNumber, type Campaign, type OpenCampaign } from './campaign.ts';

export const serveRequests: Campaign = {
  name: 'serve-requests',
  cases: 6000,
  casesInTests: 300,
  open,
};

async function open(): Promise<OpenCampaign> {
  const site = await serveSite();
  const escaped: unknown[] = [];
  const note = (error: unknown): void => void escaped.push(error);
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  for (const event of events) process.on(event, note);
  return {
    runCase: async (random) => {
      const sent = makeSent(random);
      try {
        await holdTo(site, sent);
        if (escaped.length > 0) throw new Error(`it ended the process: ${String(escaped)}`);
        if (site.faults.length > 0) throw new Error(`a fault was told: ${site.faults.join()}`);
      } catch (error) {
        const shown = JSON.stringify(sent.bytes.toString('latin1')).slice(0, 1000);
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${shown}`);
      }
    },
    close: async () => {
      for (const event of events) process.off(event, note);
      await site.close();
    },
  };
}

interface Sent {
  readonly bytes: Buffer;
  /** The first lines of its requests, where they are known. */
  readonly lines: readonly string[];
  /** Whether all of it is of another host or another origin. */
  readonly isForeign: boolean;
}

/** How long a server that waits for the rest of a request is waited for, in milliseconds. */
const silence = 250;
const known = new Set([101, 200, 206, 301, 302, 304, 400, 403, 404, 405, 412, 416, 417, 431]);
/** What foreign requests get; 417 and 431 come from Node, before anything of ours. */
const refusals = new Set([400, 403, 417, 431]);
/** What stands in files that links in the output lead to. */
const marks = [outsideMark, 'root:x:0:'];

async function holdTo({ port }: ServedSite, { bytes, lines, isForeign }: Sent): Promise<void> {
  const got = await converse(port, bytes, silence);
  const text = got.bytes.toString('latin1');
  for (const mark of marks) if (text.includes(mark)) throw new Error(`it shows ${mark}`);
  for (const status of readStatuses(got.bytes, got.isClosed, lines)) {
    if (!known.has(status)) throw new Error(`it answers ${status}`);
    if (isForeign && !refusals.has(status)) throw new Error(`it answers others with ${status}`);
  }
  const { status } = await ask(port, 'GET /digits.txt HTTP/1.1');
  if (status !== 200) throw new Error(`a good request gets ${status} afterwards`);
}

function readStatuses(bytes: Buffer, isWhole: boolean, lines: readonly string[]): number[] {
  const first = /^HTTP\/1\.1 (\d{3}) /.exec(bytes.subarray(0, 20).toString('latin1'))?.[1];
  if (bytes.length > 0 && first === undefined && isWhole) throw new Error('it answers no HTTP');
  // Frames follow, or what we did not wait for.
  if (first === '101' || !isWhole) return first === undefined ? [] : [Number(first)];
  return parseAnswers(bytes, lines).map(({ status }) => status);
}

function makeSent(random: () => number): Sent {
  const chance = random();
  if (chance < 0.5) return makeRequest(random);
  return chance < 0.75 ? makeBroken(random) : makeFrames(random);
}

const names = [
  '..',
  '.',
  '2024',
  '01',
  '05',
  'one',
  'outside.txt',
  'link.txt',
  'relative.txt',
  'linked',
];
const moreNames = [
  'sibling',
  'root',
  'etc',
  'passwd',
  'folder',
  'index.html',
  'digits.txt',
  'loop',
];
const hiddenNames = [
  '.dateline',
  'reload.js',
  '.hidden',
  '.git',
  'config',
  '.well-known',
  'one.txt~',
];
const madeNames = [
  'pagefind',
  'social.png',
  'admin',
  '404.html',
  'content',
  'site.yaml',
  'site-too',
];
const escapes = [
  '%',
  '%f',
  '%ff',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '%00',
  '%0d%0a',
  '%c0%ae',
  '%25',
  '%3f',
];
const signs = [
  '\\',
  '*',
  '?',
  '#',
  ';',
  '~',
  ':',
  '@',
  '&',
  '=',
  '"',
  '<',
  '|',
  '\xe9',
  '\xff',
  '$',
  '{{',
];
const pieces = [...names, ...moreNames, ...hiddenNames, ...madeNames, ...escapes, ...signs];

/** Targets that lead to something, in the site or beside it. */
const whole = [
  ...['/', '/index.html', '/digits.txt', '/2024/01/05/one/', '/2024/01/05/one', '/nothing/'],
  ...['/.dateline/reload.js', '/.well-known/security.txt', '/inside.txt', '/?a=b', '/folder/'],
  ...[
    '/link.txt',
    '/relative.txt',
    '/linked/outside.txt',
    '/sibling/',
    '/root/etc/passwd',
    '/loop',
  ],
  ...[
    '/.hidden',
    '/.git/config',
    '/one.txt~',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/dangling',
  ],
  ...['/..%2foutside.txt', '/../site-too/', '/..%5c..%5coutside.txt', '/folder/index.html'],
];

function makeTarget(random: () => number): string {
  if (random() < 0.4) return spoil(random, pick(random, whole));
  if (random() < 0.05)
    return pick(random, ['*', '', 'http://localhost/', 'http://[', 'localhost:80', '//']);
  let target = random() < 0.95 ? '/' : '';
  for (let number = pickNumber(random, 0, 7); number > 0; number--) {
    target += pick(random, pieces) + (random() < 0.7 ? '/' : '');
  }
  return random() < 0.01 ? target + 'a/'.repeat(pickNumber(random, 1, 9000)) : target;
}

/** The same target, or one with something between. */
function spoil(random: () => number, target: string): string {
  if (random() < 0.6) return target;
  const at = pickNumber(random, 0, target.length);
  return target.slice(0, at) + pick(random, pieces) + target.slice(at);
}

const methods = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE', 'TRACE', 'PURGE'];
const ownHosts = ['localhost', 'LocalHost:8080', '127.0.0.1', '127.9.9.9:1', '[::1]:80'];
const otherHosts = [
  'other.example',
  'localhost.other.example',
  'a@localhost:1',
  '10.0.0.1',
  '',
  '[::',
  'localhost:x',
];
const otherOrigins = [
  'null',
  'http://other.example',
  'https://localhost',
  'http://localhost:1',
  '',
  'file://',
];
const headers = [
  ...['Range: bytes=0-3', 'Range: bytes=-2', 'Range: bytes=99-', 'Range: bytes=-', 'Range: x=1'],
  ...[
    'Range: bytes=-9999999999999999999999',
    'Range: bytes=3-1,5-',
    'If-Range: "x"',
    'If-Match: "x"',
  ],
  ...[
    'If-None-Match: *',
    'If-Modified-Since: x',
    'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT',
  ],
  ...[
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Mode: navigate',
    'Accept-Encoding: br',
    'Expect: a',
    'Cookie: \xff',
  ],
  ...[
    'X-Forwarded-Host: other.example',
    'Upgrade: h2c',
    'Transfer-Encoding: x',
    'Content-Length: 5',
  ],
];

function makeRequest(random: () => number): Sent {
  const line = `${pick(random, methods)} ${makeTarget(random)} HTTP/1.1`;
  const isOtherHost = random() < 0.15;
  const isOtherOrigin = !isOtherHost && random() < 0.15;
  const fields = [`Host: ${pick(random, isOtherHost ? otherHosts : ownHosts)}`];
  if (isOtherOrigin) fields.push(makeForeign(random));
  for (let number = pickNumber(random, 0, 3); number > 0; number--)
    fields.push(pick(random, headers));
  const text = [line, ...fields, 'Connection: close', '', ''].join('\r\n');
  const isForeign = isOtherHost || isOtherOrigin;
  return { bytes: Buffer.from(text, 'latin1'), lines: [line], isForeign };
}

function makeForeign(random: () => number): string {
  if (random() < 0.5) return `Origin: ${pick(random, otherOrigins)}`;
  return 'Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script';
}

const broken = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\r\n\r\n',
  ' ',
  '\t',
  ':',
  '\xff',
  '\x7f',
  '%',
  '/',
  'HTTP/1.1',
  '0',
];

/** A request, changed here and there, with a good one after it. */
function makeBroken(random: () => number): Sent {
  const good = 'GET /digits.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  let text = good.replace('Connection: close\r\n', `${pick(random, headers)}\r\n`);
  for (let number = pickNumber(random, 1, 4); number > 0; number--) {
    const at = pickNumber(random, 0, text.length);
    const piece =
      random() < 0.98 ? pick(random, broken) : 'a'.repeat(pickNumber(random, 1, 99_999));
    text = text.slice(0, at) + piece + text.slice(at + pickNumber(random, 0, 3));
  }
  return { bytes: Buffer.from(text + good, 'latin1'), lines: [], isForeign: false };
}

/** A WebSocket of one of our pages or another's, and what a page would never send over it. */
function makeFrames(random: () => number): Sent {
  const isForeign = random() < 0.3;
  const origin = isForeign ? pick(random, otherOrigins) : 'http://localhost';
  const start = handshake('Host: localhost', `Origin: ${origin}`);
  const frames = Array.from({ length: pickNumber(random, 0, 4) }, () => makeFrame(random));
  const end = Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8]);
  return { bytes: Buffer.concat([Buffer.from(start), ...frames, end]), lines: [], isForeign };
}

function makeFrame(random: () => number): Buffer {
  const size = pickNumber(random, 0, 40);
  const bytes = Buffer.from(Array.from({ length: size + 2 }, () => pickNumber(random, 0, 255)));
  if (random() < 0.3) return bytes;
  const opcode = pick(random, [0, 1, 2, 8, 9, 10, 3, 11, 15]);
  const head = [0x80 + opcode + (random() < 0.1 ? 0x40 : 0), 0x80 + size, 0, 0, 0, 0];
  return Buffer.concat([Buffer.from(head), bytes.subarray(0, size)]);
}
