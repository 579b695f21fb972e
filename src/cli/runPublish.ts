import { publishDraft, type Publication } from '../edit/publishDrafts.ts';
import { loadTerms } from '../load/loadSite.ts';
import { findSelection, type SelectionOptions } from './articleSelection.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder, parseNow } from './options.ts';
import { createPrinter, formatNumber, type Printer } from './printer.ts';

export interface PublishCommandOptions extends SelectionOptions {
  readonly now?: string;
  readonly withGuesses?: boolean;
}

/** `dateline publish`: drafts that meet conditions become usable, after a look at the changes. */
export async function runPublish(
  files: readonly string[],
  options: PublishCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const loaded = loadTerms(checkContentFolder(options.content));
  const settings = { withGuesses: options.withGuesses ?? false, now: parseNow(options.now) };
  const { articles, problems } = findSelection(files, options, loaded, true, printer);
  const all = articles.map((article) => publishDraft(article, loaded.config, settings));
  tell(all, files.length > 0, printer);
  const published = all.flatMap((each) => (each.kind === 'published' ? [each] : []));
  const written = await offerChanges(
    published.map(({ change }) => change),
    options,
    printer,
  );
  if (printer.isJson) {
    printer.result('', {
      published: published.map(({ change, until }) => ({
        file: change.file,
        until: until?.iso ?? null,
      })),
      held: all.flatMap((each) =>
        each.kind === 'held' ? [{ file: each.file, reasons: each.reasons }] : [],
      ),
      files: written,
    });
  }
  return problems.length > 0 ? exitStatus.content : exitStatus.done;
}

/** What stays a draft and why, what waits for its embargo; and of files that were named, what is no draft. */
function tell(all: readonly Publication[], isNamed: boolean, printer: Printer): void {
  for (const each of all) {
    if (each.kind === 'held') {
      for (const reason of each.reasons) printer.note(`${each.file} stays a draft: ${reason}`);
    } else if (each.kind === 'other') {
      if (isNamed) printer.note(`${each.file} is no draft: its status is ${each.status}`);
    } else if (each.until !== null) {
      printer.note(`${each.change.file} is embargoed until ${each.until.iso}, and published then`);
    }
  }
  const guessed = all.filter((each) => each.kind === 'held' && each.isGuessed).length;
  if (guessed > 0) {
    printer.note(
      `${formatNumber(guessed, 'draft')} with guesses: hold them against the report and take the comments out, or add --with-guesses`,
    );
  }
  if (all.every(({ kind }) => kind === 'other')) printer.note('no draft meets these conditions');
}
