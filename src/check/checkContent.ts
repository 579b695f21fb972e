import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { loadContentWith } from '../load/loadSite.ts';
import type { LoadOptions } from '../load/stages.ts';
import { locateAll } from '../load/locateAll.ts';
import type { SiteConfig } from '../parse/site.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import { readChecked } from './checkedFile.ts';
import type { ArticleCheck } from './checkArticle.ts';
import { checkArticles } from './checkThreads.ts';
import { createRules, isError } from './rules.ts';
import { findRepeatedLinks } from './sources.ts';

/**
 * Loads a content folder and holds it against every rule, those of style and tradecraft too.
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export async function checkContent(options: LoadOptions): Promise<readonly Diagnostic[]> {
  const { entries, config, problems } = await findProblems(options);
  return locateAll(problems, entries, config.check);
}

/** What was found, and in what; for those who find more. */
export interface CheckedContent {
  readonly entries: readonly SourceEntry[];
  readonly config: SiteConfig;
  readonly problems: readonly Problem[];
}

export async function findProblems(options: LoadOptions): Promise<CheckedContent> {
  let checks: readonly ArticleCheck[] = [];
  const { content, entries, config, parsed, problems } = await loadContentWith(
    options,
    async ({ articleEntries, sources, names }) => {
      checks = await checkArticles(articleEntries, sources, names);
      return checks.map(({ loaded }) => loaded);
    },
  );
  const failed = new Set(problems.filter(isError).map(({ file }) => file));
  const hasGoodFile = ({ file }: { readonly file: string }): boolean => !failed.has(file);
  const others = entries.filter(({ kind }) => !/^(?:article|site|ledger)$/.test(kind));
  const rules = createRules({ ...parsed, config }, content.names);
  const style = [
    ...checkOthers(others.filter(hasGoodFile), rules),
    ...checks.flatMap((check) => check.style).filter(hasGoodFile),
    ...findRepeatedLinks(checks.flatMap(({ links }) => links).filter(hasGoodFile)),
  ];
  return { entries, config, problems: [...problems, ...style] };
}

/** Everything but articles, by the rules for any file. */
function checkOthers(
  entries: readonly SourceEntry[],
  { checkFile }: ReturnType<typeof createRules>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries) {
    const source = readSource(entry, () => undefined);
    const checked = source === null ? null : readChecked(source);
    if (checked !== null) checkFile(checked, (problem) => problems.push(problem));
  }
  return problems;
}
