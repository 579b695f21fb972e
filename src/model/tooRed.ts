import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import { hasLine } from '../parse/ledger.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { ResolvedContent, SiteOptions } from './buildSite.ts';

/**
 * Traffic Light Protocol: nothing above the site's ceiling leaves, whatever its status. A new item stops
 * the build, for it is in the wrong folder; one that was published has to leave the site before all else.
 */
export function reportTooRed(
  { file, path, tlp }: ResolvedArticle,
  { ledger, names: { config } }: ResolvedContent,
  { isPublished = () => false }: SiteOptions,
  report: Report,
): void {
  const wasPublished = (ledger !== null && hasLine(ledger, path)) || isPublished(path);
  const level = `TLP:${tlp.toUpperCase()}`;
  report({
    code: wasPublished ? 'published-above-tlp-ceiling' : 'above-tlp-ceiling',
    file,
    where: atValue('tlp'),
    message: `${level} is above this site's ceiling, TLP:${config.tlpCeiling.toUpperCase()}${wasPublished ? '; the item was published and is withheld from now on' : ''}`,
    hint: 'move the file out of this content folder',
  });
}
