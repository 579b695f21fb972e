/** Somebody else's work stands where a change would go. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
}
