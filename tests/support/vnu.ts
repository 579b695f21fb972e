/**
 * The Nu Html Checker over the HTML and CSS of a fresh build of the sample site: `npm run vnu`. Not a
 * part of `npm test`: it needs Java, and is fetched (36 MB) into a folder that goes with the process.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildContent, sampleContent } from './build.ts';
import { fetchPackage } from './fetchPackage.ts';
import { root } from './site.ts';
import { listFiles } from './tree.ts';

const version = '26.9.27';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function fetchJar(): string {
  const modules = fetchPackage(`vnu-jar@${version}`);
  const jar = listFiles(modules).find((file) => file.endsWith('vnu.jar'));
  return jar === undefined ? fail('vnu-jar holds no vnu.jar') : path.join(modules, jar);
}

function check(jar: string, kind: 'html' | 'css', output: string, files: readonly string[]): void {
  const skip = kind === 'css' ? ['--css'] : ['--html'];
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-Xss1m', '-jar', jar, '--also-check-css', ...skip, '--format', 'gnu', ...files],
    { cwd: output, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) fail(`${stdout}${stderr}\nvnu ended with ${status}`);
  console.log(`vnu: no error in ${files.length} ${kind} files`);
}

if (spawnSync('java', ['-version'], { stdio: 'ignore' }).status !== 0) {
  fail(
    'npm run vnu needs Java on the PATH. On Debian or Ubuntu:\n  sudo apt-get install --no-install-recommends default-jre-headless',
  );
}
const jar = fetchJar();
for (const content of [sampleContent, path.join(root, 'tests/sites/hard/content')]) {
  const output = buildContent(content);
  const files = listFiles(output);
  check(
    jar,
    'html',
    output,
    files.filter((file) => file.endsWith('.html')),
  );
  check(
    jar,
    'css',
    output,
    files.filter((file) => file.endsWith('.css')),
  );
}
