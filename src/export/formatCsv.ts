import { toEntryId } from '../urls/entryId.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { withoutForbidden } from '../parse/characters.ts';
import { toUrl } from '../urls/address.ts';

type Cell = string | number | null;

/** The columns: a name, and the cell of an article. Lists are joined by `; `. */
const columns: readonly (readonly [name: string, (article: SiteArticle, site: Site) => Cell])[] = [
  ['id', ({ id }) => id],
  ['uri', ({ day, id }, { config }) => toEntryId(config.authority, day, id)],
  ['url', ({ path }, { config }) => toUrl(config.address, path)],
  ['date', ({ day }) => day],
  ['time', ({ instant }) => instant && instant.iso],
  ['title', ({ title }) => title],
  ['summary', ({ summary, body }) => summary ?? body.firstParagraph],
  ['dateline', ({ dateline }) => dateline],
  ['countries', ({ countries }) => join(countries)],
  ['topics', ({ topics }, site) => join(topics.map((id) => site.topics.get(id)?.topic.name ?? id))],
  ['topic_ids', ({ topics }) => join(topics)],
  ['actors', ({ actors }, site) => join(actors.map(({ id }) => nameOfActor(id, site)))],
  ['actor_ids', ({ actors }) => join(actors.map(({ id }) => id))],
  ['story', ({ story }) => story],
  ['sources', ({ sources }) => join(sources.map(({ name }) => name))],
  ['source_urls', ({ sources }) => join(sources.flatMap(({ url }) => url ?? []))],
  ['judgement', ({ judgement }) => judgement],
  ['confidence', ({ confidence }) => confidence],
  ['likelihood', ({ likelihood }) => likelihood],
  ['trend', ({ trend }) => trend],
  ['alert', ({ alert }) => alert],
  ['urgency', ({ urgency }) => urgency],
  ['updated', ({ updated }) => updated && updated.iso],
  ['tlp', ({ tlp }) => tlp],
  ['lang', ({ lang }) => lang],
  ['words', ({ body }) => body.words],
];

/** The articles as a table (RFC 4180), newest first, without their bodies. */
export function* formatCsv(site: Site): Generator<string> {
  yield formatRow(columns.map(([name]) => name));
  for (const article of site.articles)
    yield formatRow(columns.map(([, cell]) => cell(article, site)));
}

function formatRow(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

/**
 * What stands before the first letter that a spreadsheet sees: blanks, controls, and letters that show
 * nothing (Unicode's Default_Ignorable_Code_Point, and the empty cell of Braille).
 */
const unseen = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/u;
/** With what a formula begins. Of tab and return the first alone counts: others are unseen. */
const formula = /^[=+\-@]/;

/** Whether a spreadsheet may run a text; a letter of any width is the same to it (UAX 15, NFKC). */
function isFormula(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true;
  const [first = ''] = cell.replace(unseen, '');
  return formula.test(first.normalize('NFKC'));
}

/** A text that a spreadsheet would run gets an apostrophe, which it shows as text (OWASP, CSV injection). */
function formatCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = withoutForbidden(cell);
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `formatCsv` or a spreadsheet kept it from being run. */
export function unquoteFormula(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

function join(texts: readonly string[]): string {
  return texts.join('; ');
}

function nameOfActor(id: SiteArticle['actors'][number]['id'], { actors }: Site): string {
  return actors.get(id)?.actor.name ?? id;
}
