/** The exit statuses of every command. */
export const exitStatus = {
  done: 0,
  /** The content has errors, or a list of feeds to import names none; never anything else. */
  content: 1,
  /** Wrong usage or configuration, or an input that can't be taken. */
  usage: 2,
  /** An internal failure, or one of the system: a disk, a pipe, a hub. */
  failure: 3,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
