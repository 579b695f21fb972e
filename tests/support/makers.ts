import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, ftruncateSync, closeSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { DiagnosticCode } from '../../src/diagnostics/codes.ts';
import { articleFile, writeFiles } from './site.ts';

const good = articleFile('title: A headline\ndate: 2024-01-05');

/** Makes what a repository can't hold, or would mangle, in a content folder that has a site.yaml. */
export type Maker = (content: string) => void;

function makeSymlinks(content: string): void {
  writeFiles(content, { '../outside/secret.md': good, 'assets/real.txt': 'A file.\n' });
  mkdirSync(path.join(content, 'articles'), { recursive: true });
  symlinkSync('../../outside/secret.md', path.join(content, 'articles/file.md'));
  symlinkSync('../outside', path.join(content, 'pages'));
  symlinkSync('real.txt', path.join(content, 'assets/inside.txt'));
  symlinkSync('/nowhere', path.join(content, 'articles/dangling.md'));
}

function makeNonFiles(content: string): void {
  writeFiles(content, { 'articles/folder.md/inner.md': good });
  execFileSync('mkfifo', [path.join(content, 'articles/pipe.md')]);
}

function makeUnreadable(content: string): void {
  writeFiles(content, { 'articles/locked.md': good, 'topics/locked.md': good });
  chmodSync(path.join(content, 'articles/locked.md'), 0);
  chmodSync(path.join(content, 'topics'), 0);
}

function makeLargeFiles(content: string): void {
  writeFiles(content, { 'articles/above.md': good.padEnd(1024 * 1024 + 1), 'pages/huge.md': '' });
  const huge = openSync(path.join(content, 'pages/huge.md'), 'r+');
  ftruncateSync(huge, 50 * 1024 * 1024);
  closeSync(huge);
}

function makeOtherEncodings(content: string): void {
  const littleEndian = Buffer.from(`\ufeff${good}`, 'utf16le');
  writeFiles(content, {
    'articles/big-endian.md': Buffer.from(littleEndian).swap16(),
    'articles/latin.md': Buffer.from(good.replace('A headline', 'Qu\u00e9bec'), 'latin1'),
    'articles/little-endian.md': littleEndian,
    'articles/nul.md': good.replace('A headline', 'A\u0000headline'),
  });
}

export const makers: Readonly<Partial<Record<DiagnosticCode, Maker>>> = {
  symlink: makeSymlinks,
  'not-a-file': makeNonFiles,
  unreadable: makeUnreadable,
  'file-too-large': makeLargeFiles,
  'not-utf8': makeOtherEncodings,
};
