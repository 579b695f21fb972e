import path from 'node:path';

/** Where `schema` writes: beside the cache of builds, as something that can be made anew. */
export const schemaFolder = path.posix.join('.cache', 'schemas');
