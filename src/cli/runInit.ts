import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isZone } from '../dates/instant.ts';
import { writeChanges } from '../edit/changes.ts';
import { newSiteFiles } from '../edit/newSite.ts';
import { language as languageField } from '../parse/fields.ts';
import { parseAbsoluteUrl, parseSiteAddress } from '../urls/address.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkNewFolder } from './newFolder.ts';
import { requireText } from './newSpec.ts';
import { createPrinter } from './printer.ts';
import { createPrompts } from './prompts.ts';
import { UsageError } from './usageError.ts';

export interface InitCommandOptions {
  readonly json?: boolean;
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
  readonly zone?: string;
}

/** `dateline init`: a new site's folder. What is there stays; a content folder with files is refused. */
export async function runInit(folder: string, options: InitCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const content = path.join(folder, 'content');
  if (existsSync(content) && readdirSync(content).length > 0) {
    throw new UsageError(`${content} is there already`);
  }
  checkNewFolder(folder, folder);
  const { language = 'en' } = options;
  if (!languageField.safeParse(language).success) {
    throw new UsageError(`--language ${language} is no language tag, such as en or pt-BR`);
  }
  const zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new UsageError(`--zone ${zone} is no time zone, such as Asia/Singapore`);
  const prompts = printer.isJson ? null : await createPrompts();
  const title = await requireText(options.title, '--title', 'Title of the site', { prompts });
  const written = await requireText(options.url, '--url', 'Its address', { prompts }, 'https://');
  const url = parseAbsoluteUrl(written);
  if (url === null || parseSiteAddress(url) === null) {
    throw new UsageError(`"${written}" is no address of a site, such as https://briefing.example/`);
  }
  const files = Object.entries(
    newSiteFiles({ title, url, language, zone, isModule: isModuleFolder(folder) }),
  );
  const fresh = files.filter(([file]) => !existsSync(path.join(folder, file)));
  writeChanges(
    fresh.map(([file, after]) => {
      const location = path.join(folder, file);
      return { file: location, location, before: null, after, moveTo: null };
    }),
  );
  const names = fresh.map(([file]) => path.join(folder, file));
  const where = path.relative('.', folder) === '' ? '' : `cd ${folder} && `;
  printer.result(
    `${names.join('\n')}\n\nNext: ${where}npx dateline new article, then npx dateline serve --drafts`,
    { files: names },
  );
  return exitStatus.done;
}

/** Whether the nearest package.json says that `.js` files are ES modules. */
function isModuleFolder(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  if (existsSync(file)) return saysModule(readFileSync(file, 'utf8'));
  const parent = path.dirname(path.resolve(folder));
  return parent !== path.resolve(folder) && isModuleFolder(parent);
}

function saysModule(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && 'type' in data && data.type === 'module';
  } catch {
    return false;
  }
}
