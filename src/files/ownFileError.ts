/** A file of Dateline's own (cache, staging, journal, lock, key) that must not be used as it is. */
export class OwnFileError extends Error {
  override readonly name = 'OwnFileError';
}
