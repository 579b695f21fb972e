import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly reason: string;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a text is the name or the address of a host. */
export function isHostName(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(text);
}

/** Whether a name or an address can only be this machine's own. */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return host === 'localhost';
  return loopback.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * A page of another site can make its reader's browser send requests here. It must neither read an answer
 * nor learn from one, so these are refused: requests to a name that an attacker can let point here (DNS
 * rebinding), and requests that another origin's page makes. Following a link to a page is no such request.
 * @param named the host that the operator named, where they did
 */
export function findRefusal(request: IncomingMessage, named: string | null): Refusal | null {
  if (request.headersDistinct['host']?.length !== 1) {
    return { status: 400, reason: 'A request names one host.' };
  }
  if (!isOwnHost(request, named)) {
    return {
      status: 403,
      reason: 'This server answers to localhost and to the host that --host names, to no other.',
    };
  }
  const isOther = request.headers.origin !== undefined && !isOwnOrigin(request);
  if (isOther || isOtherPages(request)) {
    return { status: 403, reason: 'This server answers no page of another origin.' };
  }
  return null;
}

/** Whether the page that sends the request is one of this server. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin?.toLowerCase() === `http://${headers.host?.toLowerCase() ?? ''}`;
}

/** Whether the host that a request names can be no name of another site's. */
export function isOwnHost({ headers, socket }: IncomingMessage, named: string | null): boolean {
  const [, six, other] =
    /^(?:\[([\da-f:.]+)\]|([^\s:/?#@[\]\\]+))(?::\d{1,5})?$/i.exec(headers.host ?? '') ?? [];
  const host = (six ?? other)?.toLowerCase();
  if (host === undefined) return false;
  // A number, which no name service can change.
  const local = socket.localAddress?.replace('::ffff:', '');
  return isLoopback(host) || host === named?.toLowerCase() || host === local;
}

/** What browsers say of a request (Fetch Metadata): made by a page of another origin, or shown in one. */
function isOtherPages({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}
