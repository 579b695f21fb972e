import type { PluralForms } from './forms.ts';
import { around, linked } from './phrases.ts';

const forms = (one: string, other: string): PluralForms => ({ one, other });

/**
 * Every word of the pages in English, and the shape of every other language. Plain data: threads get
 * it with the pages.
 */
export const en = {
  counted: {
    items: forms('{n} item', '{n} items'),
    days: forms('{n} day', '{n} days'),
    minutes: forms('{n} min to read', '{n} min to read'),
    actors: forms('{n} actor', '{n} actors'),
    ties: forms('{n} tie', '{n} ties'),
  },
  pages: {
    home: 'Home',
    archive: 'Archive',
    topics: 'Topics',
    actors: 'Actors',
    stories: 'Stories',
    sources: 'Sources',
    articles: 'Newest items',
    corrections: 'Corrections',
    subscribe: 'Subscribe',
    notFound: 'Page not found',
    moved: 'This page has moved',
    canceled: 'This item was canceled',
    everyBriefing: 'Every briefing',
    everyItem: 'Every item',
  },
  frame: {
    skip: 'Skip to content',
    site: 'Site',
    breadcrumbs: 'Breadcrumbs',
    more: 'More',
    publishedBy: around('Published by {}.'),
    licence: around('Licence: {}.'),
  },
  /** What the script in the browser says. */
  script: {
    theme: { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' },
  },
  /** Between words that a page joins; with their blanks. */
  joins: { comma: ', ', semicolon: '; ', colon: ': ', to: ' to ' },
  /** What a page is, above its title. */
  kinds: {
    topic: 'Topic',
    source: 'Source',
    story: 'Story',
    developing: 'Developing story',
    closed: 'Story, closed',
    week: 'Week',
    month: 'Month',
    year: 'Year',
  },
  pager: {
    earlier: 'Earlier',
    later: 'Later',
    days: 'Neighbouring days',
    items: 'Neighbouring items',
    years: 'Neighbouring years',
    periods: 'Neighbouring periods',
  },
  home: {
    noBriefing: 'No briefing yet',
    untilThen: linked(
      'The first one will stand here on the day it is published. Until then you can [subscribe], and it will come to you.',
    ),
    recent: 'Recent days',
    allDays: 'All days in the archive',
    stories: 'Active stories',
    topics: 'In the news',
    actors: 'Who appears',
  },
  briefing: {
    takeaways: 'Key takeaways',
    note: 'Editor’s note',
    watching: 'What we’re watching',
    due: around('Due {}'),
    noItems: 'No items were filed on this day.',
    wider: 'The wider view',
    widerLabel: 'Week, month and year',
  },
  item: {
    updated: around('Updated {}'),
    corrected: 'Corrected',
    by: around('By {}'),
    archived: 'Archived copy',
    citing: 'All items that cite it',
  },
  canceled: {
    stood: around(
      'An item of {} stood here. It was canceled, and nothing of it is published any more.',
    ),
    day: 'The briefing of that day',
  },
  periods: { onDays: '{items} on {days}' },
  terms: {
    inBrief: 'In brief',
    country: 'Country',
    aliases: 'Also called',
    formerly: 'Formerly',
    roles: 'Roles',
    related: 'Related',
    companions: 'Appears with',
    broader: 'Part of',
    narrower: 'Narrower topics',
    elsewhere: 'Elsewhere',
    byYear: 'All items by year',
    newestFirst: '{items}, newest first',
    cited: around('Cited in {}'),
    alsoActor: around('Also an actor in the news: {}.'),
    last: around('last {}'),
    newest: around('Newest: {}'),
    typesAndLetters: 'Types and letters',
    whoWasCited: 'Who was cited, how often, and when last.',
    developing: 'Developing',
    closed: 'Closed',
  },
  /** What a list says that has nothing in it. */
  nothing: {
    topics: 'There are no topics yet.',
    actors: 'There are no actors yet.',
    stories: 'There are no stories yet.',
    sources: 'No source has been cited yet.',
    items: 'No item has been published yet.',
    days: 'No day has a briefing yet.',
    corrections: 'Nothing has had to be corrected so far.',
    ofTopic: 'No item has this topic yet.',
    ofActor: 'No item names this actor yet.',
    ofStory: 'No item belongs to this story yet.',
    ofSource: 'No item cites this source yet.',
  },
  archive: {
    scale: 'The more items a day has, the stronger its colour and the longer its bar:',
    few: 'few',
    many: 'many',
    scaleEnd: '. The arrow at the start of a row leads to the whole week.',
    older: 'Everything older is in the archive',
  },
  corrections: {
    intro: 'What was wrong, and what is right, newest first.',
    of: around('In {}'),
  },
  feeds: {
    follow: 'Follow',
    what: 'What is a feed?',
    intro:
      'A feed brings you every new briefing by itself, without an account and without your e-mail address. You need a feed reader: an app or a web site that looks at the feeds you have chosen and shows what is new. Copy the link of a feed from this page into your reader; all three formats hold the same, and RSS works in every reader.',
    whole: 'The whole site',
    all: linked('[All feeds in one OPML file], which a feed reader can import.'),
    chosen: 'Only what you follow',
    correction: 'Correction, {date}:',
    sources: forms('Source: {names}', 'Sources: {names}'),
  },
  notFound: {
    nothing:
      'Nothing is published at this address. The link may be mistyped, or older than the page it meant.',
    briefing: 'The newest briefing',
    archive: 'The archive: every day in a calendar',
    items: 'The newest items',
  },
  page: { changed: around('Last changed on {}') },
  network: {
    title: 'Network',
    titleOfYear: 'Network of {year}',
    lede: 'Who appears with whom: the strongest ties between the actors of these items.',
    counts: '{actors}, {ties}',
    scopes: 'Time',
    allTime: 'All time',
    drawing: 'Drawing of the ties; the same stands in the table below',
    node: '{name}: {type}, {items}',
    method:
      'A line joins two actors that an item names together. It is the stronger the more items name both and the fewer others they name: an item that names two adds 1 to their tie, one that names five adds ¼ to each of its ties. Drawn are the hundred strongest ties, at most twelve of one actor; a larger shape stands in more items.',
    none: 'No two actors share an item yet.',
    table: 'The ties as a table',
    pair: 'Actors',
    shared: 'Together in',
    last: 'Last together',
  },
  actorTypes: {
    person: { one: 'Person', many: 'People' },
    organisation: { one: 'Organisation', many: 'Organisations' },
    state: { one: 'State', many: 'States' },
    group: { one: 'Group', many: 'Groups' },
  },
  trends: {
    deteriorated: 'Deteriorated',
    improved: 'Improved',
    unchanged: 'Unchanged',
  },
  alerts: { risk: 'Conflict risk', opportunity: 'Resolution opportunity' },
  marks: { draft: 'Draft', embargoed: 'Embargoed' },
  /** ICD 203, analytic confidence. */
  confidence: {
    low: 'Low confidence',
    moderate: 'Moderate confidence',
    high: 'High confidence',
  },
  confidenceMeanings: {
    low: 'The information is scant, in fragments, or from sources whose worth is unclear.',
    moderate: 'The information is plausible and credibly sourced, but not confirmed well enough.',
    high: 'The judgement rests on good information from several sources.',
  },
  /** ICD 203, degrees of likelihood. */
  likelihoods: {
    'almost no chance': 'almost no chance',
    'very unlikely': 'very unlikely',
    unlikely: 'unlikely',
    'roughly even chance': 'roughly even chance',
    likely: 'likely',
    'very likely': 'very likely',
    'almost certain': 'almost certain',
  },
  assessment: {
    title: 'Assessment',
    likelihood: 'Likelihood: {term}',
    scale: 'What the words mean',
    scaleNote:
      'The scale is that of ICD 203, the analytic standards of the US intelligence community.',
    here: 'this item',
  },
  storyLine: {
    title: 'The story so far',
    whole: 'The whole story',
  },
  orders: { name: 'By name', count: 'By number of items', date: 'By last item' },
  orderedTitles: {
    topics: { name: 'Topics', count: 'Topics by number of items', date: 'Topics by last item' },
    actors: { name: 'Actors', count: 'Actors by number of items', date: 'Actors by last item' },
    sources: { name: 'Sources', count: 'Sources by number of items', date: 'Sources by last item' },
  },
  order: { label: 'Order', last: 'last' },
  spark: {
    byMonth: 'Items by month, {from} to {to}; at most {most}, in {peak}',
    byWeek: 'Items by week, {from} to {to}; at most {most}, in {peak}',
  },
  related: { title: 'Related' },
  /** Admiralty code (NATO AJP-2.1): how far a source, and what it says, can be trusted. */
  grades: {
    source: 'source {grade}',
    information: 'information {grade}',
    reliability: {
      A: 'completely reliable',
      B: 'usually reliable',
      C: 'fairly reliable',
      D: 'not usually reliable',
      E: 'unreliable',
      F: 'reliability cannot be judged',
    },
    credibility: {
      1: 'confirmed by other sources',
      2: 'probably true',
      3: 'possibly true',
      4: 'doubtful',
      5: 'improbable',
      6: 'truth cannot be judged',
    } as Readonly<Record<number, string>>,
  },
  search: {
    title: 'Search',
    description: 'Find items by their words, topic, actor, source and year.',
    query: 'Words to look for',
    submit: 'Search',
    filters: 'Narrow the search',
    topic: 'Topic',
    actor: 'Actor',
    source: 'Source',
    year: 'Year',
    sort: 'Order',
    any: 'Any',
    allYears: 'All years',
    byRelevance: 'Best match',
    byDate: 'Newest first',
    results: 'Results',
    browse: 'Or browse',
    withoutScript:
      'Searching needs JavaScript, which is switched off or was not loaded. Everything can also be reached by the links below.',
  },
  /** What the search says while it works. */
  searchScript: {
    found: forms('{n} result, {years}', '{n} results, {years}'),
    none: 'Nothing found, {years}.',
    loading: 'Searching…',
    failed: 'The search could not be loaded. Try again, or browse by the links below.',
    allYears: 'all years',
    more: 'More results',
    olderYear: 'Search {year} too',
    everyYear: 'Search all years',
    option: '{name} ({n})',
  },
};

export type Words = typeof en;
