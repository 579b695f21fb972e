import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { actorName, corpusShape, writeCorpus } from '../bench/corpus.ts';
import { listFiles } from './tree.ts';

/**
 * Writes the made corpus with stories, and its references spelled in every way in which people write
 * them: in lists of lines, with quotes, comments and roles, as names, in links, with other ends of lines;
 * and beside them texts that only look like references.
 */
export function writeSpelledCorpus(content: string, articles: number): void {
  // A small corpus needs no 600 pages of actors.
  const shape = articles < 1000 ? { ...corpusShape, topics: 20, actors: 100 } : corpusShape;
  writeCorpus(content, { articles, ...shape });
  mkdirSync(path.join(content, 'stories'));
  for (let index = 0; index < 3; index++) {
    writeFileSync(
      path.join(content, `stories/story-${index}.md`),
      `---\nname: Story ${index}\ntopics: [topic-1, topic-2]\nactors: [actor-7, actor-8]\n---\n\nOf [them](/actors/actor-7/).\n`,
    );
  }
  const change = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(path.join(content, file), 'utf8');
    writeFileSync(path.join(content, file), text.replace(from, to));
  };
  change('topics/topic-10.md', 'summary:', 'broader: topic-1\nsummary:');
  change('topics/topic-11.md', 'summary:', 'broader: topic-2\nsummary:');
  change('actors/actor-70.md', 'type:', 'related:\n  - {actor: actor-7, type: ally}\ntype:');
  change('actors/actor-80.md', 'type:', 'roles:\n  - {role: actor-8, of: actor-8}\ntype:');
  change(
    'site.yaml',
    /$/,
    'nav:\n  - {title: topic-1, url: /topics/topic-1/}\nfeed:\n  pairs:\n    - {actor: actor-7, topic: topic-1}\n',
  );
  const files = listFiles(path.join(content, 'articles'));
  for (const [index, file] of files.entries()) {
    const target = path.join(content, 'articles', file);
    writeFileSync(target, respell(readFileSync(target, 'utf8'), index));
  }
}

/** One of seven ways to write what an article refers to. */
function respell(text: string, index: number): string {
  const [, list = ''] = /^actors: \[(.*)\]$/m.exec(text) ?? [];
  const [first = '', second = '', third = '', ...others] = list.split(', ');
  const numberOf = (id: string): number => Number(id.replace('actor-', ''));
  const front = (lines: string): string => text.replace(/^sources:$/m, `${lines}\nsources:`);
  switch (index % 7) {
    case 1:
      return `\ufeff${text.replaceAll('\n', '\r\n')}`;
    case 2: {
      const lines = [`${first} # ${first}`, `"${second}"`, `actor: ${third}\n    role: ${third}`];
      const items = [...lines, ...others].map((item) => `\n  - ${item}`);
      return text.replace(/^actors: .*$/m, `actors:${items.join('')}`);
    }
    case 3:
      return `${text}\n[One](/actors/${first}/), [a feed](/actors/${second}/feed.xml "${second}"), [none](/actors/${first}0/), \`[code](/actors/${first}/)\`.\n`;
    case 4: {
      const names = [actorName(numberOf(first)), `Alias ${numberOf(second)}`, third, ...others];
      return text.replace(/^actors: .*$/m, `actors: [${names.join(', ')}]`);
    }
    case 5:
      return front(`story: story-${index % 3}`);
    case 6:
      return front(`editorNote: ${list}\nextra: {actors: [${list}], story: story-0}`);
    default:
      return text;
  }
}
