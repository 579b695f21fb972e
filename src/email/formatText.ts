import type { EmailView } from '../views/email.ts';
import type { ItemView } from '../views/item.ts';
import type { SiteView } from '../views/planViews.ts';
import type { Around } from '../words/phrases.ts';
import type { Words } from '../words/en.ts';
import { formatNote } from './noteText.ts';
import { underline, wrapText } from './wrapText.ts';

/** A briefing as plain text in lines of 72 columns; addresses, which can't be broken, on their own. */
export function formatText(view: EmailView, site: SiteView): string {
  const { briefing, home } = view;
  const { words } = site;
  const section = (title: string, text: string): string =>
    text === '' ? '' : `${underline(title, '-')}\n\n${text}`;
  const blocks = [
    wrapText(home.text),
    underline(
      briefing.title === null
        ? briefing.weekday + words.joins.comma + briefing.day.text
        : view.title,
      '=',
    ),
    briefing.groups.length === 0 && !view.isCut
      ? ''
      : wrapText(briefing.countText + words.joins.comma + briefing.minutesText),
    `${wrapText(words.email.onSite + words.joins.colon)}\n${briefing.href}`,
    briefing.summary === null ? '' : wrapText(briefing.summary),
    section(words.briefing.takeaways, formatList(briefing.keyTakeaways)),
    section(words.briefing.note, formatNote(briefing.noteHtml)),
    ...briefing.groups.flatMap(({ story, items }) => [
      story === null ? '' : underline(words.kinds.story + words.joins.colon + story.text, '='),
      ...items.map((item) => formatItem(item, words)),
    ]),
    view.isCut ? formatCut(view, words) : '',
    briefing.groups.length === 0 && !view.isCut ? wrapText(words.briefing.noItems) : '',
    section(words.briefing.watching, formatList(briefing.watching.map(toWatched(words)))),
    section(
      words.pages.corrections,
      formatList(
        briefing.corrections.map(({ date, text }) => date.text + words.joins.colon + text),
      ),
    ),
    formatFoot(view, site),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function formatItem(item: ItemView, words: Words): string {
  const {
    dateline,
    time,
    mark,
    trend,
    alert,
    updated,
    hasCorrections,
    summary,
    judgement,
    sources,
  } = item;
  const facts = [
    dateline,
    time?.text,
    mark?.text,
    trend?.text,
    alert?.text,
    updated && fill(words.item.updated, updated.text),
    hasCorrections ? words.item.corrected : null,
  ].filter((fact) => fact);
  const cited = sources.map(({ name, grade }) => (grade === null ? name : `${name} (${grade})`));
  return [
    underline(item.title, '-'),
    facts.length === 0 ? '' : wrapText(facts.join(' | ')),
    summary === null ? '' : wrapText(summary),
    judgement === null ? '' : wrapText(judgement.text),
    cited.length === 0
      ? ''
      : wrapText(words.pages.sources + words.joins.colon + cited.join(words.joins.semicolon)),
    item.href,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function toWatched(words: Words): (entry: EmailView['briefing']['watching'][number]) => string {
  return ({ text, due }) =>
    due === null ? text : `${text} (${fill(words.briefing.due, due.text)})`;
}

function formatCut({ briefing }: EmailView, words: Words): string {
  const { before, link, after } = words.email.cut;
  return `${wrapText(before + link + after)}\n${briefing.href}`;
}

function formatFoot({ home }: EmailView, { publisher, licence, words }: SiteView): string {
  return [
    '-- ',
    wrapText(home.text),
    home.href,
    publisher === null ? '' : wrapText(fill(words.frame.publishedBy, publisher.name)),
    licence === null ? '' : wrapText(fill(words.frame.licence, licence)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function formatList(texts: readonly string[]): string {
  return texts.map((text) => wrapText(text, '* ')).join('\n');
}

function fill({ before, after }: Around, text: string): string {
  return before + text + after;
}
