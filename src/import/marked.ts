/** A value that the importer found, and why it is not sure of it; null: the input says so. */
export interface Marked<Value> {
  readonly value: Value;
  readonly guess: string | null;
}

export function certain<Value>(value: Value): Marked<Value> {
  return { value, guess: null };
}

export function guessed<Value>(value: Value, guess: string): Marked<Value> {
  return { value, guess };
}
