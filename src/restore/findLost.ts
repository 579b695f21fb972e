import type { ExportDocument } from '../export/schema.ts';
import type { Site } from '../model/site.ts';
import type { Loss } from './parseExport.ts';

/**
 * Articles of an export that the restored content does not give again under their day and slug, though their
 * files have no error: the export contradicts itself.
 * @param known losses that are told already
 */
export function findLost(
  { articles, canceled }: Pick<ExportDocument, 'articles' | 'canceled'>,
  site: Site,
  known: readonly Loss[],
): readonly Loss[] {
  const there = new Set(
    [...site.articles, ...site.canceled].map(({ id, day, slug }) => `${id} ${day} ${slug}`),
  );
  return [...articles, ...canceled]
    .filter(({ id, date, slug }) => !there.has(`${id} ${date} ${slug}`))
    .filter(({ id }) => !known.some(({ which }) => which === id))
    .map(({ id, date, slug }) => ({
      what: 'article',
      which: id,
      why: `the content does not give it again as /${date.replaceAll('-', '/')}/${slug}/`,
    }));
}
