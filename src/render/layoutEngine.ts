import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vento from 'ventojs';
import { SafeString, type Environment, type Loader, type Tag } from 'ventojs/core/environment.js';
import autoTrim, { defaultTags } from 'ventojs/plugins/auto_trim.js';
import { suspiciousUnits, withoutForbidden } from '../parse/characters.ts';
import { spokenFrom, spokenTo } from '../words/marks.ts';

/** Renders a layout file with its data. */
export interface LayoutEngine {
  /** Loads a layout, so that a mistake in it shows before anything is rendered. */
  readonly load: (file: string) => Promise<(data: Record<string, unknown>) => Promise<string>>;
}

/**
 * Vento, escaping by default, and strict: printing what a view does not have is an error, not an
 * empty place. A layout is looked for in the folders in order, so that an operator's file takes the
 * place of ours with the same name.
 */
export function createLayoutEngine(directories: readonly string[]): LayoutEngine {
  const environment = vento({ includes: createLoader(directories), autoescape: true });
  environment.use(
    autoTrim({ tags: [...defaultTags, 'include', 'layout', '/layout', 'slot', '/slot'] }),
  );
  environment.use(strictPrint);
  return {
    load: async (file) => {
      const template = await environment.load(file);
      return async (data) => (await template(data)).content;
    },
  };
}

function createLoader(directories: readonly string[]): Loader {
  return {
    load: async (file) => {
      const source = findLayout(directories, file);
      if (source === null) throw new Error(`there is no layout ${file}`);
      return { source: await readFile(source, 'utf8') };
    },
    resolve: (from, file) =>
      path.posix.normalize(
        file.startsWith('.') ? path.posix.join(path.posix.dirname(from), file) : file,
      ),
  };
}

/** The file of a layout, or null where no folder has one. */
export function findLayout(directories: readonly string[], file: string): string | null {
  if (file.startsWith('..') || path.isAbsolute(file)) return null;
  for (const directory of directories) {
    const candidate = path.join(directory, file);
    if (existsSync(candidate)) return candidate;
  }
  return null;
}

function strictPrint(environment: Environment): void {
  environment.utils['print'] = printEscaped;
  environment.utils['printSafe'] = printSafe;
  environment.tags.push(printTag);
}

/** Takes every tag that is no other: an expression to print. */
const printTag: Tag = (environment, [, code], output, tokens) => {
  let isSafe = false;
  for (const [type, filter] of tokens) {
    if (type !== 'filter') break;
    if (filter.trim() === 'safe') isSafe = true;
  }
  const expression = environment.compileFilters(tokens, code, false);
  return `${output} += __env.utils.${isSafe ? 'printSafe' : 'print'}(${expression}, ${JSON.stringify(code)});`;
};

function printSafe(value: unknown, code: string): string {
  if (value === undefined) throw new TypeError(`"${code}" is undefined`);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof SafeString || typeof value === 'number') return value.toString();
  throw new TypeError(`"${code}" is no text`);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const special = new RegExp(`[&<>"'${suspiciousUnits}]`);

function printEscaped(value: unknown, code: string): string {
  const text = printSafe(value, code);
  if (value instanceof SafeString || !special.test(text)) return text;
  return cleanSpoken(text).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Without forbidden characters, but with the marks that `tellLanguage` takes out in the end. */
function cleanSpoken(text: string): string {
  if (!text.includes(spokenFrom) && !text.includes(spokenTo)) return withoutForbidden(text);
  return text
    .split(/([\ufdd0\ufdd1])/)
    .map(cleanPart)
    .join('');
}

function cleanPart(part: string): string {
  return part === spokenFrom || part === spokenTo ? part : withoutForbidden(part);
}
