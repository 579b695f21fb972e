/** Keys that could reach a prototype where somebody uses them carelessly. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key is refused, wherever data enters: YAML, TOML, JSON, XML. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

/** Deeper than any content: what goes through all data recursively would run out of stack. */
const deepest = 200;

/**
 * What is wrong with parsed data of another's hand, in words for an editor: a forbidden key at any depth, or
 * too much nesting. Null where it is plain.
 */
export function findFault(data: unknown): string | null {
  const open: (readonly [node: unknown, depth: number])[] = [[data, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null) continue;
    if (depth > deepest) return `it is nested more than ${deepest} deep`;
    for (const [key, value] of Object.entries(node)) {
      if (isForbiddenKey(key)) return `"${key}" can't be a key`;
      open.push([value, depth + 1]);
    }
  }
  return null;
}

export type ParsedJson =
  | { readonly kind: 'data'; readonly data: unknown }
  /** The text is no JSON. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Parses JSON that another wrote. */
export function parseJson(text: string): ParsedJson {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'broken' };
  }
  const reason = findFault(data);
  return reason === null ? { kind: 'data', data } : { kind: 'refused', reason };
}
