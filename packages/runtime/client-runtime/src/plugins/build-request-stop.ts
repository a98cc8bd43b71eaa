/** Ends a call that is only prepared, at the wire. No strategy retries it. */
export class BuildRequestStop extends Error {
  override readonly name = "BuildRequestStop";
}

/** Whether a call ended because it was only prepared. Each entry of the package has a class of its own. */
export const isStop = (error: unknown): boolean =>
  error instanceof Error && error.name === "BuildRequestStop";
