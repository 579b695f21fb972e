/** Which reports are the same text: copies and shortened copies are, reports made by one formula are not. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import type { Archive, ArchiveItem } from '../../src/import/archive.ts';
import { findSimilar } from '../../src/import/findSimilar.ts';
import { hashWords } from '../../src/import/words.ts';

interface Report {
  readonly title: string;
  readonly text: string;
}

const day = '2024-01-05' as Day;

function toArchive(reports: readonly Report[]): Archive {
  const items = reports.map(
    ({ title, text }) =>
      ({ title, day, hashes: hashWords(`${title} ${text}`) }) as unknown as ArchiveItem,
  );
  return {
    items,
    topicsOf: () => [],
    actorsOf: () => [],
    bodyOf: (item) => reports.find(({ title }) => title === item.title)?.text ?? '',
    imported: new Map(),
    unread: new Map(),
    taken: new Set(),
    ids: new Set(),
    entries: new Map(),
    sources: new Map(),
  };
}

function isSameText(draft: Report, others: readonly Report[]): boolean {
  const found = findSimilar({ day, ...draft, actors: [] }, toArchive(others));
  return found.some(({ kind }) => kind === 'duplicate');
}

/** Reports of one formula: what differs between them is what they tell. */
const formulas: Readonly<Record<string, (index: number) => Report>> = {
  earthquakes: (index) => {
    const place = ['Arlen', 'Bostova', 'Cormar', 'Dunmere', 'Estrane'][index];
    return {
      title: `Earthquake of magnitude ${4 + index}.${index} shakes ${place}`,
      text: `An earthquake of magnitude ${4 + index}.${index} struck ${place} at ${index + 2}:1${index} on Friday, the seismological service of the region said. The centre was at a depth of ${10 + 7 * index} km, some ${30 + 11 * index} km from ${place}. There were no reports of damage or of people hurt, and no warning of a wave was given. The service reviews first readings of this kind by hand and may change them later.`,
    };
  },
  auctions: (index) => ({
    title: `Treasury sells bonds of ${210 + 35 * index} million`,
    text: `The treasury sold bonds of ${210 + 35 * index} million at its auction on Thursday, at a yield of ${3 + index}.${17 + index} per cent. Bids came to ${640 + 81 * index} million, or ${2 + index}.${4 + index} times what was on offer. The bonds fall due in ${2030 + index}. The next auction of the same kind is set for the week after the holiday, the treasury said in a note on its website.`,
  }),
  rates: (index) => {
    const bank = ['Arlen', 'Bostova', 'Cormar', 'Dunmere', 'Estrane'][index];
    return {
      title: `Bank of ${bank} keeps its rate at ${2 + index}.${25 + index}%`,
      text: `The central bank of ${bank} left its main rate at ${2 + index}.${25 + index} per cent on Thursday, as most of those asked by this agency had expected. Prices rose by ${1 + index}.${index} per cent over the year to December, after ${2 + index}.${9 - index} per cent in November. Governor ${['Hale', 'Orsan', 'Pell', 'Quist', 'Rone'][index]} will speak to the press later in the day. The bank next meets in six weeks, when it gives new forecasts.`,
    };
  },
  weather: (index) => ({
    title: `Cold wave: minus ${11 + 3 * index} degrees in district ${index + 4}`,
    text: `The weather office warned of temperatures of down to minus ${11 + 3 * index} degrees in district ${index + 4} in the night to Saturday. Winds of up to ${40 + 9 * index} km an hour make it feel colder. People are asked to stay at home where they can, to look after neighbours who live alone, and to keep taps from freezing. The warning holds until ${6 + index} in the morning, and ${12 + index} shelters stay open.`,
  }),
  toll: (index) => ({
    title: `Situation report number ${501 + index}`,
    text: `The office counted ${70 + 13 * index} people killed and ${150 + 29 * index} hurt in the ${24 + index} hours to Friday noon. That brings the sum since the beginning to ${22100 + 83 * index}, of whom ${9400 + 31 * index} are children. These are figures of the local ministry and could not be confirmed by others. Of 36 hospitals ${13 - index} work in part. Some ${120 + 7 * index} lorries with aid came in through the two crossings that are open.`,
  }),
  filings: (index) => ({
    title: `${['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'][index]} Holdings: transactions of managers`,
    text: `The following is a notice that the issuer must publish, and the issuer alone answers for what it says. Name of the manager: ${['Anders', 'Berta', 'Carl', 'Dora', 'Emil'][index]} ${['Ahl', 'Bohm', 'Cole', 'Dahl', 'Ekman'][index]}. Kind of transaction: purchase of ${1200 + 317 * index} shares at ${14 + index}.${31 + index} each, ${17000 + 4801 * index} in all. The notice was given to the exchange on the day of the transaction and can be read in the archive of the service.`,
  }),
  sports: (index) => ({
    title: `Result of match ${31 + index}`,
    text: `The home side won by ${80 + 7 * index} to ${71 + 6 * index} on Friday night in front of ${4100 + 271 * index} people. Captain ${['Ahl', 'Bohm', 'Cole', 'Dahl', 'Ekman'][index]} made ${21 + 2 * index} points, ${11 + index} of them in the last quarter. The guests led by ${5 + index} at the half and lost it after the break. The home side plays again on Sunday, and the guests have a week of rest before their next match away.`,
  }),
  japanese: (index) => ({
    title: `震度${index + 1}の地震`,
    text: `気象庁によると、${index + 5}日午前${index + 3}時${12 + index}分ごろ、沖合を震源とする地震があり、最大震度${index + 1}を観測した。震源の深さは約${10 * (index + 1)}キロ、地震の規模を示すマグニチュードは${4 + index}.${index}と推定される。この地震による津波の心配はない。気象庁は今後の情報に注意するよう呼びかけている。`,
  }),
};

const everything = Object.values(formulas).flatMap((make) => [0, 1, 2, 3, 4].map(make));

const test = suite('reports of one formula');

for (const [name, make] of Object.entries(formulas)) {
  const all = [0, 1, 2, 3, 4].map(make);
  for (const number of [1, 2, 4]) {
    test(`${name}: a new one is not the text of ${number} before`, () => {
      assert.is(isSameText(make(0), all.slice(1, number + 1)), false);
    });
  }
  test(`${name}: a new one is not the text of any other`, () => {
    const others = everything.filter(({ title }) => title !== make(0).title);
    assert.is(isSameText(make(0), others), false);
  });
  test(`${name}: the same one again is, among all others`, () => {
    assert.is(isSameText({ ...make(0), title: 'Another headline' }, everything), true);
  });
}

test.run();

const report: Report = {
  title: 'Ferries sail again from Larn after the storm',
  text: 'Ferries between Larn and Corvo sailed again on Friday after a storm had held them in port for 3 days, the Ministry of Transport said. Some 1,400 people waited for a place on board, and the first ship left at 6:15 with 320 of them. Minister Jane Doe told reporters that the harbour wall had held. She spoke of damage of about 12 million crowns. The port of Larn is the largest of Arcania. In 2019 a storm of the same strength sank two trawlers there, and the wall was made higher after it.',
};
const sentences = report.text.split(/(?<=\.) /);

const copies: Readonly<Record<string, string>> = {
  'under another headline': report.text,
  'shortened by its end': sentences.slice(0, 4).join(' '),
  'without its first sentence': sentences.slice(1).join(' '),
  'with a paragraph of its own at the end': `${report.text} Local boats had gone out on Thursday already, a fisherman from Corvo said.`,
  'with an introduction of its own': `Good news came from the coast this morning. ${report.text}`,
  'with one figure brought up to date': report.text.replace('12 million', '14 million'),
  'with its sentences in another order': sentences.toReversed().join(' '),
  'in lines, with quotation marks and links': `> ${report.text.replaceAll('. ', '.\n> ').replace('Jane Doe', '[Jane Doe](/actors/jane-doe/)')}`,
};

const copied = suite('copies of a report');

for (const [name, text] of Object.entries(copies)) {
  copied(`${name}: the same text`, () => {
    assert.is(isSameText({ title: 'A headline of its own', text }, [report]), true);
  });
  copied(`${name}: the same text beside three copies`, () => {
    const others = ['One', 'Two', 'Three'].map((title) => ({ ...report, title }));
    assert.is(isSameText({ title: 'A headline of its own', text }, others), true);
  });
}

copied.run();
