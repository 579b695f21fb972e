import { bodies } from './bodies.ts';
import type { Campaign } from './campaign.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [bodies];
