/**
 * A section of a test. At its end, the state, overrides, faults, clock and journal of the tenant
 * are restored. Coverage is kept, because it covers the whole run.
 *
 * @example await using boundary = server.boundary();
 */
export interface Boundary extends Disposable, AsyncDisposable {
  /** Restores the tenant. A second call has no effect. */
  end(): void;
}

/** @param restores - functions that restore the parts of the tenant */
export function createBoundary(restores: readonly (() => void)[]): Boundary {
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const restore of restores) restore();
  };
  return { end, [Symbol.dispose]: end, [Symbol.asyncDispose]: async () => end() };
}
