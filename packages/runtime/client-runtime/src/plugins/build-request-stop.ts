/** Stops a call of `buildRequest` before it is sent. Retry strategies do not retry it. */
export class BuildRequestStop extends Error {
  override readonly name = "BuildRequestStop";
}

/**
 * Returns true for the stop of `buildRequest`. Compares names, because each entry of the package
 * has its own copy of the class.
 */
export const isStop = (error: unknown): boolean =>
  error instanceof Error && error.name === "BuildRequestStop";
