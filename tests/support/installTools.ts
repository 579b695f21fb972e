/**
 * Makes sure of the programs that the tests run: `npm run tools`. Where one is missing, root with
 * apt-get installs it; anybody else is told what to install. Nothing is skipped for want of a tool.
 */
import { spawnSync } from 'node:child_process';
import { fetchDecap, hasDecap } from './decap.ts';
import { chromiumFile, nginxFile, pythonFile } from './programs.ts';

interface Tool {
  readonly name: string;
  /** The Debian package. */
  readonly debian: string;
  /** A command that succeeds where the tool is there. */
  readonly probe: readonly [program: string, ...args: string[]];
}

const tools: readonly Tool[] = [
  { name: 'Chromium', debian: 'chromium', probe: [chromiumFile, '--version'] },
  { name: 'xmllint', debian: 'libxml2-utils', probe: ['xmllint', '--version'] },
  {
    name: 'feedparser',
    debian: 'python3-feedparser',
    probe: [pythonFile, '-c', 'import feedparser'],
  },
  { name: 'newsboat', debian: 'newsboat', probe: ['newsboat', '--version'] },
  { name: 'nginx', debian: 'nginx-light', probe: [nginxFile, '-v'] },
  { name: 'Caddy', debian: 'caddy', probe: ['caddy', 'version'] },
  { name: 'rsync', debian: 'rsync', probe: ['rsync', '--version'] },
  { name: 'setpriv', debian: 'util-linux', probe: ['setpriv', '--version'] },
];

function findMissing(): readonly Tool[] {
  return tools.filter(({ probe: [program, ...args] }) => !succeeds(program, args));
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function runAptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}

/** A package of npm that the tests publish; whoever runs them needs no more of it than two files. */
function installDecapCms(): number {
  if (hasDecap()) return 0;
  try {
    fetchDecap();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function installTools(): number {
  const missing = findMissing();
  if (missing.length === 0) return 0;
  const packages = missing.map((tool) => tool.debian);
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    runAptGet('update');
    runAptGet('install', '-y', '--no-install-recommends', ...packages);
  }
  const still = findMissing();
  if (still.length === 0) return 0;
  console.error(
    `The tests need ${still.map((tool) => tool.name).join(', ')}. On Debian or Ubuntu:`,
  );
  console.error(`  sudo apt-get update`);
  console.error(
    `  sudo apt-get install --no-install-recommends ${still.map((tool) => tool.debian).join(' ')}`,
  );
  return 1;
}

process.exitCode = installTools() || installDecapCms();
