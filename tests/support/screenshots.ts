/**
 * The pictures in the README, of a fresh build of the sample site and of commands at a terminal: `npm run screenshots`. Run it where a
 * page that is shown looks different than before.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { buildContent, sampleContent } from './build.ts';
import { serveOutput } from './server.ts';
import { root } from './site.ts';
import { takeTerminalShots } from './terminalShots.ts';

const folder = path.join(root, '.github/screenshots');

interface Shot {
  readonly name: string;
  readonly address: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const shots: readonly Shot[] = [
  { name: 'day', address: '2024/01/16/', colorScheme: 'light', width: 1280, height: 900 },
  { name: 'phone', address: '2024/01/16/', colorScheme: 'dark', width: 390, height: 900 },
  { name: 'actor', address: 'actors/north-korea/', colorScheme: 'light', width: 1280, height: 900 },
  { name: 'network', address: 'network/', colorScheme: 'light', width: 1280, height: 900 },
  { name: 'search', address: 'search/?q=missile', colorScheme: 'dark', width: 1280, height: 900 },
];

mkdirSync(folder, { recursive: true });
const server = await serveOutput(buildContent(sampleContent));
const browser = await launchBrowser();
for (const { name, address, colorScheme, width, height } of shots) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height } });
  await page.goto(server.url + address, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
const atTerminal = await takeTerminalShots(browser, folder);
await browser.close();
await server.close();
console.log(`${shots.length + atTerminal} pictures in ${path.relative(root, folder)}`);
