import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Force,
  type SimulationNodeDatum,
} from 'd3-force';

/** What is to be placed: a shape around its centre and a name below it. */
export interface NetworkBox {
  readonly id: string;
  readonly radius: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

export interface NetworkLink {
  readonly source: string;
  readonly target: string;
  /** From 0 to 1: the strongest are drawn together most. */
  readonly weight: number;
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  /** The centres of the shapes, in whole units, in the order of the boxes. */
  readonly places: readonly Place[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Node extends SimulationNodeDatum {
  readonly id: string;
  readonly box: NetworkBox;
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
  x: number;
  y: number;
}

/** The width of every drawing: a phone scrolls it, a desk shows it whole. */
export const networkWidth = 800;

const gap = 7;
const spread = 120;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const steps = 150;
const seed = 20_240_105;
/** How much of the area is for names and shapes; the rest is for ties. */
const density = 0.24;

/**
 * Places boxes by forces (d3-force): ties pull, all push, names do not lie upon each other. The same
 * input gives the same places on every machine: fixed seed, fixed number of steps, whole units.
 */
export function layOutNetwork(
  boxes: readonly NetworkBox[],
  links: readonly NetworkLink[],
): NetworkLayout {
  const random = createRandom(seed);
  const ground = boxes.reduce((sum, box) => sum + areaOf(box), 0) / density;
  const height = Math.max(220, ground / networkWidth);
  const nodes = placeFirst(boxes, links, height, random);
  const pulls = links.map(({ source, target, weight }) => ({ source, target, weight }));
  const simulation = forceSimulation<Node>(nodes)
    .stop()
    .randomSource(random)
    .alphaDecay(0.04)
    .force('charge', forceManyBody<Node>().strength(-190).distanceMax(320))
    .force(
      'links',
      forceLink<Node, (typeof pulls)[number]>(pulls)
        .id(({ id }) => id)
        .distance(62)
        .strength(({ weight }) => 0.15 + weight * 0.45),
    )
    .force('x', forceX<Node>(networkWidth / 2).strength(0.05))
    .force('y', forceY<Node>(height / 2).strength(0.05 * Math.max(1, networkWidth / height)))
    .force('names', keepNamesApart(0.7))
    .force('edge', keepInside());
  simulation.tick(steps);
  // Only the height is free, so what jams between the edges gives way downwards.
  for (let pass = 0; pass < 1500 && pushApart(nodes, 1, pass > 100); pass++) clamp(nodes);
  return toLayout(nodes);
}

function areaOf({ radius, labelWidth, labelHeight }: NetworkBox): number {
  return (Math.max(2 * radius, labelWidth) + gap) * (2 * radius + labelHeight + gap);
}

/** Starts with each group of tied boxes around a place of its own: forces do not untangle groups. */
function placeFirst(
  boxes: readonly NetworkBox[],
  links: readonly NetworkLink[],
  height: number,
  random: () => number,
): Node[] {
  const centres = new Map<string, Place>();
  let filled = 0;
  for (const group of findGroups(boxes, links)) {
    const share = group.length / boxes.length;
    const angle = filled * boxes.length * goldenAngle;
    const far = filled === 0 ? 0 : 0.55 * Math.sqrt(filled + share / 2);
    const centre = {
      x: networkWidth * (0.5 + far * Math.cos(angle)),
      y: height * (0.5 + far * Math.sin(angle)),
    };
    for (const id of group) centres.set(id, centre);
    filled += share;
  }
  return boxes.map((box) => {
    const { x, y } = centres.get(box.id) ?? { x: 0, y: 0 };
    return toNode(box, { x: x + spread * (random() - 0.5), y: y + spread * (random() - 0.5) });
  });
}

/** Boxes that ties connect, the largest group first. */
function findGroups(
  boxes: readonly NetworkBox[],
  links: readonly NetworkLink[],
): readonly (readonly string[])[] {
  const groupOf = new Map(boxes.map(({ id }) => [id, [id]]));
  for (const { source, target } of links) {
    const one = groupOf.get(source);
    const other = groupOf.get(target);
    if (one === undefined || other === undefined || one === other) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const id of small) groupOf.set(id, large);
    large.push(...small);
  }
  return [...new Set(groupOf.values())].sort((a, b) => b.length - a.length);
}

function toNode(box: NetworkBox, { x, y }: Place): Node {
  return {
    id: box.id,
    box,
    halfWidth: Math.max(box.radius, box.labelWidth / 2) + gap / 2,
    above: box.radius + gap / 2,
    below: box.radius + box.labelHeight + gap / 2,
    x,
    y,
  };
}

function keepNamesApart(strength: number): Force<Node, undefined> {
  let nodes: readonly Node[] = [];
  const force = (): void => {
    pushApart(nodes, strength);
  };
  return Object.assign(force, {
    initialize: (all: Node[]) => {
      nodes = all;
    },
  });
}

/** Moves each two boxes that lie upon each other along the shorter way; says whether any did. */
function pushApart(nodes: readonly Node[], strength: number, isDownOnly = false): boolean {
  let hasMoved = false;
  for (let index = 0; index < nodes.length; index++) {
    const one = nodes[index];
    for (let place = index + 1; one !== undefined && place < nodes.length; place++) {
      const other = nodes[place];
      if (other !== undefined && separate(one, other, strength, isDownOnly)) hasMoved = true;
    }
  }
  return hasMoved;
}

function separate(one: Node, other: Node, strength: number, isDownOnly: boolean): boolean {
  const across = one.halfWidth + other.halfWidth - Math.abs(one.x - other.x);
  // Most pairs end here.
  if (across <= 0.5) return false;
  const isAbove = one.y + (one.below - one.above) / 2 <= other.y + (other.below - other.above) / 2;
  const down = isAbove
    ? one.y + one.below - (other.y - other.above)
    : other.y + other.below - (one.y - one.above);
  if (down <= 0.5) return false;
  if (across < down && !isDownOnly) {
    const step = (one.x <= other.x ? -1 : 1) * (across / 2) * strength;
    one.x += step;
    other.x -= step;
  } else {
    const step = (isAbove ? -1 : 1) * (down / 2) * strength;
    one.y += step;
    other.y -= step;
  }
  return true;
}

function keepInside(): Force<Node, undefined> {
  let nodes: readonly Node[] = [];
  const force = (): void => clamp(nodes);
  return Object.assign(force, {
    initialize: (all: Node[]) => {
      nodes = all;
    },
  });
}

/** Only the width is given; the height is what it takes. */
function clamp(nodes: readonly Node[]): void {
  for (const node of nodes) {
    node.x = Math.min(networkWidth - node.halfWidth, Math.max(node.halfWidth, node.x));
  }
}

function toLayout(nodes: readonly Node[]): NetworkLayout {
  const top = Math.min(...nodes.map((node) => node.y - node.above));
  const bottom = Math.max(...nodes.map((node) => node.y + node.below));
  return {
    width: networkWidth,
    height: Math.ceil(bottom - top),
    places: nodes.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y - top) })),
  };
}

/** Numerical Recipes' linear congruential generator: whole numbers only, the same everywhere. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
