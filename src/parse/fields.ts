import * as z from 'zod';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { parseDay } from '../dates/day.ts';
import { isZone, parseInstant } from '../dates/instant.ts';
import { limits } from '../read/limits.ts';
import { parseAbsoluteUrl } from '../urls/address.ts';
import { refuseFormerPath } from '../urls/formerPath.ts';
import { parseSitePath } from '../urls/paths.ts';
import { parseSlug, toSlug } from '../urls/slug.ts';
import { hintForCountry, isCountry } from './country.ts';

/** What a refinement says of a value that it refuses. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string | null;
}

function refined(
  accepts: (value: string) => boolean,
  refuse: (value: string) => Refusal,
): z.ZodString {
  return z.string().superRefine((value, context) => {
    if (accepts(value)) return;
    context.addIssue({ code: 'custom', params: { ...refuse(value) } });
  });
}

/** Marks that turn the direction of what follows; in one line of text `dir` does that. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of one line; runs of space count as one. */
export const line = z
  .string()
  .overwrite((value) => value.replace(directionMarks, '').replace(/\s+/g, ' ').trim())
  .overwrite((value) => (/[^\s\p{Cf}]/u.test(value) ? value : ''))
  .min(1)
  .max(limits.line);
/** A name of something that many pages name. */
export const name = line.max(limits.name);
/** Text that may have several lines. */
export const prose = z.string().trim().min(1);

const dayHint = 'write a day that exists as YYYY-MM-DD';
const instantHint = 'write a timestamp with an offset, such as 2024-01-05T14:30:00+08:00';

export const day = refined(
  (value) => parseDay(value) !== null,
  (value) => ({ code: 'bad-date', message: `"${value}" is no day of the calendar`, hint: dayHint }),
);

export const instant = refined(
  (value) => parseInstant(value) !== null,
  (value) => ({ code: 'bad-timestamp', message: `"${value}" is no timestamp`, hint: instantHint }),
);

export const dayOrInstant = refined(
  (value) => parseDay(value) !== null || parseInstant(value) !== null,
  (value) =>
    /^\d{4}-\d{2}-\d{2}[T ]/.test(value)
      ? { code: 'bad-timestamp', message: `"${value}" is no timestamp`, hint: instantHint }
      : { code: 'bad-date', message: `"${value}" is no day of the calendar`, hint: dayHint },
);

function refuseLong(value: string): Refusal | null {
  if (value.length <= limits.url) return null;
  return {
    code: 'over-limit',
    message: `this address has ${value.length} letters`,
    hint: `${limits.url} at most`,
  };
}

export const url = refined(
  (value) => value.length <= limits.url && parseAbsoluteUrl(value) !== null,
  (value) =>
    refuseLong(value) ?? {
      code: 'bad-url',
      message: `"${shorten(value)}" is no web address`,
      hint: 'write a whole URL that begins with https:// or http://',
    },
);

/** A whole URL, or a path of this site that begins with `/`. */
export const urlOrPath = refined(
  (value) =>
    value.length <= limits.url &&
    (parseAbsoluteUrl(value) !== null || parseSitePath(value) !== null),
  (value) =>
    refuseLong(value) ?? {
      code: 'bad-url',
      message: `"${shorten(value)}" is neither a web address nor a path of this site`,
      hint: 'write https://… or a path such as /assets/picture.jpg',
    },
);

export const sitePath = refined(
  (value) => parseSitePath(value) !== null,
  (value) => ({
    code: 'bad-path',
    message: `"${shorten(value)}" is no path of this site`,
    hint: 'write it from the base path on, such as /assets/font.otf',
  }),
);

/** An address from which hosts redirect. */
export const formerPath = refined(
  (value) => refuseFormerPath(value) === null,
  (value) => {
    const refusal = refuseFormerPath(value);
    return {
      code: 'bad-path',
      message: `"${shorten(value)}" ${refusal?.message ?? ''}`,
      hint: refusal?.hint ?? null,
    };
  },
);

/** An immutable identity: letters, digits, `-._~:/`, no space. */
export const identity = refined(
  (value) =>
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M}\-._~:/@+,=()?#%&]*$/u.test(value) && value.length <= 300,
  (value) => ({
    code: 'bad-id',
    message: `"${shorten(value)}" can't be an id`,
    hint: 'begin with a letter or digit and leave out spaces',
  }),
);

export const slug = refined(
  (value) => parseSlug(value) !== null,
  (value) => {
    const better = toSlug(value);
    return {
      code: 'bad-id',
      message: `"${shorten(value)}" is no id`,
      hint:
        better === null ? 'use lower-case letters, digits and single hyphens' : `write "${better}"`,
    };
  },
);

/** A source's name, which must make an id. */
export const sourceName = line.refine((value) => toSlug(value) !== null, {
  params: {
    code: 'bad-value',
    message: 'this name can’t make an address',
    hint: 'write a name with letters, of at most 200 bytes',
  } satisfies Refusal,
});

export const zone = refined(isZone, (value) => ({
  code: 'bad-zone',
  message: `"${shorten(value)}" is no time zone`,
  hint: 'write a name of the IANA database, such as Asia/Singapore or UTC',
}));

export const language = refined(isLanguage, (value) => ({
  code: 'bad-language',
  message: `"${shorten(value)}" is no language tag`,
  hint: 'write a BCP 47 tag, such as en or pt-BR',
}));

export const country = refined(isCountry, (value) => ({
  code: 'bad-value',
  message: `"${shorten(value)}" is no country`,
  hint: hintForCountry(value),
}));

export const wikidata = pattern(/^Q[1-9]\d*$/, 'is no Wikidata id', 'write it as Q423');
export const mediatopic = pattern(
  /^(?:medtop:)?\d{8}$/,
  'is no Media Topics code',
  'write its eight digits, such as 11000000',
);
export const email = pattern(
  /^[^\s@<>"]{1,64}@[^\s@<>".]{1,63}(?:\.[^\s@<>".]{1,63}){1,8}$/,
  'is no mail address',
  null,
);
export const domain = pattern(
  // RFC 1035, section 2.3.4.
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  'is no domain name',
  'write it in lower case without https://, such as example.org',
);
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDay = refined(
  (value) =>
    /^\d{4}(?:-\d{2}){0,2}$/.test(value) && parseDay(`${value}-01-01`.slice(0, 10)) !== null,
  (value) => ({
    code: 'bad-date',
    message: `"${shorten(value)}" is no date`,
    hint: 'write YYYY, YYYY-MM or YYYY-MM-DD',
  }),
);
export const hexColour = pattern(
  /^#[0-9a-fA-F]{6}$/,
  'is no colour',
  'write six hexadecimal digits, such as #9a3412',
);

/** A list of which each entry costs pages or feeds. */
export function list<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item).max(limits.entries);
}

export const extra = z.record(z.string(), z.unknown());

function pattern(accepted: RegExp, message: string, hint: string | null): z.ZodString {
  return refined(
    (value) => accepted.test(value),
    (value) => ({ code: 'bad-value', message: `"${shorten(value)}" ${message}`, hint }),
  );
}

/** Codes that CLDR knows and ISO 3166-1 does not. XK (Kosovo) is widely used, and taken. */
function isLanguage(value: string): boolean {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(value);
    // No language has a longer code; "english" has the form of a tag and is none (RFC 5646, section 2.2.1).
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}
