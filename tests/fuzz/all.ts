import type { Campaign } from './campaign.ts';
import { serveRequests } from './serveRequests.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [serveRequests];
