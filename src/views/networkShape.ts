import type { ActorType } from '../parse/actor.ts';

/** How wide each shape is for one radius, so that all look equally large. */
const scales: Readonly<Record<ActorType, number>> = {
  person: 1,
  organisation: 0.88,
  state: 1.2,
  group: 1.25,
};

/**
 * SVG path data of a type's shape around 0,0: people are circles, organisations squares, states
 * diamonds, groups triangles. The colour only adds to it.
 */
export function drawShape(type: ActorType, radius: number): string {
  const r = Math.round(radius * scales[type]);
  switch (type) {
    case 'person':
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'organisation':
      return `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
    case 'state':
      return `M0 ${-r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
    case 'group':
      return `M0 ${-r}L${r} ${Math.round(r * 0.75)}H${-r}z`;
  }
}
