import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { findRefusal, isLoopback, isOwnHost, isOwnOrigin } from './guard.ts';
import { parseTarget } from './target.ts';

/**
 * What Eleventy's own server is told, for `npx eleventy --serve`. It listens on every interface and can't be
 * told another; so its requests pass the guard of ours, and those from other machines are refused.
 */
export const eleventyServerOptions = {
  // Its messages to open pages would carry whole pages.
  domDiff: false,
  showAllHosts: false,
  middleware: [answerOwnRequests],
  ready: ({ server }: { readonly server: Server }): void => {
    server.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
      socket.on('error', () => socket.destroy());
      if (!isOwnPage(request)) socket.destroy();
    });
  },
};

function answerOwnRequests(
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const refusal = isFromHere(request)
    ? findRefusal(request, null)
    : { status: 403, reason: 'This server answers requests of its own machine.' };
  const status = refusal?.status ?? (parseTarget(request.url ?? '') === null ? 400 : null);
  if (status === null) {
    next();
    return;
  }
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${refusal?.reason ?? 'This is no address of a page or a file.'}\n`);
}

function isOwnPage(request: IncomingMessage): boolean {
  return isFromHere(request) && isOwnHost(request, null) && isOwnOrigin(request);
}

function isFromHere({ socket }: IncomingMessage): boolean {
  return isLoopback(socket.remoteAddress ?? '');
}
