import type { SitePath } from '../urls/paths.ts';
import { hashParts } from './viewKey.ts';
import type { LayoutName, PageView } from './page.ts';

/** A page that can be built: where it is, what it depends on, how to make its view. */
export interface PagePlan {
  readonly layout: LayoutName;
  readonly path: SitePath;
  /**
   * Changes when anything that the view is made of changes, without making the view; null where
   * only the view itself can tell (`keyOfView`).
   */
  readonly key: (() => string) | null;
  readonly build: () => PageView;
}

/** The key of a page, its view at hand or not. */
export function keyOfPage(plan: PagePlan, view: PageView | null): string {
  return plan.key === null ? hashParts(view ?? plan.build()) : plan.key();
}
