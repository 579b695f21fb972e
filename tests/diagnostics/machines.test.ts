import { createRequire } from 'node:module';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diagnosticCodes } from '../../src/diagnostics/codes.ts';
import { formatGithub } from '../../src/diagnostics/formatGithub.ts';
import { formatSarif } from '../../src/diagnostics/formatSarif.ts';
import type { Diagnostic } from '../../src/diagnostics/locate.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeFolder, siteYaml, writeFiles } from '../support/site.ts';

const require = createRequire(import.meta.url);

/** What both packages give: a function that holds a value against the schema. */
type Validate = ((value: unknown) => boolean) & { readonly errors?: readonly object[] | null };
interface Ajv {
  compile: (schema: object) => Validate;
  addFormat: (name: string, format: RegExp | true) => void;
}
const { default: AjvDraft04 } = require('ajv-draft-04') as {
  default: new (options: object) => Ajv;
};
const addFormats = require('ajv-formats') as (ajv: Ajv) => void;

const diagnostic: Diagnostic = {
  code: 'unknown-actor',
  severity: 'error',
  file: 'content/articles/a b,c:d%.md',
  line: 6,
  column: 10,
  message: '"Kim, 100%" names\nno actor',
  hint: 'did you mean "Kim Jong Un"?',
  excerpt: null,
};

const sarif = suite('SARIF');

const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(
  require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object,
);

function checkSarif(text: string): Log {
  const log = JSON.parse(text) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors));
  return log;
}

interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: object;
            };
          },
        ];
      }[];
    },
  ];
}

sarif('obeys the schema of 2.1.0, and names rule, level and place', () => {
  const warning = { ...diagnostic, severity: 'warning', code: 'dead-link', hint: null } as const;
  const { version, runs } = checkSarif(formatSarif([diagnostic, warning], '1.2.3'));
  const [{ tool, results }] = runs;
  assert.is(version, '2.1.0');
  assert.equal(
    tool.driver.rules.map(({ id }) => id),
    diagnosticCodes,
  );
  const [error, second] = results;
  assert.is(error?.message.text, `${diagnostic.message}; ${String(diagnostic.hint)}`);
  assert.is(second?.message.text, diagnostic.message);
  assert.equal([error?.level, second?.level], ['error', 'warning']);
  for (const { ruleId, ruleIndex } of results) assert.is(diagnosticCodes[ruleIndex], ruleId);
  const { artifactLocation, region } = results[0]!.locations[0].physicalLocation;
  assert.is(artifactLocation.uri, 'content/articles/a%20b%2Cc%3Ad%25.md');
  assert.equal(region, { startLine: 6, startColumn: 10 });
});

sarif('the schema refuses what is no log', () => {
  assert.not.ok(validate({ version: '2.1.0', runs: [{ results: [] }] }));
});

sarif('a file outside of the working directory has a file URL', () => {
  const text = formatSarif([{ ...diagnostic, file: '/tmp/a b.md' }], '1.2.3');
  const uri = checkSarif(text).runs[0].results[0]?.locations[0].physicalLocation.artifactLocation;
  assert.is(uri?.uri, 'file:///tmp/a%20b.md');
});

sarif.run();

const github = suite('GitHub annotations');

github('one escaped line', () => {
  assert.is(
    formatGithub(diagnostic),
    '::error file=content/articles/a b%2Cc%3Ad%25.md,line=6,col=10,title=unknown-actor::"Kim, 100%25" names%0Ano actor; did you mean "Kim Jong Un"?',
  );
});

github.run();

const command = suite('check --format');
const cwd = makeFolder();
writeFiles(cwd, {
  'content/site.yaml': siteYaml(),
  'content/articles/a.md': articleFile('title: A\ndate: 2024-01-05\nsummary: B.\nactors: [Nobody]'),
  'content/articles/b.md': articleFile('title: B\ndate: 2024-01-05\nsummary: B.'),
});

command('sarif: the log on standard output and nothing else', () => {
  const { status, stdout, stderr } = runCli(['check', '--format', 'sarif'], { cwd });
  assert.equal([status, stderr], [1, '']);
  const [{ results }] = checkSarif(stdout).runs;
  assert.equal(
    results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ['unknown-actor', 'error'],
      ['no-source', 'warning'],
    ],
  );
});

command('sarif: a log without results where there is no problem', () => {
  const { status, stdout } = runCli([
    'check',
    '--format',
    'sarif',
    '--now',
    '2026-01-01T00:00:00Z',
  ]);
  assert.is(status, 0);
  assert.equal(checkSarif(stdout).runs[0].results, []);
});

command('github: a line for each, and the counts', () => {
  const { status, stdout, stderr } = runCli(['check', '--format', 'github'], { cwd });
  assert.equal([status, stderr], [1, '']);
  const lines = stdout.trimEnd().split('\n');
  assert.is(lines.length, 3);
  assert.match(
    lines[0] ?? '',
    /^::error file=content\/articles\/a\.md,line=5,col=10,title=unknown-actor::/,
  );
  assert.match(
    lines[1] ?? '',
    /^::warning file=content\/articles\/b\.md,line=2,col=1,title=no-source::/,
  );
  assert.is(lines[2], 'content: 1 error, 1 warning');
});

command('json is --json', () => {
  const long = runCli(['check', '--format', 'json'], { cwd });
  assert.equal(long, runCli(['check', '--json'], { cwd }));
  assert.is(long.stderr.split('\n').length, 3);
});

command('anything else is wrong usage', () => {
  assert.is(runCli(['check', '--format', 'xml'], { cwd }).status, 2);
  assert.is(runCli(['check', '--json', '--format', 'sarif'], { cwd }).status, 2);
  const { status, stderr } = runCli(['check', '--format=json', '--content', 'nowhere'], { cwd });
  assert.is(status, 2);
  assert.is((JSON.parse(stderr) as { severity: string }).severity, 'error');
});

command.run();
