import { Document, isScalar, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { doubtNote, embargoNote } from '../check/guesses.ts';
import type { Draft } from './draft.ts';
import type { Marked } from './marked.ts';
import type { PostFields } from './rawItem.ts';

/**
 * A draft as a file: front matter, in which every guess has a comment `# guess: why`, and the body.
 */
export function formatDraft(draft: Draft): string {
  const { item } = draft;
  const document = new Document({});
  const map = document.contents as unknown as YAMLMap;
  const node = (value: unknown, comment: string | null): Node => {
    const made = document.createNode(value) as Node;
    if (comment !== null) made.comment = ` ${comment.replace(/\s+/g, ' ')}`;
    return made;
  };
  const set = (key: string, value: unknown, guess: string | null = null): void => {
    map.set(document.createNode(key), node(value, guess === null ? null : `guess: ${guess}`));
  };
  const setList = (key: string, nodes: readonly Node[]): void => {
    if (nodes.length === 0) return;
    const list = document.createNode([]) as YAMLSeq;
    for (const each of nodes) list.add(each);
    map.set(document.createNode(key), list);
  };
  const marked = (value: Marked<unknown>): Node => node(value.value, guessOf(value.guess));
  set('title', item.title, item.titleGuess ?? item.titleDoubt ?? null);
  set('date', item.date.value, item.date.guess);
  set('id', draft.id);
  const front = draft.kept?.front ?? {};
  const keep = (...keys: readonly string[]): void => {
    for (const key of keys) if (front[key] !== undefined) set(key, front[key]);
  };
  if (front['authors'] === undefined) setList('authors', item.authors.map(marked));
  keep('authors', 'image');
  if (item.summary !== null) set('summary', item.summary.value, item.summary.guess);
  if (item.dateline !== null) set('dateline', item.dateline.value, item.dateline.guess);
  keep('countries');
  setList('countries', draft.countries.map(marked));
  setList('topics', draft.topics.map(marked));
  setList(
    'actors',
    draft.actors.map(({ value, guess }) => {
      const speaks = value.speaks === null ? null : `speaks: ${value.speaks}`;
      const role = draft.kept?.roles.get(value.id);
      return node(
        role === undefined ? value.id : { actor: value.id, role },
        [guessOf(guess), speaks].filter((part) => part !== null).join('; ') || null,
      );
    }),
  );
  if (draft.kept !== null && draft.kept.story !== null) set('story', draft.kept.story);
  setList(
    'sources',
    draft.sources.map((source) => {
      const { name, url, published, guess, more = {} } = source;
      const whole = {
        name,
        ...(url === null ? {} : { url }),
        ...(published === null ? {} : { published }),
        ...more,
      };
      const made = node(whole, null) as YAMLMap;
      const first = made.items[0]?.value;
      if (guess !== null && isScalar(first)) first.comment = ` guess: ${guess}`;
      return made;
    }),
  );
  keep('judgement', 'confidence', 'likelihood', 'trend', 'alert', 'urgency');
  if (item.updated !== null) set('updated', item.updated);
  keep('corrections');
  if (draft.status === 'draft') set('status', 'draft');
  if (item.embargo !== undefined) {
    const { until, text } = item.embargo;
    if (until !== null) set('embargoed', until);
    else set('editorNote', `${embargoNote}, for the text says "${text}"`);
  }
  keep('tlp');
  if (item.language !== null) set('lang', item.language.value, item.language.guess);
  if (item.post !== undefined) setPost(item.post, draft, set);
  const importedFrom = { hash: item.hash, ...(item.url === null ? {} : { url: item.url }) };
  const { unknownTerms } = draft;
  const terms = unknownTerms.length === 0 ? {} : { terms: unknownTerms };
  set('extra', { ...item.extra, ...terms, importedFrom });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n\n${item.body.trim()}\n`;
}

function setPost(
  { image, doubts }: PostFields,
  { redirectFrom }: Draft,
  set: (key: string, value: unknown) => void,
): void {
  if (image !== null) set('image', image);
  if (redirectFrom.length > 0) set('redirectFrom', redirectFrom);
  if (doubts.length > 0) set('editorNote', `${doubtNote} ${doubts.join('; ')}`);
}

function guessOf(guess: string | null): string | null {
  return guess === null ? null : `guess: ${guess}`;
}
