/** A command line that cannot be understood; its message says what would be. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}
