import { foldName } from '../names/fold.ts';
import type { AdminData, Shape } from './shape.ts';

/** From front matter to what the form takes: ids in place of names, mappings in place of bare texts. */
export function toEditorValue(value: unknown, shape: Shape, ids: AdminData['ids']): unknown {
  if (value === undefined || value === null) return undefined;
  switch (shape.kind) {
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'value':
      return value;
    case 'name':
      return typeof value === 'string' ? (ids[shape.of][foldName(value)] ?? value) : value;
    case 'list': {
      const { items, main } = shape;
      if (!Array.isArray(value)) return value;
      return value.map((item: unknown) =>
        toEditorValue(main === null || isRecord(item) ? item : { [main]: item }, items, ids),
      );
    }
    case 'fields': {
      if (!isRecord(value)) return value;
      const entries = Object.entries(value).map(([key, item]) => {
        const field = shape.fields[key];
        return [key, field === undefined ? item : toEditorValue(item, field, ids)];
      });
      return Object.fromEntries(entries) as unknown;
    }
  }
}

/** From the form to front matter: what holds nothing but its main field is a bare text. */
export function fromEditorValue(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item: unknown) => fromEditorItem(item, shape));
  }
  if (shape.kind !== 'fields' || !isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const field = shape.fields[key];
    return [key, field === undefined ? item : fromEditorValue(item, field)];
  });
  return Object.fromEntries(entries);
}

export function fromEditorItem(item: unknown, { items, main }: Shape & { kind: 'list' }): unknown {
  if (main !== null && isRecord(item) && Object.keys(item).join() === main) return item[main];
  return fromEditorValue(item, items);
}

/** A value without what is empty; undefined where nothing is left. Forms leave empty fields behind. */
export function withoutEmpty(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whether two values of a form say the same; the order of keys says nothing. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length && one.every((item, index) => isSameValue(item, other[index]))
    );
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key]))
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
