import { mergeTerms, renameTerm, type TermChange } from '../edit/changeTerm.ts';
import { TermError } from '../edit/findTerm.ts';
import { termFolders, type TermKind } from '../edit/references.ts';
import { loadTerms } from '../load/loadSite.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';

export const termKinds = Object.keys(termFolders) as readonly TermKind[];

export interface TermCommandOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly diff?: boolean;
}

/** `dateline rename` and `dateline merge`: every file that refers to a term, after a look at the list. */
export async function runTerm(
  action: 'rename' | 'merge',
  [kind = '', from = '', to = '']: readonly string[],
  options: TermCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const known = parseTermKind(kind);
  const loaded = loadTerms(checkContentFolder(options.content));
  const change = makeChange(() => {
    const make = action === 'rename' ? renameTerm : mergeTerms;
    return make(loaded, known, from, to);
  });
  const preview = formatChange(action, known, change);
  const files = await offerChanges(change.changes, options, printer, {
    text: preview,
    hasDiff: options.diff === true,
  });
  if (printer.isJson) printer.result('', { from: change.from.id, to: change.to.id, files });
  return exitStatus.done;
}

/** @throws UsageError */
export function parseTermKind(kind: string): TermKind {
  const known = termKinds.find((each) => each === kind);
  if (known === undefined) throw new UsageError(`"${kind}" is none of ${termKinds.join(', ')}`);
  return known;
}

/** Makes a change; one that can't be made is wrong usage. */
export function makeChange<Change extends TermChange>(make: () => Change): Change {
  try {
    return make();
  } catch (error) {
    if (error instanceof TermError) throw new UsageError(error.message);
    throw error;
  }
}

/** What a change does, with the files by their folder. */
function formatChange(action: string, kind: TermKind, { from, to, changes }: TermChange): string {
  const lines = [`${action} ${kind}: ${from.id} (${from.name}) → ${to.id} (${to.name})`];
  if (from.id !== to.id) {
    const folder = termFolders[kind];
    lines.push(`  /${folder}/${from.id}/ redirects to /${folder}/${to.id}/`);
  }
  for (const { file, after, moveTo } of changes) {
    if (moveTo !== null) lines.push(`  ${file} moves to ${moveTo.file}`);
    else lines.push(after === null ? `  ${file} goes` : `  ${file}`);
  }
  return lines.join('\n');
}
