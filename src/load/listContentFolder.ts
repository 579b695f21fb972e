import type { Problem } from '../diagnostics/diagnostic.ts';
import { listContent, type ContentList } from '../read/readContent.ts';

/** A content folder, listed, with the problems of listing it. */
export interface ListedContent extends ContentList {
  readonly problems: readonly Problem[];
}

export function listContentFolder(content: string): ListedContent {
  const problems: Problem[] = [];
  const list = listContent(content, (problem) => problems.push(problem));
  return { ...list, problems };
}
