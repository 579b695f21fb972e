import * as z from 'zod';
import { switchableCodes } from '../diagnostics/codes.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import { contentSchemas, namePlaces, type NamedKind, type SchemaKind } from './contentSchemas.ts';

/** A node of a JSON Schema, to be added to. */
type Node = Record<string, unknown>;

/**
 * Builds a JSON Schema (draft 7, which editors' language servers know best) for each kind of content file,
 * from the schemas that content is held against. Topics, actors and stories of the site are offered as
 * choices; any other text is valid too, for names have many spellings, and `check` knows them.
 */
export function buildSchemas({ parsed, names }: LoadedTerms): Readonly<Record<SchemaKind, object>> {
  const kinds = Object.keys(contentSchemas) as readonly SchemaKind[];
  const built = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      z.toJSONSchema(contentSchemas[kind], { target: 'draft-7', io: 'input' }),
    ]),
  ) as unknown as Record<SchemaKind, Node>;
  const namesOf = (kind: NamedKind): readonly string[] => {
    const { targetOf } = names[kind];
    const live = parsed[kind].filter(({ id }) => targetOf(id) === id);
    return [...new Set(live.flatMap(({ id, name }) => [id as string, name]))].sort();
  };
  const choices = {
    topics: namesOf('topics'),
    actors: namesOf('actors'),
    stories: namesOf('stories'),
  };
  for (const [kind, paths] of Object.entries(namePlaces)) {
    for (const path of paths) offer(built, path, choices[kind as keyof typeof namePlaces]);
  }
  nameRules(built.site);
  for (const kind of kinds) built[kind]['title'] = `Dateline: ${kind}`;
  return built;
}

function offer(
  built: Readonly<Record<string, Node>>,
  path: string,
  names: readonly string[],
): void {
  if (names.length === 0) return;
  const [kind = '', ...steps] = path.split(' ');
  const last = steps.pop() ?? '';
  for (const parent of steps.reduce(stepInto, [built[kind] ?? {}])) {
    const holder = last === 'items' ? parent : ((parent['properties'] ?? {}) as Node);
    const field = holder[last] as Node | undefined;
    if (field === undefined) continue;
    const choice = { type: 'string', enum: names };
    const others = (field['anyOf'] as readonly Node[] | undefined) ?? [field];
    holder[last] = { anyOf: [choice, ...others] };
  }
}

/** The nodes one step on; each branch of a union that has it. */
function stepInto(nodes: readonly Node[], step: string): readonly Node[] {
  return nodes.flatMap((node) => {
    const next = (step === 'items' ? node['items'] : (node['properties'] as Node)[step]) as Node;
    const branches = (next['anyOf'] as readonly Node[] | undefined) ?? [next];
    return branches.filter((branch) => step !== 'items' || 'properties' in branch);
  });
}

/** Rules as properties, which editors complete; zod gives them as names of properties. */
function nameRules(site: Node): void {
  const properties = site['properties'] as Node;
  const severity = { type: 'string', enum: ['error', 'warning', 'off'] };
  properties['check'] = {
    type: 'object',
    properties: Object.fromEntries(switchableCodes.map((code) => [code, severity])),
    additionalProperties: false,
  };
}
