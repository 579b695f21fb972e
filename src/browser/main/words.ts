import type { Words } from '../../words/en.ts';
import { toSpeech, type Speech } from './speech.ts';

/** The words of this script in the site's language: the build writes them in front of it. */
declare const scriptWords: Words['script'] & Speech;

export const words = scriptWords;

/** What an element says of the words in it. */
export const speech = toSpeech(words);
