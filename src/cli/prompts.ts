import { UsageError } from './usageError.ts';

/** Something to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Questions to somebody at a terminal. Each throws where they are broken off. */
export interface Prompts {
  readonly confirm: (message: string) => Promise<boolean>;
  readonly text: (
    message: string,
    options?: { readonly initial?: string; readonly check?: (value: string) => string | undefined },
  ) => Promise<string>;
  /** One of several, found by typing; null is none. */
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string>;
  /** Any number of several, found by typing. */
  readonly chooseMany: (message: string, choices: readonly Choice[]) => Promise<readonly string[]>;
}

/** The questions, or null where nobody can answer: no terminal. */
export async function createPrompts(): Promise<Prompts | null> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  // Loaded by those who ask.
  const clack = await import('@clack/prompts');
  const answer = async <Value>(
    asked: Promise<Value | typeof clack.CANCEL_SYMBOL>,
  ): Promise<Value> => {
    const value = await asked;
    if (clack.isCancel(value)) throw new UsageError('broken off; nothing was written');
    return value;
  };
  return {
    confirm: (message) => answer(clack.confirm({ message, initialValue: false })),
    text: (message, { initial, check } = {}) =>
      answer(
        clack.text({
          message,
          ...(initial === undefined ? {} : { initialValue: initial }),
          validate: (value) => check?.((value ?? '').trim()),
        }),
      ).then((value) => value.trim()),
    choose: (message, choices) =>
      answer(clack.autocomplete({ message, options: [...choices], maxItems: 8 })),
    chooseMany: (message, choices) =>
      answer(
        clack.autocompleteMultiselect({
          message,
          options: [...choices],
          maxItems: 8,
          required: false,
        }),
      ),
  };
}
