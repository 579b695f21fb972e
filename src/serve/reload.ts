import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

/** Where the script is that reloads a page. Content can't publish a name with a full stop before it. */
export const reloadScript = ['.dateline', 'reload.js'] as const;

/** Tells open pages that the site was built again. */
export class Reloader {
  // Pages send nothing, so what comes is small or wrong.
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  #build: string = randomUUID();

  /** The script; `npm run browser` puts it beside our own code. */
  readonly script = readFileSync(new URL('../../browser/reload.js', import.meta.url), 'utf8');

  /** A page with the script. Browsers run it behind the page's end, whatever a layout has written. */
  addTo(page: string): string {
    return `${page}<script src="/${reloadScript.join('/')}" data-build="${this.#build}"></script>\n`;
  }

  /** Takes a page's WebSocket, once it is known to be one of our own pages. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (page) => {
      // Such as a frame that is none: that page's connection ends, nothing else.
      page.on('error', () => page.terminate());
      page.send(this.#build);
    });
  }

  announce(): void {
    this.#build = randomUUID();
    for (const page of this.#server.clients) page.send(this.#build);
  }

  close(): void {
    for (const page of this.#server.clients) page.terminate();
    this.#server.close();
  }
}
