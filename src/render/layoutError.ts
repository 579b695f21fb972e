/** A layout that could not be rendered: an operator's mistake, told without a stack trace. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}
