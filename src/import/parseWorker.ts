import { parentPort } from 'node:worker_threads';
import { ImportError } from './decodeRaw.ts';
import { parseRaw, type RawContent, type RawMaterial } from './parseRaw.ts';

/** What the thread says: that it is there; then for each material the content, or why there is none. */
export type ParseAnswer =
  | { readonly kind: 'content'; readonly content: RawContent }
  | { readonly kind: 'refused'; readonly message: string }
  /** The thread is loaded. */
  | { readonly kind: 'ready' };

async function answer(material: RawMaterial): Promise<ParseAnswer> {
  try {
    return { kind: 'content', content: await parseRaw(material) };
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'refused', message: error.message };
    // Libraries throw what they like at hostile input.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', message: `it can't be read (${message})` };
  }
}

parentPort?.on('message', (material: RawMaterial) => {
  void answer(material).then((answered) => parentPort?.postMessage(answered));
});
parentPort?.postMessage({ kind: 'ready' } satisfies ParseAnswer);
