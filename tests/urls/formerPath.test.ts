import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { escapePath } from '../../src/urls/address.ts';
import { parseFormerPath, refuseFormerPath } from '../../src/urls/formerPath.ts';

const test = suite('former addresses');

/** As written, and as every host is told. */
const accepted: readonly (readonly [text: string, told: string])[] = [
  ['/', '/'],
  ['/old', '/old/'],
  ['/old/', '/old/'],
  ['/old.html', '/old.html'],
  ['/index.php', '/index.php'],
  ['/2019/05/01/%C3%BCber/', '/2019/05/01/%C3%BCber/'],
  ['/u\u0308ber/', '/%C3%BCber/'],
  ['/u%CC%88ber/', '/%C3%BCber/'],
  ['/%61bout/', '/about/'],
  ['/About/', '/About/'],
  ['/a%20b/', '/a%20b/'],
  ['/a%20%20b/', '/a%20%20b/'],
  ['/wiki/Foo_(film)', '/wiki/Foo_(film)/'],
  ['/wiki/Acme_Inc.', '/wiki/Acme_Inc.'],
  ["/it's/", "/it's/"],
  ['/story,0,123.html', '/story,0,123.html'],
  ['/a;b=c@d!e+f&g~h$i/', '/a;b=c@d!e+f&g~h$i/'],
  ['/%7Euser/', '/~user/'],
  ['/%22quoted%22/', '/%22quoted%22/'],
  ['/a%5Bb%5D|c^d`/', '/a%5Bb%5D%7Cc%5Ed%60/'],
  ['/a%3Cb%3E/', '/a%3Cb%3E/'],
  ['/12:30/', '/12:30/'],
  ['/100%25/', '/100%25/'],
  ['/100%25-sure/', '/100%25-sure/'],
  ['/می\u200cخواهم/', '/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85/'],
  ['/%F0%9F%98%80/', '/%F0%9F%98%80/'],
  ['/functions/', '/functions/'],
  ['/cname/', '/cname/'],
  [`/${'a'.repeat(255)}/`, `/${'a'.repeat(255)}/`],
];
for (const [text, told] of accepted) {
  test(`${JSON.stringify(text.slice(0, 60))} is told as ${told.slice(0, 60)}`, () => {
    const path = parseFormerPath(text);
    assert.is(path && escapePath(path), told);
    assert.is(parseFormerPath(told), path, 'what is told is itself');
    assert.is(refuseFormerPath(text), null);
  });
}

const refused: readonly string[] = [
  // Splats and placeholders, however they are written.
  ...[
    '/*',
    '/a/*',
    '/a*b/',
    '/%2A',
    '/%2a/',
    '/a/%2A',
    '/:a/',
    '/%3Aa/',
    '/a/:b',
    '/a:b/',
    '/a%3ab/',
  ],
  ...['/:1/', '/%3A1/', '/wiki/Talk:Foo', '/:', '/{a}/', '/%7Ba%7D/', '/%7B$HOME}/', '/a{'],
  // Escaped twice.
  ...['/%252A/', '/%253Aa/', '/%2520/', '/%252e%252e/', '/%25%32%41/'],
  // What would end a word or a line.
  ...[
    '/a b/',
    '/a\tb/',
    '/a\nb/',
    '/a%09b/',
    '/a%0Ab/',
    '/a%0D%0Ab/',
    '/a%00b/',
    '/a%7Fb/',
    '/a%C2%85b/',
  ],
  ...['/a\u00a0b/', '/a%C2%A0b/', '/a%E3%80%80b/', '/a\u3000b/', '/a%E2%80%A8b/', '/a%E2%80%A9b/'],
  ...[
    '/%20a/',
    '/a%20/',
    '/a/%20',
    '/%20',
    '/a%E2%80%83b/',
    '/a%E2%80%8Bb/',
    '/a%EF%BB%BFb/',
    '/a%C2%ADb/',
  ],
  ...['/a\u202eb/', '/a%E2%80%AEb/', '/a%E2%81%A6b/'],
  // Queries and fragments.
  ...['/?p=1', '/a?b', '/a%3Fb/', '/a#b', '/a%23b/', '/%23', '/#/'],
  // Other folders and other hosts.
  ...[
    '',
    'a/',
    '//',
    '//evil.example/',
    '/a//b/',
    '/a/%2F/b/',
    '/%2Fevil.example/',
    '/%2f%2f',
    '/..',
    '/a/../b/',
  ],
  ...[
    '/./',
    '/%2e/',
    '/%2e%2e/',
    '/.%2e/',
    '/a%2f..%2fb',
    '/a\\b',
    '/a%5Cb',
    '/\\evil',
    '/%5Cevil',
    '/.../',
  ],
  ...['https://example.org/', 'http:/a/', 'javascript:alert(1)'],
  // Escapes that are none.
  ...['/a%zz', '/%', '/a%2', '/%ff/', '/%C3/', '/%ED%A0%80/'],
  // Names that hosts read, and hidden files.
  ...[
    '/.htaccess',
    '/a/.htaccess',
    '/%2Ehtaccess',
    '/.htpasswd',
    '/.git/config',
    '/.git/',
    '/.dateline',
  ],
  ...[
    '/.well-known/security.txt',
    '/.well-known/',
    '/.nojekyll',
    '/.user.ini',
    '/.netlify/functions/a',
    '/.env',
  ],
  ...[
    '/_worker.js',
    '/_worker.js/',
    '/_Worker.JS',
    '/_worker%2Ejs',
    '/_worker.js/a/',
    '/_routes.json',
  ],
  ...[
    '/_headers',
    '/_headers/',
    '/_redirects',
    '/_redirects/a',
    '/%5Fheaders',
    '/web.config',
    '/a/web.config',
  ],
  ...[
    '/Web.Config',
    '/web.config/a/',
    '/netlify.toml',
    '/vercel.json',
    '/staticwebapp.config.json',
    '/CNAME',
  ],
  ...['/CNAME/', '/wrangler.toml', '/php.ini', '/a/php.ini', '/firebase.json', '/_config.yml'],
  // Longer than file systems or hosts take.
  ...[
    `/${'a'.repeat(256)}/`,
    `/${'字'.repeat(86)}/`,
    `/${'letters/'.repeat(750)}`,
    `/${'字/'.repeat(120)}`,
  ],
  `/${'a/'.repeat(400)}`,
];
for (const text of refused) {
  test(`${JSON.stringify(text.slice(0, 60))} is refused`, () => {
    assert.is(parseFormerPath(text), null);
    const refusal = refuseFormerPath(text);
    assert.ok(refusal !== null && refusal.message !== '' && refusal.hint !== null);
  });
}

test.run();
