/**
 * A stretch of a test. At its end the tenant is as it was at its beginning: state, overrides, faults,
 * clock and journal. Coverage goes on: it is about a whole run.
 *
 * @example await using boundary = server.boundary();
 */
export interface Boundary extends Disposable, AsyncDisposable {
  /** Brings everything back; a second time does nothing. */
  end(): void;
}

/** @param restores - what brings the parts back */
export function createBoundary(restores: readonly (() => void)[]): Boundary {
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const restore of restores) restore();
  };
  return { end, [Symbol.dispose]: end, [Symbol.asyncDispose]: async () => end() };
}
