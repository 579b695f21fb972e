/** Decap CMS and its server for the editor's own machine, as the tests of the admin use them. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, root } from './site.ts';
import { waitUntil } from './serving.ts';

const version = '3.16.3';
/** Of the package's archive, as npm's lock files have it. */
const integrity =
  'sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==';

/** The package alone: what it depends on is built into its script, and takes 380 MB. */
const folder = path.join(root, 'node_modules/.cache/dateline', `decap-cms-${version}`);

export function hasDecap(): boolean {
  return existsSync(path.join(folder, 'dist/decap-cms.js'));
}

/**
 * Fetches the package of Decap CMS and unpacks what is published of it.
 * @throws Error where it can't be had, or is not what it was
 */
export function fetchDecap(): void {
  const temporary = makeFolder();
  const run = (program: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(program, args, { cwd: temporary, encoding: 'utf8' });
    if (status !== 0) throw new Error(`decap-cms could not be fetched:\n${stderr}`);
  };
  run('npm', 'pack', '--silent', `decap-cms@${version}`);
  const archive = path.join(temporary, `decap-cms-${version}.tgz`);
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== integrity) throw new Error(`decap-cms ${version} has other bytes`);
  mkdirSync(folder, { recursive: true });
  const files = ['package.json', 'dist/decap-cms.js.LICENSE.txt', 'dist/decap-cms.js'];
  run(
    'tar',
    '-xzf',
    archive,
    '-C',
    folder,
    '--strip-components=1',
    ...files.map((file) => `package/${file}`),
  );
}

/** Installs the package for the site of a content folder, which lies beside `node_modules`. */
export function installDecap(content: string): void {
  const modules = path.join(path.dirname(content), 'node_modules');
  mkdirSync(modules, { recursive: true });
  symlinkSync(folder, path.join(modules, 'decap-cms'));
}

/** decap-server for the folder in which a content folder lies. */
export async function startDecapServer(
  repository: string,
  port: number,
): Promise<{ readonly close: () => Promise<void> }> {
  const program = path.join(root, 'node_modules/decap-server/dist/index.js');
  const child = spawn(process.execPath, [program], {
    cwd: repository,
    env: {
      ...{ PATH: process.env['PATH'], PORT: String(port), BIND_HOST: '127.0.0.1', MODE: 'fs' },
      GIT_REPO_DIRECTORY: repository,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitUntil(() => Promise.resolve(output.includes('listening')), 'decap-server to listen');
  return {
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
