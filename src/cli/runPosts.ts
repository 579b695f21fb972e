import { ImportError } from '../import/decodeRaw.ts';
import { formatLine } from '../import/formatLines.ts';
import { formatPosts, toPostsData } from '../import/formatPosts.ts';
import { importItems } from '../import/importItems.ts';
import type { Reference } from '../import/parseRawText.ts';
import type { WxrContent } from '../import/parseWxr.ts';
import { readPosts } from '../import/readPosts.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { openCaches } from './caches.ts';
import { parseReference } from './importReference.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface PostsOptions extends CommonOptions {
  readonly archive: string;
  readonly date?: string;
  readonly keepStatus?: boolean;
}

/** `dateline import --archive`: all posts of another tool, with a report of what became of them. */
export function runPosts(options: PostsOptions): ExitStatus {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const reference = parseReference(options.date, content);
  const read = readArchive(options.archive, reference);
  for (const { input, message } of read.problems) printer.error(formatLine(`${input}: ${message}`));
  const { items } = importItems(content, read.items, [], {
    cache: openCaches(printer).import,
    keepStatus: options.keepStatus ?? false,
  });
  printer.result(formatPosts(items, read), toPostsData(items, read, content));
  return read.problems.length > 0 ? exitStatus.usage : exitStatus.done;
}

function readArchive(archive: string, reference: Reference): WxrContent {
  try {
    return readPosts(archive, reference);
  } catch (error) {
    if (error instanceof ImportError) {
      throw new UsageError(formatLine(`${archive}: ${error.message}`));
    }
    throw error;
  }
}
