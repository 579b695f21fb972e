import type { KeyPath, Report } from '../diagnostics/diagnostic.ts';
import { atValue } from '../diagnostics/diagnostic.ts';
import type { MentionFinder } from '../markdown/linkMentions.ts';
import { renderBody, type Body, type BodyReport } from '../markdown/renderBody.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { Registry } from '../registry/registry.ts';
import type { SitePath } from '../urls/paths.ts';
import { toSlug, type Slug } from '../urls/slug.ts';

/** What names are resolved against. Depends on site.yaml, topics, actors and stories alone. */
export interface Names {
  readonly actors: Registry;
  readonly topics: Registry;
  readonly stories: Registry;
  /** Finds actors in running text; null where the site links no mentions. */
  readonly findMentions: MentionFinder | null;
  readonly config: SiteConfig;
}

/**
 * Renders a file's body. Reports links that may not be published, of which the body has the text; and a body
 * that would become more than one may, which is empty then.
 */
export function resolveBody(
  file: { readonly file: string; readonly body: string; readonly bodyLine: number },
  path: SitePath,
  findMentions: MentionFinder | null,
  { address }: SiteConfig,
  report: Report,
): Body {
  const told: BodyReport = {
    refuse: ({ message, hint, line }) =>
      report({
        code: 'over-limit',
        file: file.file,
        where: { kind: 'position', line: file.bodyLine + line, column: 1 },
        message,
        hint,
      }),
    refuseLink: ({ href, line }) =>
      report({
        code: 'refused-link',
        file: file.file,
        where: { kind: 'text', text: href, fromLine: file.bodyLine + line },
        message: `${clip(href)} is published as text, since a link may not lead there`,
        hint: 'write a whole address with https, http or mailto, or a path of this site',
      }),
  };
  return renderBody(file.body, path, findMentions, told, address);
}

/** An address as it is told. */
function clip(href: string): string {
  return href.length > 200 ? `${href.slice(0, 200)}…` : href;
}

/** Resolves a name at a place of a file; reports an unknown or ambiguous one and gives null. */
export function resolveName(
  registry: Registry,
  name: string,
  file: string,
  path: KeyPath,
  report: Report,
): Slug | null {
  const found = registry.resolve(name);
  if (found.kind === 'found') return found.id;
  if (found.kind === 'unread') return null;
  if (found.kind === 'ambiguous') {
    report({
      code: 'ambiguous-name',
      file,
      where: atValue(...path),
      message: `"${name}" may mean ${found.ids.join(' or ')}`,
      hint: 'write the id',
    });
    return null;
  }
  report({
    code: `unknown-${registry.kind}`,
    file,
    where: atValue(...path),
    message: `"${name}" names no ${registry.kind}`,
    hint: found.hint ?? `add ${folders[registry.kind]}/${suggestFile(name)}.md`,
  });
  return null;
}

/** Resolves a list of names; each id once, in the order of first mention. */
export function resolveNames(
  registry: Registry,
  names: readonly string[],
  file: string,
  key: string,
  report: Report,
): readonly Slug[] {
  const ids = new Set<Slug>();
  for (const [index, name] of names.entries()) {
    const id = resolveName(registry, name, file, [key, index], report);
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

const folders = { actor: 'actors', topic: 'topics', story: 'stories' } as const;

function suggestFile(name: string): string {
  return toSlug(name) ?? '<id>';
}
