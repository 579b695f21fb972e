import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';

/** What an editor takes from a raw article: fields by name, each a value or a list. */
export type ExpectedFields = Readonly<Record<string, string | readonly string[]>>;

/** A value of a draft, held against what was expected. */
export interface JudgedField {
  readonly field: string;
  readonly value: string;
  /** `doubted`: wrong, and marked as a guess; `wrong`: wrong, and stated. */
  readonly kind: 'right' | 'doubted' | 'wrong' | 'missing';
}

const fields = [
  ...['title', 'date', 'updated', 'authors', 'summary', 'dateline', 'countries', 'topics'],
  ...['actors', 'sources', 'lang'],
];

interface Value {
  readonly text: string;
  readonly isGuess: boolean;
}

/** Each value of a draft, and each that it should have: of lists, each of their values. */
export function judgeDraft(draft: string, expected: ExpectedFields): readonly JudgedField[] {
  const [, front = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(draft) ?? [];
  const data = parseDocument(front);
  const judged = fields.flatMap((field) => {
    const wanted = new Set([expected[field] ?? []].flat());
    const values = valuesOf(data.get(field, true) as Node | undefined);
    const found = new Set(values.map(({ text }) => text));
    const missing = [...wanted].filter((value) => !found.has(value));
    return [
      ...values.map(({ text, isGuess }): JudgedField => {
        const kind = wanted.has(text) ? 'right' : isGuess ? 'doubted' : 'wrong';
        return { field, value: text, kind };
      }),
      // A single value that is wrong is not missing as well.
      ...missing
        .slice(Array.isArray(expected[field]) ? 0 : values.length)
        .map((value): JudgedField => ({ field, value, kind: 'missing' })),
    ];
  });
  return [...judged, ...judgeBody(body.trim(), expected['text'] ?? [])];
}

function judgeBody(body: string, ends: ExpectedFields[string]): readonly JudgedField[] {
  const [start = '', end = ''] = ends;
  const judge = (isRight: boolean, value: string): JudgedField => ({
    field: 'text',
    value,
    kind: isRight ? 'right' : 'wrong',
  });
  return [
    judge(start !== '' && body.startsWith(start), body.slice(0, 60)),
    judge(end !== '' && body.endsWith(end), body.slice(-60)),
  ];
}

function valuesOf(node: Node | undefined): readonly Value[] {
  if (isSeq(node)) return node.items.flatMap((item) => valuesOf(item as Node));
  if (isMap(node)) {
    // A source: its name, and the day that it has.
    const name = node.get('name', true) as Node | undefined;
    const published = node.get('published') as string | undefined;
    return valuesOf(name).map(({ text, isGuess }) => ({
      text: published === undefined ? text : `${text} ${published}`,
      isGuess,
    }));
  }
  if (!isScalar(node)) return [];
  return [{ text: String(node.value), isGuess: /^ guess: /.test(node.comment ?? '') }];
}
