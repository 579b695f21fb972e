/**
 * Repositories as a stranger's pull request would leave them: a small site, and a commit that means harm.
 * `node dist/tests/support/hostileRepository.js FOLDER` makes them all below a folder, to try by hand.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCli } from './cli.ts';
import { articleFile, siteYaml, writeFiles, type Files } from './site.ts';

export const secretText = 'The minister resigns on Friday';

/** The site that each commit attacks. It has a draft, which nobody may see. */
const siteFiles: Files = {
  'content/site.yaml': siteYaml(),
  'content/articles/2024-01-05-open.md': articleFile('title: Open\ndate: 2024-01-05'),
  'content/articles/2024-01-06-secret.md': articleFile(
    'title: Secret\ndate: 2024-01-06\nstatus: draft',
    secretText,
  ),
};

/** What lies outside of the repository, and beside the output in it. */
export const victimFiles: Files = {
  'precious.txt': 'precious',
  '2024/01/05/index.html': 'precious',
};

export interface HostileCommit {
  readonly name: string;
  /** Changes the work tree. The victim lies at `../victim` from its root. */
  readonly change: (tree: string) => void;
}

const journal = (text: object): string => JSON.stringify(text);

export const hostileCommits: readonly HostileCommit[] = [
  {
    name: 'a journal that writes and removes files above the output',
    change: (tree) =>
      writeFiles(tree, {
        '_site/.dateline': '',
        '._site.dateline-new/x/new.txt': 'evil',
        '._site.dateline-journal': journal({
          put: ['../victim/new.txt', 'x/new.txt'],
          remove: ['../../victim/precious.txt', '../content/site.yaml'],
        }),
      }),
  },
  {
    name: 'a journal that goes through a link in the output',
    change: (tree: string): void => {
      writeFiles(tree, {
        '_site/.dateline': '',
        '._site.dateline-new/out/new.txt': 'evil',
        '._site.dateline-journal': journal({ put: ['out/new.txt'], remove: ['out/precious.txt'] }),
      });
      symlinkSync('../../victim', path.join(tree, '_site/out'));
    },
  },
  {
    name: 'a journal for the development server',
    change: (tree) =>
      writeFiles(tree, {
        '.cache/serve/site/.dateline': '',
        '.cache/serve/.site.dateline-journal': journal({
          put: [],
          remove: ['../../../content/site.yaml'],
        }),
      }),
  },
  {
    name: 'an output that is a link',
    change: (tree) => symlinkSync('../victim', path.join(tree, '_site')),
  },
  {
    name: 'an output with links where pages go',
    change: (tree: string): void => {
      writeFiles(tree, { '_site/.dateline': '' });
      symlinkSync('../../victim/2024', path.join(tree, '_site/2024'));
      symlinkSync('../../victim/precious.txt', path.join(tree, '_site/index.html'));
    },
  },
  {
    name: 'a cache that is a link',
    change: (tree) => symlinkSync('../victim', path.join(tree, '.cache')),
  },
  {
    name: 'a folder of the cache that is a link',
    change: (tree: string): void => {
      mkdirSync(path.join(tree, '.cache'));
      for (const name of ['build', 'import', 'serve'])
        symlinkSync('../../victim', path.join(tree, '.cache', name));
    },
  },
  { name: 'a cache that shows the draft', change: commitCache },
  {
    name: 'staging that is a link',
    change: (tree) => symlinkSync('../victim', path.join(tree, '._site.dateline-new')),
  },
  {
    name: 'a journal that is a link',
    change: (tree) =>
      symlinkSync('../victim/precious.txt', path.join(tree, '._site.dateline-journal')),
  },
  {
    name: 'a lock of process 1',
    change: (tree) => writeFiles(tree, { '._site.dateline-lock': '1' }),
  },
  {
    name: 'a lock that is a link',
    change: (tree) =>
      symlinkSync('../victim/precious.txt', path.join(tree, '._site.dateline-lock')),
  },
  {
    name: 'a lock that is a folder',
    change: (tree) => writeFiles(tree, { '._site.dateline-lock/x': '' }),
  },
  {
    name: 'an article that is a link out of the tree',
    change: (tree) =>
      symlinkSync('../../../victim/precious.txt', path.join(tree, 'content/articles/x.md')),
  },
  {
    name: 'assets that are a link out of the tree',
    change: (tree) => symlinkSync('../../victim', path.join(tree, 'content/assets')),
  },
  {
    name: 'a site.yaml that is a link',
    change: (tree: string): void => {
      rmSync(path.join(tree, 'content/site.yaml'));
      symlinkSync('../../victim/precious.txt', path.join(tree, 'content/site.yaml'));
    },
  },
  {
    name: 'files that would run as configuration or data of Eleventy',
    change: (tree) =>
      writeFiles(tree, {
        'content/articles/articles.11tydata.js': runs,
        'content/articles/x.11ty.js': runs,
        'content/articles/2024-01-07-js.md': `---js\n${runs}\n---\n`,
      }),
  },
];

/** Leaves a trace where it runs. */
const runs = `require('node:fs').writeFileSync('../victim/ran', '');`;

/** The cache of a machine on which the draft was no draft, with a script in a body. */
function commitCache(tree: string): void {
  const draft = path.join(tree, 'content/articles/2024-01-06-secret.md');
  const text = readFileSync(draft, 'utf8');
  writeFileSync(draft, text.replace('status: draft', ''));
  const secret = { DATELINE_CACHE_KEY: 'what the stranger’s machine knows' };
  const { status, stderr } = runCli(['build'], { cwd: tree, env: secret });
  if (status !== 0) throw new Error(stderr);
  writeFileSync(draft, text);
  for (const file of readdirSync(path.join(tree, '.cache'), {
    recursive: true,
    encoding: 'utf8',
  })) {
    const pack = path.join(tree, '.cache', file);
    if (!/bodies.[\w-]+$/.test(file)) continue;
    writeFileSync(pack, readFileSync(pack, 'utf8').replace('A first', '<script>'));
  }
}

/** Makes the repository of a commit at `folder/site`, with the victim beside it. */
export function makeRepository({ change }: HostileCommit, folder: string): void {
  const origin = path.join(folder, 'origin');
  const tree = path.join(folder, 'site');
  writeFiles(path.join(folder, 'victim'), victimFiles);
  writeFiles(origin, siteFiles);
  change(origin);
  git(origin, 'init', '-q');
  git(origin, 'add', '-A', '-f');
  git(origin, '-c', 'user.name=A', '-c', 'user.email=a@stranger.example', 'commit', '-qm', 'x');
  git(folder, 'clone', '-q', 'origin', tree);
  rmSync(origin, { recursive: true });
}

function git(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

const [, script, folder] = process.argv;
if (
  folder !== undefined &&
  script !== undefined &&
  import.meta.url === pathToFileURL(script).href
) {
  for (const commit of hostileCommits) {
    const own = path.join(folder, commit.name.replaceAll(' ', '-'));
    mkdirSync(own, { recursive: true });
    makeRepository(commit, own);
    console.log(own);
  }
}
