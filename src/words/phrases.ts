/** A phrase around something that a layout prints: a date, a link, a list of names. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** A phrase in which some words are a link. */
export interface Linked extends Around {
  readonly link: string;
}

/** Writes such a phrase in one piece, `{}` where the thing stands, so that each language has its order. */
export function around(phrase: string): Around {
  const [before, after, ...more] = phrase.split('{}');
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`a phrase with one {} was expected: ${phrase}`);
  }
  return { before, after };
}

/** Writes a phrase in one piece, its link in brackets: `You can [subscribe].` */
export function linked(phrase: string): Linked {
  const [, before, link, after] = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(phrase) ?? [];
  if (before === undefined || link === undefined || after === undefined) {
    throw new Error(`a phrase with one [link] was expected: ${phrase}`);
  }
  return { before, link, after };
}
