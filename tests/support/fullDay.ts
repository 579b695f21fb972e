import { articleFile, makeContent, siteYaml } from './site.ts';

/**
 * The content of a site with one full day, 5 January 2024: a briefing with all of its parts, and items
 * as a desk writes them, each with a summary, two graded sources, three actors and two topics; every
 * third belongs to one story.
 * @param count of items
 */
export function makeFullDay(count: number): string {
  const actors = [
    'Ministry of Transport',
    'Port Authority',
    'Rail Union',
    'City Council',
    'Ferry Line',
  ];
  const topics = ['Transport', 'Labour', 'Budgets', 'Safety'];
  const terms: readonly (readonly [string, string])[] = [
    ...actors.map((name): readonly [string, string] => [
      `actors/${toId(name)}.md`,
      `---\nname: ${name}\ntype: organisation\n---\n`,
    ]),
    ...topics.map((name): readonly [string, string] => [
      `topics/${toId(name)}.md`,
      `---\nname: ${name}\n---\n`,
    ]),
  ];
  const pick = (names: readonly string[], from: number, length: number): string =>
    Array.from({ length }, (_, index) => names[(from + index) % names.length]).join(', ');
  const articles = Array.from({ length: count }, (_, index): readonly [string, string] => {
    const name = actors[index % actors.length]!;
    return [
      `articles/2024-01-05-item-${index}.md`,
      articleFile(
        [
          `title: ${name} puts plan number ${index + 1} for the harbour line before its members`,
          `date: 2024-01-05T${String(18 - index).padStart(2, '0')}:30:00Z`,
          `summary: The plan moves ${index + 2} services to the northern quay from spring, and members are to vote on it within the month.`,
          'dateline: Harbour City',
          `topics: [${pick(topics, index, 2)}]`,
          `actors: [${pick(actors, index, 3)}]`,
          ...(index % 3 === 0 ? ['story: harbour'] : []),
          ...(index % 2 === 0 ? ['trend: deteriorated', 'alert: risk'] : []),
          'sources:',
          `  - name: ${name}`,
          `    url: https://source.example/${index}`,
          '    reliability: B',
          '    credibility: 2',
          '  - name: Harbour Gazette',
        ].join('\n'),
        'HARBOUR CITY: The plan was read out on Friday. Members asked for the figures behind it.\n\nA vote follows.',
      ),
    ];
  });
  return makeContent({
    'site.yaml': siteYaml(),
    ...Object.fromEntries([...terms, ...articles]),
    'stories/harbour.md': '---\nname: The harbour line\n---\n',
    'briefings/2024-01-05.md': `---
date: 2024-01-05
title: The harbour line before its members
summary: Five bodies read out plans for the harbour line, and each asked its members to vote.
keyTakeaways:
  - Services move to the northern quay from spring.
  - Members of all five bodies vote within the month.
  - The figures behind the plans were asked for, and not given.
watching:
  - text: The first of the votes.
    due: 2024-01-12
  - text: Figures from the ministry.
---

The plans differ in their dates and agree in their direction. They should be read together, as each
rests on the one before it.
`,
  });
}

function toId(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
