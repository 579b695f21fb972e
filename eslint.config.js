// The linter holds the direction of imports: a room may import from the rooms before it, never from
// those after it. `src/README.md` draws the same list, and a test compares the two.
import tseslint from 'typescript-eslint';

/** The rooms of src/ in the order of the flow. */
export const rooms = [
  'diagnostics',
  'files',
  'workers',
  'http',
  'names',
  'dates',
  'words',
  'urls',
  'read',
  'parse',
  'markdown',
  'registry',
  'resolve',
  'cache',
  'social',
  'model',
  'load',
  'check',
  'edit',
  'desk',
  'schemas',
  'views',
  'feeds',
  'search',
  'email',
  'export',
  'restore',
  'admin',
  'hosting',
  'render',
  'publish',
  'websub',
  'build',
  'serve',
  'import',
  'cli',
];

/** Folders of src/ beside the flow: what runs in browsers. */
export const besideTheFlow = ['browser'];

/** Rooms that may touch the file system. */
const fileRooms = [
  'files',
  'read',
  'cache',
  'social',
  'load',
  'check',
  'edit',
  'export',
  'desk',
  'schemas',
  'admin',
  'render',
  'publish',
  'websub',
  'build',
  'serve',
  'import',
  'cli',
];

/** Rooms that may open connections: one place asks other machines, one listens. */
const networkRooms = ['http', 'serve'];

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only src/cli reads the clock; take "now" as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only src/cli reads the clock; take "now" as an argument.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/cli reads the environment.',
  },
];

function roomRules(room, index) {
  const later = rooms.slice(index + 1);
  const patterns = [
    {
      regex: `^(\\.\\./)+(${besideTheFlow.join('|')})/`,
      message: 'What runs in browsers is no part of the flow (see src/README.md).',
    },
  ];
  if (later.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${later.join('|')})/`,
      message: `Against the flow: src/${room} comes before that room (see src/README.md).`,
    });
  }
  if (!fileRooms.includes(room)) {
    patterns.push({
      regex: '^(node:)?(fs|fs/promises)$',
      message: `src/${room} does not touch the file system.`,
    });
  }
  const message = 'Every request goes through src/http, which refuses addresses of this machine.';
  if (!networkRooms.includes(room)) {
    patterns.push({ regex: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', message });
  }
  const names = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))],
      'no-restricted-imports': ['error', { patterns }],
      ...(room === 'cli' ? {} : { 'no-restricted-syntax': ['error', ...clock] }),
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', '_site/', '.cache/', 'node_modules/', 'tests/sites/', 'tests/invalid/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', '.eleventy.js'] },
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['tests/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  ...rooms.map(roomRules),
  {
    files: ['src/browser/**/*.ts'],
    // The editor's script: not on readers' pages, and its reading and writing of files is tested in Node.
    ignores: ['src/browser/admin.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^[^.]', message: 'Browser code imports no package: every byte is sent.' },
            {
              regex: `^(\\.\\./)+(${rooms.join('|')})/`,
              allowTypeImports: true,
              message: 'Browser code takes nothing but types from the flow.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'The security policy refuses markup as text (Trusted Types).',
        })),
      ],
    },
  },
);
