import { articleFile, siteYaml, type Files } from '../support/site.ts';
import { article, plainFront, times, type Growth } from './growth.ts';

function terms(name: string, make: (count: number) => Files): Growth {
  return {
    name: `terms: ${name}`,
    make: (count) => article(`${plainFront}\ntopics: [Trade]`, 'Text.', make(count)),
  };
}

const termFiles: readonly Growth[] = [
  terms('a chain of broader', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `topics/t${i}.md`,
        articleFile(`name: Topic ${i}${i === 0 ? '' : `\nbroader: t${i - 1}`}`),
      ]),
    ),
  ),
  terms('one topic with many narrower ones', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `topics/t${i}.md`,
        articleFile(`name: Topic ${i}${i === 0 ? '' : `\nbroader: t0`}`),
      ]),
    ),
  ),
  terms('a chain of mergedInto', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `topics/t${i}.md`,
        articleFile(`name: Topic ${i}${i === 0 ? '' : `\nmergedInto: t${i - 1}`}`),
      ]),
    ),
  ),
  terms('a circle of broader', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `topics/t${i}.md`,
        articleFile(`name: Topic ${i}\nbroader: t${(i + 1) % count}`),
      ]),
    ),
  ),
  terms('a circle of mergedInto', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `topics/t${i}.md`,
        articleFile(`name: Topic ${i}\nmergedInto: t${(i + 1) % count}`),
      ]),
    ),
  ),
  terms('aliases', (count) => ({
    'topics/t.md': articleFile(`name: T\naliases: [${times(count, (i) => `Alias ${i}, `)}]`),
  })),
  terms('aliases of an actor', (count) => ({
    'actors/t.md': articleFile(
      `name: T\ntype: person\naliases: [${times(count, (i) => `Alias ${i}, `)}]`,
    ),
  })),
  terms('aliases with one beginning', (count) => ({
    'actors/t.md': articleFile(
      `name: T\ntype: person\naliases: [${times(Math.ceil(Math.sqrt(count)), (i) => `${'A '.repeat(i + 1)}, `)}]`,
    ),
    'articles/y.md': articleFile(plainFront, 'A '.repeat(count)),
  })),
  terms('an alias of many words', (count) => ({
    'actors/t.md': articleFile(`name: T\ntype: person\naliases: [${'A '.repeat(count)}]`),
    'articles/y.md': articleFile(plainFront, 'A '.repeat(count)),
  })),
  terms('weak aliases', (count) => ({
    'actors/t.md': articleFile(
      `name: T\ntype: person\nweakAliases: [${times(count, (i) => `Alias ${i}, `)}]`,
    ),
  })),
  terms('roles', (count) => ({
    'actors/t.md': articleFile(
      `name: T\ntype: person\nroles:\n${times(count, (i) => `  - {role: Role ${i}, of: UN}\n`)}`,
    ),
  })),
  terms('related', (count) => ({
    'actors/t.md': articleFile(
      `name: T\ntype: person\nrelated:\n${times(count, () => '  - {actor: UN, type: member}\n')}`,
    ),
  })),
  terms('sameAs', (count) => ({
    'topics/t.md': articleFile(
      `name: T\nsameAs: [${times(count, (i) => `"https://a.example/${i}", `)}]`,
    ),
  })),
  terms('a long name', (count) => ({ 'topics/t.md': articleFile(`name: ${'a '.repeat(count)}`) })),
  terms('a long unknown broader', (count) => ({
    'topics/t.md': articleFile(`name: T\nbroader: ${'a'.repeat(count)}`),
    'topics/u.md': articleFile(`name: ${'b'.repeat(count)}`),
  })),
  terms('unread files', (count) => ({
    'topics/t.md': `---\nname: [\n---\n${'a '.repeat(count)}`,
    'articles/y.md': articleFile(`${plainFront}\ntopics: [${times(count, (i) => `u${i}, `)}]`),
  })),
  terms('a briefing of takeaways', (count) => ({
    'briefings/2024-01-05.md': articleFile(
      `date: 2024-01-05\nkeyTakeaways: [${times(count, (i) => `Text ${i}, `)}]`,
    ),
  })),
  terms('a briefing of leads', (count) => ({
    'briefings/2024-01-05.md': articleFile(
      `date: 2024-01-05\nlead: [${times(count, (i) => `id-${i}, `)}]`,
    ),
  })),
  terms('a briefing that watches', (count) => ({
    'briefings/2024-01-05.md': articleFile(
      `date: 2024-01-05\nwatching:\n${times(count, (i) => `  - {text: Text ${i}, due: 2024-02-01}\n`)}`,
    ),
  })),
  terms('a story of topics', (count) => ({
    'stories/s.md': articleFile(`name: S\ntopics: [${'Trade, '.repeat(count)}]`),
  })),
  terms('pages in deep folders', (count) => ({
    [`pages/${'a/'.repeat(Math.min(count, 1500))}b.md`]: articleFile('title: A'),
  })),
  terms('articles in deep folders', (count) => ({
    [`articles/${'a/'.repeat(Math.min(count, 1500))}b.md`]: articleFile(plainFront),
  })),
  terms('a ledger', (count) => ({ 'ledger.tsv': times(count, (i) => `url\t/a${i}/\n`) })),
  terms('a chain of redirects', (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `pages/p${i}.md`,
        articleFile(`title: P\nredirectFrom: [/p${i + 1}x/]`),
      ]),
    ),
  ),
];

function site(name: string, make: (count: number) => string): Growth {
  return {
    name: `site.yaml: ${name}`,
    make: (count) => article(plainFront, 'Text.', { 'site.yaml': siteYaml(make(count)) }),
  };
}

const sites: readonly Growth[] = [
  site(
    'navigation',
    (count) => `nav:\n${times(count, (i) => `  - {title: T${i}, url: /a${i}/}\n`)}`,
  ),
  site('pairs', (count) => `feed:\n  pairs:\n${times(count, '    - {actor: UN, topic: Trade}\n')}`),
  site(
    'unknown pairs',
    (count) => `feed:\n  pairs:\n${times(count, (i) => `    - {actor: A${i}, topic: T${i}}\n`)}`,
  ),
  site('a long description', (count) => `description: ${'a '.repeat(count)}`),
  site('blank lines', (count) => '\n'.repeat(count)),
  site('unknown keys', (count) => times(count, (i) => `unknown${i}: 1\n`)),
  site(
    'a long authority',
    (count) => `publisher: {name: A, url: "https://${'a.'.repeat(count)}example/"}`,
  ),
  site(
    'a long mail address',
    (count) => `publisher: { name: A, email: "a@${'a.'.repeat(count)}@" }`,
  ),
  site('deep extra', (count) => `extra: { a: ${'['.repeat(count)}${']'.repeat(count)} }`),
];

export const otherFiles: readonly Growth[] = [...termFiles, ...sites];
