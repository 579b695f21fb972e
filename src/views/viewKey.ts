import { hashText } from '../read/hash.ts';

/**
 * A short hash of plain data. Frozen objects are shared by many views, so their hashes are
 * remembered; mappings are hashed in the order of their keys, which the builders fix.
 */
export function hashParts(...parts: readonly unknown[]): string {
  const texts: string[] = [];
  for (const part of parts) write(part, texts);
  return hashText(texts.join(''));
}

const remembered = new WeakMap<object, string>();

function write(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push('"', value, '\u0001');
  else if (typeof value !== 'object' || value === null) texts.push(String(value), '\u0002');
  else if (Array.isArray(value)) {
    texts.push('[');
    for (const item of value) write(item, texts);
    texts.push(']');
  } else if (Object.isFrozen(value)) texts.push(hashFrozen(value), '\u0003');
  else writeMapping(value, texts);
}

function writeMapping(value: object, texts: string[]): void {
  texts.push('{');
  for (const [key, item] of Object.entries(value)) {
    texts.push(key, '\u0004');
    write(item, texts);
  }
  texts.push('}');
}

function hashFrozen(value: object): string {
  let hash = remembered.get(value);
  if (hash === undefined) {
    const texts: string[] = [];
    writeMapping(value, texts);
    hash = hashText(texts.join(''));
    remembered.set(value, hash);
  }
  return hash;
}
