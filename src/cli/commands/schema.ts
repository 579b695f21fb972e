import { common, type AddCommand } from '../command.ts';
import { schemaFolder } from '../schemaFolder.ts';
import type { SchemaCommandOptions } from '../runSchema.ts';

export const addSchema: AddCommand = (program, done) => {
  common(
    program.command('schema'),
    'JSON Schemas of content files, with the site’s names, for editors',
  )
    .option('--output <dir>', 'where they go', schemaFolder)
    .action(async (options: SchemaCommandOptions) => {
      const { runSchema } = await import('../runSchema.ts');
      done(runSchema(options));
    });
};
