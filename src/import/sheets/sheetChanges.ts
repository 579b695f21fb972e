import path from 'node:path';
import type { FileChange } from '../../edit/changes.ts';
import { withEdits } from '../../edit/contentText.ts';
import { addFields } from '../../edit/frontLists.ts';
import { isFrontOf, readFrontText } from '../../edit/frontText.ts';
import { newTermFile } from '../../edit/newFile.ts';
import { termFolders } from '../../edit/references.ts';
import { diagnosticSeverities } from '../../diagnostics/codes.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { parseActor } from '../../parse/actor.ts';
import { parseTopic } from '../../parse/topic.ts';
import type { SourceFile } from '../../read/readContent.ts';
import { sheetSchemas, type SheetKind } from './sheetFields.ts';
import { relativeOf, type SheetTerm } from './sheetTerms.ts';

/** What becomes of an entry's file. */
export type TermChange =
  | { readonly kind: 'new' | 'adds'; readonly term: SheetTerm; readonly change: FileChange }
  | { readonly kind: 'same'; readonly term: SheetTerm }
  /** Its file is written so that nothing can be added safely, or it would hold too much. */
  | { readonly kind: 'refused'; readonly term: SheetTerm; readonly why: string };

/** @param content the content folder, as the user typed it */
export function toChange(kind: SheetKind, term: SheetTerm, content: string): TermChange {
  const { file, added } = term;
  const relative = relativeOf(kind, term.id);
  if (term.content === null) {
    const { text } = newTermFile(termFolders[kind], term.id, inOrder(kind, term));
    const why = findFault(kind, { kind, file, relative, text });
    if (why !== null) return { kind: 'refused', term, why };
    const location = path.join(content, relative);
    const change = { file, location, before: null, after: text, moveTo: null };
    return { kind: 'new', term, change };
  }
  if (Object.keys(added).length === 0) return { kind: 'same', term };
  const { source, entry, raw } = term.content;
  const edited = withEdits(term.content, addFields(source, readFrontText(source), added));
  const isMeant = isFrontOf(edited.source, { ...term.data });
  const odd = 'its front matter is written so that nothing can be added safely';
  const why = findFault(kind, edited.source) ?? (isMeant ? null : odd);
  if (why !== null) return { kind: 'refused', term, why };
  const { location } = entry;
  return {
    ...{ kind: 'adds', term },
    change: { file, location, before: raw, after: edited.raw, moveTo: null },
  };
}

/** The fields in the order of the schema, the name first. */
function inOrder(kind: SheetKind, { name, data }: SheetTerm): SheetTerm['data'] {
  const fields: SheetTerm['data'] = { name };
  for (const key of Object.keys(sheetSchemas[kind].shape)) {
    const value = data[key];
    if (value !== undefined) fields[key] = value;
  }
  return fields;
}

/** What a check would say of the file; null where it says nothing. */
function findFault(kind: SheetKind, source: SourceFile): string | null {
  const problems: Problem[] = [];
  const parse = kind === 'actor' ? parseActor : parseTopic;
  parse(source, (problem) => problems.push(problem));
  const error = problems.find(({ code }) => diagnosticSeverities[code] === 'error');
  return error?.message ?? null;
}
