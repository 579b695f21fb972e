import path from 'node:path';

/** The cache of builds: in the working directory, as the contract says. */
export const buildCacheFolder = path.join('.cache', 'build');
