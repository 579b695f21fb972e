import { Lexer } from 'yaml';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { CheckedArticle } from './checkedFile.ts';

const mark = /^# ?guess\b:? ?/;

/** What `import` guessed and marked so is for somebody to read before the item is published. */
export function checkGuesses(
  { file, text, bodyStart, article, at }: CheckedArticle,
  report: Report,
): void {
  if (article.status !== 'usable') return;
  for (const { offset, why } of findGuesses(text.slice(0, bodyStart))) {
    report({
      code: 'unread-guess',
      file,
      where: at(offset - bodyStart),
      message: `this value is a guess of import's that nobody has confirmed${why === '' ? '' : `: ${why}`}`,
      hint: 'hold it against the report, then take the comment out',
    });
  }
}

/** How `import` begins an editor's note on an embargo whose moment it could not read. */
export const embargoNote = 'To do: embargoed:';
/** How it begins one on what it doubts. */
export const doubtNote = 'To look at:';

/** Comments of YAML that begin with `guess`, by their offsets; the same words within a value are none. */
export function findGuesses(
  front: string,
): readonly { readonly offset: number; readonly why: string }[] {
  if (!/# ?guess\b/.test(front)) return [];
  const found: { offset: number; why: string }[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(front)) {
    const isControl = /^[\u0002\u0018\u001f]$/.test(lexeme);
    const isText = before === '\u001f';
    if (!isText && mark.test(lexeme)) found.push({ offset, why: lexeme.replace(mark, '').trim() });
    before = lexeme;
    if (!isControl) offset += lexeme.length;
  }
  return found;
}
