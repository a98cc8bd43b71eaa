/** A command line that cannot be understood. The message states what is allowed. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}
