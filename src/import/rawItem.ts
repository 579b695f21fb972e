import type { Slug } from '../urls/slug.ts';
import type { Marked } from './marked.ts';
import type { Embargo } from './parseEmbargo.ts';
import type { Origin } from './origin.ts';

/** One piece of raw material, whatever it came as: text, a page, an entry of a feed. */
export interface RawItem {
  readonly title: string;
  /** Why the title is none of the report's own, where it is not. */
  readonly titleGuess?: string;
  /** Why another line of the report may be its title, where one may. */
  readonly titleDoubt?: string;
  readonly authors: readonly Marked<string>[];
  /** The place the report is filed from, as printed. */
  readonly dateline: Marked<string> | null;
  /** What stands between headline and text. */
  readonly summary: Marked<string> | null;
  /** A day, or a timestamp with an offset. */
  readonly date: Marked<string>;
  /** A timestamp with an offset. */
  readonly updated: string | null;
  readonly sources: readonly RawSource[];
  /** BCP 47; null where nothing tells another language than the site's. */
  readonly language: Marked<string> | null;
  /** The text without markup, a paragraph each, for what is looked for in it. */
  readonly paragraphs: readonly string[];
  /** Markdown. */
  readonly body: string;
  /** Lines that are in neither. */
  readonly leftOut: readonly string[];
  /** What the editor should know of it. */
  readonly notes: readonly string[];
  /** The page's address, where it has one. */
  readonly url: string | null;
  /** The fingerprint of the material, by which it is known again. */
  readonly hash: string;
  /** Keys of other tools that have no field here. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** What it says of an embargo, where it does. */
  readonly embargo?: Embargo;
  /** Where it is a post of another tool's archive. */
  readonly post?: PostFields;
  /** What it was at another site of Dateline; null for everything else. */
  readonly origin: Origin | null;
}

/** What a post of another tool says beyond what reports do. */
export interface PostFields {
  readonly slug: Slug | null;
  /** Categories and tags, as the other tool has them. */
  readonly terms: readonly string[];
  /** Addresses that it had. */
  readonly addresses: readonly string[];
  readonly image: { readonly src: string; readonly alt: string } | null;
  /** Whether the other tool showed it; what has doubts is a draft even where states are kept. */
  readonly isPublished: boolean;
  readonly doubts: readonly string[];
  /** Pictures beside it: where they lie, and where they go below the content folder. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

export interface RawSource {
  readonly name: string;
  readonly url: string | null;
  /** A day or a timestamp with an offset. */
  readonly published: string | null;
  readonly guess: string | null;
  /** Its other fields, as front matter has them. */
  readonly more?: Readonly<Record<string, unknown>>;
}
