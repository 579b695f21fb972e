import { pick, pickNumber } from './campaign.ts';

/** Parts of addresses: those that people have, and those that some host, server or disk reads otherwise. */
const pieces: readonly string[] = [
  ...[
    'about',
    'old',
    '2019',
    '05',
    'index.html',
    'story,0,1234.html',
    'post.php',
    'x',
    'Talk',
    'É',
  ],
  ...['über', 'u\u0308ber', '日本語', 'हिन्दी', 'مصر', 'می\u200cخواهم', '100%25', '%F0%9F%98%80'],
  ...[
    '*',
    '%2A',
    '%2a',
    '%252A',
    ':a',
    '%3Aa',
    '%3aname',
    '%253Aa',
    ':1',
    'a:b',
    '12:30',
    ':splat',
  ],
  ...[
    '%20',
    '%20a',
    'a%20',
    'a%20b',
    '\u00a0',
    '%C2%A0',
    '\u3000',
    '%E3%80%80',
    '%E2%80%A8',
    '\u2028',
  ],
  ...[
    '%09',
    '%0A',
    '%0D%0A',
    '%00',
    '%7F',
    '%C2%85',
    '\t',
    '\n',
    '%EF%BB%BF',
    '%E2%80%8B',
    '\u202e',
  ],
  ...['#', '%23', '%23a', '?a=b', '%3Fa', '301', '200!', 'Country=de', 'http:', 'https:%2F%2Fevil'],
  ...['..', '%2e%2e', '%2E.', '.', '%2e', '...', '..%2f', '%2f', '%2F%2F', '%5C', '\\', '//', 'a.'],
  ...[
    '"',
    '%22',
    "'",
    '`',
    '%60',
    '$',
    '${a}',
    '$1',
    '{',
    '%7Bpath%7D',
    '{$HOME}',
    '{path}',
    '}',
    ';',
  ],
  ...[
    '|',
    '%7C',
    '~',
    '^',
    '[a]',
    '&amp;',
    '=',
    '!',
    '@',
    '+',
    ',',
    '(a)',
    '<',
    '%3C',
    '>',
    '%ff',
    '%zz',
  ],
  ...[
    '.htaccess',
    '.htpasswd',
    '.git',
    '.well-known',
    '.dateline',
    '.netlify',
    '.nojekyll',
    'CNAME',
  ],
  ...[
    '_worker.js',
    '_routes.json',
    '_headers',
    '_Redirects',
    'web.config',
    'Web.Config',
    'vercel.json',
  ],
  ...[
    'netlify.toml',
    'staticwebapp.config.json',
    'functions',
    'php.ini',
    '%5Fworker.js',
    '_worker%2Ejs',
  ],
  ...[
    'sitemap-2024.xml',
    'feed.xml',
    'pagefind',
    'data',
    'site.json',
    'index.html.gz',
    'social.png',
  ],
];

/** A part of an address, in most cases of one piece. */
export function makePart(random: () => number): string {
  let part = pick(random, random() < 0.5 ? pieces : pieces.slice(0, 20));
  while (random() < 0.3) part += pick(random, pieces);
  if (random() < 0.02)
    part += pick(random, ['a', '字', '%20b', 'é']).repeat(pickNumber(random, 60, 400));
  return part;
}

/** Something that may be written as a former address. */
export function makeAddress(random: () => number): string {
  const start = random() < 0.03 ? pick(random, ['', '//', '/\\', 'https://a.example/']) : '/';
  if (random() < 0.03) {
    const part = pick(random, ['letters/', 'a-b/', '字/', 'long,name/']);
    return start + part.repeat(pickNumber(random, 20, 700));
  }
  const count = random() < 0.02 ? pickNumber(random, 50, 400) : pickNumber(random, 1, 4);
  const parts = Array.from({ length: count }, () => makePart(random));
  return start + parts.join('/') + pick(random, ['', '/', '/']);
}
