import type { PluralForms } from './forms.ts';

const forms = (one: string, other: string): PluralForms => ({ one, other });

/**
 * Every word of the pages in English, and the shape of every other language. Plain data: threads get
 * it with the pages.
 */
export const en = {
  counted: {
    items: forms('{n} item', '{n} items'),
    days: forms('{n} day', '{n} days'),
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
    publishedBy: 'Published by',
    licence: 'Licence:',
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
};

export type Words = typeof en;
