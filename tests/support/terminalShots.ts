import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { sampleContent } from './build.ts';
import { articleFile, makeFolder, root, writeFiles } from './site.ts';
import { down, enter, runAtTerminal, type Step } from './terminal.ts';

/** A command, run at a terminal in a folder that has been made ready, and what is pressed. */
interface TerminalShot {
  readonly name: string;
  /** As somebody would type it. */
  readonly args: readonly string[];
  readonly steps: readonly Step[];
  /** How wide the terminal is, in characters. */
  readonly columns: number;
  readonly makeReady: (folder: string) => void;
}

const shots: readonly TerminalShot[] = [
  {
    name: 'new',
    columns: 80,
    args: ['new', 'article', '--date', '2024-01-31'],
    steps: [
      ['Headline', `South Korea proposes talks on the border${enter}`],
      ['Topics', `dipl\t${down}\t${enter}`],
      ['Actors', `korea\t${down}\t${enter}`],
      ['Story', `penins${enter}`],
    ],
    makeReady: (folder) => cpSync(sampleContent, path.join(folder, 'content'), { recursive: true }),
  },
  {
    name: 'import',
    columns: 136,
    args: ['import', 'raw.txt', '--date', '2024-01-06'],
    steps: [],
    makeReady: (folder) => {
      const from = path.join(root, 'tests/import');
      cpSync(path.join(from, 'content'), path.join(folder, 'content'), { recursive: true });
      cpSync(path.join(from, 'raw/cna.txt'), path.join(folder, 'raw.txt'));
    },
  },
  {
    name: 'check',
    columns: 136,
    args: ['check'],
    steps: [],
    makeReady: (folder) => {
      cpSync(sampleContent, path.join(folder, 'content'), { recursive: true });
      writeFiles(folder, {
        'content/articles/2024/2024-01-31-border.md': articleFile(
          'title: A visit to the border\ndate: 2024-01-31\nid: 2024-01-31-border\nactors: [Kim Jong On]',
        ),
        'content/articles/2024/2024-01-31-talks.md': articleFile(
          'title: Talks expected\ndate: 2024-01-31\nid: 2024-01-31-talks\nsummary: Talks are expected.\nsources:\n  - name: A ministry\n    url: https://example.org/talks?utm_source=mail',
          'We judge with moderate confidence that talks might follow.',
        ),
      });
    },
  },
];

const xterm = path.join(root, 'node_modules/@xterm/xterm');

/** Pictures of commands at a terminal, drawn by a terminal emulator in the browser; gives how many. */
export async function takeTerminalShots(browser: Browser, folder: string): Promise<number> {
  for (const { name, args, steps, columns, makeReady } of shots) {
    const cwd = makeFolder();
    makeReady(cwd);
    const { bytes } = runAtTerminal(args, steps, { cwd, columns });
    const typed = `\u001b[2m$\u001b[0m dateline ${args.join(' ')}\r\n`;
    await drawTerminal(browser, typed + bytes, columns, path.join(folder, `${name}.png`));
  }
  return shots.length;
}

/** Lines that a terminal has at most here. */
const rows = 60;

async function drawTerminal(
  browser: Browser,
  bytes: string,
  columns: number,
  file: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
  await page.setContent(
    '<style>body{margin:0;background:#fbfbf9} main{display:inline-block;padding:16px}</style><main></main>',
  );
  await page.addStyleTag({ content: readFileSync(path.join(xterm, 'css/xterm.css'), 'utf8') });
  await page.addScriptTag({ path: path.join(xterm, 'lib/xterm.js') });
  const size = await page.evaluate<{ width: number; height: number }>(
    `(async () => {
      const main = document.querySelector('main');
      const terminal = new Terminal(${JSON.stringify({
        cols: columns,
        rows,
        fontFamily: 'DejaVu Sans Mono',
        fontSize: 15,
        theme: {
          ...{ background: '#fbfbf9', foreground: '#1d1d1b', cursor: '#fbfbf9' },
          ...{ cyan: '#00687a', green: '#1a7030', yellow: '#7a5c00', brightBlack: '#666660' },
        },
      })});
      terminal.open(main);
      await new Promise((resolve) => terminal.write(${JSON.stringify(bytes)}, resolve));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { active } = terminal.buffer;
      let last = ${rows};
      while (last > 1 && active.getLine(last - 1).translateToString(true).trim() === '') last--;
      const drawn = main.querySelector('.xterm-screen').getBoundingClientRect();
      return { width: drawn.width + 32, height: (drawn.height * last) / ${rows} + 32 };
    })()`,
  );
  await page.screenshot({ path: file, clip: { x: 0, y: 0, ...size } });
  await page.close();
}
