import path from 'node:path';

/** Everything that can be made anew: in the working directory, as the contract says. */
export const cachesFolder = '.cache';

/** The cache of builds. */
export const buildCacheFolder = path.join(cachesFolder, 'build');
