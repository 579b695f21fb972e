import { styleText } from 'node:util';
import { printable } from '../diagnostics/format.ts';
import { formatDiff, writeChanges, type FileChange } from '../edit/changes.ts';
import { createPrompts } from './prompts.ts';
import type { Printer } from './printer.ts';
import { standardOutput } from './standardStreams.ts';

/** What is shown before the question. */
interface Preview {
  readonly text: string | null;
  readonly hasDiff: boolean;
}

/**
 * Shows changes and writes them: with `--yes`, or where somebody at the terminal says so. Gives the files
 * that were written; without an answer none are.
 */
export async function offerChanges(
  changes: readonly FileChange[],
  { yes = false }: { readonly yes?: boolean },
  printer: Printer,
  preview: Preview = { text: null, hasDiff: true },
): Promise<readonly string[]> {
  if (changes.length === 0) {
    printer.note('nothing to change');
    return [];
  }
  if (!printer.isJson) {
    if (preview.hasDiff) standardOutput.write(colourDiff(formatDiff(changes)));
    const lines = preview.text === null ? [] : preview.text.split('\n');
    for (const line of lines) standardOutput.write(`${printable(line)}\n`);
  }
  const files = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`;
  if (!yes) {
    const prompts = printer.isJson ? null : await createPrompts();
    if (prompts === null) {
      printer.note(`${files} would change and none did; --yes writes`);
      return [];
    }
    if (!(await prompts.confirm(`Change ${files}?`))) {
      printer.note('nothing was written');
      return [];
    }
  }
  writeChanges(changes);
  printer.note(`${files} changed`);
  return changes.map(({ file, moveTo }) => moveTo?.file ?? file);
}

/** Red and green on a terminal that wants colours. */
function colourDiff(diff: string): string {
  const isColoured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  return diff
    .split('\n')
    .map((line) => {
      const shown = printable(line);
      if (!isColoured) return shown;
      if (/^(?:---|\+\+\+) /.test(line)) return styleText('bold', shown);
      if (line.startsWith('+')) return styleText('green', shown);
      return line.startsWith('-') ? styleText('red', shown) : shown;
    })
    .join('\n');
}
