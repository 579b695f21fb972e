import type { DateWords } from '../dates/format.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SiteArticle, SiteDay } from '../model/site.ts';
import type { SourceCitation } from '../parse/article.ts';
import type { Correction } from '../parse/correction.ts';
import { toUrl, type SiteAddress } from '../urls/address.ts';
import { parseSitePath } from '../urls/paths.ts';

/** The content of an article's entry: what its page says, with whole URLs. */
export function formatArticleHtml(
  article: SiteArticle,
  address: SiteAddress,
  dates: DateWords,
): string {
  const { image, dateline } = article;
  return [
    ...formatCorrections(article.corrections, dates),
    image &&
      `<figure><img src="${escapeHtml(wholeUrl(image.src, address))}" alt="${escapeHtml(image.alt)}">${image.credit === null ? '' : `<figcaption>${escapeHtml(image.credit)}</figcaption>`}</figure>`,
    dateline && `<p><strong>${escapeHtml(dateline)}</strong></p>`,
    // A reader that prefers content would show nothing where there is only a summary.
    formatBody(article.body, address) ||
      (article.summary !== null && `<p>${escapeHtml(article.summary)}</p>`),
    formatSources(article.sources),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The content of a briefing's entry: the editor's words, and each item with its sources. */
export function formatBriefingHtml(
  { briefing, articles }: SiteDay,
  address: SiteAddress,
  dates: DateWords,
): string {
  return [
    ...formatCorrections(briefing?.corrections ?? [], dates),
    briefing?.summary && `<p>${escapeHtml(briefing.summary)}</p>`,
    formatList(briefing?.keyTakeaways ?? []),
    briefing && formatBody(briefing.body, address),
    ...articles.flatMap((article) => [
      `<h2><a href="${escapeHtml(toUrl(address, article.path))}">${escapeHtml(article.title)}</a></h2>`,
      formatItemSummary(article),
      formatSources(article.sources),
    ]),
    briefing && briefing.watching.length > 0 && '<h2>What we’re watching</h2>',
    formatList(
      (briefing?.watching ?? []).map(({ text, due }) =>
        due === null ? text : `${text} (${dates.day(due)})`,
      ),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

function formatItemSummary({ dateline, summary, body }: SiteArticle): string {
  const text = escapeHtml(summary ?? body.firstParagraph);
  const place = dateline === null ? '' : `<strong>${escapeHtml(dateline)}</strong>`;
  if (text === '') return place === '' ? '' : `<p>${place}</p>`;
  return place === '' ? `<p>${text}</p>` : `<p>${place}: ${text}</p>`;
}

function formatBody(body: Body, address: SiteAddress): string {
  return fillHoles(body.html, address.origin + address.base);
}

function formatCorrections(
  corrections: readonly Correction[],
  dates: DateWords,
): readonly string[] {
  return corrections.map(
    ({ day, text }) =>
      `<p><strong>Correction, ${escapeHtml(dates.day(day))}:</strong> ${escapeHtml(text)}</p>`,
  );
}

function formatSources(sources: readonly SourceCitation[]): string {
  if (sources.length === 0) return '';
  const names = sources.map(({ name, url, reliability, credibility }) => {
    const text = escapeHtml(name);
    const grade = `${reliability ?? ''}${credibility ?? ''}`;
    const link = url === null ? text : `<a href="${escapeHtml(url)}">${text}</a>`;
    return grade === '' ? link : `${link} (${grade})`;
  });
  return `<p>${sources.length === 1 ? 'Source' : 'Sources'}: ${names.join('; ')}</p>`;
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
