/** Debian's feed readers: feedparser for Python, newsboat. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pythonFile, runBeside, runProgram } from './programs.ts';
import { makeFolder } from './site.ts';

export interface ParsedFeed {
  readonly bozo: number | boolean;
  readonly problem: string;
  readonly version: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    readonly link: string;
    readonly published: number;
    readonly content: string;
  }[];
}

const script = `
import calendar, feedparser, json, sys
# As they are: what sanitizing takes away would hide what is wrong.
feedparser.SANITIZE_HTML = 0
feedparser.RESOLVE_RELATIVE_URIS = 0
result = []
for name in json.load(sys.stdin):
    feed = feedparser.parse(open(name, 'rb').read(), sanitize_html=False, resolve_relative_uris=False)
    result.append({
        'bozo': feed.bozo,
        'problem': str(feed.get('bozo_exception', '')),
        'version': feed.version,
        'entries': [{
            'id': entry.id,
            'title': entry.title,
            'link': entry.link,
            'published': calendar.timegm(entry.published_parsed) * 1000,
            'content': entry.content[0].value if 'content' in entry else '',
        } for entry in feed.entries],
    })
json.dump(result, sys.stdout)
`;

/** Reads feed files as they are. */
export function readWithFeedparser(names: readonly string[]): readonly ParsedFeed[] {
  const text = runProgram(pythonFile, ['-c', script], {
    input: JSON.stringify(names),
    env: { PYTHONIOENCODING: 'utf-8' },
  });
  return JSON.parse(text) as readonly ParsedFeed[];
}

export interface StoredItem {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** Seconds since 1970. */
  readonly published: number;
  readonly html: string;
}

const storeScript = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select guid, title, url, pubDate, content from rss_item')
json.dump([dict(zip(('id', 'title', 'link', 'published', 'html'), row)) for row in rows], sys.stdout)
`;

/** Lets newsboat fetch a feed, and reads what it stored. It stores an id once, so each feed its own. */
export async function readWithNewsboat(address: string): Promise<readonly StoredItem[]> {
  const home = makeFolder();
  const store = path.join(home, 'cache.db');
  writeFileSync(path.join(home, 'urls'), `${address}\n`);
  writeFileSync(path.join(home, 'config'), '');
  const args = ['-u', 'urls', '-c', store, '-C', 'config', '-x', 'reload'];
  await runBeside('newsboat', args, home);
  return JSON.parse(runProgram(pythonFile, ['-c', storeScript, store])) as readonly StoredItem[];
}
