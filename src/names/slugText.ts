import { foldName } from './fold.ts';

const signWords: Readonly<Record<string, string>> = { '+': '-plus', '#': '-sharp' };

/** A name as the text of a slug, its signs in words; its length and its letters are not looked at. */
export function slugText(name: string): string {
  const fold = foldName(name);
  if (!/[+#*]/.test(fold)) return fold.replaceAll(' ', '-');
  return fold
    .replace(/(?<![^ ])(?<letter>.)\*(?![+#*])/gu, '$<letter>-star')
    .replaceAll('*', '')
    .replace(/[+#]/g, (sign) => signWords[sign] ?? '')
    .replaceAll(' ', '-');
}
