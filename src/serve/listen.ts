import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a server does; none of it may throw. */
export interface Handlers {
  readonly request: RequestListener;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly fault: (error: Error) => void;
}

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** The address can't be listened on: nobody's fault but that of who named it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** How many ports after the one that was asked for are tried. */
const morePorts = 10;

/** Names of this machine by which browsers find `localhost`: some ask one first, some the other. */
const loopbacks = ['127.0.0.1', '::1'];

/**
 * Listens on the first port that is free.
 * @param host null for this machine alone
 * @throws ListenError
 */
export async function listen(
  host: string | null,
  first: number,
  handlers: Handlers,
): Promise<Listening> {
  const last = Math.min(first + morePorts, 65_535);
  for (let port = first; port <= last; port++) {
    const servers = await listenAt(host === null ? loopbacks : [host], port, handlers);
    if (servers === null) continue;
    return {
      port,
      close: async () => {
        await Promise.all(servers.map(closeServer));
      },
    };
  }
  throw new ListenError(`the ports ${first} to ${last} are in use; name another with --port`);
}

/** Null where the port is in use at one of the hosts. */
async function listenAt(
  hosts: readonly string[],
  port: number,
  handlers: Handlers,
): Promise<readonly Server[] | null> {
  const servers: Server[] = [];
  for (const host of hosts) {
    // A request without a host is for the guard to refuse.
    const server = createServer({ requireHostHeader: false }, handlers.request);
    server.on('upgrade', handlers.upgrade);
    const problem = await startServer(server, host, port);
    if (problem === null) {
      server.on('error', handlers.fault);
      servers.push(server);
      continue;
    }
    // A machine without IPv6 has only the one.
    if (servers.length > 0 && problem.code !== 'EADDRINUSE') continue;
    await Promise.all(servers.map(closeServer));
    if (problem.code === 'EADDRINUSE') return null;
    throw new ListenError(`can't listen on ${host} port ${port}: ${problem.message}`);
  }
  return servers;
}

function startServer(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
