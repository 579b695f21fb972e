/** A whole address; null where the text is none. */
export function parseAddress(text: string, base: string | null): URL | null {
  try {
    return new URL(text, base ?? undefined);
  } catch {
    return null;
  }
}
