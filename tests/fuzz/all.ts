import { bodies } from './bodies.ts';
import type { Campaign } from './campaign.ts';
import { checkThenBuild } from './checkThenBuild.ts';
import { doubling } from './doubling.ts';
import { formerAddresses } from './formerAddresses.ts';
import { hiddenItems } from './hiddenItems.ts';
import { hostileTrees } from './hostileTrees.ts';
import { ownFiles } from './ownFiles.ts';
import { requestGuard } from './requestGuard.ts';
import { searchAddress } from './searchAddress.ts';
import { serveRequests } from './serveRequests.ts';

/** Every campaign, one file each. */
export const campaigns: readonly Campaign[] = [
  bodies,
  checkThenBuild,
  doubling,
  formerAddresses,
  hiddenItems,
  hostileTrees,
  ownFiles,
  requestGuard,
  searchAddress,
  serveRequests,
];
