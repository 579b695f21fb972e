import { makeExport } from '../../src/export/planExports.ts';
import type { Site } from '../../src/model/site.ts';
import type { ExportFormat } from '../../src/urls/paths.ts';
import { articleFile, siteYaml, type Files } from './site.ts';

export function exportText(site: Site, format: ExportFormat): string {
  return Buffer.concat(makeExport(site, format)).toString();
}

/** A word of something that must not leave the desk. */
export const secret = 'Hidden';

/** A made-up site with one of each thing, and one of each thing that is not published. */
export const exportFiles: Files = {
  'site.yaml': siteYaml(`publisher: {name: Desk & Co, url: 'https://desk.example/'}
licence: CC BY 4.0
tlpCeiling: amber+strict
exports: [json, ndjson, csv, sqlite, ninjs, stix, graphml, ics]`),
  'articles/2024-01-05-full.md': articleFile(
    `title: "=HYPERLINK(\\"https://example.org/\\"), \\"quoted\\""
date: 2024-01-05T10:00:00.250+08:00
id: full
summary: A & B
authors: [Ann, {name: Bo, url: 'https://example.org/bo'}]
image: {src: /assets/p.svg, alt: A picture, credit: Ann}
dateline: SEOUL
countries: [KR, JP]
topics: [sub]
actors: [{actor: ann, role: speaker}, bo, korea]
story: tale
sources: [Wire, {name: Agency, url: 'https://agency.example/1', published: 2024-01-04, reliability: B, credibility: 2}]
confidence: moderate
likelihood: likely
trend: improved
alert: risk
urgency: 2
updated: 2024-01-06T00:00:00Z
corrections: [{date: 2024-01-07, text: A number.}, {date: '2024-01-07T08:00:00Z', text: Another.}]
tlp: amber+strict
editorNote: ${secret} note
extra: {own: [1, null, {}], empty: ''}`,
    'Ann met Bo. See [the page](/about/).\n\n```\nopen code\n\n',
  ),
  'articles/plain.md': articleFile('title: Plain\ndate: 2024-01-06\nactors: [ann, bo]', ''),
  'articles/passed.md': articleFile(
    "title: Passed\ndate: 2024-01-06\nembargoed: '2024-01-06T12:00:00Z'\nlang: ar\nlinkMentions: false",
    'Ann again.',
  ),
  'articles/gone.md': articleFile(
    `title: ${secret} title\ndate: 2024-01-06\nstatus: canceled\nredirectFrom: [/was/]`,
    `${secret} body`,
  ),
  'articles/draft.md': articleFile(
    `title: ${secret} draft\ndate: 2024-01-06\nstatus: draft\nactors: [ann]\nsources: [${secret} source]`,
  ),
  'articles/withheld.md': articleFile(
    `title: ${secret} withheld\ndate: 2024-01-06\nstatus: withheld`,
  ),
  'articles/later.md': articleFile(
    `title: ${secret} later\ndate: 2024-01-06\nid: ${secret}-later\nembargoed: '2099-01-01T00:00:00Z'`,
  ),
  'briefings/2024-01-05.md': `---
date: 2024-01-05
title: A day
summary: What a day.
keyTakeaways: [One, Two]
watching:
  - An open question
  - {text: "The vote; a long line of text that has to be folded, with 日本語 in it and more words to come", due: 2024-02-01}
  - {text: Again, due: 2024-02-02}
  - {text: Again, due: 2024-02-03}
lead: [full]
---

Words of the editor.
`,
  'briefings/2024-01-06.md': `---\ndate: 2024-01-06\nlead: [${secret}-later, plain]\n---\n`.replace(
    ', plain',
    '',
  ),
  'topics/main.md': '---\nname: Main\nmediatopic: "11000000"\n---\n\nAll of it.\n',
  'topics/sub.md': '---\nname: Sub\naliases: [Under]\nbroader: Main\n---\n',
  'topics/old.md':
    '---\nname: Old\naliases: [Older]\nmergedInto: sub\nredirectFrom: [/aged/]\n---\n',
  'actors/ann.md':
    '---\nname: Ann\ntype: person\ncountry: KR\nwikidata: Q42\nsameAs: [https://example.org/ann]\nroles: [{role: head, of: Korea, from: 2020}]\nrelated: [{actor: bo, type: rival}]\n---\n\nA profile.\n',
  'actors/bo.md': '---\nname: Bo\ntype: person\nformerNames: [Beau]\n---\n',
  'actors/korea.md': '---\nname: Korea\ntype: state\ncountry: KR\n---\n',
  'actors/beau-old.md': '---\nname: Beau Old\ntype: person\nmergedInto: bo\n---\n',
  'stories/tale.md': '---\nname: A tale\ntopics: [main]\nactors: [ann]\n---\n\nIt began.\n',
  'pages/about.md': '---\ntitle: About\norder: 1\nupdated: 2024-01-01\n---\n\nWho we are.\n',
  'pages/deep/page.md': '---\ntitle: Deep\n---\n',
  'assets/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'static/CNAME': 'test.example\n',
};
