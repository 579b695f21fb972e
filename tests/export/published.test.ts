/** ninjs and STIX against the JSON Schemas that IPTC and OASIS publish (`schemas/README.md`). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadContent, sampleContent } from '../support/build.ts';
import { exportFiles, exportText } from '../support/exports.ts';
import { loadGood, root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const sites = { made: loadGood(exportFiles), sample: loadContent(sampleContent) };
const folder = path.join(root, 'tests/export/schemas');

interface Schema {
  readonly $id: string;
}

function readSchemas(name: string): readonly Schema[] {
  return listFiles(path.join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(folder, name, file), 'utf8')) as Schema);
}

/** The schemas have keywords of older drafts, which a validator of the newest passes over. */
function compile(name: string): (id: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  for (const schema of readSchemas(name)) ajv.addSchema(schema);
  // GeoJSON has no schema here: nothing of ours has any, and what had would be refused.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} });
  return (id) => {
    const validate = ajv.getSchema(id);
    if (validate === undefined) throw new Error(`no schema ${id}`);
    return validate as ValidateFunction;
  };
}

function problemsOf(validate: ValidateFunction, data: unknown): readonly string[] {
  if (validate(data)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, keyword, message = '' }) => `${instancePath} ${keyword} ${message}`,
  );
}

interface Ninjs {
  readonly associations: readonly Readonly<Record<string, unknown>>[];
}

const ninjs = suite('ninjs 3.1, by the schema of IPTC');
const news = compile('ninjs')('http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#');

for (const [name, site] of Object.entries(sites)) {
  const document = JSON.parse(exportText(site, 'ninjs')) as Ninjs;

  ninjs(`${name}: the whole, with each article as an association`, () => {
    assert.equal(problemsOf(news, document), []);
    assert.ok(document.associations.length >= site.articles.length);
  });

  ninjs(`${name}: the schema finds what is wrong`, () => {
    const [first] = document.associations;
    assert.equal(problemsOf(news, { ...document, associations: [first] }), []);
    for (const wrong of [{ pubStatus: 'maybe' }, { urgency: 10 }, { firstCreated: 'yesterday' }]) {
      const broken = { ...document, associations: [{ ...first, ...wrong }] };
      assert.ok(problemsOf(news, broken).length > 0, JSON.stringify(wrong));
    }
  });
}

ninjs.run();

type StixObject = Readonly<Record<string, unknown>> & { readonly type: string };

const stix = suite('STIX 2.1, by the schemas of OASIS');
const schemaOf = compile('stix');
const schemaRoot =
  'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/';
const places: Readonly<Record<string, string>> = {
  identity: 'sdos/identity.json',
  location: 'sdos/location.json',
  report: 'sdos/report.json',
  relationship: 'sros/relationship.json',
  'marking-definition': 'common/marking-definition.json',
};

function problemsOfObject(object: StixObject): readonly string[] {
  const place = places[object.type];
  if (place === undefined) throw new Error(`no schema of ${object.type}`);
  return problemsOf(schemaOf(schemaRoot + place), object);
}

for (const [name, site] of Object.entries(sites)) {
  const { objects } = JSON.parse(exportText(site, 'stix')) as { readonly objects: StixObject[] };

  stix(`${name}: every object`, () => {
    assert.ok(objects.length > site.articles.length);
    for (const object of objects) {
      assert.equal(problemsOfObject(object), [], JSON.stringify(object));
    }
  });

  stix(`${name}: the schemas find what is wrong`, () => {
    const types = new Set(objects.map(({ type }) => type));
    for (const type of types) {
      const object = objects.find((each) => each.type === type);
      assert.ok(object);
      assert.ok(problemsOfObject({ ...object, id: 'x' }).length > 0, type);
      assert.ok(problemsOfObject({ ...object, created: 'yesterday' }).length > 0, type);
    }
  });
}

stix.run();
