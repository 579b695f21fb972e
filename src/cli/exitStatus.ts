/** The exit statuses of every command. */
export const exitStatus = {
  done: 0,
  /** The content has errors. */
  content: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** An internal failure. */
  failure: 3,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
