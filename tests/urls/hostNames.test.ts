import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findFileReader } from '../../src/urls/hostNames.ts';

const test = suite('files that hosts read');

for (const path of [
  ...[
    '/_worker.js',
    '/_worker.js/index.js',
    '/_WORKER.JS',
    '/_routes.json',
    '/_headers',
    '/_redirects',
  ],
  ...['/web.config', '/assets/web.config', '/assets/Web.Config', '/netlify.toml', '/vercel.json'],
  ...['/staticwebapp.config.json', '/firebase.json', '/wrangler.jsonc', '/php.ini', '/_config.yml'],
  ...[
    '/mail.php',
    '/assets/a.PHP',
    '/a.phtml',
    '/a.cgi',
    '/a.asp',
    '/a.aspx',
    '/a.jsp',
    '/a.shtml',
  ],
  ...[
    '/functions/hello.js',
    '/functions/a/[b].ts',
    '/api/x.mjs',
    '/netlify/functions/a.js',
    '/api/a.py',
  ],
]) {
  test(`${path} is one`, () => {
    assert.is.not(findFileReader(path), null);
  });
}

for (const path of [
  ...['/CNAME', '/favicon.ico', '/robots-other.txt', '/.well-known/security.txt', '/.nojekyll'],
  ...['/.well-known/acme-challenge/x', '/llms.txt', '/ads.txt', '/humans.txt', '/google123.html'],
  ...['/app.js', '/assets/a.js', '/assets/data.json', '/assets/paper.pdf', '/api/data.json'],
  ...[
    '/functions/index.html',
    '/manifest.webmanifest',
    '/a/_headers',
    '/assets/script.py',
    '/x.phpx',
  ],
]) {
  test(`${path} is none`, () => {
    assert.is(findFileReader(path), null);
  });
}

test.run();
