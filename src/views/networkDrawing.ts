import type { ActorType } from '../parse/actor.ts';
import type { LinkView } from './context.ts';
import { layOutNetwork, type NetworkBox, type NetworkLink } from './networkLayout.ts';

/** What a drawing shows, before anything has its place. */
export interface NetworkDrawing {
  readonly label: string;
  /** Most often named first, as the keyboard meets them. */
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly NetworkLink[];
}

/** An actor in the drawing. */
export interface NetworkNode extends LinkView {
  readonly type: ActorType;
  /** Name, type and number of items, for those who hear the drawing. */
  readonly label: string;
  /** SVG path data of the type's shape, around 0,0. */
  readonly shape: string;
  /** The name in one or two lines, each with its place below the centre. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly box: NetworkBox;
}

/** The drawing as the layout gets it. */
export interface PlacedDrawing {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly lines: readonly NetworkLineView[];
  readonly nodes: readonly PlacedNode[];
}

export type PlacedNode = NetworkNode & Place;

/** A line of the drawing. */
export interface NetworkLineView {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The width of its stroke. */
  readonly width: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const nowhere: Place = { x: 0, y: 0 };

/**
 * Gives everything its place. That takes a tenth of a second, and follows from the drawing alone, so it is
 * done where the page is rendered, which is often another thread, and no page's key needs it.
 */
export function placeNetwork({ label, nodes, ties }: NetworkDrawing): PlacedDrawing {
  const { width, height, places } = layOutNetwork(
    nodes.map(({ box }) => box),
    ties,
  );
  const placed = nodes.map((node, index) => ({ ...node, ...(places[index] ?? nowhere) }));
  const byId = new Map(placed.map((node) => [node.box.id, node]));
  return {
    width,
    height,
    label,
    lines: ties.map(({ source, target, weight }) =>
      toLine(byId.get(source) ?? nowhere, byId.get(target) ?? nowhere, weight),
    ),
    nodes: placed,
  };
}

function toLine(from: Place, to: Place, weight: number): NetworkLineView {
  return {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    width: Math.round((0.75 + 4.25 * weight) * 4) / 4,
  };
}
