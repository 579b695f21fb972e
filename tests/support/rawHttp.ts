import { connect, type Socket } from 'node:net';

/** One answer of a server, as it came over the socket. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Writes bytes to a server and reads until it closes the connection, or has been silent for so long. */
export async function exchange(
  port: number,
  bytes: string | Uint8Array,
  silence = 2000,
  host = '127.0.0.1',
): Promise<Buffer> {
  return (await converse(port, bytes, silence, host)).bytes;
}

/** The same, and whether it was the server that closed. */
export function converse(
  port: number,
  bytes: string | Uint8Array,
  silence: number,
  host = '127.0.0.1',
): Promise<{ readonly bytes: Buffer; readonly isClosed: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host }, () => socket.write(bytes));
    const chunks: Buffer[] = [];
    let isClosed = true;
    socket.setTimeout(silence, () => {
      isClosed = false;
      socket.destroy();
    });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A server that closes while we write is one that has closed.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
    });
    socket.on('close', () => resolve({ bytes: Buffer.concat(chunks), isClosed }));
  });
}

/** Asks for one thing; header lines as they are written. */
export async function ask(
  port: number,
  line: string,
  headers: readonly string[] = ['Host: localhost'],
): Promise<RawAnswer> {
  const request = [line, ...headers, 'Connection: close', '', ''].join('\r\n');
  const [answer] = parseAnswers(await exchange(port, Buffer.from(request, 'latin1')), [line]);
  if (answer === undefined) throw new Error(`no answer to ${line}`);
  return answer;
}

/**
 * Parses what a server sent as answers, one after the other (RFC 9112).
 * @param lines the requests' first lines: an answer to HEAD has no body
 * @throws Error where it is anything else
 */
export function parseAnswers(bytes: Buffer, lines: readonly string[] = []): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`headers without an end: ${rest.toString('latin1')}`);
    const [first = '', ...fields] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})(?: [^\0-\x1f]*)?$/.exec(first)?.[1]);
    if (Number.isNaN(status)) throw new Error(`no status line: ${first}`);
    const headers = new Map(fields.map(parseField));
    const isHead = lines[answers.length]?.startsWith('HEAD ') === true;
    const hasBody = !isHead && status >= 200 && status !== 204 && status !== 304;
    const after = rest.subarray(end + 4);
    const isInChunks = hasBody && headers.get('transfer-encoding') === 'chunked';
    const length = hasBody ? Number(headers.get('content-length') ?? after.length) : 0;
    if (after.length < length) throw new Error(`${after.length} of ${length} bytes after ${first}`);
    const body = isInChunks ? joinChunks(after) : after.subarray(0, length);
    answers.push({ status, headers, body });
    rest = after.subarray(length);
  }
  return answers;
}

/** The last answer of a connection, whose length nobody said before. */
function joinChunks(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n');
  const length = Number.parseInt(bytes.subarray(0, end).toString('latin1'), 16);
  if (end < 0 || !(length >= 0)) throw new Error('a chunk without a length');
  if (length === 0) return Buffer.alloc(0);
  const from = end + 2;
  return Buffer.concat([
    bytes.subarray(from, from + length),
    joinChunks(bytes.subarray(from + length + 2)),
  ]);
}

function parseField(line: string): readonly [string, string] {
  const [, name, value] =
    /^([!#$%&'*+.^`|~\w-]+):[ \t]*([^\0-\x08\x0a-\x1f\x7f]*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no header: ${line}`);
  return [name.toLowerCase(), value];
}

/** The lines of a request for a WebSocket. */
export function handshake(...headers: readonly string[]): string {
  return [
    'GET / HTTP/1.1',
    ...headers,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');
}

/** A connection that goes on sending a part of a request and never ends it. */
export function openHalf(port: number, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () =>
      socket.write(text, () => resolve(socket)),
    );
    socket.on('error', reject);
  });
}
