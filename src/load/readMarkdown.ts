import { splitBody } from '../parse/frontMatter.ts';
import { hashText } from '../read/hash.ts';
import { readSource } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';

/**
 * The Markdown of an article's body, read again: a site holds bodies as HTML alone.
 * @throws Error where the file is not what it was when the site was loaded: its new text may be a draft
 */
export function readMarkdown({ file, sourceHash }: ResolvedArticle): string {
  const entry = { kind: 'article', file, relative: file, location: file } as const;
  const source = readSource(entry, () => undefined);
  if (source === null || hashText(source.text) !== sourceHash) {
    throw new Error(`${file} changed after it was read; run the command again`);
  }
  return splitBody(source.text);
}
