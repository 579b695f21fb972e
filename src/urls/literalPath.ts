/** Why an address can't be had, and what to write instead. */
export interface PathRefusal {
  /** Goes on after the address: `has a *, which …`. */
  readonly message: string;
  readonly hint: string | null;
}

/**
 * What some host reads as more than itself, whether it is escaped or not: in `_redirects`, in the
 * configurations of nginx and Caddy, on disk.
 */
const notLiteral: readonly (readonly [found: RegExp, message: string, hint: string])[] = [
  [/\*/, 'has a *, which hosts take for any address', 'leave it out'],
  [
    /\/:|:[a-z]/i,
    'has a colon before a name, which hosts take for a placeholder',
    'leave the address out',
  ],
  [/[?#]/, 'has a query or a fragment, which no redirect looks at', 'write the path alone'],
  [/%[0-9a-f]{2}/i, 'is escaped twice', 'escape it once, or write the characters themselves'],
  [/[{}]/, 'has a brace, which servers take for a placeholder', 'leave the address out'],
  [/\\/, 'has a backslash', 'write / between the parts'],
  [
    /[\p{Cc}\p{Zl}\p{Zp}]|(?! )\p{Zs}|(?![\u200c\u200d])\p{Cf}/u,
    'has a character that nobody sees',
    'write the address anew, with ordinary spaces as %20',
  ],
  [/\/ | (?:\/|$)/, 'has a space at the beginning or end of a part', 'leave the space out'],
  [/\/\//, 'has an empty part', 'write one slash'],
  [/\/\./, 'has a part that begins with a full stop, as hidden files do', 'leave it out'],
];

/** Why a path, unescaped, can't be told to every host as it is; null where it can. */
export function refuseLiteralPath(path: string): PathRefusal | null {
  for (const [found, message, hint] of notLiteral) {
    if (found.test(path)) return { message, hint };
  }
  return null;
}
