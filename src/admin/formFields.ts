import * as z from 'zod';
import * as field from '../parse/fields.ts';
import { unwrapSchema } from '../parse/validate.ts';
import type { NameKind, Shape } from './shape.ts';

/** A field of Decap's configuration. */
export type FormField = Readonly<Record<string, unknown>> & { readonly name: string };

/** What names the form offers, with the ids that it writes. */
export type Choices = Readonly<
  Record<NameKind, readonly { readonly label: string; readonly value: string }[]>
>;

export interface FormContext {
  /** Which names stand at a place, such as `article topics items`; null where none do. */
  readonly namesAt: (place: string) => NameKind | null;
  readonly choices: Choices;
  /** Words below a field, by its place. */
  readonly hints: Readonly<Record<string, string>>;
  /** What a new file has, by its place. */
  readonly presets: Readonly<Record<string, unknown>>;
}

interface Part {
  /** What of a field's configuration its schema says. */
  readonly widget: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** Fields in which people write sentences. */
const longTexts = new Set(['summary', 'text', 'editorNote', 'keyTakeaways', 'alt']);
const text = { kind: 'text' } as const;
const value = { kind: 'value' } as const;

/** The form's fields of a schema, and how their values stand in front matter. */
export function listFormFields(
  kind: string,
  schema: z.ZodObject,
  context: FormContext,
): { readonly fields: readonly FormField[]; readonly shapes: Readonly<Record<string, Shape>> } {
  const fields: FormField[] = [];
  const shapes: Record<string, Shape> = {};
  for (const [name, each] of Object.entries(schema.shape)) {
    const place = `${kind} ${name}`;
    const part = toPart(name, place, each as z.ZodType, context);
    // A site's own keys have no form; they stay in the file as they are.
    if (part === null) continue;
    shapes[name] = part.shape;
    const [hint, preset] = [context.hints[place], context.presets[place]];
    fields.push({
      name,
      label: toLabel(name),
      ...part.widget,
      ...(each instanceof z.ZodOptional ? { required: false } : {}),
      ...(hint === undefined ? {} : { hint }),
      ...(preset === undefined ? {} : { default: preset }),
    });
  }
  return { fields, shapes };
}

/** `keyTakeaways` → `Key takeaways`. */
function toLabel(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Countries` → `Country`; of our own few names. */
function toSingular(label: string): string {
  return label
    .replace(/ies$/, 'y')
    .replace(/aliases$/i, (word) => word.slice(0, -2))
    .replace(/(?<!\ba|alia)s$/, '');
}

function toPart(name: string, place: string, outer: z.ZodType, context: FormContext): Part | null {
  const schema = unwrapSchema(outer);
  const names = context.namesAt(place);
  if (names !== null) return toChoice(names, context, false);
  if (schema instanceof z.ZodArray) {
    return toList(name, place, schema.element as z.ZodType, context);
  }
  if (schema instanceof z.ZodObject) {
    const { fields, shapes } = listFormFields(place, schema, context);
    // Decap asks for the fields of a mapping that isn't there, too; `check` asks only where it is.
    const inner = fields.map((each) => ({ ...each, required: false }));
    const widget = { widget: 'object', collapsed: true, fields: inner };
    return { widget, shape: { kind: 'fields', fields: shapes } };
  }
  if (schema instanceof z.ZodEnum) {
    return { widget: { widget: 'select', options: schema.options }, shape: value };
  }
  if (schema instanceof z.ZodBoolean) return { widget: { widget: 'boolean' }, shape: value };
  if (schema instanceof z.ZodNumber) return toNumber(schema);
  return schema instanceof z.ZodRecord ? null : toText(name, schema);
}

function toText(name: string, schema: z.ZodType): Part {
  if (schema === field.day || schema === field.dayOrInstant) {
    const format = { format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
    return { widget: { widget: 'datetime', ...format }, shape: text };
  }
  if (schema === field.instant) {
    return { widget: { widget: 'datetime', format: 'YYYY-MM-DDTHH:mm:ssZ' }, shape: text };
  }
  if (schema === field.country) {
    const pattern = ['^[A-Z]{2}$', 'two capital letters of ISO 3166-1, such as KR'];
    return { widget: { widget: 'string', pattern }, shape: text };
  }
  if (schema === field.url) {
    const pattern = ['^https?://', 'a whole URL that begins with https:// or http://'];
    return { widget: { widget: 'string', pattern }, shape: text };
  }
  return { widget: { widget: longTexts.has(name) ? 'text' : 'string' }, shape: text };
}

function toNumber(schema: z.ZodNumber): Part {
  const bound = (key: string, limit: number | null): object =>
    limit === null || !Number.isFinite(limit) || Math.abs(limit) > 1e6 ? {} : { [key]: limit };
  const widget = {
    widget: 'number',
    value_type: schema.format === 'safeint' ? 'int' : 'float',
    ...bound('min', schema.minValue),
    ...bound('max', schema.maxValue),
  };
  return { widget, shape: value };
}

function toChoice(of: NameKind, { choices }: FormContext, isMultiple: boolean): Part {
  const multiple = isMultiple ? { multiple: true } : {};
  return {
    widget: { widget: 'select', ...multiple, options: choices[of] },
    shape: { kind: 'name', of },
  };
}

function toList(
  name: string,
  place: string,
  element: z.ZodType,
  context: FormContext,
): Part | null {
  const inner = `${place} items`;
  const branches = element instanceof z.ZodUnion ? (element.options as z.ZodType[]) : [element];
  const mapping = branches.find((branch) => branch instanceof z.ZodObject);
  if (mapping !== undefined) {
    const { fields, shapes } = listFormFields(inner, mapping, context);
    // A bare text stands for the field that must be there.
    const required = Object.entries(mapping.shape).find(
      ([, each]) => !(each instanceof z.ZodOptional),
    );
    const main = branches.length > 1 && required !== undefined ? required[0] : null;
    return {
      widget: {
        widget: 'list',
        label_singular: toSingular(toLabel(name)),
        summary: fields
          .slice(0, 2)
          .map((each) => `{{fields.${each.name}}}`)
          .join(' '),
        fields,
      },
      shape: { kind: 'list', items: { kind: 'fields', fields: shapes }, main },
    };
  }
  const names = context.namesAt(inner);
  if (names !== null) {
    const { widget, shape } = toChoice(names, context, true);
    return { widget, shape: { kind: 'list', items: shape, main: null } };
  }
  const item = toPart(name, inner, element, context);
  if (item === null) return null;
  const single = { name: 'item', label: toSingular(toLabel(name)), ...item.widget };
  const widget = { widget: 'list', label_singular: single.label, field: single };
  return { widget, shape: { kind: 'list', items: item.shape, main: null } };
}
