import * as z from 'zod';
import { switchableCodes, type DiagnosticCode } from '../diagnostics/codes.ts';
import { isZone } from '../dates/instant.ts';
import { atKey, atValue, wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import {
  parseAbsoluteUrl,
  parseSiteAddress,
  refuseSiteAddress,
  type SiteAddress,
} from '../urls/address.ts';
import { codings, type Coding } from '../urls/compressed.ts';
import { exportFormats, parseSitePath, type ExportFormat, type SitePath } from '../urls/paths.ts';
import { adminSchema, parseAdmin, type AdminConfig } from './admin.ts';
import { tlpLevels } from './article.ts';
import { contrastRatio } from './contrast.ts';
import * as field from './fields.ts';
import { parseYamlFile } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const siteSchema = z.strictObject({
  title: field.name,
  url: field.url,
  language: field.language,
  zone: field.zone,
  description: field.line.optional(),
  publisher: z
    .strictObject({
      name: field.line,
      url: field.url.optional(),
      email: field.email.optional(),
      logo: field.urlOrPath.optional(),
    })
    .optional(),
  authority: field.domain.optional(),
  nav: field.list(z.strictObject({ title: field.name, url: field.urlOrPath })).optional(),
  feed: z
    .strictObject({
      items: z.int().min(1).max(1000).optional(),
      content: z.enum(['full', 'summary']).optional(),
      archives: z.boolean().optional(),
      hub: field.url.optional(),
      pairs: z.array(z.strictObject({ actor: field.line, topic: field.line })).optional(),
    })
    .optional(),
  tlpCeiling: z.enum(tlpLevels).optional(),
  linkMentions: z.boolean().optional(),
  search: z.boolean().optional(),
  socialImages: z.boolean().optional(),
  email: z.boolean().optional(),
  exports: z.array(z.enum(exportFormats)).optional(),
  precompress: z.array(z.enum(codings)).optional(),
  admin: adminSchema.optional(),
  hostFiles: z.array(field.line).optional(),
  check: z.partialRecord(z.enum(switchableCodes), z.enum(['error', 'warning', 'off'])).optional(),
  theme: z
    .strictObject({
      accent: field.hexColour.optional(),
      accentDark: field.hexColour.optional(),
      socialFont: field.sitePath.optional(),
    })
    .optional(),
  licence: field.line.optional(),
  extra: field.extra.optional(),
});

export interface Publisher {
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly logo: string | null;
}

export interface NavigationEntry {
  readonly title: string;
  /** A whole URL, or a path of this site. */
  readonly url: string;
}

/** The site's configuration, with every default filled in. */
export interface SiteConfig {
  readonly file: string;
  readonly title: string;
  readonly address: SiteAddress;
  /** BCP 47, canonical. */
  readonly language: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly description: string | null;
  readonly publisher: Publisher | null;
  /** The domain in feed ids (RFC 4151 authority). */
  readonly authority: string;
  readonly nav: readonly NavigationEntry[];
  readonly feed: {
    readonly items: number;
    readonly content: 'full' | 'summary';
    /** Whether the site's own feeds can be read back, month by month. */
    readonly archives: boolean;
    readonly hub: string | null;
    readonly pairs: readonly { readonly actor: string; readonly topic: string }[];
  };
  readonly tlpCeiling: (typeof tlpLevels)[number];
  readonly linkMentions: boolean;
  readonly search: boolean;
  readonly socialImages: boolean;
  readonly email: boolean;
  /** Each once, in the order of the documentation. */
  readonly exports: readonly ExportFormat[];
  /** The compressed copies beside text files, each once. */
  readonly precompress: readonly Coding[];
  /** Null where the site has no editor at `/admin/`. */
  readonly admin: AdminConfig | null;
  /** Addresses of files that hosts run or obey and the operator wants; null where site.yaml failed. */
  readonly hostFiles: ReadonlySet<string> | null;
  readonly check: ReadonlyMap<DiagnosticCode, 'error' | 'warning' | 'off'>;
  readonly theme: {
    readonly accent: string;
    readonly accentDark: string;
    /** A font among the assets, for pictures of pages; null: none but those that Dateline brings. */
    readonly socialFont: SitePath | null;
  };
  readonly licence: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

/**
 * What stands in for a site.yaml that failed, so that the rest of the content is checked in the same
 * run. Its zone is the file's own where that is one.
 */
export function fallbackSite(source: SourceFile | undefined, file: string): SiteConfig {
  const raw = source && parseYamlFile(source.text, file, () => undefined);
  const zone = raw?.['zone'];
  return {
    file,
    title: '',
    address: { origin: 'https://site.invalid', base: '', host: 'site.invalid' },
    language: 'en',
    zone: typeof zone === 'string' && isZone(zone) ? zone : 'UTC',
    description: null,
    publisher: null,
    authority: 'site.invalid',
    nav: [],
    feed: { items: 30, content: 'full', archives: true, hub: null, pairs: [] },
    tlpCeiling: 'red',
    linkMentions: false,
    search: false,
    socialImages: false,
    email: false,
    exports: [],
    precompress: [],
    admin: null,
    hostFiles: null,
    check: new Map(),
    theme: defaultTheme,
    licence: null,
    extra: {},
  };
}

const defaultTheme = { accent: '#9a3412', accentDark: '#fdba74', socialFont: null };
/** The page's background, light and dark, as in `layouts/style.css`. */
const backgrounds = { accent: '#ffffff', accentDark: '#16181d' };

/** Parses site.yaml; `source` is undefined where the file is missing. */
export function parseSite(
  source: SourceFile | undefined,
  file: string,
  report: Report,
): SiteConfig | null {
  if (source === undefined) {
    report({
      code: 'missing-site',
      file,
      where: wholeFile,
      message: 'there is no site.yaml',
      hint: 'write one with title, url, language and zone',
    });
    return null;
  }
  const raw = parseYamlFile(source.text, source.file, report);
  const data = raw && validateData(siteSchema, raw, source.file, report);
  if (data === null) return null;
  const url = parseAbsoluteUrl(data.url);
  const address = url && parseSiteAddress(url);
  if (address === null) {
    const refusal = url && refuseSiteAddress(url);
    report({
      code: 'bad-url',
      file,
      where: atValue('url'),
      message: `the site's url ${refusal?.message ?? 'is none'}`,
      hint: refusal?.hint ?? null,
    });
    return null;
  }
  if (data.authority === undefined) {
    report({
      code: 'missing-authority',
      file,
      where: wholeFile,
      message: 'feed ids would change if the site moved',
      hint: field.domain.safeParse(address.host).success
        ? `add authority: ${address.host}`
        : 'add authority: with a domain of yours',
    });
  }
  const theme = {
    accent: data.theme?.accent ?? defaultTheme.accent,
    accentDark: data.theme?.accentDark ?? defaultTheme.accentDark,
    socialFont: data.theme?.socialFont ? parseSitePath(data.theme.socialFont) : null,
  };
  for (const key of ['accent', 'accentDark'] as const) {
    const ratio = contrastRatio(theme[key], backgrounds[key]);
    if (ratio < 4.5) {
      report({
        code: 'low-contrast',
        file,
        where: atKey('theme', key),
        message: `${theme[key]} on ${backgrounds[key]} has a contrast of ${ratio.toFixed(1)}, and WCAG 2.2 AA asks for 4.5`,
        hint: key === 'accent' ? 'choose a darker colour' : 'choose a lighter colour',
      });
    }
  }
  return {
    file: source.file,
    title: data.title,
    address,
    language: Intl.getCanonicalLocales(data.language)[0] ?? data.language,
    zone: data.zone,
    description: data.description ?? null,
    publisher: data.publisher
      ? {
          name: data.publisher.name,
          url: data.publisher.url ?? null,
          email: data.publisher.email ?? null,
          logo: data.publisher.logo ?? null,
        }
      : null,
    authority: data.authority ?? address.host,
    nav: data.nav ?? [],
    feed: {
      items: data.feed?.items ?? 30,
      content: data.feed?.content ?? 'full',
      archives: data.feed?.archives ?? true,
      hub: data.feed?.hub ?? null,
      pairs: data.feed?.pairs ?? [],
    },
    tlpCeiling: data.tlpCeiling ?? 'clear',
    linkMentions: data.linkMentions ?? true,
    search: data.search ?? true,
    socialImages: data.socialImages ?? false,
    email: data.email ?? false,
    exports: exportFormats.filter((format) => data.exports?.includes(format)),
    precompress: codings.filter((coding) => data.precompress?.includes(coding)),
    admin: parseAdmin(data.admin),
    hostFiles: new Set(data.hostFiles?.map((file) => `/${file.replace(/^\//, '')}`)),
    check: new Map(
      Object.entries(data.check ?? {}) as [DiagnosticCode, 'error' | 'warning' | 'off'][],
    ),
    theme,
    licence: data.licence ?? null,
    extra: data.extra ?? {},
  };
}
