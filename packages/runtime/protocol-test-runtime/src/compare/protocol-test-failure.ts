/**
 * Thrown if a message or a value differs from a protocol test. The message lists all differences,
 * one per line.
 */
export class ProtocolTestFailure extends Error {
  override readonly name = "ProtocolTestFailure";
  readonly differences: readonly string[];

  constructor(differences: readonly string[]) {
    super(differences.join("\n"));
    this.differences = differences;
  }
}

/** @throws ProtocolTestFailure if there is any difference */
export function failOn(differences: readonly string[]): void {
  if (differences.length > 0) throw new ProtocolTestFailure(differences);
}
