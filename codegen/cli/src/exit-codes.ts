/** Exit codes of every command. */
export const exitCodes = {
  ok: 0,
  /** The model is invalid, `--check` found a difference, or `diff` found a breaking change. */
  failed: 1,
  /** The command line is invalid, or a file that it names cannot be read. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
