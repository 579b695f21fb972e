import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTerms } from '../load/loadSite.ts';
import { buildSchemas } from '../schemas/buildSchemas.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkNewFolder } from './newFolder.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';

export interface SchemaCommandOptions extends CommonOptions {
  readonly output: string;
}

/** `dateline schema`: a JSON Schema for each kind of file, with the site's own names, for editors. */
export function runSchema({ content, output, json }: SchemaCommandOptions): ExitStatus {
  const printer = createPrinter(json ?? false);
  const folder = checkContentFolder(content);
  checkNewFolder(output, `--output ${output}`);
  const schemas = buildSchemas(loadTerms(folder));
  mkdirSync(output, { recursive: true });
  const files = Object.entries(schemas).map(([kind, schema]) => {
    const file = path.join(output, `${kind}.json`);
    writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    return file;
  });
  printer.result(files.join('\n'), { files });
  return exitStatus.done;
}
