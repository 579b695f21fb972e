import type { Campaign } from './campaign.ts';
import { hostileTrees } from './hostileTrees.ts';
import { ownFiles } from './ownFiles.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [hostileTrees, ownFiles];
