import type { Report } from '../diagnostics/diagnostic.ts';
import { parseActor, type Actor } from '../parse/actor.ts';
import { parseBriefing, type Briefing } from '../parse/briefing.ts';
import type { Ledger } from '../parse/ledger.ts';
import { parsePage, type Page } from '../parse/page.ts';
import { parseStory, type Story } from '../parse/story.ts';
import { parseTopic, type Topic } from '../parse/topic.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { FailedFile } from '../registry/registry.ts';

export interface ParsedContent {
  readonly briefings: readonly Briefing[];
  readonly topics: readonly Topic[];
  readonly actors: readonly Actor[];
  readonly stories: readonly Story[];
  readonly pages: readonly Page[];
  /** Null where the site keeps none. */
  readonly ledger: Ledger | null;
  /** Files that failed, so that names unknown for that reason are not reported again. */
  readonly failed: Readonly<Record<'topic' | 'actor' | 'story', readonly FailedFile[]>>;
}

/** Parses every file but site.yaml and the articles. */
export function parseContent(
  sources: readonly SourceFile[],
  zone: string,
  report: Report,
): ParsedContent {
  const briefings: Briefing[] = [];
  const topics: Topic[] = [];
  const actors: Actor[] = [];
  const stories: Story[] = [];
  const pages: Page[] = [];
  let ledger: Ledger | null = null;
  const failed: Record<'topic' | 'actor' | 'story', FailedFile[]> = {
    topic: [],
    actor: [],
    story: [],
  };
  const keep = <Item>(list: Item[], item: Item | null): boolean => {
    if (item !== null) list.push(item);
    return item !== null;
  };
  for (const source of sources) {
    switch (source.kind) {
      case 'briefing':
        keep(briefings, parseBriefing(source, zone, report));
        break;
      case 'topic':
        if (!keep(topics, parseTopic(source, report))) failed.topic.push(failedFile(source));
        break;
      case 'actor':
        if (!keep(actors, parseActor(source, report))) failed.actor.push(failedFile(source));
        break;
      case 'story':
        if (!keep(stories, parseStory(source, report))) failed.story.push(failedFile(source));
        break;
      case 'page':
        keep(pages, parsePage(source, zone, report));
        break;
      case 'ledger':
        ledger = { file: source.file, text: source.text };
        break;
      case 'article':
      case 'site':
        break;
    }
  }
  return { briefings, topics, actors, stories, pages, ledger, failed };
}

function failedFile({ relative, text }: SourceFile): FailedFile {
  const name = relative.split('/').at(-1) ?? '';
  return { name: name.replace(/\.md$/, ''), text };
}
