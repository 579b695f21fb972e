import { textIn, type WxrNode } from './wxrNodes.ts';

/** How an item is known again. */
export interface WxrIdentity {
  /** Null where nothing but its text tells it. */
  readonly key: string | null;
  /** Whether its address is that of another item of the file. */
  readonly sharesAddress: boolean;
}

/**
 * What each item is known by: its `guid`, or else its address. Of items that share one, the oldest keeps
 * it, and the others have their number, address and title beside it.
 */
export function identifyItems(nodes: readonly WxrNode[]): ReadonlyMap<WxrNode, WxrIdentity> {
  const identities = new Map<WxrNode, WxrIdentity>();
  /** What the item is that has a key or an address first. */
  const keys = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const node of inOrder(nodes)) {
    const link = textIn(node, 'link');
    const guid = textIn(node, 'guid') ?? link;
    const own = JSON.stringify([guid, ...marks.map((mark) => textIn(node, mark))]);
    const key = guid !== null && (keys.get(guid) ?? own) !== own ? own : guid;
    const sharesAddress = link !== null && (addresses.get(link) ?? own) !== own;
    identities.set(node, { key, sharesAddress });
    if (key !== null && !keys.has(key)) keys.set(key, own);
    if (link !== null && !addresses.has(link)) addresses.set(link, own);
  }
  return identities;
}

const marks = ['wp:post_id', 'wp:post_name', 'link', 'title'];

/** Posts and pages, the oldest first, in whatever order the file has them. */
function inOrder(nodes: readonly WxrNode[]): readonly WxrNode[] {
  return nodes
    .filter((node) => /^(?:post|page)$/.test(textIn(node, 'wp:post_type') ?? 'post'))
    .map((node) => ({ node, number: Number(textIn(node, 'wp:post_id') ?? 0), rest: restOf(node) }))
    .sort((one, other) => one.number - other.number || (one.rest < other.rest ? -1 : 1))
    .map(({ node }) => node);
}

function restOf(node: WxrNode): string {
  return ['wp:post_date', ...marks].map((mark) => textIn(node, mark) ?? '').join('\n');
}
