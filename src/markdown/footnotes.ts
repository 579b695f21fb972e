import type { default as MarkdownIt } from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import footnote from 'markdown-it-footnote';

/** A footnote as the plugin's rules for blocks and lines leave it in the environment. */
interface Note {
  /** Of a note that is written elsewhere. */
  readonly label?: string;
  /** How often it is referred to. */
  readonly count?: number;
  /** Of a note that is written within a sentence. */
  readonly content?: string;
  readonly tokens?: Token[];
}

interface NoteEnvironment {
  readonly footnotes?: { readonly list?: readonly Note[] };
}

/**
 * Footnotes by markdown-it-footnote. Its last step, which puts the notes at the end, copies all tokens for
 * each note (30,000 notes took 41 s), so that step is ours: the same tokens, each touched once.
 */
export function useFootnotes(markdown: MarkdownIt): void {
  // The plugin's types name markdown-it's other module format.
  markdown.use(footnote as unknown as (markdown: MarkdownIt) => void);
  markdown.core.ruler.at('footnote_tail', moveNotes);
}

function moveNotes(state: StateCore): void {
  const { footnotes } = state.env as NoteEnvironment;
  if (footnotes === undefined) return;
  const { text, definitions } = partNotes(state.tokens);
  state.tokens = text;
  if (footnotes.list === undefined) return;
  text.push(new state.Token('footnote_block_open', '', 1));
  for (const [id, note] of footnotes.list.entries()) addNote(text, id, note, definitions, state);
  text.push(new state.Token('footnote_block_close', '', -1));
}

/** The text without its notes, and the notes by label; of two with one label the last counts. */
function partNotes(tokens: readonly Token[]): {
  readonly text: Token[];
  readonly definitions: ReadonlyMap<string, readonly Token[]>;
} {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  let label = '';
  let note: Token[] | null = null;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      note = [];
      ({ label } = token.meta as { readonly label: string });
    } else if (token.type === 'footnote_reference_close') {
      if (note !== null) definitions.set(label, note);
      note = null;
    } else (note ?? text).push(token);
  }
  return { text, definitions };
}

function addNote(
  target: Token[],
  id: number,
  { label, count = 0, content, tokens }: Note,
  definitions: ReadonlyMap<string, readonly Token[]>,
  { Token }: StateCore,
): void {
  const open = new Token('footnote_open', '', 1);
  open.meta = { id, label };
  target.push(open);
  if (tokens !== undefined) {
    const paragraph = new Token('paragraph_open', 'p', 1);
    paragraph.block = true;
    const inline = new Token('inline', '', 0);
    inline.children = tokens;
    inline.content = content ?? '';
    target.push(paragraph, inline);
  } else for (const token of definitions.get(label ?? '') ?? []) target.push(token);
  // The links back stand in the last paragraph.
  const isParagraph = target.at(-1)?.type === 'paragraph_close';
  const close = isParagraph ? target.pop() : undefined;
  for (let subId = 0; subId < Math.max(1, count); subId++) {
    const anchor = new Token('footnote_anchor', '', 0);
    anchor.meta = { id, subId, label };
    target.push(anchor);
  }
  if (tokens !== undefined) {
    const end = new Token('paragraph_close', 'p', -1);
    end.block = true;
    target.push(end);
  } else if (close !== undefined) target.push(close);
  target.push(new Token('footnote_close', '', -1));
}
