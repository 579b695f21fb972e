import type { Campaign } from './campaign.ts';
import { doubling } from './doubling.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [doubling];
