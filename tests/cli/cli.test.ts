import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sampleNow } from '../support/build.ts';
import { cliFile, runCli, type CliResult } from '../support/cli.ts';
import {
  articleFile,
  makeContent,
  makeFolder,
  root,
  siteYaml,
  writeFiles,
  type Files,
} from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const content = makeContent({
  'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05'),
});
const bad = makeContent({
  'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05\nactors: [Nobody]'),
  'site.yaml': siteYaml('check: {missing-authority: warning}\n').replace(/^authority.*\n/m, ''),
});

const pipes = suite('pipes');

pipes('whoever stops reading stops no work', () => {
  const output = path.join(makeFolder(), 'site');
  const command = `"$0" "$1" build --content "$2" --output "$3" | true; echo "\${PIPESTATUS[0]}"`;
  const result = spawnSync(
    'bash',
    ['-c', command, process.execPath, cliFile, path.resolve(root, content), output],
    { encoding: 'utf8', cwd: path.dirname(output) },
  );
  assert.is(result.stderr.includes('EPIPE'), false, result.stderr);
  assert.is(result.stdout, '0\n');
  assert.ok(existsSync(path.join(output, 'index.html')));
});

pipes.run();

const wrong = suite('wrong usage');

const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['biuld'], /unknown command 'biuld'[^]*build/],
  [['build', '--nwo', '2024-01-05T00:00:00Z'], /unknown option '--nwo'/],
  [['build', '--now'], /argument missing/],
  [['build', '--now', '2024-01-05'], /--now 2024-01-05 .*offset/],
  [['build', '--now', 'yesterday'], /--now yesterday/],
  [['build', '--content', '/nowhere/at/all'], /content folder \/nowhere\/at\/all/],
  [['build', '--layouts', '/nowhere/at/all'], /layouts folder \/nowhere\/at\/all/],
  [['build', '--content', 'package.json'], /content folder package\.json/],
  [['build', '--output', '/'], /--output \//],
  [['build', '--output', 'content'], /content/],
  [['build', '--output', 'content/out'], /content/],
  [['build', '--output', '.'], /overlap/],
  [['build', '--output', '..'], /overlap/],
  [['build', '--output', 'layouts/out'], /layouts/],
  [['build', '--output', 'package.json'], /file/],
  [['build', 'extra'], /too many arguments/],
  [['serve', '--port', 'http'], /--port http/],
  [['serve', '--port', '0'], /--port 0/],
  [['serve', '--port', '70000'], /--port 70000/],
  [['serve', '--host', ''], /--host  is no name/],
  [['serve', '--host', 'http://localhost'], /--host http/],
  [['serve', '--host', 'localhost:8080'], /--host localhost:8080/],
  [['serve', '--host', '[::1]'], /--host \[::1\]/],
  [['ping', '--timeout', 'soon'], /--timeout soon/],
  [['ping', '--timeout', '0'], /--timeout 0/],
  [['ping'], /names no hub/],
  [['check', '--output', 'x'], /unknown option '--output'/],
  [['hosting'], /missing required argument/],
  [['hosting', 'apache'], /nginx and caddy/],
  [['hosting', 'nginx', '--listen', '80; x'], /--listen/],
  [['import'], /name a file/],
  [['import', '--date', '5 January', 'x.txt'], /--date 5 January/],
  [[], /Usage|--help/],
];

for (const [args, message] of mistakes) {
  wrong(`dateline ${args.join(' ')}: status 2 and a message`, () => {
    const result = runCli(args);
    assert.is(result.status, 2, result.stderr + result.stdout);
    assert.match(result.stderr, message);
    assert.not(/\n\s+at /.test(result.stderr), 'a stack trace');
    assert.is(result.stdout, '');
  });
}

wrong('with --json the message is one JSON object', () => {
  const { status, stderr } = runCli(['build', '--json', '--now', 'yesterday']);
  assert.is(status, 2);
  const [message, ...more] = stderr.trimEnd().split('\n');
  assert.equal(more, []);
  assert.is((JSON.parse(message ?? '') as { severity: string }).severity, 'error');
});

wrong('--json holds for unknown options too', () => {
  const { status, stderr } = runCli(['build', '--json', '--nwo']);
  assert.is(status, 2);
  const lines = stderr.trimEnd().split('\n');
  assert.is(lines.length, 1);
  assert.match((JSON.parse(lines[0] ?? '') as { message: string }).message, /--nwo/);
});

wrong.run();

const help = suite('help');

for (const command of [
  'build',
  'serve',
  'check',
  'ledger',
  'hosting',
  'ping',
  'export',
  'import',
]) {
  help(`dateline ${command} --help lists its options`, () => {
    const { status, stdout, stderr } = runCli([command, '--help']);
    assert.is(status, 0);
    assert.is(stderr, '');
    for (const option of ['--content', '--json', '--help']) assert.ok(stdout.includes(option));
  });
}

help('dateline --help lists the commands and the exit statuses', () => {
  const { status, stdout } = runCli(['--help']);
  assert.is(status, 0);
  for (const command of [
    'build',
    'serve',
    'check',
    'ledger',
    'hosting',
    'ping',
    'export',
    'import',
  ])
    assert.match(stdout, `\n  ${command} `);
  assert.match(stdout, 'Exit status');
});

help('dateline build --help lists the options of the contract', () => {
  const { stdout } = runCli(['build', '--help']);
  for (const option of ['--layouts', '--output', '--now', '--clean']) {
    assert.ok(stdout.includes(option), option);
  }
});

help('dateline --version prints that of the package', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const { status, stdout } = runCli(['--version']);
  assert.is(status, 0);
  assert.is(stdout, `${version}\n`);
});

help('the program can be run by its name', () => {
  assert.match(readFileSync(cliFile, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});

help.run();

const json = suite('--json');

interface Line {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string | null;
}

function parseLines(text: string): readonly Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

for (const command of ['build', 'check']) {
  json(`${command}: each diagnostic is one object a line, with the keys of the contract`, () => {
    const output = command === 'build' ? ['--output', path.join(makeFolder(), 'out')] : [];
    const { status, stdout, stderr } = runCli([command, '--json', '--content', bad, ...output]);
    assert.is(status, 1);
    const lines = parseLines(stderr);
    assert.is(lines.length, 2);
    for (const line of lines) {
      assert.equal(Object.keys(line), [
        'code',
        'severity',
        'file',
        'line',
        'column',
        'message',
        'hint',
      ]);
    }
    const unknown = lines.find((line) => line.code === 'unknown-actor');
    assert.is(unknown?.file, `${bad}/articles/2024-01-05-one.md`);
    assert.equal([unknown?.line, unknown?.column, unknown?.severity], [4, 10, 'error']);
    const [result] = parseLines(stdout) as unknown as [{ errors: number; warnings: number }];
    assert.equal([result.errors, result.warnings], [1, 1]);
  });
}

json('build: the result is one object on standard output', () => {
  const output = path.join(makeFolder(), 'out');
  const args = ['build', '--json', '--content', content, '--output', output, '--now', sampleNow];
  const { status, stdout, stderr } = runCli(args);
  assert.is(status, 0);
  assert.is(stderr, '');
  const [result] = parseLines(stdout) as unknown as [Record<string, unknown>];
  assert.is(result['built'], true);
  assert.is(result['articles'], 1);
  assert.is(
    Number(result['pages']) + Number(result['files']),
    listFiles(output).length,
    'the counts are those of the folder',
  );
});

json('build: what is made for mail is no page', () => {
  for (const email of [false, true]) {
    const folder = makeContent({
      'site.yaml': siteYaml(
        email ? 'email: true\npublisher: {name: Desk, email: desk@test.example}\n' : '',
      ),
      'articles/2024-01-05-one.md': articleFile('title: One\ndate: 2024-01-05'),
    });
    const output = path.join(makeFolder(), 'out');
    const args = ['build', '--json', '--content', folder, '--output', output, '--now', sampleNow];
    const [result] = parseLines(runCli(args).stdout) as unknown as [Record<string, unknown>];
    const files = listFiles(output);
    const isPage = (file: string): boolean => /\.html$/.test(file) && !/email\.html$/.test(file);
    assert.is(
      files.some((file) => file.endsWith('email.eml')),
      email,
    );
    assert.is(result['pages'], files.filter(isPage).length);
    assert.is(Number(result['pages']) + Number(result['files']), files.length);
  }
});

json.run();

const diagnostics = suite('diagnostics for people');

diagnostics('have the form of the contract, with the line and a caret below the column', () => {
  const { status, stdout, stderr } = runCli(['check', '--content', bad]);
  assert.is(status, 1);
  const lines = stderr.split('\n');
  const at = lines.findIndex((line) => line.includes(' error unknown-actor '));
  assert.match(lines[at] ?? '', /one\.md:4:10 error unknown-actor "Nobody" names no actor/);
  assert.match(lines[at + 1] ?? '', /4 \| actors: \[Nobody\]$/);
  assert.is((lines[at + 2] ?? '').indexOf('^'), (lines[at + 1] ?? '').indexOf('Nobody'));
  assert.match(stdout, '1 error, 1 warning');
});

diagnostics('warnings alone leave the status at 0', () => {
  const warned = makeContent({ 'site.yaml': siteYaml().replace(/^authority.*\n/m, '') });
  const { status, stderr } = runCli(['check', '--content', warned]);
  assert.is(status, 0);
  assert.match(stderr, ' warning missing-authority ');
});

diagnostics('a check of the sample site has none', () => {
  const { status, stdout, stderr } = runCli(['check', '--now', sampleNow]);
  assert.equal({ status, stderr }, { status: 0, stderr: '' });
  assert.is(stdout, 'content: no problems\n');
});

diagnostics('check writes nothing', () => {
  const cwd = makeFolder();
  writeFiles(cwd, {
    'content/site.yaml': siteYaml(),
    'content/articles/a.md': articleFile('title: A\ndate: 2024-01-05'),
  });
  const before = listFiles(cwd);
  assert.is(runCli(['check'], { cwd }).status, 0);
  assert.equal(listFiles(cwd), before);
  assert.equal(readdirSync(cwd), ['content']);
});

diagnostics.run();

const clean = suite('build --clean');

clean('throws away what commands wrote into .cache, and nothing else', () => {
  const cwd = makeFolder();
  const victim = makeFolder();
  writeFiles(victim, { 'inputs/0': 'precious', 'feeds.json': 'precious' });
  const mine: Files = {
    '.cache/mine.txt': 'mine',
    '.cache/build/notes.txt': 'mine',
    '.cache/import/draft.md': 'mine',
    '.cache/eleventy-fetch/abc': 'another tool’s',
    'mine.txt': 'mine',
  };
  const old: Files = {
    '.cache/build/abcdefghij-klmnopq_r/build.json': 'old',
    '.cache/build/abcdefghij-klmnopq_r/outputs/2024/63': 'old',
    '.cache/build/abcdefghij-klmnopq_r/bodies/1-packed': 'old',
    '.cache/import/abcdefghij-klmnopq_r/records/7': 'old',
    '.cache/links.json': 'old',
    '.cache/serve-2/site/any/page.html': 'old',
  };
  writeFiles(cwd, { 'content/site.yaml': siteYaml(), ...mine, ...old });
  const build = (): CliResult => runCli(['build', '--clean', '--now', sampleNow], { cwd });
  assert.is(build().status, 0);
  for (const file of Object.keys(old)) assert.not(existsSync(path.join(cwd, file)), file);
  for (const file of Object.keys(mine)) assert.ok(existsSync(path.join(cwd, file)), file);
  assert.ok(existsSync(path.join(cwd, '_site/index.html')));
  symlinkSync(victim, path.join(cwd, '.cache/serve'));
  symlinkSync(victim, path.join(cwd, '.cache/build/abcdefghij-klmnopq_r'));
  assert.is(build().status, 0);
  rmSync(path.join(cwd, '.cache'), { recursive: true });
  symlinkSync(victim, path.join(cwd, '.cache'));
  const { status, stderr } = build();
  assert.is(status, 0);
  assert.match(stderr, /is not used: \.cache is/);
  assert.equal(listFiles(victim), ['feeds.json', 'inputs/0']);
});

clean.run();
