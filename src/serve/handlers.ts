import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { sendAnswer, textAnswer } from './answer.ts';
import { answerRequest, type Served } from './answerRequest.ts';
import { isOwnHost, isOwnOrigin } from './guard.ts';
import type { Handlers } from './listen.ts';

/** A fault in one request is told and ends that request alone. */
export function createHandlers(served: Served, tell: (message: string) => void): Handlers {
  const fault = (error: unknown): void =>
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      sendAnswer(request, response, await answerRequest(request, served));
    } catch (error) {
      fault(error);
      if (response.headersSent) response.destroy();
      else sendAnswer(request, response, textAnswer(500, 'This request met a fault.'));
    }
  };
  return {
    fault,
    request: (request, response) => void answer(request, response),
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      if (isOwnHost(request, served.host) && isOwnOrigin(request)) {
        served.reloader.accept(request, socket, head);
        return;
      }
      socket.once('finish', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    },
  };
}
