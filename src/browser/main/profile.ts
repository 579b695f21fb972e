/** What the page of an actor or topic says at its top. */
export interface Profile {
  readonly lang: string;
  readonly dir: string;
  readonly lines: readonly ProfileLine[];
}

/** What it is, its name, what about it, or how often. */
export interface ProfileLine {
  /** The class of the paragraph that shows it. */
  readonly name: string;
  readonly said: Element;
}

const parts: readonly (readonly [name: string, selector: string])[] = [
  ['kicker', '.kicker'],
  ['who', 'h1'],
  ['sum', '.lede'],
  ['by', '.by'],
];

const loaded = new Map<string, Promise<Profile | null>>();

/** Reads a page's profile; null where it has none or does not come. Each page is loaded once. */
export function loadProfile(address: string): Promise<Profile | null> {
  const known = loaded.get(address) ?? request(address).then((page) => page && readProfile(page));
  loaded.set(address, known);
  return known;
}

/** A request can give a parsed document, where parsing text would need a policy (Trusted Types). */
function request(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => resolve(request.status === 200 ? request.responseXML : null);
    request.onerror = () => resolve(null);
    request.send();
  });
}

function readProfile(page: Document): Profile | null {
  const profile = page.querySelector('.profile');
  if (profile === null) return null;
  const { lang, dir } = page.documentElement;
  const lines = parts
    .map(([name, selector]) => ({ name, said: profile.querySelector(selector) }))
    .filter((line): line is ProfileLine => line.said !== null);
  return { lang, dir, lines };
}
