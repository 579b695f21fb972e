import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import { formatNames } from './target.ts';

/** What a request gets. */
export type Answer =
  | {
      readonly kind: 'bytes';
      readonly status: number;
      readonly type: string;
      readonly body: string | Uint8Array;
    }
  | {
      readonly kind: 'file';
      readonly folder: string;
      /** Its names below the folder. */
      readonly names: readonly string[];
      /** Whether a part of it may be asked for. */
      readonly inParts: boolean;
    }
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly location: string };

export function textAnswer(status: number, text: string): Answer {
  return { kind: 'bytes', status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

export function pageAnswer(status: number, body: string): Answer {
  return { kind: 'bytes', status, type: 'text/html; charset=utf-8', body };
}

/** A file of the output folder as a page, read whole. */
export async function readPage(folder: string, names: readonly string[]): Promise<string> {
  return readFile(path.join(folder, ...names), 'utf8');
}

/**
 * Sends an answer. Files are sent with their validators, and in parts where a range is asked for
 * (RFC 9110, section 14); what is made on request is sent whole.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): void {
  // Nothing here may be read or framed by pages of other origins, nor kept for the next build.
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  switch (answer.kind) {
    case 'file':
      send(request, formatNames(answer.names), {
        root: answer.folder,
        // `findFile` has said which hidden files are published.
        dotfiles: 'allow',
        index: false,
        cacheControl: false,
        acceptRanges: answer.inParts,
      }).pipe(response);
      return;
    case 'redirect':
      response.writeHead(answer.status, { Location: answer.location, 'Content-Length': 0 }).end();
      return;
    case 'bytes': {
      const body = Buffer.from(answer.body);
      if (answer.status === 405) response.setHeader('Allow', 'GET, HEAD');
      response.writeHead(answer.status, {
        'Content-Type': answer.type,
        'Content-Length': body.length,
      });
      response.end(body);
    }
  }
}
