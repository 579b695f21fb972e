import path from 'node:path';
import { loadConfig } from '../load/loadConfig.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toUrl } from '../urls/address.ts';
import type { SitePath } from '../urls/paths.ts';
import { chooseChanged, findFeeds, recordAfter } from '../websub/chooseFeeds.ts';
import { pingHub, type PingResult } from '../websub/pingHub.ts';
import { readPingRecord, writePingRecord } from '../websub/pingRecord.ts';
import { listPublishedFeeds, type PublishedFeed } from '../websub/publishedFeeds.ts';
import { openCaches } from './caches.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter, type Printer } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface PingCommandOptions extends CommonOptions {
  readonly output: string;
  /** Seconds, as typed. */
  readonly timeout: string;
  readonly allowLocal?: boolean;
}

/** `dateline ping`: tells the hub of feeds that changed, once they are on the web. */
export async function runPing(
  wanted: readonly string[],
  options: PingCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const timeout = parseTimeout(options.timeout);
  const { config, diagnostics } = loadConfig(checkContentFolder(options.content));
  printer.diagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  if (config === null) return exitStatus.content;
  const { hub } = config.feed;
  if (hub === null) {
    throw new UsageError(`${config.file} names no hub; write one, as feed: {hub: https://…}`);
  }
  const published = readPublished(options.output, config);
  const { folder, key } = openCaches(printer);
  const recordFile = path.join(folder, 'ping.json');
  const record = readPingRecord(recordFile, hub, key);
  const feeds =
    wanted.length > 0 ? findWanted(wanted, published, config) : chooseChanged(published, record);
  const result = await pingHub(feeds, { hub, timeout, allowLocal: options.allowLocal ?? false });
  const failed = result.failed.map(({ feed }) => feed);
  // The first full round says what is known of all others; feeds that were named don't.
  if (record !== null || wanted.length === 0) {
    writePingRecord(recordFile, recordAfter(hub, published, record, result.told, failed), key);
  }
  printFailures(result, printer);
  const urls = (list: readonly PublishedFeed[]): string[] => list.map(({ url }) => url).sort();
  printer.result(describe(result, hub), { hub, told: urls(result.told), failed: urls(failed) });
  if (result.failed.some(({ problem }) => problem.isOfAddress)) return exitStatus.usage;
  return failed.length > 0 ? exitStatus.failure : exitStatus.done;
}

function parseTimeout(text: string): number {
  const seconds = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || seconds <= 0 || seconds > 600) {
    throw new UsageError(`--timeout ${text} is no number of seconds between 0 and 600`);
  }
  return seconds * 1000;
}

function readPublished(output: string, config: SiteConfig): readonly PublishedFeed[] {
  let published: readonly PublishedFeed[] | null;
  try {
    published = listPublishedFeeds(output, config.address);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new UsageError(`${output} is no whole site; build it, or name it with --output DIR`);
  }
  if (published === null) {
    throw new UsageError(`${output} was built for another address than url in ${config.file}`);
  }
  return published;
}

function findWanted(
  wanted: readonly string[],
  published: readonly PublishedFeed[],
  { address }: SiteConfig,
): readonly PublishedFeed[] {
  const root = toUrl(address, '' as SitePath);
  const found = wanted.flatMap((each) => {
    const feeds = findFeeds(published, each, root);
    if (feeds !== null) return feeds;
    throw new UsageError(
      `${each} is no feed of the site; write a path such as /articles/ or /topics/<id>/feed.xml`,
    );
  });
  return [...new Set(found)];
}

/** Once for each thing that went wrong, with one feed: a hub that is down fails for all. */
function printFailures({ failed }: PingResult, printer: Printer): void {
  const byProblem = new Map<string, PublishedFeed[]>();
  for (const { feed, problem } of failed) {
    byProblem.set(problem.text, [...(byProblem.get(problem.text) ?? []), feed]);
  }
  for (const [problem, feeds] of byProblem) {
    const [first] = feeds.map(({ url }) => url).sort();
    const others = feeds.length > 1 ? ` and ${feeds.length - 1} more` : '';
    printer.error(`${problem}, for ${first ?? ''}${others}`);
  }
}

function describe({ told, failed }: PingResult, hub: string): string {
  if (told.length + failed.length === 0) return `no feed changed since ${hub} was last told`;
  const count = told.length === 1 ? '1 feed' : `${told.length} feeds`;
  const rest =
    failed.length === 0 ? '' : `; ${failed.length} failed, and the next ping tries again`;
  return `told ${hub} of ${count}${rest}`;
}
