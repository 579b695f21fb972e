import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Day } from '../../src/dates/day.ts';
import { decodeRaw } from '../../src/import/decodeRaw.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import type { RawItem } from '../../src/import/rawItem.ts';
import { makeFolder, root } from '../support/site.ts';
import type { ExpectedFields } from './countFields.ts';

const folder = path.join(root, 'tests/import');

/** A copy of the content that raw articles are imported into. */
export function copyContent(): string {
  const content = path.join(makeFolder(), 'content');
  cpSync(path.join(folder, 'content'), content, { recursive: true });
  return content;
}

/** @param day of filing */
export async function readRaw(name: string, day = '2024-03-03'): Promise<RawItem> {
  const bytes = readFileSync(path.join(folder, 'raw', name));
  const item = await parseRawText(decodeRaw(bytes), { day: day as Day, isGiven: true });
  if (item === null) throw new Error(`${name} gives no item`);
  return item;
}

/** Imports one raw article into a fresh copy; gives the draft's path and text. */
export function importOne(item: RawItem): { content: string; file: string; text: string } {
  const content = copyContent();
  const [imported] = importItems(content, [item], []).items;
  if (imported?.kind !== 'written') throw new Error('nothing was written');
  const file = path.join(content, imported.draft.relative);
  return { content, file, text: readFileSync(file, 'utf8') };
}

/** What an editor takes from each raw article: fields by name, each a value or a list. */
export const expectedFields = parse(readFileSync(path.join(folder, 'fields.yaml'), 'utf8'), {
  schema: 'failsafe',
}) as Readonly<Record<string, ExpectedFields>>;

/** The day on which a raw article was filed. */
export function filedOf(name: string): string {
  const filed = expectedFields[name.replace(/\.txt$/, '')]?.['filed'];
  return typeof filed === 'string' ? filed : '2024-03-03';
}
