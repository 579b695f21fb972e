import {
  formatFragment,
  formatXml,
  optional,
  place,
  splitAtPlace,
  type XmlElement,
} from '../feeds/xml.ts';
import { buildWholeNetwork, type Tie } from '../model/network.ts';
import { compareText } from '../model/order.ts';
import type { Site, SiteActor } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';

/** The data of nodes and edges: id, what it is of, its type, what it means. */
const keys = [
  ['name', 'node', 'string'],
  ['type', 'node', 'string'],
  ['country', 'node', 'string'],
  ['wikidata', 'node', 'string'],
  ['url', 'node', 'string'],
  ['items', 'node', 'int'],
  ['weight', 'edge', 'double'],
  ['count', 'edge', 'int'],
  ['last', 'edge', 'string'],
] as const;

/**
 * Who appears with whom, as GraphML: a node for each actor that an item names, an edge for each two in
 * one item. `weight` is the strength of `/network/` (M. Newman, 2001), `count` the number of items.
 */
export function* formatGraphml(site: Site): Generator<string> {
  const { ties, mentions } = buildWholeNetwork(site.articles);
  const [before, after] = splitAtPlace(
    formatXml('graphml', {
      '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
      key: keys.map(([id, of, type]) => ({
        '@id': id,
        '@for': of,
        '@attr.name': id,
        '@attr.type': type,
      })),
      graph: { '@id': 'network', '@edgedefault': 'undirected', ...place },
    }),
  );
  yield before;
  const nodes = [...site.actors.values()].filter(({ actor }) => mentions.has(actor.id));
  for (const node of nodes.sort((a, b) => compareText(a.actor.id, b.actor.id))) {
    yield formatFragment({ node: toNode(node, mentions.get(node.actor.id) ?? 0, site) });
  }
  for (const tie of ties) yield formatFragment({ edge: toEdge(tie) });
  yield after;
}

function toNode({ actor, path }: SiteActor, items: number, { config }: Site): XmlElement {
  return {
    '@id': actor.id,
    data: [
      datum('name', actor.name),
      datum('type', actor.type),
      ...(actor.country === null ? [] : [datum('country', actor.country)]),
      ...(actor.wikidata === null ? [] : [datum('wikidata', actor.wikidata)]),
      datum('url', toUrl(config.address, path)),
      datum('items', items),
    ],
  };
}

function toEdge({ a, b, count, strength, last }: Tie): XmlElement {
  return {
    '@source': a,
    '@target': b,
    // Sums of thirds and quarters end in digits that mean nothing.
    data: [
      datum('weight', Number(strength.toFixed(6))),
      datum('count', count),
      datum('last', last),
    ],
  };
}

function datum(key: (typeof keys)[number][0], value: string | number): XmlElement {
  return { '@key': key, ...optional('#text', value) };
}
