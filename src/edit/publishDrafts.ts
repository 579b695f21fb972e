import { embargoNote, doubtNote, findGuesses } from '../check/guesses.ts';
import type { Instant } from '../dates/instant.ts';
import { isAboveCeiling } from '../parse/article.ts';
import { parseFrontMatter } from '../parse/frontMatter.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { FileChange } from './changes.ts';
import { withEdits, type ContentText } from './contentText.ts';
import { isFrontOf, readFrontText, replaceScalar } from './frontText.ts';
import { frontOf, type SelectedArticle } from './selectArticles.ts';

/** What becomes of an article that is to be published. */
export type Publication =
  | {
      readonly kind: 'published';
      readonly change: FileChange;
      /** The end of an embargo that lies ahead, which stands. */
      readonly until: Instant | null;
    }
  /** It stays a draft, for these reasons. */
  | {
      readonly kind: 'held';
      readonly file: string;
      readonly reasons: readonly string[];
      /** Whether guesses are all that holds it. */
      readonly isGuessed: boolean;
    }
  /** It is no draft. */
  | { readonly kind: 'other'; readonly file: string; readonly status: string };

export interface PublishOptions {
  /** Publish what has guesses and doubts that nobody has confirmed too. */
  readonly withGuesses: boolean;
  readonly now: Instant;
}

/** Sets the status of a draft to `usable`. Nothing else of its file changes. */
export function publishDraft(
  selected: SelectedArticle,
  config: SiteConfig,
  { withGuesses, now }: PublishOptions,
): Publication {
  const { content, article } = selected;
  const { file, location } = content.entry;
  if (article.status !== 'draft') return { kind: 'other', file, status: article.status };
  const bars = findBars(selected, config);
  const reasons = [...bars, ...(withGuesses ? [] : findUnconfirmed(selected))];
  if (reasons.length > 0) return { kind: 'held', file, reasons, isGuessed: bars.length === 0 };
  const edited = setUsable(content);
  if (edited === null) {
    const odd = 'its front matter is written so that nothing can be changed safely';
    return { kind: 'held', file, reasons: [odd], isGuessed: false };
  }
  const { embargoed } = article;
  return {
    kind: 'published',
    change: { file, location, before: content.raw, after: edited.raw, moveTo: null },
    until: embargoed !== null && embargoed.time > now.time ? embargoed : null,
  };
}

/** Null where the status is written so that it can't be replaced alone. */
function setUsable(content: ContentText): ContentText | null {
  const { source } = content;
  const status = readFrontText(source).scalars.find(
    ({ path }) => path.length === 1 && path[0] === 'status',
  );
  const front = parseFrontMatter(source.text, source.file, () => undefined);
  if (status === undefined || front === null) return null;
  const edited = withEdits(content, [replaceScalar(status, 'usable')]);
  return isFrontOf(edited.source, { ...front.data, status: 'usable' }) ? edited : null;
}

/** What forbids to publish an article, whatever its editor thinks of it. */
function findBars({ article }: SelectedArticle, { tlpCeiling }: SiteConfig): readonly string[] {
  const { tlp, embargoed, editorNote } = article;
  const isOpen = embargoed === null && editorNote?.startsWith(embargoNote) === true;
  return [
    ...(isAboveCeiling(tlp, tlpCeiling)
      ? [`TLP:${tlp.toUpperCase()} is above the site's ceiling, TLP:${tlpCeiling.toUpperCase()}`]
      : []),
    ...(isOpen
      ? ['its report has an embargo: write embargoed:, or take the line out of editorNote']
      : []),
  ];
}

/** What import guessed or doubted, and nobody has taken out since. */
function findUnconfirmed({ content, article }: SelectedArticle): readonly string[] {
  const front = frontOf(content);
  const guesses = findGuesses(front).map(({ offset, why }) => {
    const line = front.slice(0, offset).split('\n').length;
    return `guess in line ${line}${why === '' ? '' : `: ${why}`}`;
  });
  const note = article.editorNote ?? '';
  return note.startsWith(doubtNote) ? [...guesses, `doubt in editorNote: ${note}`] : guesses;
}
