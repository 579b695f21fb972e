/** ninjs and STIX, by the rules of their specifications. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadContent, sampleContent } from '../support/build.ts';
import { exportFiles, exportText } from '../support/exports.ts';
import { loadGood } from '../support/site.ts';

const sites = { made: loadGood(exportFiles), sample: loadContent(sampleContent) };

const ninjs = suite('ninjs 3.1');

type Item = Readonly<Record<string, unknown>> & {
  readonly uri: string;
  readonly associations?: readonly Item[];
};

/** The properties of ninjs 3.1 that are written, and of `associations` the two that are added. */
const known = new Set(
  'uri type representationType firstCreated versionCreated pubStatus urgency copyrightHolder usageTerms language descriptions bodies headlines people organisations places subjects events infoSources title by slugline located renditions associations altIds standard name rel'.split(
    ' ',
  ),
);

function* itemsOf(item: Item): Generator<Item> {
  yield item;
  for (const each of item.associations ?? []) yield* itemsOf(each);
}

for (const [name, site] of Object.entries(sites)) {
  ninjs(`${name}: each object has a URI and properties of the standard alone`, () => {
    const items = [...itemsOf(JSON.parse(exportText(site, 'ninjs')) as Item)];
    assert.ok(items.length > site.articles.length);
    for (const item of items) {
      assert.ok(URL.canParse(item.uri), item.uri);
      for (const key of Object.keys(item)) assert.ok(known.has(key), key);
    }
    assert.not.match(JSON.stringify(items), 'edNote');
  });
}

ninjs('an article is a text with headline, body, people, places and subjects', () => {
  const { associations } = JSON.parse(exportText(sites.made, 'ninjs')) as Item;
  const full = associations?.find(({ uri }) => uri.endsWith(':full'));
  assert.ok(full);
  assert.is(full['pubStatus'], 'usable');
  assert.is(full['firstCreated'], '2024-01-05T10:00:00+08:00');
  // A correction is the last change.
  assert.is(full['versionCreated'], '2024-01-07T08:00:00Z');
  assert.is((full['people'] as unknown[]).length, 2);
  assert.is((full['organisations'] as unknown[]).length, 1);
  assert.is((full['places'] as unknown[]).length, 2);
  assert.is(full.associations?.[0]?.['type'], 'picture');
});

ninjs('a canceled one says that and nothing more', () => {
  const { associations } = JSON.parse(exportText(sites.made, 'ninjs')) as Item;
  const gone = associations?.find(({ uri }) => uri.endsWith('gone'));
  assert.equal(Object.keys(gone ?? {}).sort(), ['altIds', 'name', 'pubStatus', 'type', 'uri']);
  assert.is(gone?.['pubStatus'], 'canceled');
});

ninjs.run();

const stix = suite('STIX 2.1');

type StixObject = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly id: string;
};

function readBundle(text: string): readonly StixObject[] {
  const { type, id, objects } = JSON.parse(text) as StixObject & {
    readonly objects: readonly StixObject[];
  };
  assert.is(type, 'bundle');
  assert.match(id, /^bundle--/);
  return objects;
}

/** What section 4 and 5 of the specification ask for, beside the common properties. */
const required: Readonly<Record<string, readonly string[]>> = {
  identity: ['name'],
  location: ['country'],
  report: ['name', 'published', 'object_refs'],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  'marking-definition': [],
};
const uuid5 = /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

for (const [name, site] of Object.entries(sites)) {
  const objects = readBundle(exportText(site, 'stix'));
  const ids = new Set(objects.map(({ id }) => id));

  stix(`${name}: ids are UUIDs of version 5 of their type, each once`, () => {
    assert.is(ids.size, objects.length);
    for (const { type, id } of objects) {
      assert.ok(id.startsWith(`${type}--`), id);
      // The markings of TLP are everybody's.
      if (type !== 'marking-definition') assert.match(id, uuid5);
    }
  });

  stix(`${name}: objects have what the specification requires`, () => {
    for (const object of objects) {
      assert.is(object['spec_version'], '2.1');
      assert.match(String(object['created']), instant);
      if (object.type !== 'marking-definition') {
        assert.match(String(object['modified']), instant);
        assert.ok(String(object['modified']) >= String(object['created']), object.id);
      }
      const keys = required[object.type];
      assert.ok(keys !== undefined, object.type);
      for (const key of keys) assert.ok(key in object, `${object.id} ${key}`);
      for (const list of ['labels', 'object_refs', 'external_references', 'object_marking_refs']) {
        if (list in object) assert.ok((object[list] as unknown[]).length > 0, object.id);
      }
      for (const reference of (object['external_references'] ?? []) as object[]) {
        assert.ok('url' in reference || 'description' in reference || 'external_id' in reference);
      }
    }
  });

  stix(`${name}: every reference leads to an object of the bundle`, () => {
    const references = objects.flatMap((object) =>
      Object.entries(object).flatMap(([key, value]) =>
        key.endsWith('_ref') ? [value] : key.endsWith('_refs') ? (value as unknown[]) : [],
      ),
    );
    assert.ok(references.length > objects.length);
    for (const reference of references) assert.ok(ids.has(String(reference)), String(reference));
  });
}

stix('a report has its marking, its confidence, its actors and its countries', () => {
  const objects = readBundle(exportText(sites.made, 'stix'));
  const nameOf = new Map(objects.map(({ id, ...object }) => [id, object['name']]));
  const report = objects.find(({ name }) => String(name).startsWith('=HYPERLINK'));
  assert.ok(report);
  assert.is(report['confidence'], 50);
  assert.equal(
    (report['object_refs'] as string[]).map((id) => nameOf.get(id)),
    ['Ann', 'Bo', 'Korea', 'South Korea', 'Japan'],
  );
  assert.is(nameOf.get((report['object_marking_refs'] as string[])[0] ?? ''), 'TLP:AMBER+STRICT');
  const relations = objects.filter(({ type }) => type === 'relationship');
  assert.equal(
    relations.map((each) => [each['relationship_type'], each['description'] ?? null]),
    [
      ['related-to', 'head'],
      ['related-to', 'rival'],
      ['located-at', null],
      ['located-at', null],
    ],
  );
});

stix('a canceled article is a revoked report', () => {
  const revoked = readBundle(exportText(sites.made, 'stix')).filter((each) => each['revoked']);
  assert.is(revoked.length, 1);
});

stix.run();
