import * as z from 'zod';
import { diagnosticSeverities, type DiagnosticCode } from '../diagnostics/codes.ts';
import { atKey, atValue, type KeyPath, type Report } from '../diagnostics/diagnostic.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';
import type { Data } from './cleanData.ts';

/**
 * Validates data against a schema; reports every issue with its place and the nearest valid value.
 * Null where there was one.
 */
export function validateData<Schema extends z.ZodObject>(
  schema: Schema,
  data: Data,
  file: string,
  report: Report,
): z.output<Schema> | null {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const { issues } = result.error;
  const misspelt = findMisspelt(issues, schema);
  for (const issue of issues) {
    if (!misspelt.has(issue.path.join('.'))) reportIssue(issue, { schema, data, file, report });
  }
  return null;
}

/** Missing keys that stand there misspelt: one mistake, reported as the unknown key. */
function findMisspelt(issues: readonly Issue[], schema: z.ZodObject): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as KeyPath;
    for (const key of issue.keys) {
      const [nearest] = nearestNames(key, keysAt(schema, path));
      if (nearest !== undefined) meant.add([...path, nearest].join('.'));
    }
  }
  const missing = issues.filter(
    (issue) => issue.code === 'invalid_type' || issue.code === 'invalid_value',
  );
  return new Set(missing.map((issue) => issue.path.join('.')).filter((path) => meant.has(path)));
}

interface Context {
  readonly schema: z.ZodObject;
  readonly data: Data;
  readonly file: string;
  readonly report: Report;
}

type Issue = z.core.$ZodIssue;

function reportIssue(issue: Issue, context: Context): void {
  const path = issue.path as KeyPath;
  const { file, report, data } = context;
  const value = valueAt(data, path);
  const name = formatPath(path);
  const say = (code: DiagnosticCode, message: string, hint: string | null): void =>
    report({ code, file, where: atValue(...path), message, hint });
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) reportUnknownKey(key, path, context);
      return;
    case 'custom': {
      const params = issue.params as { code: string; message: string; hint: string | null };
      const code =
        params.code in diagnosticSeverities ? (params.code as DiagnosticCode) : 'bad-value';
      say(code, params.message, params.hint);
      return;
    }
    case 'invalid_union':
      reportUnion(issue, path, value, context);
      return;
    case 'invalid_value': {
      if (value === undefined) {
        reportMissing(path, context);
        return;
      }
      const values = issue.values.map(String);
      const near = nearestNames(show(value), values);
      say(
        'bad-value',
        `${name} can't be ${show(value)}`,
        formatSuggestion(near) ?? `write one of ${values.join(', ')}`,
      );
      return;
    }
    case 'invalid_type':
      if (value === undefined) {
        reportMissing(path, context);
        return;
      }
      say(
        'wrong-type',
        `${name} must be ${expected(issue.expected)}, not ${kindOf(value)}`,
        typeHint(issue.expected, value, path),
      );
      return;
    case 'too_small':
      say(
        'bad-value',
        value === '' || issue.origin === 'string'
          ? `${name} is empty`
          : `${name} must be at least ${String(issue.minimum)}`,
        'give it a value or leave it out',
      );
      return;
    case 'too_big':
      if (issue.origin !== 'number' && issue.origin !== 'int') {
        say('over-limit', describeSize(name, value), `${String(issue.maximum)} at most`);
        return;
      }
      say('bad-value', `${name} must be at most ${String(issue.maximum)}`, null);
      return;
    default:
      say('bad-value', `${name}: ${issue.message}`, null);
  }
}

function describeSize(name: string, value: unknown): string {
  if (Array.isArray(value)) return `${name} has ${value.length} entries`;
  return `${name} has ${typeof value === 'string' ? value.length : 'too many'} letters`;
}

function reportUnknownKey(key: string, path: KeyPath, { schema, file, report }: Context): void {
  const known = keysAt(schema, path);
  const suggestion = formatSuggestion(nearestNames(key, known));
  report({
    code: 'unknown-key',
    file,
    where: atKey(...path, key),
    message: `"${key}" is no field of ${path.length === 0 ? 'this file' : formatPath(path)}`,
    hint:
      suggestion ??
      (path.length === 0
        ? 'a field of your own goes below extra:'
        : `the fields are ${known.join(', ')}`),
  });
}

function reportMissing(path: KeyPath, { file, report }: Context): void {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  report({
    code: 'missing-key',
    file,
    where: atKey(...path),
    message: `${parent.length === 0 ? 'this file' : formatPath(parent)} has no ${key}`,
    hint: `add ${key}:`,
  });
}

/** Of a union's branches, the one that takes the value's type speaks; else none fits. */
function reportUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: KeyPath,
  value: unknown,
  context: Context,
): void {
  if (value === undefined) {
    reportMissing(path, context);
    return;
  }
  const branch = issue.errors.find(
    (issues) => !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  if (branch !== undefined) {
    for (const inner of branch)
      reportIssue({ ...inner, path: [...issue.path, ...inner.path] }, context);
    return;
  }
  context.report({
    code: 'wrong-type',
    file: context.file,
    where: atValue(...path),
    message: `${formatPath(path)} must be text or a mapping, not ${kindOf(value)}`,
    hint: null,
  });
}

function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The fields that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: KeyPath): readonly string[] {
  const inner = unwrapSchema(schema);
  if (inner instanceof z.ZodUnion) {
    return inner.options.flatMap((option) => keysAt(option as z.ZodType, path));
  }
  if (inner instanceof z.ZodArray) return keysAt(inner.element as z.ZodType, path.slice(1));
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum) {
    return inner.keyType.options.map(String);
  }
  if (!(inner instanceof z.ZodObject)) return [];
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(inner.shape);
  const field = inner.shape[step] as z.ZodType | undefined;
  return field === undefined ? [] : keysAt(field, rest);
}

/** The schema of a value that is there. */
export function unwrapSchema(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapSchema(schema.unwrap() as z.ZodType)
    : schema;
}

function formatPath(path: KeyPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step + 1}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

const dateFields = new Set(['date', 'due', 'published', 'updated', 'embargoed']);

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function expected(type: string): string {
  return kinds[type] ?? type;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return kinds[typeof value] ?? typeof value;
}

function typeHint(type: string, value: unknown, path: KeyPath): string | null {
  if (type === 'string' && typeof value === 'number' && dateFields.has(String(path.at(-1)))) {
    return 'write a day that exists as YYYY-MM-DD';
  }
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `put it in quotes: "${String(value)}"`;
  }
  if (type === 'array' && typeof value === 'string') return `write it as a list: [${value}]`;
  if (value === null) return 'give it a value or leave it out';
  return null;
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
