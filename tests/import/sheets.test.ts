/** Sheets of actors and topics: what is read of columns and cells, and what becomes of files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeChanges } from '../../src/edit/changes.ts';
import { importSheet, type SheetImport } from '../../src/import/sheets/importSheet.ts';
import { readSheet } from '../../src/import/sheets/readSheet.ts';
import {
  countHeadings,
  formatColumns,
  matchColumns,
} from '../../src/import/sheets/sheetColumns.ts';
import { findField, sheetSchemas, type SheetKind } from '../../src/import/sheets/sheetFields.ts';
import { loadSite, loadTerms } from '../../src/load/loadSite.ts';
import { makeContent, testNow, type Files } from '../support/site.ts';

const columns = suite('columns');

/** A heading row, and the fields of its columns; `-` is not used. */
const headings: readonly (readonly [kind: SheetKind, headings: string, fields: string])[] = [
  ['actor', 'Name,Org type,Notes', 'name type -'],
  ['actor', 'TYPE,country code,NAME,Wikidata ID', 'type country name wikidata'],
  ['actor', 'Full name,Name,Kind', 'aliases name type'],
  ['actor', 'Name,Alias 1,Alias 2,alias_3', 'name aliases aliases aliases'],
  ['actor', 'Name (English),Name (Arabic)', 'name aliases'],
  ['actor', 'name,Also known as,A.K.A.,Acronym', 'name aliases aliases aliases'],
  ['actor', 'name,weakAliases,Former names,same-as', 'name weakAliases formerNames sameAs'],
  ['actor', 'name,Country,Country code', 'name country -'],
  ['actor', 'name,Website,Wikipedia', 'name sameAs sameAs'],
  ['actor', 'name,extra.region,Extra: code,extra.__proto__', 'name extra.region extra.code -'],
  ['actor', 'Nom,Type,Pays,Description', 'name type country summary'],
  ['actor', 'Bezeichnung,Typ,Land,Beschreibung', 'name type country summary'],
  ['actor', 'name,Type 2,Contact name,File type', 'name - - -'],
  ['topic', 'Topic,Parent,Description,Synonyms', 'name broader summary aliases'],
  ['topic', 'prefLabel,altLabel,broader term,definition', 'name aliases broader summary'],
  ['topic', 'Name,Type,IPTC code', 'name - mediatopic'],
];

for (const [kind, row, fields] of headings) {
  columns(`${kind}: ${row}`, () => {
    const sheet = readSheet(Buffer.from(`${row}\n`), countHeadings(kind));
    const found = matchColumns(kind, sheet).map(({ field }) => field ?? '-');
    assert.is(found.join(' '), fields);
  });
}

columns('every field of the schemas has a column', () => {
  for (const kind of ['actor', 'topic'] as const) {
    for (const field of Object.keys(sheetSchemas[kind].shape)) {
      if (field !== 'extra') assert.is(findField(kind, field), field);
    }
  }
});

columns('what is not used is told, with what it may have meant', () => {
  const sheet = readSheet(
    Buffer.from('Name,Notes,Summry,,ID\nA,b,c,d,7\n'),
    countHeadings('actor'),
  );
  assert.equal(formatColumns(matchColumns('actor', sheet), sheet), [
    'column "Name" → name',
    'column "Notes" is not used',
    'column "Summry" is not used; did you mean "summary"?',
    'column 4 has no heading and is not used',
    'column "ID" is not used; an id is a word of an address, and these are numbers',
  ]);
});

columns.run();

const actor = (lines: string): string => `---\n${lines}\n---\n`;
const site: Files = {
  'actors/north-korea.md': actor('name: North Korea\ntype: state\naliases: [DPRK]'),
  'actors/kim-jong-un.md': actor(
    'name: Kim Jong Un\ntype: person # sure\nweakAliases: [Kim]\ncountry: KP\nwikidata: Q56226',
  ),
  'actors/old.md': actor('name: Old Name\ntype: group\nmergedInto: north-korea'),
  'topics/trade.md': actor('name: Trade\naliases: [Commerce]'),
  'topics/economy.md': actor('name: Economy'),
};

interface Imported extends SheetImport {
  readonly content: string;
}

function run(
  kind: SheetKind,
  sheet: string,
  files: Files = site,
  type: string | null = null,
): Imported {
  const content = makeContent(files);
  const options = { kind, file: 'x.csv', language: 'en', type };
  return { ...importSheet(loadTerms(content), Buffer.from(sheet), content, options), content };
}

/** The front matter of an entry. */
function frontOf(content: string, file: string): string {
  const text = readFileSync(path.join(content, file), 'utf8');
  return text.replace(/^---\n|\n---\n\n?$/g, '');
}

const cells = suite('cells');

/** A heading and a cell beside a name, and the line of the new file; null where the row is not taken. */
const values: readonly (readonly [heading: string, cell: string, line: string | null])[] = [
  ['aliases', 'B; C', 'aliases: [B, C]'],
  ['aliases', 'B|C', 'aliases: [B, C]'],
  ['aliases', '"B\nC"', 'aliases: [B, C]'],
  ['aliases', '"B, C"', 'aliases: [B, C]'],
  ['aliases', '"Korea, Republic of"', 'aliases: ["Korea, Republic of"]'],
  ['aliases', '"Acme, Inc."', 'aliases: ["Acme, Inc."]'],
  ['aliases', '"B, C; D"', 'aliases: ["B, C", D]'],
  ['aliases', 'B; b.; x; B', 'aliases: [B]'],
  ['aliases', '=cmd', 'aliases: ["=cmd"]'],
  ['aliases', "'=cmd", 'aliases: ["=cmd"]'],
  ['aliases', '–', ''],
  ['aliases', '***', null],
  ['country', 'KR', 'country: KR'],
  ['country', 'kr', 'country: KR'],
  ['country', 'South Korea', 'country: KR'],
  ['country', 'UK', 'country: GB'],
  ['country', 'NO', 'country: "NO"'],
  ['country', 'Bosnia and Herzegovina', 'country: BA'],
  ['country', 'Ruritania', null],
  ['country', 'n/a', ''],
  ['country', 'SU', null],
  ['wikidata', 'q423', 'wikidata: Q423'],
  ['wikidata', 'https://www.wikidata.org/wiki/Q423', 'wikidata: Q423'],
  ['wikidata', '423', null],
  ['summary', '"One\nline"', 'summary: One line'],
  ['summary', 'A: b # c', 'summary: "A: b # c"'],
  ['summary', '#REF!', null],
  [
    'url',
    'https://a.example/?x=1;2; https://b.example',
    'sameAs: ["https://a.example/?x=1;2", "https://b.example"]',
  ],
  ['url', 'a.example', null],
  ['url', 'https://test.example/actors/x/', ''],
  [
    'roles',
    'President | North Korea | 2011; Marshal',
    'roles: [{role: President, of: North Korea, from: "2011"}, {role: Marshal}]',
  ],
  ['roles', 'President | x | 2011 | 2012 | 2013', null],
  ['roles', 'President | x | last year', null],
  ['related', 'DPRK | leads', 'related: [{actor: north-korea, type: leads}]'],
  ['public', 'yes', 'public: true'],
  ['public', 'perhaps', null],
  ['redirectFrom', '/old/ /older/', 'redirectFrom: [/old/, /older/]'],
  ['extra.region', 'Asia', 'extra: {region: Asia}'],
  ['id', 'other-id', ''],
  ['id', 'Other Id', null],
  ['notes', 'anything', ''],
];

for (const [heading, cell, line] of values) {
  cells(`${heading}: ${cell}`, () => {
    const imported = run('actor', `name\ttype\t${heading}\nX\tgroup\t${cell}\n`);
    if (line === null) {
      assert.equal(imported.changes, []);
      assert.equal(
        imported.problems.map((each) => [each.file, each.line]),
        [['x.csv', 2]],
      );
      return;
    }
    assert.equal(imported.problems, []);
    const file = heading === 'id' ? 'actors/other-id.md' : 'actors/x.md';
    const lines = ['name: X', 'type: group', ...(line === '' ? [] : [line])];
    writeChanges(imported.changes);
    assert.is(frontOf(imported.content, file), lines.join('\n'));
  });
}

cells.run();

const types = suite('types');

const typeCases: readonly (readonly [cell: string, type: string | null])[] = [
  ['person', 'person'],
  ['Person', 'person'],
  ['ORGANISATION', 'organisation'],
  ['Organization', 'organisation'],
  ['Company', 'organisation'],
  ['Country', 'state'],
  ['individual', 'person'],
  ['Groups', 'group'],
  ['alien', null],
  ['person/group', null],
];

for (const [cell, type] of typeCases) {
  types(cell, () => {
    const { changes, problems } = run('actor', `Name,Type\nX,${cell}\nY,group\n`);
    const [written] = changes.flatMap((each) => /^type: (.*)$/m.exec(each.after ?? '')?.[1] ?? []);
    assert.is(written, type ?? 'group');
    assert.is(changes.length, type === null ? 1 : 2);
    assert.equal(
      problems.map((each) => [each.line, each.code]),
      type === null ? [[2, 'bad-value']] : [],
    );
  });
}

types('the type of rows that say none is that of the option', () => {
  const sheet = 'name;type\nX;\nY;group\nDPRK;\n';
  const { changes, plan } = run('actor', sheet, site, 'person');
  assert.equal(
    changes.map((each) => /^type: .*$/m.exec(each.after ?? '')?.[0]),
    ['type: person', 'type: group'],
  );
  assert.equal(plan.differences, []);
});

types('how cells were read is told where that is not plain', () => {
  const sheet = 'name;type;aliases;country\nX;Company;B, C;kr\nY;Org;D;South Korea\n';
  assert.equal(run('actor', sheet).readings, [
    'column "aliases" as lists with commas',
    'type: "Company" → organisation, "Org" → organisation',
    'country: "South Korea" → KR',
  ]);
});

types.run();

const plans = suite('what becomes of rows');

interface Expected {
  /** The front matter of files that change, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Line and code. */
  readonly problems?: readonly (readonly [line: number, code: string])[];
  /** Line, field, what it is, what the row says. */
  readonly differing?: readonly (readonly [number, string, string, string])[];
}

const kim =
  'name: Kim Jong Un\ntype: person # sure\nweakAliases: [Kim]\ncountry: KP\nwikidata: Q56226';

const cases: readonly (readonly [name: string, kind: SheetKind, sheet: string, Expected])[] = [
  ['a name that is there', 'actor', 'name,type\nNorth Korea,state', {}],
  ['an alias, folded', 'actor', 'name,type\nd.p.r.k.,state', {}],
  ['a weak alias of the same', 'actor', 'name,type,aliases\nKim Jong-un,person,kim', {}],
  [
    'new aliases and missing fields',
    'actor',
    'name,aliases,country,wikidata\nDPRK,N. Korea; dprk,KP,Q423',
    {
      files: {
        'actors/north-korea.md':
          'name: North Korea\ntype: state\naliases: [DPRK, N. Korea]\ncountry: KP\nwikidata: Q423',
      },
    },
  ],
  [
    'a new name of one whose alias is known',
    'actor',
    'name,aliases\nThe North,DPRK',
    {
      files: {
        'actors/north-korea.md': 'name: North Korea\ntype: state\naliases: [DPRK, The North]',
      },
    },
  ],
  [
    'a value that differs stays, and the rest is added',
    'actor',
    'name,type,country,aliases\nKim Jong Un,group,KR,KJU',
    {
      files: { 'actors/kim-jong-un.md': `${kim}\naliases: [KJU]` },
      differing: [
        [2, 'type', 'person', 'group'],
        [2, 'country', 'KP', 'KR'],
      ],
    },
  ],
  [
    'another Wikidata id is another entry',
    'actor',
    'name,aliases,wikidata\nKim Jong Un,KJU,Q1',
    { problems: [[2, 'name-collision']] },
  ],
  [
    'another type where only aliases are shared',
    'actor',
    'name,type,aliases\nDPRK Books,organisation,DPRK',
    { problems: [[2, 'name-collision']] },
  ],
  [
    'names of two',
    'actor',
    'name,type,aliases\nX,person,DPRK; Kim Jong Un\nY,group,',
    {
      problems: [[2, 'ambiguous-name']],
      files: { 'actors/y.md': 'name: Y\ntype: group' },
    },
  ],
  [
    'a name that is a weak alias',
    'actor',
    'name,type\nKim,person',
    { problems: [[2, 'ambiguous-name']] },
  ],
  [
    'a former entry means that into which it is merged',
    'actor',
    'name,country\nOld Name,KP',
    {
      files: {
        'actors/north-korea.md': 'name: North Korea\ntype: state\naliases: [DPRK]\ncountry: KP',
      },
    },
  ],
  [
    'two rows that are one',
    'actor',
    'name,type,aliases,country\nHamas,group,Harakat,\nX,person,,\nharakat,group,Hamas Movement,PS',
    {
      files: {
        'actors/hamas.md':
          'name: Hamas\ntype: group\naliases: [Harakat, Hamas Movement]\ncountry: PS',
        'actors/x.md': 'name: X\ntype: person',
      },
    },
  ],
  [
    'two rows that are one and differ',
    'actor',
    'name,type,country\nX,person,KR\nx,person,JP',
    {
      files: { 'actors/x.md': 'name: X\ntype: person\ncountry: KR' },
      differing: [[3, 'country', 'KR', 'JP']],
    },
  ],
  ['no type', 'actor', 'name,type\nX,', { problems: [[2, 'missing-key']] }],
  ['no name', 'actor', 'name,type\n,group', { problems: [[2, 'missing-key']] }],
  ['a name without letters', 'actor', 'name,type\n!!,group', { problems: [[2, 'bad-value']] }],
  [
    'more cells than headings',
    'actor',
    'name,type\nAcme, Inc.,organisation\nX,group',
    { problems: [[2, 'bad-value']], files: { 'actors/x.md': 'name: X\ntype: group' } },
  ],
  [
    'an id of its own',
    'actor',
    'id,name,type\nkju,Kim Chul,person\nkim-jong-un,Kim Jong Un,person\nother,DPRK,state',
    {
      files: { 'actors/kju.md': 'name: Kim Chul\ntype: person' },
      differing: [[4, 'id', 'north-korea', 'other']],
    },
  ],
  [
    'an unknown relation is left out',
    'actor',
    'name,type,related\nX,person,Nobody | knows; Y | knows\nY,group,',
    {
      problems: [[2, 'unknown-actor']],
      files: {
        'actors/x.md': 'name: X\ntype: person\nrelated: [{actor: y, type: knows}]',
        'actors/y.md': 'name: Y\ntype: group',
      },
    },
  ],
  [
    'a merged entry is merged by another command',
    'actor',
    'name,mergedInto\nKim Jong Un,north-korea',
    { problems: [[2, 'bad-value']] },
  ],
  [
    'topics, with parents that come later',
    'topic',
    'Topic,Parent,Synonyms\nTariffs,Customs,Duties\nCustoms,commerce,\nTrade,Economy,',
    {
      files: {
        'topics/tariffs.md': 'name: Tariffs\naliases: [Duties]\nbroader: customs',
        'topics/customs.md': 'name: Customs\nbroader: trade',
        'topics/trade.md': 'name: Trade\naliases: [Commerce]\nbroader: economy',
      },
    },
  ],
  [
    'a parent that nobody knows',
    'topic',
    'Topic,Parent\nTariffs,Trad',
    { problems: [[2, 'unknown-topic']], files: { 'topics/tariffs.md': 'name: Tariffs' } },
  ],
  [
    'a circle of parents',
    'topic',
    'Topic,Parent\nA,B\nB,A\nC,C',
    {
      problems: [
        [2, 'broader-cycle'],
        [3, 'broader-cycle'],
        [4, 'broader-cycle'],
      ],
      files: { 'topics/a.md': 'name: A', 'topics/b.md': 'name: B', 'topics/c.md': 'name: C' },
    },
  ],
];

for (const [name, kind, sheet, expected] of cases) {
  plans(name, () => {
    const { content, changes, problems, plan } = run(kind, sheet);
    assert.equal(
      problems.map((each) => [each.line, each.code]),
      expected.problems ?? [],
    );
    assert.equal(
      plan.differences.map(({ line, field, is, says }) => [line, field, is, says]),
      expected.differing ?? [],
    );
    writeChanges(changes);
    const fronts = changes.map(({ file }) => {
      const relative = path.relative(content, file);
      return [relative, frontOf(content, relative)];
    });
    assert.equal(Object.fromEntries(fronts), expected.files ?? {});
    const { diagnostics } = loadSite({ content, now: testNow, drafts: false });
    assert.equal(diagnostics, []);
    // The same sheet again adds nothing.
    const again = importSheet(loadTerms(content), Buffer.from(sheet), content, {
      ...{ kind, file: 'x.csv', language: 'en', type: null },
    });
    assert.equal(again.changes, []);
  });
}

plans.run();
