/** Exit codes of every command. */
export const exitCodes = {
  ok: 0,
  /** The model is invalid, or `--check` found a difference. */
  failed: 1,
  /** The command line is invalid, or a file that it names cannot be read. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
