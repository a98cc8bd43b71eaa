/** The error for an invalid command line. The message states what is allowed. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}
