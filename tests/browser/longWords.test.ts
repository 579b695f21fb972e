/** No word is so long that it makes a page wider than a narrow window. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent } from '../support/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveOutput } from '../support/server.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

/** Longer than 320 px in any size of type that we have, with nothing to break it at. */
const long = (start: string): string => start + 'donaudampfschifffahrtsgesellschaft'.repeat(3);

const site = siteYaml().replace(/^title: .*$/m, `title: ${long('Site')}`);
const output = buildContent(
  makeContent({
    'site.yaml': site,
    'topics/one.md': `---\nname: ${long('Topic')}\nsummary: ${long('About')}\n---\n`,
    'actors/one.md': `---\nname: ${long('Actor')}\ntype: organisation\naliases: [${long('Alias')}]\n---\n\n${long('Text')}\n`,
    'actors/two.md': `---\nname: ${long('Other')}\ntype: organisation\n---\n`,
    'stories/one.md': `---\nname: ${long('Story')}\n---\n`,
    'briefings/2024-01-05.md': `---\ndate: 2024-01-05\ntitle: ${long('Day')}\nsummary: ${long('Short')}\n---\n\n${long('Note')}\n`,
    'articles/2024-01-05-one.md': articleFile(
      [
        `title: ${long('Title')}`,
        'date: 2024-01-05',
        `dateline: ${long('Place')}`,
        'topics: [one]',
        'actors: [one, two]',
        'story: one',
        `summary: ${long('Summary')}`,
        `authors: [${long('Author')}]`,
        `sources: [{name: ${long('Source')}, url: 'https://host.example/${long('a')}'}]`,
      ].join('\n'),
      `${long('Body')}\n\n## ${long('Heading')}\n\n- ${long('Item')}\n\n> ${long('Quote')}\n\n\`${long('code')}\``,
    ),
  }),
);

const kinds = {
  home: '',
  day: '2024/01/05/',
  article: '2024/01/05/one/',
  week: '2024/w01/',
  month: '2024/01/',
  year: '2024/',
  topic: 'topics/one/',
  topics: 'topics/',
  actor: 'actors/one/',
  actors: 'actors/',
  story: 'stories/one/',
  stories: 'stories/',
  sources: 'sources/',
  articles: 'articles/',
  archive: 'archive/',
  network: 'network/',
  subscribe: 'subscribe/',
};

const test = suite('long words');
const server = await serveOutput(output);
const browser = await launchBrowser();

for (const [kind, address] of Object.entries(kinds)) {
  test(`widen no page: ${kind}`, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    const response = await page.goto(server.url + address);
    assert.is(response?.status(), 200);
    assert.ok((await page.content()).includes('donaudampf'));
    assert.is(await page.evaluate('document.documentElement.scrollWidth'), 320);
    await page.close();
  });
}

test.after(async () => {
  await browser.close();
  await server.close();
});
test.run();
