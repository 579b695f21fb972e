import type { Words } from '../../words/en.ts';

/** The words of this script in the site's language: the build writes them in front of it. */
declare const scriptWords: Words['script'];

export const words = scriptWords;
