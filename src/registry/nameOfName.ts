import { dividedStates, heads, headsFor, officesOf } from './nameHeads.ts';
import { beginsSentence, isCapital, plainWord, wordBefore, type Neighbour } from './neighbours.ts';
import type { Sight } from './sight.ts';

const articles = new Set(['the', 'la', 'le']);
const prepositions = new Set('of for de du do da del della di für'.split(' '));

/** How many words before a preposition are looked at. */
const longest = 8;

/**
 * Whether a preposition makes a name a part of a longer one: `Bank of China`, `Alternative for Germany`,
 * `Tour de France`; not `President of Georgia`, nor `Abdullah of Jordan`.
 */
export function isPartByPreposition(sight: Sight): boolean {
  const { text, left, type } = sight;
  const preposition =
    left !== null && articles.has(plainWord(left.raw)) ? wordBefore(text, left.start) : left;
  if (preposition === null) return false;
  const kind = plainWord(preposition.raw);
  if (!prepositions.has(kind)) return false;
  const head = wordBefore(text, preposition.start);
  if (head === null || !isCapital(head.raw) || head.isJoined) return false;
  const word = plainWord(head.raw);
  if (heads.has(word)) return true;
  if (kind === 'for') return headsFor.has(word);
  if (type !== 'state') return false;
  const { words, first } = wordsBefore(text, head);
  if (kind === 'of' && word === 'republic') return isDivided(sight, words);
  if (words.some((each) => officesOf.has(each)) || sight.isHeadline) return false;
  if (kind !== 'of') return true;
  const article = wordBefore(text, first.start);
  // Persons have no article, `Abdullah of Jordan`; peoples have the ending of many.
  const hasArticle = article !== null && /^(?:the|an?)$/i.test(article.raw);
  const opens = words.length === 1 && beginsSentence(text, first.start);
  return hasArticle && !opens && !word.endsWith('s');
}

/** `People's Republic of China` is China; `Republic of China` and both Koreas need more than their name. */
function isDivided({ name }: Sight, [, before = '']: readonly string[]): boolean {
  const state = plainWord(name);
  if (state === 'china' && before.startsWith('people')) return false;
  return dividedStates.has(state);
}

/** The words in capitals that end with a head, the head first, and small words between them. */
function wordsBefore(
  text: string,
  head: Neighbour,
): { readonly words: readonly string[]; readonly first: Neighbour } {
  const words = [plainWord(head.raw)];
  let first = head;
  let next = wordBefore(text, head.start);
  while (next !== null && words.length < longest) {
    const isSmall = /^(?:of|and|for)$/.test(next.raw);
    const isStart = /^(?:the|an?)$/i.test(next.raw);
    if (isStart || (!isSmall && !isCapital(next.raw))) break;
    words.push(plainWord(next.raw));
    if (!isSmall) first = next;
    next = wordBefore(text, next.start);
  }
  return { words, first };
}
