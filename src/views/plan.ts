import type { Year } from '../dates/day.ts';
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
  /** The newest year at which the page looks, whose key (see `keysOfYears`) stands for the inputs too. */
  readonly year?: Year;
  /** When what the page says last changed; absent where the content does not tell. */
  readonly changed?: () => string;
  readonly build: () => PageView;
}

/** Pages that are planned together: all of them of one year, or none of any. */
export interface PageGroup {
  /** The `year` of every plan; null where they have none. */
  readonly year: Year | null;
  /** The layout of every plan; null where they have several. */
  readonly layout: LayoutName | null;
  readonly size: number;
  /** Made when they are asked for, and once: those of a settled year mostly are not. */
  readonly plans: () => readonly PagePlan[];
  /** The paths of the plans, in their order, where they can be told without plans. */
  readonly paths?: () => readonly SitePath[];
}

export function groupPages(
  group: Omit<PageGroup, 'plans'>,
  make: () => readonly PagePlan[],
): PageGroup {
  let plans: readonly PagePlan[] | null = null;
  return { ...group, plans: () => (plans ??= make()) };
}

/** Pages without a year. */
export function groupYearless(plans: readonly PagePlan[]): PageGroup {
  return { year: null, layout: null, size: plans.length, plans: () => plans };
}

/**
 * The key of a page: of its inputs, of its view, or `inputs.view`.
 * @param common what all pages show
 * @param last the key of the page as it stands in the output; spares the view where inputs are the same
 * @param settled the years whose keys, and what all pages show, are those of the last build
 */
export function keyOfPage(
  plan: PagePlan,
  common: string,
  last: string | null,
  settled: ReadonlySet<Year> = new Set(),
): string {
  if (last !== null && plan.year !== undefined && settled.has(plan.year)) return last;
  const inputs = plan.inputs === null ? '' : common + plan.inputs();
  if (plan.inputs !== null && !plan.isLoose) return inputs;
  if (plan.isLoose && last?.startsWith(`${inputs}.`) === true) return last;
  return `${inputs}.${common}${hashParts(plan.build())}`;
}

/** The same plan, whose view is made once: its key may be that of the view. */
export function planOnce(plan: PagePlan): PagePlan {
  if (plan.inputs !== null && !plan.isLoose) return plan;
  let view: PageView | null = null;
  return { ...plan, build: () => (view ??= plan.build()) };
}

/** Whether pages of these keys are the same. */
export function isSamePage(one: string, other: string): boolean {
  return partOfView(one) === partOfView(other);
}

function partOfView(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
