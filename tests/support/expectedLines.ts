/** What the lines of the made corpus should say after a rename or a merge, found by patterns alone. */
export interface ExpectedChange {
  readonly key: 'actors' | 'topics' | 'story';
  readonly from: string;
  readonly to: string;
  /** A name that changes too. */
  readonly name: readonly [from: string, to: string] | null;
  /** Other ways to write the target: where it is in a list already, nothing is put beside it. */
  readonly target: readonly string[];
}

/** The text of a file of the corpus (not the term's own) after the change. */
export function expectLines(text: string, change: ExpectedChange): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(newline);
  const close = lines.indexOf('---', 1);
  const front = lines.slice(0, close < 0 ? lines.length : close);
  const body = lines.slice(front.length).map((line) => expectLinks(line, change));
  return [...expectBlock(front, change), ...body].join(newline);
}

function replaceName(written: string, { from, to, name }: ExpectedChange): string {
  if (written === from) return to;
  return name !== null && written === name[0] ? name[1] : written;
}

/** Lists in one line, `broader`, `story`, and pairs in braces. */
function expectLine(line: string, change: ExpectedChange): string {
  const { key, from, to, target } = change;
  const list = new RegExp(`^${key}: \\[(.*)\\]$`).exec(line)?.[1]?.split(', ');
  if (list !== undefined) {
    const isThere = list.some((item) => target.includes(item));
    const items = list.filter((item) => !(isThere && item === from));
    return `${key}: [${items.map((item) => replaceName(item, change)).join(', ')}]`;
  }
  if (key === 'story') return line === `story: ${from}` ? `story: ${to}` : line;
  if (key === 'topics') {
    return line
      .replace(new RegExp(`^(broader: |.*\\{.*topic: )${from}(\\}?)$`), `$1${to}$2`)
      .replace(new RegExp(`(url: /topics/)${from}/`), `$1${to}/`);
  }
  return line
    .replace(new RegExp(`(\\{actor: )${from},`), `$1${to},`)
    .replace(new RegExp(`(, of: )${from}\\}`), `$1${to}}`);
}

/** Lists of lines, which only actors have in the corpus. */
function expectBlock(lines: readonly string[], change: ExpectedChange): readonly string[] {
  const item = /^( {2}- (?:actor: )?"?)([^"#{]*?)("?(?: #.*)?)$/;
  const block = lines.flatMap((line) => item.exec(line)?.[2] ?? []);
  const isThere = block.some((written) => change.target.includes(written));
  const result: string[] = [];
  let isDropped = false;
  for (const line of lines) {
    const [, before = '', written = '', after = ''] = item.exec(line) ?? [];
    if (written === '') {
      if (!(isDropped && line.startsWith('    role: '))) result.push(expectLine(line, change));
      continue;
    }
    isDropped = isThere && written === change.from && !after.includes('#');
    if (!isDropped) result.push(before + replaceName(written, change) + after);
  }
  return result;
}

function expectLinks(line: string, { key, from, to }: ExpectedChange): string {
  const pattern = new RegExp(`(?<!\`\\[code)\\]\\(/${key}/${from}(?=[/#)])`, 'g');
  return line.replace(pattern, `](/${key}/${to}`);
}
