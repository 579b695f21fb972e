/** A wrong option or configuration: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
