import path from 'node:path';
import { Script } from 'node:vm';
import Eleventy from '@11ty/eleventy';
import { VentoError } from 'ventojs/core/errors.js';
import { layoutNames, type PageView } from '../views/page.ts';
import type { SiteView } from '../views/planViews.ts';
import { TextBytes } from '../workers/textBytes.ts';
import { LayoutError } from './layoutError.ts';
import { createLayoutEngine } from './layoutEngine.ts';
import { addPages, groupByLayout } from './plugin.ts';

/** What every batch of a build shares. */
export interface RenderTarget {
  /** Folders of layouts, the operator's before ours. */
  readonly layouts: readonly string[];
  /** The folder into which pages are written. */
  readonly output: string;
  readonly site: SiteView;
}

/** Renders pages with one run of Eleventy. */
export type RenderBatch = (views: readonly PageView[], target: RenderTarget) => Promise<void>;

/**
 * Eleventy holds the HTML of a run until it has written it all: so a site is rendered in batches,
 * which share the compiled layouts.
 * @param layouts folders of layouts, the operator's before ours
 * @returns a function that throws a `LayoutError` where a layout is missing or fails
 */
export function createBatchRenderer(layouts: readonly string[]): RenderBatch {
  const engine = createLayoutEngine(layouts);
  const texts = new TextBytes();
  return async (views, { output, site }) => {
    const pages = groupByLayout(views);
    const used = layoutNames.filter((layout) => pages[layout].length > 0);
    // Below an absolute path it would look for templates in the whole disk's folders.
    const input = path.relative('.', layouts.at(-1) ?? '.') || '.';
    const eleventy = new Eleventy(input, output, {
      quietMode: true,
      // An empty path keeps Eleventy from reading a configuration of the working directory.
      configPath: '',
      config: (config) =>
        addPages(
          config,
          () => engine,
          () => ({ site, pages }),
          used,
          (html) => texts.add(html),
        ),
    });
    eleventy.disableLogger();
    try {
      await eleventy.write();
    } catch (error) {
      throw (
        findSystemError(error) ?? new LayoutError(await formatLayoutError(error), { cause: error })
      );
    } finally {
      texts.clear();
    }
  };
}

/** The disk's fault and nobody's layout: no space, no right to write. */
function findSystemError(error: unknown): Error | null {
  let cause: unknown = error;
  while (cause instanceof Error) {
    if ('syscall' in cause && 'code' in cause && cause.code !== 'ENOENT') {
      return Object.assign(new Error(cause.message, { cause }), { name: 'SystemError' });
    }
    cause = 'originalError' in cause ? cause.originalError : cause.cause;
  }
  return null;
}

/** The innermost cause, with the layout and line that it names. */
async function formatLayoutError(error: unknown): Promise<string> {
  let message = String(error);
  let place = '';
  let cause: unknown = error;
  while (cause instanceof Error) {
    message = cause.message;
    place = (await findPlace(cause)) ?? place;
    cause = 'originalError' in cause ? cause.originalError : cause.cause;
  }
  return place === '' ? message : `${place}: ${message}`;
}

/** Vento's errors know their template; `layout.vto:12`. */
async function findPlace(error: Error): Promise<string | null> {
  if (!(error instanceof VentoError) || !('getContext' in error)) return null;
  const context = await (error.getContext as () => Promise<ErrorContext>)();
  const { file, source, code } = context;
  if (file === undefined) return null;
  const position = context.position ?? (code === undefined ? undefined : findSyntaxError(code));
  if (source === undefined || position === undefined) return file;
  return `${file}:${source.slice(0, position).split('\n').length}`;
}

/**
 * Where in a template a mistake of JavaScript is. Vento compiles each tag behind a statement that
 * holds its position; the engine's own message gives the line of the compiled code.
 */
function findSyntaxError(code: string): number | undefined {
  try {
    new Script(`async () => {${code}\n}`, { filename: 'layout' });
    return undefined;
  } catch (error) {
    const line = /^layout:(\d+)/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
    const before = code.split('\n').slice(0, Number(line)).join('\n');
    const position = [...before.matchAll(/__pos=(\d+);/g)].at(-1)?.[1];
    return position === undefined ? undefined : Number(position);
  }
}

interface ErrorContext {
  readonly code?: string;
  readonly file?: string;
  readonly source?: string;
  readonly position?: number;
}
