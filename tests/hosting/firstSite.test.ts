/** The README's way from a clone to a published site, walked command by command as it is printed. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readOutput } from '../support/build.ts';
import { crawl } from '../support/crawl.ts';
import { readCommands } from '../support/readme.ts';
import { makeFolder, root } from '../support/site.ts';
import { frameNginx, type WebServer } from '../support/webServer.ts';

const [fetchPackage = [], make = [], serve = []] = readCommands('Five minutes to a published site');
const folder = makeFolder();
const site = path.join(folder, 'briefing');

/** Runs a line of the README or of a workflow in a shell. */
function run(line: string, cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync('bash', ['-ec', line], {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, npm_config_prefer_offline: 'true', npm_config_audit: 'false' },
  });
  if (error) throw error;
  assert.is(status, 0, `${line}\n${stdout}${stderr}`);
  return stdout;
}

const test = suite('five minutes to a published site');

test('the package comes into the empty folder', () => {
  assert.equal(fetchPackage, [
    'mkdir ../briefing',
    'npm ci && npm pack --pack-destination ../briefing',
    'cd ../briefing',
  ]);
  // This clone has its packages, and its code is compiled already.
  run(`mkdir ${site} && npm pack --ignore-scripts --pack-destination ${site}`, root);
});

test('each command does what it should, and a site comes out', () => {
  assert.ok(make.length >= 5);
  for (const line of make) run(line, site);
  const output = path.join(site, '_site');
  assert.match(readOutput(output, 'index.html'), 'A ship leaves port');
  assert.match(readOutput(output, 'topics/shipping/index.html'), 'A ship leaves port');
  assert.equal(crawl(output, 'https://briefing.example/').broken, []);
  run('npx dateline check', site);
});

test('nginx serves it', async () => {
  // The machine that the README means: its folders are ours, and so is its nginx.
  const machine = makeFolder();
  const here = (line: string): string =>
    line
      .replace(/^sudo /, '')
      .replaceAll('/srv/', `${machine}/`)
      .replaceAll('/etc/nginx/conf.d/', `${machine}/`);
  let server: WebServer | null = null;
  let page = '';
  try {
    for (const line of serve) {
      if (line.startsWith('sudo apt-get')) {
        assert.is(line, 'sudo apt-get install --yes nginx-light rsync');
      } else if (line === 'sudo nginx -s reload') {
        server = await frameNginx((port) => {
          const file = path.join(machine, 'briefing.conf');
          const text = readFileSync(file, 'utf8');
          writeFileSync(file, text.replace('listen 80;', `listen 127.0.0.1:${port};`));
          return file;
        });
      } else {
        page = run(here(line).replace('http://localhost', server?.origin ?? ''), site);
      }
    }
  } finally {
    await server?.close();
  }
  assert.ok(server !== null);
  assert.is(page, readOutput(path.join(site, '_site'), 'index.html'));
});

test('the workflow for GitHub Pages builds it from its repository, below a path', () => {
  const address = 'https://owner.github.io/briefing/';
  const config = path.join(site, 'content/site.yaml');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace('url: https://briefing.example/', `url: ${address}`),
  );
  run(
    'git init --quiet && git add . && git -c user.name=a -c user.email=a@briefing.example commit --quiet -m site',
    site,
  );
  const checkout = path.join(folder, 'checkout');
  run(`git clone --quiet briefing checkout`, folder);
  const { jobs } = parse(
    readFileSync(path.join(root, '.github/examples/pages.yml'), 'utf8'),
  ) as Workflow;
  const { steps } = jobs.publish;
  const commands = steps.flatMap((step) => step.run ?? []);
  assert.ok(commands.length >= 2);
  for (const line of commands) run(line, checkout);
  const upload = steps.find((step) => step.uses?.startsWith('actions/upload-pages-artifact@'));
  const output = path.join(checkout, upload?.with?.['path'] ?? 'nowhere');
  const { broken, checked } = crawl(output, address);
  assert.equal(broken, []);
  assert.ok(checked > 100);
  assert.match(readOutput(output, 'index.html'), 'href="/briefing/topics/"');
});

interface Workflow {
  readonly jobs: {
    readonly publish: {
      readonly steps: readonly {
        readonly run?: string;
        readonly uses?: string;
        readonly with?: Readonly<Record<string, string>>;
      }[];
    };
  };
}

test.run();
