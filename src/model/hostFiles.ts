import { wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { AssetFile } from '../read/readContent.ts';
import { findFileReader } from '../urls/hostNames.ts';
import { byteLength } from '../urls/slug.ts';
import { longestPath, staticPath } from '../urls/paths.ts';

/** What Dateline writes itself: two files of one address are told as that. */
const own: ReadonlySet<string> = new Set(['_headers', '_redirects'].map(staticPath));

/**
 * Reports files of content that hosts would run or obey, unless the operator named them: whoever may
 * add a file to content could otherwise say what the host does. And such as no file system takes.
 */
export function checkAssetNames(
  assets: readonly AssetFile[],
  { hostFiles }: Pick<SiteConfig, 'hostFiles'>,
  report: Report,
): void {
  for (const { file, path } of assets) {
    if (byteLength(path) > longestPath) {
      report({
        code: 'bad-name',
        file,
        where: wholeFile,
        message: `the address of this file would have more than ${longestPath} bytes`,
        hint: 'give the file and its folders shorter names',
      });
    }
    const reader = findFileReader(path);
    // Where site.yaml failed, that is the problem.
    if (reader === null || own.has(path) || hostFiles === null || hostFiles.has(path)) continue;
    report({
      code: 'host-file',
      file,
      where: wholeFile,
      message: `${reader} would do what this file says`,
      hint: `remove it, or, where it is the operator's, name it in site.yaml: hostFiles: [${path.slice(1)}]`,
    });
  }
}
