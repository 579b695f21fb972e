import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as assert from 'uvu/assert';
import { OwnFileError } from '../../src/files/ownFileError.ts';
import { markerFile, markerText } from '../../src/publish/marker.ts';
import { holdOutput, OutputError, publish } from '../../src/publish/publish.ts';
import { testKey } from '../support/key.ts';
import { makeFolder, writeFiles } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';
import { putHostile } from './hostilePlaces.ts';

const wanted: ReadonlySet<string> = new Set([
  markerFile,
  'index.html',
  '2024/01/page.html',
  'a/b.html',
]);

/** Where Dateline has its own, below the folder that holds the output. */
const places: readonly string[] = [
  ...['_site', '_site/2024', '_site/2024/01', '_site/a', '_site/a/b.html', '_site/other'],
  ...['-new', '-new/2024', '-journal', '-journal.new', '-lock', '-lock-guard'].map(
    (suffix) => `._site.dateline${suffix}`,
  ),
];

async function publishText(
  output: string,
  text: string,
  present: ReadonlySet<string> | null,
): Promise<void> {
  const options = { output, force: false, key: testKey, waiting: never, warn: () => undefined };
  await holdOutput(options, (held) =>
    publish(held, (staging) => {
      writeFiles(staging, Object.fromEntries(Array.from(wanted, (file) => [file, text])));
      writeFiles(staging, { [markerFile]: markerText });
      return Promise.resolve({ wanted, present });
    }),
  );
}

function never(owner: number): void {
  throw new Error(`waits for process ${owner}`);
}

/** Publishes into an output among files of somebody else's. */
export const ownFiles: Campaign = {
  name: 'ownFiles',
  cases: 1500,
  casesInTests: 100,
  open: () => {
    const root = makeFolder();
    return Promise.resolve({
      runCase: async (random) => {
        const folder = path.join(root, 'case');
        rmSync(root, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        const victim = path.join(root, 'victim');
        for (const at of [victim, path.join(folder, 'victim')]) {
          writeFiles(at, { 'precious.txt': 'precious', '01/page.html': 'precious' });
        }
        const before = [hashTree(victim), hashTree(path.join(folder, 'victim'))];
        const output = path.join(folder, '_site');
        if (random() < 0.6) await publishText(output, 'first', null);
        const told = Array.from({ length: pickNumber(random, 1, 3) }, () =>
          putHostile(folder, pick(random, places), random, victim),
        ).join('; ');
        // Where the last build is known, the output is not looked through for files of others.
        const isLookedThrough = random() < 0.5;
        const present = isLookedThrough ? null : wanted;
        const isPublished = await publishText(output, 'second', present).then(
          () => true,
          (error: unknown) => {
            if (error instanceof OwnFileError || error instanceof OutputError) return false;
            throw new Error(`${told}: ${String(error)}`);
          },
        );
        const after = [hashTree(victim), hashTree(path.join(folder, 'victim'))];
        assert.equal(after, before, told);
        if (!isPublished) return;
        const files = listFiles(output).filter((file) => isLookedThrough || wanted.has(file));
        assert.equal(files, [...wanted].sort(), told);
      },
    });
  },
};
