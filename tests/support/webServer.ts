import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { runCli } from './cli.ts';
import { nginxFile } from './programs.ts';
import { makeFolder } from './site.ts';

export interface WebServer {
  /** `http://127.0.0.1:8080`, without the base path. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** The configuration that Dateline prints, served by nginx. */
export function startNginx(content: string, output: string): Promise<WebServer> {
  const file = path.join(makeFolder(), 'site.conf');
  return frameNginx((port) => {
    writeFileSync(file, printConfiguration('nginx', content, output, `127.0.0.1:${port}`));
    return file;
  });
}

/**
 * Starts nginx with a configuration in the least frame that needs no root.
 * @param writeSite gives the file of the configuration, which listens at the port
 */
export async function frameNginx(writeSite: (port: number) => string): Promise<WebServer> {
  const folder = makeFolder();
  const port = await findPort();
  const site = writeSite(port);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  const isRoot = process.getuid?.() === 0;
  // As Debian lays it out: the types beside nginx.conf.
  copyFileSync('/etc/nginx/mime.types', path.join(folder, 'mime.types'));
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${isRoot ? 'user root;' : ''} daemon off; master_process off; pid ${folder}/pid; error_log stderr;
events {}
http { access_log off; ${temporary} default_type application/octet-stream; include ${site}; }
`,
  );
  const args = ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')];
  return waitFor(spawn(nginxFile, args, { stdio: ['ignore', 'ignore', 'pipe'] }), port);
}

export async function startCaddy(content: string, output: string): Promise<WebServer> {
  const folder = makeFolder();
  const port = await findPort();
  const file = path.join(folder, 'Caddyfile');
  const site = printConfiguration('caddy', content, output, `http://127.0.0.1:${port}`);
  writeFileSync(file, `{\n  admin off\n}\n${site}`);
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: folder },
  });
  return waitFor(child, port);
}

function printConfiguration(
  server: string,
  content: string,
  output: string,
  listen: string,
): string {
  const { status, stdout, stderr } = runCli([
    ...['hosting', server, '--content', content, '--output', output, '--listen', listen],
  ]);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function waitFor(child: ChildProcess, port: number): Promise<WebServer> {
  const origin = `http://127.0.0.1:${port}`;
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(origin)) return { origin, close };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await close();
  throw new Error(`the server did not start:\n${output}`);
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
