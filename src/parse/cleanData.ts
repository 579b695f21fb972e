import { atKey, atValue, wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import { withoutForbidden } from './characters.ts';
import { isForbiddenKey } from './plainData.ts';

export type DataValue = string | number | boolean | null | readonly DataValue[] | Data;
export interface Data {
  readonly [key: string]: DataValue;
}

/**
 * Copies parsed YAML into plain data: texts in NFC without control characters, no key that could
 * reach a prototype, no node that stands in two places (an alias may stand for billions of nodes).
 * Null where something was refused.
 */
export function cleanData(value: unknown, file: string, report: Report): Data | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report({
      code: 'wrong-type',
      file,
      where: wholeFile,
      message: 'this must be a mapping of keys to values',
      hint: 'write lines such as title: A headline',
    });
    return null;
  }
  const seen = new Set<object>();
  const state = { isClean: true };
  const clean = (node: unknown, path: readonly (string | number)[]): DataValue => {
    if (typeof node === 'string') return cleanText(node);
    // YAML's .inf and .nan are no JSON, in which articles are kept and sent between threads.
    if (typeof node === 'number' && !Number.isFinite(node)) return String(node);
    if (typeof node !== 'object' || node === null) return node as DataValue;
    if (seen.has(node)) {
      if (state.isClean) {
        report({
          code: 'yaml-alias',
          file,
          where: atValue(...path),
          message: 'anchors and aliases are not taken here',
          hint: 'write the value out',
        });
      }
      state.isClean = false;
      return null;
    }
    seen.add(node);
    if (Array.isArray(node)) return node.map((item, index) => clean(item, [...path, index]));
    const copy: Record<string, DataValue> = {};
    for (const [written, item] of Object.entries(node)) {
      const key = cleanText(written);
      if (isForbiddenKey(key)) {
        report({
          code: 'forbidden-key',
          file,
          where: atKey(...path, key),
          message: `"${key}" can't be a key`,
          hint: 'choose another name',
        });
        state.isClean = false;
      } else copy[key] = clean(item, [...path, key]);
    }
    return copy;
  };
  const data = clean(value, []) as Data;
  return state.isClean ? data : null;
}

/** NFC, without characters that XML 1.0 and HTML forbid; tab, line feed stay. */
export function cleanText(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text;
  return withoutForbidden(text).normalize('NFC');
}
