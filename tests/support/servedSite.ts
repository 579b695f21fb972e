import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../../src/serve/serve.ts';
import { articleFile, makeFolder, siteYaml, testNow, writeFiles, type Files } from './site.ts';
import { findFreePort } from './serving.ts';
import { testKey } from './key.ts';

/** A server in this process. */
export interface ServedSite {
  readonly port: number;
  readonly content: string;
  /** The folder in which the site is built. */
  readonly output: string;
  /** Every fault that the server told of. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** What stands in files that no answer may hold. */
export const outsideMark = 'outside-of-the-site';

/**
 * Serves a small site. Beside its output lie files, and in it links to them and a hidden file, that it must
 * not show.
 */
export async function serveSite(
  options: { readonly base?: string; readonly host?: string; readonly files?: Files } = {},
): Promise<ServedSite> {
  const folder = makeFolder();
  const content = path.join(folder, 'content');
  const output = path.join(folder, 'cache/site');
  const base = options.base ?? '/';
  writeFiles(content, {
    'site.yaml': siteYaml().replace('test.example/', `test.example${base}`),
    'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05', 'The first text.'),
    'articles/2024-01-06-draft.md': articleFile(
      'title: Two\ndate: 2024-01-06\nstatus: draft',
      outsideMark,
    ),
    'static/digits.txt': '0123456789',
    'static/.well-known/security.txt': 'Contact: mailto:desk@test.example\n',
    ...options.files,
  });
  const faults: string[] = [];
  const port = await findFreePort();
  const server = await serve(
    {
      content,
      layouts: path.join(folder, 'layouts'),
      output,
      cache: path.join(folder, 'cache/build'),
      key: testKey,
      host: options.host ?? null,
      port,
      drafts: false,
      now: () => testNow,
    },
    {
      built: () => undefined,
      failed: (message) => faults.push(message),
      serverMessage: (message) => faults.push(message),
      watchBuild: () => ({ progress: () => undefined, end: () => undefined }),
    },
  );
  hideFiles(folder, output);
  return { port, content, output, faults, close: server.close };
}

function hideFiles(folder: string, output: string): void {
  writeFiles(folder, {
    'outside.txt': outsideMark,
    'cache/outside.txt': outsideMark,
    'cache/site-too/index.html': outsideMark,
    'cache/site/.hidden': outsideMark,
    'cache/site/.git/config': outsideMark,
    'cache/site/one.txt~': outsideMark,
  });
  mkdirSync(path.join(output, 'folder'));
  const links = {
    'link.txt': path.join(folder, 'outside.txt'),
    'relative.txt': '../outside.txt',
    'folder/index.html': path.join(folder, 'outside.txt'),
    linked: folder,
    sibling: '../site-too',
    root: '/',
    dangling: 'nothing',
    loop: 'loop',
    'inside.txt': 'digits.txt',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(output, name));
}
