/** Exit codes of every command. */
export const exitCodes = {
  ok: 0,
  /** The model is wrong, or `--check` found a difference. */
  failed: 1,
  /** The command line is wrong, or a file that it names cannot be read. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
