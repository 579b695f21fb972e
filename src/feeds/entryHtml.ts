import { withoutIds } from '../markdown/bodyIds.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SiteArticle, SiteDay } from '../model/site.ts';
import type { SourceCitation } from '../parse/article.ts';
import type { Correction } from '../parse/correction.ts';
import { toUrl, type SiteAddress } from '../urls/address.ts';
import { parseSitePath } from '../urls/paths.ts';
import { directionOf } from '../views/direction.ts';
import { toJudgementView } from '../views/judgement.ts';
import { fillWords } from '../words/forms.ts';
import type { Speech } from './speech.ts';

/** The content of an article's entry: what its page says, with whole URLs. */
export function formatArticleHtml(
  article: SiteArticle,
  address: SiteAddress,
  speech: Speech,
): string {
  const { image, dateline } = article;
  const parts = [
    ...formatCorrections(article.corrections, speech),
    image &&
      `<figure><img src="${escapeHtml(wholeUrl(image.src, address))}" alt="${escapeHtml(image.alt)}">${image.credit === null ? '' : `<figcaption>${escapeHtml(image.credit)}</figcaption>`}</figure>`,
    formatJudgement(article, speech),
    dateline && `<p><strong>${escapeHtml(dateline)}</strong></p>`,
    // A reader that prefers content would show nothing where there is only a summary.
    formatBody(article.body, address) ||
      (article.summary !== null && `<p>${escapeHtml(article.summary)}</p>`),
    formatSources(article.sources, speech),
  ];
  return inLanguage(join(parts), article.lang, speech);
}

/** How many elements of that stand before the article's own text, and after it. */
export function countAround({
  corrections,
  image,
  judgement,
  likelihood,
  confidence,
  dateline,
  summary,
  body,
  sources,
}: SiteArticle): readonly [before: number, after: number] {
  const isSummary = body.words === 0 && summary !== null;
  const isJudged = judgement !== null || likelihood !== null || confidence !== null;
  const before = corrections.length + Number(image !== null) + Number(dateline !== null);
  return [before + Number(isJudged) + Number(isSummary), Number(sources.length > 0)];
}

/** The content of a briefing's entry: the editor's words, and each item with its sources. */
export function formatBriefingHtml(
  { briefing, articles }: SiteDay,
  address: SiteAddress,
  speech: Speech,
): string {
  const { dates, words } = speech;
  const parts = [
    ...formatCorrections(briefing?.corrections ?? [], speech),
    briefing?.summary && `<p>${escapeHtml(briefing.summary)}</p>`,
    formatList(briefing?.keyTakeaways ?? []),
    briefing && formatBody(briefing.body, address),
    ...articles.map((article) => {
      const item = [
        `<h2><a href="${escapeHtml(toUrl(address, article.path))}">${escapeHtml(article.title)}</a></h2>`,
        formatItemSummary(article, speech),
        formatJudgement(article, speech),
        formatSources(article.sources, speech),
      ];
      return article.lang === speech.language
        ? join(item)
        : inLanguage(join(item), article.lang, speech);
    }),
    briefing && briefing.watching.length > 0 && `<h2>${escapeHtml(words.briefing.watching)}</h2>`,
    formatList(
      (briefing?.watching ?? []).map(({ text, due }) =>
        due === null ? text : `${text} (${dates.day(due)})`,
      ),
    ),
  ];
  return inLanguage(join(parts), speech.language, speech);
}

function join(parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

/**
 * Says in which language and direction a text is, where a reader would take it for another: readers
 * show an entry in a page of their own, left to right, and feeds have no place for the direction.
 */
function inLanguage(html: string, lang: string, speech: Speech): string {
  const dir = directionOf(lang);
  const isPlain = dir === 'ltr' && directionOf(speech.language) === 'ltr';
  if (html === '' || (isPlain && lang === speech.language)) return html;
  return `<div lang="${escapeHtml(lang)}" dir="${dir}">\n${html}\n</div>`;
}

function formatItemSummary({ dateline, summary, body }: SiteArticle, { words }: Speech): string {
  const text = escapeHtml(summary ?? body.firstParagraph);
  const place = dateline === null ? '' : `<strong>${escapeHtml(dateline)}</strong>`;
  if (text === '') return place === '' ? '' : `<p>${place}</p>`;
  return place === '' ? `<p>${text}</p>` : `<p>${place}${words.joins.colon}${text}</p>`;
}

function formatJudgement(article: SiteArticle, speech: Speech): string {
  const judgement = toJudgementView(article, speech);
  return judgement === null ? '' : `<p>${escapeHtml(judgement.text)}</p>`;
}

function formatBody(body: Body, address: SiteAddress): string {
  // Readers show many entries in one page.
  return withoutIds(fillHoles(body.html, address.origin + address.base));
}

function formatCorrections(corrections: readonly Correction[], speech: Speech): readonly string[] {
  return corrections.map(
    (correction) =>
      `<p><strong>${escapeHtml(formatLead(correction, speech))}</strong> ${escapeHtml(correction.text)}</p>`,
  );
}

/** The same as plain text. */
export function formatCorrectionTexts(
  corrections: readonly Correction[],
  speech: Speech,
): readonly string[] {
  return corrections.map((correction) => `${formatLead(correction, speech)} ${correction.text}`);
}

function formatLead({ day }: Correction, { dates, words }: Speech): string {
  return fillWords(words.feeds.correction, { date: dates.day(day) });
}

function formatSources(sources: readonly SourceCitation[], { words, count }: Speech): string {
  if (sources.length === 0) return '';
  const names = sources.map(({ name, url, reliability, credibility }) => {
    const text = escapeHtml(name);
    const grade = `${reliability ?? ''}${credibility ?? ''}`;
    const link = url === null ? text : `<a href="${escapeHtml(url)}">${text}</a>`;
    return grade === '' ? link : `${link} (${grade})`;
  });
  const phrase = escapeHtml(count(words.feeds.sources, sources.length));
  return `<p>${fillWords(phrase, { names: names.join(words.joins.semicolon) })}</p>`;
}

function formatList(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  return `<ul>\n${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n')}\n</ul>`;
}

/** An address from content as a whole URL. */
export function wholeUrl(urlOrPath: string, address: SiteAddress): string {
  const path = parseSitePath(urlOrPath);
  return path === null ? urlOrPath : toUrl(address, path);
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
