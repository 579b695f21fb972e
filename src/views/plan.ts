import type { SitePath } from '../urls/paths.ts';
import { hashParts } from './viewKey.ts';
import type { LayoutName, PageView } from './page.ts';

/** A page that can be built: where it is, what it depends on, how to make its view. */
export interface PagePlan {
  readonly layout: LayoutName;
  readonly path: SitePath;
  /**
   * Changes when anything that the view is made of changes, without making the view; null where
   * only the view itself can tell.
   */
  readonly inputs: (() => string) | null;
  /** Whether the view often stays as it is when its inputs change: then it has the last word. */
  readonly isLoose: boolean;
  readonly build: () => PageView;
}

/**
 * The key of a page: of its inputs, of its view, or `inputs.view`.
 * @param common what all pages show
 * @param last the key of the page as it stands in the output; spares the view where inputs are the same
 */
export function keyOfPage(plan: PagePlan, common: string, last: string | null): string {
  const inputs = plan.inputs === null ? '' : common + plan.inputs();
  if (plan.inputs !== null && !plan.isLoose) return inputs;
  if (plan.isLoose && last?.startsWith(`${inputs}.`) === true) return last;
  return `${inputs}.${common}${hashParts(plan.build())}`;
}

/** Whether pages of these keys are the same. */
export function isSamePage(one: string, other: string): boolean {
  return partOfView(one) === partOfView(other);
}

function partOfView(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
