import { readFileSync } from 'node:fs';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { SiteConfig } from '../parse/site.ts';
import { scriptNames, scriptPath, type ScriptName } from '../urls/paths.ts';
import type { Words } from '../words/en.ts';
import { languageOf } from '../words/language.ts';

/** What a script says to readers; those that say nothing are not here. */
const sections: Partial<Record<ScriptName, keyof Words>> = {
  main: 'script',
  search: 'searchScript',
  subscribe: 'subscribeScript',
};

/**
 * The scripts for browsers, each with its words in the site's language before it, and the language of
 * those where that is another.
 */
export function readScripts({ language, search }: SiteConfig): readonly SiteFile[] {
  const { words, foreign } = languageOf(language);
  const speech = foreign === null ? {} : { lang: foreign };
  const needed = scriptNames.filter((name) => name !== 'search' || search);
  return needed.map((name) => {
    const section = sections[name];
    const told = section && JSON.stringify({ ...words[section], ...speech });
    const said = told === undefined ? '' : `const scriptWords=${told};\n`;
    return smallFile(scriptPath(name), said + readScript(name));
  });
}

/** `npm run browser` puts them beside our own code. */
function readScript(name: ScriptName): string {
  return readFileSync(new URL(`../../browser/${name}.js`, import.meta.url), 'utf8');
}
