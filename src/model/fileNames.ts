import { decodeText } from '../markdown/decodeText.ts';
import type { AssetFile } from '../read/readContent.ts';

/** Finds the files that a text names: no two calls give the same one. */
export type FileNameFinder = (text: string) => readonly AssetFile[];

/**
 * Finds the names of files in texts, in whatever form: in a path or an address or alone, escaped, in other
 * capitals. A text and a name are compared word by word, so that the time grows with the text and not with
 * the files. Where several files have one name, the folders before it decide, as far as they are written.
 * What is found may be meant otherwise; what is meant is found.
 */
export function createFileNameFinder(files: readonly AssetFile[]): FileNameFinder {
  const root = createStep();
  const wordless: AssetFile[] = [];
  for (const file of files) if (!addFile(root, file)) wordless.push(file);
  return (text) => {
    const found = new Set<AssetFile>();
    const readings = decodeText(text).map(foldText);
    for (const reading of readings) findInWords(splitWords(reading), root, found);
    for (const file of wordless) {
      if (readings.some((reading) => reading.includes(foldText(lastPart(file.path)))))
        found.add(file);
    }
    return [...found];
  };
}

/** Names that end with the same words, read backwards: a step for each word. */
interface Step {
  /** The word before, in the name of the file. */
  readonly inName: Map<string, Step>;
  /** The word before, in the folders. */
  readonly inFolders: Map<string, Step>;
  /** Whether these words are a whole name, or whole folders with a name. */
  isWhole: boolean;
  /** The files of that name, in those folders, that were not found yet. */
  files: NamedFile[];
}

interface NamedFile {
  readonly file: AssetFile;
  /** Whether a full stop stands before the last word of its name. */
  readonly hasExtension: boolean;
  /** Whether its name says too little to mean the file where it stands alone. */
  readonly needsPath: boolean;
}

/** A word, with what stands before it. */
interface Word {
  readonly text: string;
  readonly hasSlash: boolean;
  readonly hasStop: boolean;
}

function createStep(): Step {
  return { inName: new Map(), inFolders: new Map(), isWhole: false, files: [] };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Capitals and forms of letters tell no two names apart. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** In scripts without blanks each letter is a word; and a name of one script may stand in a text of another. */
const wordPattern =
  /[a-z0-9]+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]|[^\p{P}\p{Z}\p{C}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}a-z0-9$+<=>^`|~]+/gu;

function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const before = text.slice(end, index);
    words.push({ text: word, hasSlash: /[/\\]/.test(before), hasStop: before.includes('.') });
    end = index + word.length;
  }
  return words;
}

/** False where the name has no word. */
function addFile(root: Step, file: AssetFile): boolean {
  const { path } = file;
  const name = splitWords(foldText(lastPart(path)));
  if (name.length === 0) return false;
  const hasExtension = name.length > 1 && name.at(-1)?.hasStop === true;
  const named = { file, hasExtension, needsPath: !hasExtension || !path.startsWith('/assets/') };
  let step = root;
  for (const { text } of name.toReversed()) step = stepTo(step.inName, text);
  addTo(step, named);
  for (const folder of path.split('/').slice(1, -1).reverse()) {
    for (const { text } of splitWords(foldText(folder)).toReversed())
      step = stepTo(step.inFolders, text);
    addTo(step, named);
  }
  return true;
}

function addTo(step: Step, named: NamedFile): void {
  step.isWhole = true;
  step.files.push(named);
}

function stepTo(steps: Map<string, Step>, word: string): Step {
  let step = steps.get(word);
  if (step === undefined) {
    step = createStep();
    steps.set(word, step);
  }
  return step;
}

/** Adds the files whose names end at any word. */
function findInWords(words: readonly Word[], root: Step, found: Set<AssetFile>): void {
  for (const [last, { hasStop }] of words.entries()) {
    let step: Step | undefined = root;
    for (let at = last; at >= 0; at--) {
      step = step.inName.get(words[at]?.text ?? '');
      if (step === undefined) break;
      if (!step.isWhole) continue;
      const named = narrow(step, words, at);
      const hasSlash = words[at]?.hasSlash === true;
      const left = named.files.filter(({ file, hasExtension, needsPath }) => {
        const isMeant = (hasStop || !hasExtension) && (hasSlash || !needsPath);
        if (isMeant) found.add(file);
        return !isMeant;
      });
      // What was found in one text need not be looked for again.
      named.files = left;
    }
  }
}

/** The step of the folders that stand before a name, as far as some file lies in them. */
function narrow(name: Step, words: readonly Word[], first: number): Step {
  let narrowest = name;
  let step: Step | undefined = name;
  for (let at = first; words[at]?.hasSlash === true || at < first; at--) {
    step = step.inFolders.get(words[at - 1]?.text ?? '');
    if (step === undefined) break;
    if (step.isWhole) narrowest = step;
  }
  return narrowest;
}
