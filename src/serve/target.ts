/** What a request asks for. */
export interface Target {
  /** The names of its path, decoded; the last one is empty where the path ends in `/`. */
  readonly names: readonly string[];
  /** From `?` on, as written. */
  readonly query: string;
}

/**
 * Parses the target of a request in its origin form (RFC 9112, section 3.2.1). Null for anything else, and
 * for a path that no browser sends or that names no file on some system: wrong escapes, `.` and `..`,
 * slashes within a name, control characters.
 */
export function parseTarget(text: string): Target | null {
  const [, pathname = '', query = ''] = /^\/([^?#]*)(\?[^#]*)?$/.exec(text) ?? [];
  if (!text.startsWith('/') || text.includes('#')) return null;
  const names: string[] = [];
  for (const part of pathname.split('/')) {
    const name = decodeName(part);
    if (name === null) return null;
    names.push(name);
  }
  return { names, query };
}

function decodeName(part: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(part);
  } catch {
    return null;
  }
  return name === '.' || name === '..' || /[/\\\p{Cc}]/u.test(name) ? null : name;
}

/** The names of a site's base path. */
export function parseBase(base: string): readonly string[] {
  return base === '' ? [] : (parseTarget(base)?.names ?? []);
}

/** The names below the base path; null where the path is not below it. */
export function namesBelow(
  base: readonly string[],
  names: readonly string[],
): readonly string[] | null {
  const isBelow = names.length > base.length && base.every((name, index) => name === names[index]);
  return isBelow ? names.slice(base.length) : null;
}

/** A path of names, escaped: it begins with one `/`. */
export function formatNames(names: readonly string[]): string {
  return `/${names.map(encodeURIComponent).join('/')}`;
}
