import type { Command } from 'commander';
import { actorTypes } from '../../parse/actor.ts';
import { statuses } from '../../parse/article.ts';
import { bare, collect, common, type AddCommand } from '../command.ts';
import type { NewCommandOptions, NewKind } from '../runNew.ts';

/** Adds `new` with a command for each kind of file. */
export const addNew: AddCommand = (program, done) => {
  const parent = bare(program.command('new'), 'a new article, briefing, topic, actor or story');
  const add = (kind: NewKind, description: string): Command =>
    common(parent.command(kind), description)
      .option('--edit', 'open it in $EDITOR')
      .option('--summary <text>', 'one or two sentences')
      .action(async (options: NewCommandOptions) => {
        const { runNew } = await import('../runNew.ts');
        done(await runNew(kind, options));
      });
  const day = (command: Command): Command =>
    command
      .option('--title <text>', 'the headline')
      .option('--date <day>', 'YYYY-MM-DD (default: today in the site’s zone)')
      .option('--now <timestamp>', 'what counts as now, with an offset');
  const named = (command: Command): Command =>
    command
      .option('--name <name>', 'its name')
      .option('--id <id>', 'its id (default: made of the name)');
  const tagged = (command: Command): Command =>
    command
      .option('--topic <name>', 'a topic’s id, name or alias; may be repeated', collect)
      .option('--actor <name>', 'an actor’s id, name or alias; may be repeated', collect);

  tagged(day(add('article', 'a news item; a draft until its status says otherwise')))
    .option('--slug <slug>', 'the last part of its address (default: made of the title)')
    .option('--dateline <place>', 'the place the report is filed from')
    .option('--country <code>', 'where it happens, ISO 3166-1; may be repeated', collect)
    .option('--story <name>', 'the story that it belongs to: its id, name or alias')
    .option('--source <source>', 'a name, an address, or both; may be repeated', collect)
    .option('--status <status>', `${statuses.join(', ')} (default: draft)`);
  day(add('briefing', 'the editor’s own words for one day'));
  named(add('topic', 'a topic'))
    .option('--alias <name>', 'another name; may be repeated', collect)
    .option('--broader <topic>', 'a wider topic');
  named(add('actor', 'a person, an organisation, a state or a group'))
    .option('--type <type>', actorTypes.join(', '))
    .option('--alias <name>', 'another name; may be repeated', collect)
    .option('--country <code>', 'its country, ISO 3166-1', collect);
  tagged(named(add('story', 'a developing story'))).option(
    '--alias <name>',
    'another name; may be repeated',
    collect,
  );
};
