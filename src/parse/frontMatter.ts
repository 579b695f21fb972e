import matter from 'gray-matter';
import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import { wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import { limits } from '../read/limits.ts';
import { cleanData, cleanText, type Data } from './cleanData.ts';

/** A file's front matter and body, before any schema. */
export interface FrontMatter {
  readonly data: Data;
  readonly body: string;
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
}

/** js-yaml with the JSON schema: dates stay text, no merge keys, no tags, no code. */
function parseYaml(yaml: string): object {
  const value = load(yaml, { schema: JSON_SCHEMA });
  return value === null || value === undefined ? {} : value;
}

const matterOptions = {
  language: 'yaml',
  engines: { yaml: parseYaml },
};

/** A value that readers see, without quotes: YAML takes what stands behind a blank and `#` for a comment. */
const unquoted = /^(title|name|summary):[ \t]+(?=[^\s"'|>[{#])/gm;

const closingLine = /\n---[ \t]*(?:\n|$)/;

/** The body alone, of a text whose front matter was parsed before. */
export function splitBody(text: string): string {
  const close = closingLine.exec(text);
  return close === null ? '' : cleanText(text.slice(close.index + close[0].length));
}

/**
 * Splits a file into front matter and body. The opening line is `---` and nothing else, so no other
 * language can be named; the closing line likewise.
 */
export function parseFrontMatter(text: string, file: string, report: Report): FrontMatter | null {
  const refuse = (code: Parameters<Report>[0]['code'], message: string, hint: string): null => {
    report({ code, file, where: wholeFile, message, hint });
    return null;
  };
  if (text.trim() === '') {
    return refuse(
      'no-front-matter',
      'this file is empty',
      'begin it with front matter between two lines ---',
    );
  }
  const firstEnd = text.indexOf('\n');
  const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
  if (!first.startsWith('---')) {
    return refuse('no-front-matter', 'this file has no front matter', 'its first line must be ---');
  }
  if (first.trimEnd() !== '---') {
    return refuse(
      'front-matter-language',
      `front matter is YAML, and ${JSON.stringify(first.trim())} asks for something else`,
      'write --- alone',
    );
  }
  const close = closingLine.exec(text);
  if (close === null) {
    return refuse(
      'unclosed-front-matter',
      'the front matter has no end',
      'close it with a line ---',
    );
  }
  const front = text.slice(0, close.index);
  const divider = /\n---/.exec(front);
  if (divider !== null) {
    const line = front.slice(0, divider.index + 1).split('\n').length;
    const message = 'a line of front matter begins with ---';
    const hint = 'close the front matter with --- alone, or quote the text';
    report({
      code: 'yaml-syntax',
      file,
      where: { kind: 'position', line, column: 1 },
      message,
      hint,
    });
    return null;
  }
  if (hasTooManyBlank(front, file, report)) return null;
  const yaml = `---${front.slice(first.length)}\n---\n`;
  const data = parseData(() => matter(yaml, matterOptions).data, file, report);
  if (data === null || isTooLong(front, file, report)) return null;
  warnOfSwallowed(front, file, report);
  const bodyStart = close.index + close[0].length;
  return {
    data,
    body: text.slice(bodyStart),
    bodyLine: text.slice(0, bodyStart).split('\n').length,
  };
}

/** Of `title: We are # 1` YAML keeps `We are`. Drafts of imports say in such comments what they guessed. */
function warnOfSwallowed(front: string, file: string, report: Report): void {
  let [line, counted] = [1, 0];
  for (const found of front.matchAll(unquoted)) {
    const start = found.index + found[0].length;
    const end = front.indexOf('\n', start);
    const value = front.slice(start, end < 0 ? front.length : end);
    const blank = value.search(/[ \t]#/);
    const comment = value.slice(blank + 1).trim();
    if (blank < 0 || /^#\s*guess\b/.test(comment)) continue;
    line += front.slice(counted, found.index).split('\n').length - 1;
    counted = found.index;
    report({
      code: 'swallowed-text',
      file,
      where: {
        kind: 'position',
        line,
        column: found[0].length + blank + 2,
      },
      message: `"${comment}" is a comment, and the ${found[1] ?? ''} is "${value.slice(0, blank).trim()}"`,
      hint: 'put the whole value in quotes, or the comment on a line of its own',
    });
  }
}

/** Parses a whole YAML file, such as site.yaml. */
export function parseYamlFile(text: string, file: string, report: Report): Data | null {
  return parseData(() => parseYaml(text), file, report);
}

/** Whether there is more front matter than a file may have, which is reported where it becomes too much. */
function isTooLong(front: string, file: string, report: Report): boolean {
  if (front.length <= limits.frontMatter) return false;
  const line = front.slice(0, limits.frontMatter).split('\n').length;
  report({
    code: 'over-limit',
    file,
    where: { kind: 'position', line, column: 1 },
    message: `the front matter has ${front.length} letters`,
    hint: `${limits.frontMatter} at most; put text into the body, and data into assets/`,
  });
  return true;
}

/** The same of empty lines in a row: at each of them gray-matter looks at all that follow it. */
function hasTooManyBlank(front: string, file: string, report: Report): boolean {
  const line = findBlankLines(front);
  if (line === null) return false;
  report({
    code: 'over-limit',
    file,
    where: { kind: 'position', line, column: 1 },
    message: `the front matter has more than ${limits.blankLines} empty lines in a row`,
    hint: 'remove some of them',
  });
  return true;
}

/** The line, from 1, on which there are too many empty ones in a row; null where there are not. */
function findBlankLines(front: string): number | null {
  if (!/\n[^\S\n]*\n/.test(front)) return null;
  let inRow = 0;
  for (const [index, line] of front.split('\n').entries()) {
    inRow = line.trim() === '' ? inRow + 1 : 0;
    if (inRow > limits.blankLines) return index + 1;
  }
  return null;
}

function parseData(parse: () => unknown, file: string, report: Report): Data | null {
  let value: unknown;
  try {
    value = parse();
  } catch (error) {
    if (error instanceof RangeError) {
      report({
        code: 'yaml-syntax',
        file,
        where: wholeFile,
        message: 'the front matter is nested too deeply',
        hint: null,
      });
      return null;
    }
    if (!(error instanceof YAMLException)) throw error;
    // The mark's line counts from 0 at the opening line.
    const mark = error.mark as { line: number; column: number } | undefined;
    report({
      code: 'yaml-syntax',
      file,
      where: mark ? { kind: 'position', line: mark.line + 1, column: mark.column + 1 } : wholeFile,
      message: error.reason,
      hint: yamlHint(error.reason),
    });
    return null;
  }
  return cleanData(value, file, report);
}

function yamlHint(reason: string): string | null {
  if (reason.includes('tab character')) return 'indent with spaces';
  if (/bad indentation|mapping values|multiline key/.test(reason)) {
    return 'a text with ": " or a leading special character needs quotes';
  }
  if (reason.includes('duplicated mapping key')) return 'keep one of them';
  if (reason.includes('unknown tag')) return 'leave the tag out; quote a text that begins with !';
  return null;
}
