import type { Campaign } from './campaign.ts';
import { hiddenItems } from './hiddenItems.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [hiddenItems];
