import { chromium, type Browser } from 'playwright-core';
import { chromiumFile } from './programs.ts';

/** Debian's Chromium; `npm run tools` installs it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumFile,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
}
