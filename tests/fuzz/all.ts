import type { Campaign } from './campaign.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [];
