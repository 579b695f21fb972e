import { textOfHtml } from './dom.ts';

/** An element of an export of WordPress, as the XML parser gives it. */
export type WxrNode = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is WxrNode {
  return typeof value === 'object' && value !== null;
}

/** The elements of a name within another. */
export function nodesIn(node: WxrNode, key: string): readonly WxrNode[] {
  return [node[key]].flat().flatMap((value: unknown) => {
    if (isNode(value)) return [value];
    return typeof value === 'string' ? [{ '#text': value }] : [];
  });
}

/** The text of the first element of a name; null where there is none. */
export function textIn(node: WxrNode, key: string): string | null {
  const value = [node[key]].flat()[0];
  const text = isNode(value) ? value['#text'] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The same as one line of plain text: WordPress keeps headlines and names of terms as HTML. */
export function lineIn(node: WxrNode, key: string): string | null {
  const line = textOfHtml(textIn(node, key) ?? '');
  return line === '' ? null : line;
}
