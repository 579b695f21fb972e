import type { Campaign } from './campaign.ts';
import { requestGuard } from './requestGuard.ts';
import { searchAddress } from './searchAddress.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [requestGuard, searchAddress];
