/** What this browser keeps of the site; a browser that keeps nothing for us has null. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(`dateline:${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value for the next page; null forgets it. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`dateline:${key}`);
    else localStorage.setItem(`dateline:${key}`, value);
  } catch {
    // Storage is full or switched off: it holds for this page.
  }
}
